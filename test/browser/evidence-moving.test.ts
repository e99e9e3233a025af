import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { targetVolatility, trendFollow } from "../../src/engine";
import type { Description } from "../../src/sheets";
import type {} from "../../src/workbench/main";
import { accessibilityFindings } from "./axe";
import { complaints, screenshot, type Look } from "./browser";
import { goToEvidence, messy, wholePane } from "./evidence-screen";
import { eventually, openWorkbench, valuesIn } from "./grid";
import { openFile } from "./open-file";

const MONTHS = 96;
const FIRST_YEAR = 2018;

/** Returns a month of the five funds with a target, and of the stock without one. */
const returns: readonly (readonly number[])[] = Array.from({ length: MONTHS }, (_, month) => [
  Math.round(35 * Math.sin(month / 6) + 30 * Math.sin(month * 1.7) + 6) / 1000,
  Math.round(40 * Math.sin(month / 6 + 0.4) - 25 * Math.sin(month * 2.3) + 5) / 1000,
  Math.round(12 * Math.sin(month / 7) + 3) / 1000,
  Math.round(28 * Math.sin(month / 5 + 2) + 4) / 1000,
  0.002,
  Math.round(90 * Math.sin(month * 3.1)) / 1000,
]);

/** Excel's serials of month ends. */
const days = returns.map((_, month) => Math.round(Date.UTC(FIRST_YEAR, month + 1, 0) / 86_400_000) + 25_569);

const returnsTable: Description = {
  title: "Returns",
  steps: [
    { do: "add sheet", name: "Past" },
    {
      do: "write values",
      block: { sheet: "Past", row: 0, column: 0, height: MONTHS + 1, width: 7 },
      values: [
        ["Month", "500 Index", "Foreign", "Bond", "Windfall", "Stable", "Old stock"],
        ...returns.map((row, month) => [days[month] as number, ...row]),
      ],
    },
    {
      do: "format numbers",
      block: { sheet: "Past", row: 1, column: 0, height: MONTHS, width: 1 },
      format: "yyyy-mm-dd",
    },
    { do: "add table", name: "Returns", block: { sheet: "Past", row: 0, column: 0, height: MONTHS + 1, width: 7 } },
  ],
};

async function ask(page: Page): Promise<void> {
  await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
  await goToEvidence(page);
  await page.evaluate((table) => globalThis.keelWorkbench.workbook.apply(table), returnsTable);
  await page.getByRole("button", { name: "What if my targets moved?" }).click();
  await page.getByText(/your fixed targets would have made/).waitFor();
}

const looks: readonly (readonly [name: string, look: Look])[] = [
  ["wide", {}],
  ["320-dark", { width: 320, colorScheme: "dark" }],
  ["forced-700", { forcedColors: "active", colorScheme: "dark", width: 700 }],
];

describe("targets that move in the workbench", () => {
  test.each(looks)(
    "over a messy list, in %s",
    async (name, look) => {
      const page = await openWorkbench(look);
      await openFile(page, { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(messy) });
      await goToEvidence(page);
      await page.getByLabel("The Windfall Trust, Series R6").selectOption({ label: "US stocks" });
      await page.getByRole("button", { name: "What if my targets moved?" }).click();
      await page.getByText(/This question needs returns of your own/).waitFor();
      await wholePane(page, `evidence-moving-none-${name}`);
      await page.evaluate((table) => globalThis.keelWorkbench.workbook.apply(table), returnsTable);
      await page.getByLabel("Your age at the end of the table").fill("57");
      await page.getByText(/targets moved by age/).waitFor();
      await wholePane(page, `evidence-moving-${name}`);
      expect(await accessibilityFindings(page, "#pane")).toEqual([]);
      expect(complaints(page)).toEqual([]);
    },
    90_000,
  );

  test("go into the workbook as formulas that calculate, and into the targets after a yes; Undo takes back each", async () => {
    const page = await openWorkbench();
    await ask(page);
    const moved = { sheet: "Keel moving targets", row: 0, column: 0, height: 16, width: 8 };
    const given = Float64Array.from([0.45, 0.15, 0.2, 0.15, 0.05, 0]);
    const stable = 4;
    const putAndRead = async (rule: string): Promise<number[]> => {
      await page.getByLabel("A rule for my workbook").selectOption(rule);
      await page.getByRole("button", { name: "Put its targets in my workbook" }).click();
      await page
        .getByText(/are on sheet/)
        .first()
        .waitFor();
      const rows = await eventually(
        page,
        () => valuesIn(page, moved),
        (cells) => cells.some((row) => row[0] === "Total" && typeof row[2] === "number" && row[2] > 0.5),
      );
      await screenshot(page, `evidence-moving-sheet-${rule}`);
      const first = rows.findIndex((row) => row[0] === "Fund") + 1;
      return rows.slice(first, first + given.length).map((row) => Number(row[2]));
    };
    const near = (weights: Float64Array): unknown[] => Array.from(weights, (weight) => expect.closeTo(weight, 9));

    const year = returns.slice(-12);
    const columns = Array.from(given, (_, fund) => Float64Array.from(year, (row) => row[fund] ?? 0));
    const byVolatility = targetVolatility(given, { columns, periodsPerYear: 12 }, 0.02, stable);
    expect(byVolatility.weights[stable]).toBeGreaterThan(0.06);
    await page.getByLabel("Volatility a year that you want").fill("2%");
    expect(await putAndRead("volatility")).toEqual(near(byVolatility.weights));
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();

    const prices = columns.map(() => [1]);
    for (const row of returns) {
      prices.forEach((each, fund) => each.push((each.at(-1) ?? 1) * (1 + (row[fund] ?? 0))));
    }
    const byTrend = trendFollow(
      given,
      prices.map((each) => Float64Array.from(each)),
      6,
      stable,
    );
    expect(byTrend.weights[stable]).toBeGreaterThan(0.06);
    await page.getByLabel("Prices in the mean").fill("6");
    expect(await putAndRead("trend")).toEqual(near(byTrend.weights));

    await page.getByRole("button", { name: "Use them as my targets" }).click();
    await page.getByRole("button", { name: "Yes, replace my targets" }).click();
    await page.getByText(/follow them: they are formulas now/).waitFor();
    // The list has its targets in whole percents, and keeps them so.
    const followed = await eventually(
      page,
      () => valuesIn(page, { sheet: "mine", row: 1, column: 2, height: 6, width: 1 }),
      (cells) => typeof cells[0]?.[0] === "number" && cells[0][0] > 1,
    );
    expect(followed.flat()).toEqual(Array.from(byTrend.weights, (weight) => expect.closeTo(weight * 100, 7)));
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByRole("button", { name: "Use them as my targets" }).waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByLabel("A rule for my workbook").waitFor();
    expect(complaints(page)).toEqual([]);
  }, 120_000);
});
