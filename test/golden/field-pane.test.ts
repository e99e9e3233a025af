import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readCsv, textOf } from "../../src/csv";
import {
  columnOf,
  fundName,
  fundRows,
  type HouseholdList,
  nameOf,
  survey,
  type ReadyList,
  type Survey,
} from "../../src/lists";
import { blockAt, columnName } from "../../src/sheets";
import { bookFromText } from "../../src/workbench/book-from-text";
import type { CellValue } from "../../src/workbook";
import { column } from "../functions/shipped";
import { brokerFile, type brokerFiles } from "../lists/broker-files";
import { PaperWorkbook } from "../taskpane/paper-workbook";

/*
 * Broker files and one hand-made table, as the pane's readers find them: E*TRADE PortfolioDownload.csv, Fidelity
 * Portfolio_Positions and Schwab positions exports (jbms/beancount-import#235 and PR 81; importers on GitHub), and the
 * layout of mymoneyblog.com's simple rebalancing template. The shapes are real, the figures invented. What the pane says
 * about them, and how it looks, is tested in test/taskpane/broker-lists.test.ts.
 */

type Broker = (typeof brokerFiles)[number];

/** The file with every cell as the text that stands in it. */
function asText(broker: Broker): PaperWorkbook {
  const workbook = new PaperWorkbook();
  readCsv(textOf(new Uint8Array(readFileSync(brokerFile(broker))))).rows.forEach((row, down) => {
    row.forEach((cell, across) => {
      if (cell !== "") workbook.type(`Export!${columnName(across)}${down + 1}`, [[cell]]);
    });
  });
  return workbook;
}

/** The file as a spreadsheet opens it: numbers, percents and amounts are numbers. */
function asOpened(broker: Broker): PaperWorkbook {
  const work = bookFromText(new Uint8Array(readFileSync(brokerFile(broker))), `${broker}.csv`, () => undefined);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    const workbook = new PaperWorkbook();
    for (const { row, column: across, value: cell } of value.book.sheets[0]?.cells ?? []) {
      workbook.type(`Export!${columnName(across)}${row + 1}`, [[cell as CellValue]]);
    }
    return workbook;
  }
}

function withTargets(workbook: PaperWorkbook, at: string, targets: readonly CellValue[]): PaperWorkbook {
  workbook.type(
    `Export!${at}`,
    ["Target", ...targets].map((cell) => [cell]),
  );
  return workbook;
}

async function sightFrom(workbook: PaperWorkbook, select: string): Promise<Survey["sight"]> {
  workbook.select(select);
  return (await survey(workbook, { chosen: [] })).sight;
}

/** The row on the sheet that is left out as the total of the rows above. */
function totalRow(list: Pick<ReadyList, "block" | "total">): number | undefined {
  return list.total && list.block.row + list.total.row + 1;
}

/** Drift of each fund, in points to two places, by the shipped function. */
function driftPoints(list: ReadyList): unknown[] {
  const drifts = column("DRIFT", columnOf(list, list.columns.value), columnOf(list, list.columns.target));
  return drifts.map((drift) => (typeof drift === "number" ? Math.round(drift * 1e4) / 100 : drift));
}

/** Whole cents in each account. */
const moneyByAccount = ({ household }: HouseholdList): unknown[] =>
  household.accounts.map(({ name, total }) => [name, total]);

describe("tables from the field, as the pane finds them", () => {
  it("pane-etrade-cell-a1", async () => {
    const sight = await sightFrom(asOpened("etrade-portfolio"), "Export!A1");
    if (sight.found !== "cells") throw new Error(`found ${sight.found}`);
    const { list } = sight;
    expect(list.block.row).toBe(blockAt("Export!A10")?.row);
    expect([list.block.row + list.firstRow + 1, list.block.row + list.firstRow + list.height]).toEqual([11, 14]);
    expect([list.block.column, list.block.width]).toEqual([0, 10]);
    expect(totalRow(list)).toBe(15);
    expect(list.columns.target).toBeUndefined();
  });

  it("pane-fidelity-all-text", async () => {
    const sight = await sightFrom(asText("fidelity-positions"), "Export!H3");
    if (sight.found !== "household") throw new Error(`found ${sight.found}`);
    expect(nameOf(sight.list)).toBe("A1:P8");
    expect(sight.targets).toBeUndefined();
    expect(moneyByAccount(sight.list)).toEqual([
      ["ROTH IRA", 32_600_00],
      ["ROLLOVER IRA", 15_800_00],
    ]);
  });

  it("pane-fidelity-pending", async () => {
    const targets = [0, 0.5, 0.1, 0, 0, 0.3, 0.1];
    const sight = await sightFrom(withTargets(asOpened("fidelity-positions"), "Q1", targets), "Export!H3");
    if (sight.found !== "household") throw new Error(`found ${sight.found}`);
    const { list } = sight;
    expect(fundRows(list)).toHaveLength(7);
    // Pending activity is cash of its account, and nothing is in question.
    const pending = list.household.table.positions.find(({ row }) => row === 4);
    expect([pending?.fund?.text, pending?.value, pending?.isCash]).toEqual(["Pending activity", -250_50, true]);
    expect(list.household.table.questions).toEqual([]);
    expect(moneyByAccount(list)).toEqual([
      ["ROTH IRA", 32_600_00],
      ["ROLLOVER IRA", 15_800_00],
    ]);
  });

  it("pane-schwab-share-taken-for-target", async () => {
    const sight = await sightFrom(asOpened("schwab-positions"), "Export!A4");
    if (sight.found !== "cells") throw new Error(`found ${sight.found}`);
    expect(sight.list.columns.target).toBeUndefined();
    expect(fundRows(sight.list)).toHaveLength(4);
    expect(totalRow(sight.list)).toBe(8);
    expect(sight.list.obstacles).toEqual([]);
  });

  it("pane-schwab-with-target", async () => {
    const workbook = withTargets(asOpened("schwab-positions"), "Q3", [0.5, 0.2, 0.25, 0.05]);
    const sight = await sightFrom(workbook, "Export!A4");
    if (sight.found !== "list") throw new Error(`found ${sight.found}`);
    const { list } = sight;
    expect(totalRow(list)).toBe(8);
    expect(driftPoints(list)).toEqual([1, 0, -0.98, -0.02]);
    expect(
      column("STATUS", columnOf(list, list.columns.value), columnOf(list, list.columns.target), [["5/25"]]),
    ).toEqual(Array(4).fill("In band"));
    expect(fundRows(list).map((row) => fundName(list, row))).toEqual([
      "US BROAD MARKET ETF",
      "INTL EQUITY ETF",
      "US AGGREGATE BOND ETF",
      "Cash & Cash Investments",
    ]);
  });

  it("pane-total-without-label", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [
      ["Asset Class", "Target %", "Balance", "Actual %", "Target $", "Difference"],
      ["US stocks", 35, 40_250, 36.59, 38_500, 1750],
      ["International", 25, 24_200, 22, 27_500, -3300],
      ["Real estate", 6, 6600, 6, 6600, 0],
      ["Bonds", 34, 38_950, 35.41, 37_400, 1550],
      ["", 100, 110_000, 100, 110_000, 0],
    ]);
    const sight = await sightFrom(workbook, "Money!C3");
    if (sight.found !== "list") throw new Error(`found ${sight.found}`);
    expect(totalRow(sight.list)).toBe(6);
    expect(fundRows(sight.list)).toHaveLength(4);
    expect(driftPoints(sight.list)).toEqual([1.59, -3, 0, 1.41]);
  });
});
