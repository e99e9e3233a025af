import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { complaints } from "./browser";
import { eventually, goTo, openWorkbench, valuesIn } from "./grid";
import { clickCell, openLongBook } from "./long-book";

const funds = 5_000;

/** What is wanted of the page is a tenth of it: a machine that does much else must not fail this. */
const limits = { opened: 30_000, click: 500, edit: 2_000 } as const;

/** The longest time in milliseconds in which the page did not come to answer anything, while something was done. */
async function held(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    const timer = setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
    });
    Object.assign(globalThis, {
      keelHeld: () => {
        clearInterval(timer);
        return watch.longest;
      },
    });
  });
  await act();
  return page.evaluate(() => (globalThis as unknown as { keelHeld: () => number }).keelHeld());
}

/** Counts from now on how often Keel goes through all cells of the sheet. */
async function countReadings(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const matrix = globalThis.keelWorkbench.workbook.cells.sheet("Money").getSheet().getCellMatrix();
    const forValue = matrix.forValue.bind(matrix);
    const counts = { readings: 0 };
    Object.assign(matrix, {
      forValue: (give: Parameters<typeof forValue>[0]) => {
        // Univer's formulas go through all cells at an edit themselves: only who else does is counted.
        const [, , caller = ""] = new Error().stack?.split("\n") ?? [];
        if (!caller.includes("/univer.js")) counts.readings += 1;
        return forValue(give);
      },
    });
    Object.assign(globalThis, { keelReadings: () => counts.readings });
  });
  return () => page.evaluate(() => (globalThis as unknown as { keelReadings: () => number }).keelReadings());
}

test("a list of 5,000 funds opens, and a click and an edit in it are answered", async () => {
  const page = await openWorkbench();
  const began = performance.now();
  await openLongBook(page, funds);
  expect(performance.now() - began).toBeLessThan(limits.opened);
  await page.getByText(`${(funds - 25).toLocaleString("en-US")} more are not shown.`).waitFor();

  const readings = await countReadings(page);
  const bars = page.getByRole("region", { name: "Drift of each fund" });
  await bars.evaluate((section) => {
    const redrawn = { times: 0 };
    new MutationObserver((changes) => (redrawn.times += changes.length)).observe(section, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(globalThis, { keelRedrawn: redrawn });
  });
  for (const [column, row] of [
    ["E", 12],
    ["A", 14],
    ["E", 20],
  ] as const) {
    const time = await held(page, async () => {
      await clickCell(page, column, row);
      await page.waitForTimeout(600);
    });
    expect(time).toBeLessThan(limits.click);
    expect(await page.evaluate(() => globalThis.keelWorkbench.workbook.selected().row)).toBe(row - 1);
  }
  // A click in a list that hasn't changed goes through no sheet and draws nothing of the list.
  expect(await readings()).toBe(0);
  expect(await page.evaluate(() => (globalThis as unknown as { keelRedrawn: object }).keelRedrawn)).toEqual({
    times: 0,
  });

  await page.keyboard.type("9000");
  const time = await held(page, async () => {
    await page.keyboard.press("Enter");
    await bars.getByText("Fund 18", { exact: true }).waitFor();
  });
  expect(time).toBeLessThan(limits.edit);
  expect(await readings()).toBe(0);

  await goTo(page, "E4000");
  await page.keyboard.type("8000");
  await page.keyboard.press("Enter");
  const edited = { sheet: "Money", row: 3999, column: 4, height: 1, width: 1 };
  expect(
    await eventually(
      page,
      () => valuesIn(page, edited),
      (cells) => cells[0]?.[0] === 8000,
    ),
  ).toEqual([[8000]]);
  await bars.getByText("Fund 3998").waitFor();
  expect(complaints(page)).toEqual([]);
}, 120_000);
