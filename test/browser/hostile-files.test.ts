import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { sampleSheet, type Block, type Book } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { hostileFiles } from "../torture/hostile-files";
import { complaints, openPage, screenshot, type Look } from "./browser";
import { eventually, goTo, valuesIn } from "./grid";
import { openFile } from "./open-file";

// A file neither freezes nor kills the page: it opens, is refused, or is cancelled, and until the new workbook stands the
// one before is there.

const at = (sheet: string, row: number, column: number): Block => ({ sheet, row, column, height: 1, width: 1 });
const notice = (page: Page): ReturnType<Page["locator"]> => page.locator("#notice");
const progress = (page: Page): ReturnType<Page["locator"]> => page.locator("#progress");
const book = (page: Page): Promise<Book> => page.evaluate(() => globalThis.keelWorkbench.book());

async function open(look: Look = {}): Promise<Page> {
  const page = await openPage("workbench.html?sample=401k", { width: 1000, height: 700, ...look });
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  return page;
}

/** The large ones take seconds to make, and are opened several times. */
const made = new Map<string, Buffer>();

async function choose(page: Page, name: string): Promise<void> {
  const make = hostileFiles[name];
  if (!make) throw new Error(`There is no hostile file called ${name}.`);
  const buffer = made.get(name) ?? Buffer.from(make());
  made.set(name, buffer);
  await openFile(page, { name: `${name}.xlsx`, mimeType: "application/octet-stream", buffer });
}

/** Waits until the page has said what became of a file, and returns it. */
async function outcome(page: Page, name: string): Promise<string> {
  const said = notice(page)
    .getByText(new RegExp(`^(Opened |Opening )?${name}\\.xlsx`))
    .first();
  await said.waitFor({ timeout: 120_000 });
  return said.innerText();
}

const listed = [
  "a validation over a whole sheet",
  "a merge over a whole sheet",
  "a conditional format over a whole sheet",
  "a result that claims a whole sheet",
  "a formula whose result is as large as a sheet",
  "parentheses thousands deep",
  "functions thousands deep",
  "thousands of signs before a number",
  "a sum of thousands of numbers",
  "one long text in thousands of cells",
  "a conditional format with an empty formula",
  "columns with absurd ranges",
  "thousands of column settings over one another",
  "elements thousands deep",
  "a part that claims four gigabytes",
  "200,000 cells",
  "tens of thousands of formulas that each read whole columns",
  "tens of thousands of sums by a criterion over whole columns",
  "tens of thousands of shares of a whole column",
  "thousands of conditional formats over whole columns",
];

/** Those whose cells are all one. */
const merged = new Set(["a merge over a whole sheet"]);

test("hostile workbooks, one after another, open or are refused in words, and a cell can be typed into", async () => {
  const page = await open();
  let sheet = sampleSheet;
  for (const [index, name] of listed.entries()) {
    await choose(page, name);
    const said = await outcome(page, name);
    expect(said).toMatch(/^Opened|could not be opened\. .+\. Nothing was changed\.$/s);
    expect(said).not.toMatch(/fault of its own|undefined|null|Error/);
    if (said.startsWith("Opened")) sheet = "Data";
    await goTo(page, "B30");
    await page.keyboard.type(String(index));
    await page.keyboard.press("Enter");
    // Within merged cells that is the first of them.
    const { row, column } = merged.has(name) ? at(sheet, 0, 0) : at(sheet, 29, 1);
    expect([name, await valuesIn(page, at(sheet, row, column))]).toEqual([name, [[index]]]);
    expect([name, ...complaints(page)]).toEqual([name]);
  }
}, 600_000);

test("a million cells open, with how far it is, and can be cancelled before", async () => {
  const page = await open({ width: 340, height: 700 });
  await goTo(page, "H20");
  await page.keyboard.type("mine");
  await page.keyboard.press("Enter");
  const before = await book(page);
  await choose(page, "a million cells");
  await progress(page)
    .getByText(/[\d,]+ cells read…/)
    .waitFor({ timeout: 60_000 });
  // At once: on a quick machine little is left to be cancelled.
  await progress(page).getByRole("button", { name: "Cancel" }).click();
  expect(await outcome(page, "a million cells")).toBe(
    "Opening a million cells.xlsx was cancelled. Nothing was changed.",
  );
  expect(await progress(page).innerText()).toBe("");
  expect(await book(page)).toEqual(before);

  await notice(page).getByRole("button", { name: "Dismiss" }).click();
  await choose(page, "a million cells");
  await progress(page)
    .getByText(/[\d,]+ cells read…/)
    .waitFor({ timeout: 60_000 });
  await screenshot(page, "workbench-opening-340");
  expect(await outcome(page, "a million cells")).toBe("Opened a million cells.xlsx.");
  expect(await valuesIn(page, at("Data", 49_999, 19))).toEqual([[999_999]]);
  expect(complaints(page)).toEqual([]);
}, 300_000);

/** Cancels a file while its cells are made ready for the grid. */
async function cancelledWhileFilling(page: Page): Promise<void> {
  // At once: a quick machine has made them ready by the time that a mouse is there.
  await page.evaluate(() => {
    const shown = document.querySelector("#progress");
    if (!shown) throw new Error("nowhere to say how far it is");
    const watch = new MutationObserver(() => {
      const cancel = [...shown.querySelectorAll("button")].find(({ textContent }) => textContent === "Cancel");
      if (!cancel || !shown.textContent.includes("putting it into the grid…")) return;
      watch.disconnect();
      cancel.click();
    });
    watch.observe(shown, { childList: true, subtree: true, characterData: true });
  });
  await choose(page, "a million cells");
  expect(await outcome(page, "a million cells")).toBe(
    "Opening a million cells.xlsx was cancelled. Nothing was changed.",
  );
}

/** Cancels a workbook that the grid has taken by the time that the click is heard. */
async function cancelledAtTheLast(page: Page): Promise<void> {
  const opened = await page.evaluate(async () => {
    const { workbook } = globalThis.keelWorkbench;
    const asked: boolean[] = [];
    const goOn = (): boolean => asked.push(true) < 2;
    const answer = await workbook.open({ ...workbook.cells.book.save(), id: "another-workbook" }, { goOn });
    return { answer, asked: asked.length };
  });
  expect(opened).toEqual({ answer: undefined, asked: 2 });
}

test.each<[string, (page: Page) => Promise<void>]>([
  ["while its cells are made ready", cancelledWhileFilling],
  ["when the grid has it already", cancelledAtTheLast],
])(
  "a workbook that is cancelled %s leaves the one before with its edits and its undo",
  async (_, cancel) => {
    const page = await open();
    const typed = async (address: string, text: string): Promise<void> => {
      await goTo(page, address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    const mine = { ...at(sampleSheet, 19, 7), height: 3 };
    const shows = async (...texts: readonly string[]): Promise<void> => {
      const expected = texts.map((text) => [text]);
      const same = (now: unknown): boolean => JSON.stringify(now) === JSON.stringify(expected);
      const now = await eventually(page, () => valuesIn(page, mine), same);
      expect(now).toEqual(expected);
    };
    await typed("H20", "mine");
    await typed("H21", "too");
    const before = await book(page);
    await cancel(page);
    expect(await book(page)).toEqual(before);

    await typed("H22", "more");
    await shows("mine", "too", "more");
    await page.keyboard.press("Control+z");
    await shows("mine", "too", "");
    await page.keyboard.press("Control+z");
    await shows("mine", "", "");
    await page.waitForTimeout(1_500);
    await page.reload();
    await page.waitForFunction(() => "keelWorkbench" in globalThis);
    await shows("mine", "", "");
    expect(complaints(page)).toEqual([]);
  },
  120_000,
);

test("a file that is read without end is stopped, and the workbook before is untouched", async () => {
  const page = await open({
    before: () => {
      // The minute is over sooner here, and the worker never answers.
      const wait = globalThis.setTimeout as (then: () => void, time?: number) => number;
      globalThis.setTimeout = ((then: () => void, time?: number) => wait(then, time === 60_000 ? 700 : time)) as typeof setTimeout; // prettier-ignore
      Worker.prototype.postMessage = () => undefined;
    },
  });
  const before = await book(page);
  await choose(page, "a conditional format with an empty formula");
  await progress(page).getByRole("button", { name: "Cancel" }).waitFor();
  await choose(page, "columns with absurd ranges");
  await notice(page).getByText("Another file is being opened. Wait for it or cancel it").waitFor();
  expect(await outcome(page, "a conditional format with an empty formula")).toMatch(
    /could not be opened\. It took longer than a minute to read/,
  );
  expect(await book(page)).toEqual(before);
  expect(complaints(page)).toEqual([]);
}, 60_000);

test.each<[string, () => void]>([
  ["has no workers", () => Object.defineProperty(globalThis, "Worker", { value: undefined })],
  [
    "does not load a worker",
    () => {
      const Given = Worker;
      Object.defineProperty(globalThis, "Worker", {
        value: function () {
          return new Given("no-such-file.js");
        },
      });
    },
  ],
])(
  "a browser that %s reads on the page itself",
  async (_, before) => {
    const page = await open({ before });
    await choose(page, "cells far apart");
    expect(await outcome(page, "cells far apart")).toBe("Opened cells far apart.xlsx.");
  },
  60_000,
);

test("a workbook that the grid can't take leaves the one before as it was, and work goes on in it", async () => {
  const page = await open();
  const before = await book(page);
  const refusal = await page.evaluate(() => {
    const { workbook } = globalThis.keelWorkbench;
    const broken = { id: "broken-workbook", sheetOrder: ["a"], sheets: { a: 7 } };
    return workbook.open(broken as never).then(
      () => "opened",
      (failure: unknown) => String(failure),
    );
  });
  expect(refusal).toContain("The grid could not take this workbook.");
  expect(await book(page)).toEqual(before);
  await goTo(page, "H20");
  await page.keyboard.type("goes on");
  await page.keyboard.press("Enter");
  expect(await valuesIn(page, at(sampleSheet, 19, 7))).toEqual([["goes on"]]);
  await page.locator("#kept").getByText("Kept in this browser.").waitFor();
  await page.waitForTimeout(1_500);
  await page.reload();
  await page.waitForFunction(() => "keelWorkbench" in globalThis);
  expect(await valuesIn(page, at(sampleSheet, 19, 7))).toEqual([["goes on"]]);
}, 60_000);
