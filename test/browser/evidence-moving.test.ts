import { describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { targetVolatility, trendFollow } from "../../src/engine";
import type {} from "../../src/workbench/main";
import { complaints, screenshot } from "./browser";
import { openMessy } from "./evidence-screen";
import { eventually, valuesIn } from "./grid";
import { returns, returnsTable } from "./own-returns";

async function ask(): Promise<Page> {
  const page = await openMessy();
  await page.evaluate((table) => globalThis.keelWorkbench.workbook.apply(table), returnsTable);
  await page.getByRole("button", { name: "What if my targets moved?" }).click();
  await page.getByText(/your fixed targets would have made/).waitFor();
  return page;
}

describe("targets that move in the workbench", () => {
  test("go into the workbook as formulas that calculate, and into the targets after a yes; Undo takes back each", async () => {
    const page = await ask();
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

    // Eight years before retirement: 50 % in stocks and 8/25 of the 40 points above, the rest in bonds, each fund by its part.
    const stocks = 0.5 + (0.4 * 8) / 25;
    const byAge = Float64Array.from([0.45 / 0.75, 0.15 / 0.75, 0, 0.15 / 0.75, 0, 0], (part) => part * stocks);
    byAge[2] = 1 - stocks;
    await page.getByLabel("Your age at the end of the table").fill("57");
    expect(await putAndRead("age")).toEqual(near(byAge));
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();

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
    await page.getByLabel("Rows to judge the trend by").fill("6");
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
