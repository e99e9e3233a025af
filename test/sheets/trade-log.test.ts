import { describe, expect, it } from "@jest/globals";
import { roundtrips } from "../../src/operations";
import {
  blockAt,
  furtherTrades,
  localAddress,
  moneyPatterns,
  newTrades,
  newTradesPlace,
  nextLogRows,
  tradesLogged,
  tradeTable,
  type LoggedTrade,
  type Step,
} from "../../src/sheets";
import type { Table } from "../../src/workbook";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const sold: LoggedTrade = {
  date: 46_000,
  fund: "US stocks",
  account: "401(k)",
  amount: -3600.5,
  valueBefore: 33_600.5,
};
const bought: LoggedTrade = { date: 46_000, fund: "=Bonds", account: "", amount: 3600.5, valueBefore: 0 };

async function carriedOut(workbook: PaperWorkbook, steps: readonly Step[] | undefined): Promise<Table> {
  if (!steps) throw new Error("The table is not taken for a log of trades.");
  expect((await workbook.apply({ title: "Trades", steps })).outcome).toBe("applied");
  const found = (await workbook.tables()).find(({ name }) => name === tradeTable);
  if (!found) throw new Error("There is no log of trades.");
  return found;
}

const beginning = newTradesPlace({ sheet: "Log", row: 3, column: 6 }, 2);

describe("the log of trades", () => {
  it("begins as a table with a row for each trade, and reads back", async () => {
    expect(beginning).toEqual(blockAt("Log!G4:K6"));
    const table = await carriedOut(new PaperWorkbook(), newTrades([sold, bought], beginning));
    expect(table.block).toEqual(beginning);
    expect(table.values).toEqual([
      ["Date", "Fund", "Amount", "Account", "Value before"],
      [46_000, "US stocks", -3600.5, "401(k)", 33_600.5],
      [46_000, "=Bonds", 3600.5, "", 0],
    ]);
    expect(tradesLogged(table)).toEqual([sold, bought]);
  });

  it("goes on below its last row by its headings, and leaves the owner's own columns alone", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Log!B2", [
      ["Amount", "My remark", "Date", "Fund", "Value before", "Account"],
      [5, "first", 45_000, "US stocks", 10, ""],
    ]);
    workbook.table(tradeTable, "Log!B2:G3");
    const [before] = await workbook.tables();
    if (!before) throw new Error("There is no table.");
    expect(nextLogRows(before, 2)).toEqual(blockAt("Log!B4:G5"));
    const table = await carriedOut(workbook, furtherTrades([sold, bought], before));
    expect(table.block).toEqual(blockAt("Log!B2:G5"));
    expect(table.values[2]).toEqual([-3600.5, "", 46_000, "US stocks", 33_600.5, "401(k)"]);
    expect(tradesLogged(table).slice(1)).toEqual([sold, bought]);
  });

  it("shows money as the owner's list does, with a sign for what was sold", () => {
    const euros = moneyPatterns('#,##0 "€"');
    const formats = (steps: readonly Step[] = []): readonly unknown[] =>
      steps.flatMap((step) => (step.do === "format numbers" ? [[localAddress(step.block), step.format]] : []));
    const expected = (from: number, to: number): readonly unknown[] => [
      [`G${from}:G${to}`, "yyyy-mm-dd"],
      [`H${from}:H${to}`, "@"],
      [`I${from}:I${to}`, '#,##0 "€";-#,##0 "€"'],
      [`J${from}:J${to}`, "@"],
      [`K${from}:K${to}`, '#,##0 "€"'],
    ];
    expect(formats(newTrades([sold, bought], beginning, euros))).toEqual(expected(5, 6));
    const values = [
      ["Date", "Fund", "Amount", "Account", "Value before"],
      [1, "a", 1, "", 1],
      [1, "a", 1, "", 1],
    ];
    const found = { name: tradeTable, block: beginning, values };
    expect(formats(furtherTrades([sold, bought], found, euros))).toEqual(expected(7, 8));
  });

  it("passes rows over that aren't trades with a value before", () => {
    const values = [
      ["Date", "Fund", "Amount", "Account", "Value before"],
      ["2026-01-05", "Bonds", 10, "", 5],
      ["soon", "Bonds", 10, "", 5],
      [46_000, "", 10, "", 5],
      [46_000, "Bonds", "ten", "", 5],
      [46_000, "Bonds", 10, "", ""],
    ];
    expect(tradesLogged({ name: tradeTable, block: beginning, values })).toEqual([
      { date: 46_027, fund: "Bonds", account: "", amount: 10, valueBefore: 5 },
    ]);
  });

  it("is what KEEL.ROUNDTRIPS reads, its header included", async () => {
    const back = { ...sold, date: 46_010, amount: 2000, valueBefore: 30_000 };
    const { values } = await carriedOut(new PaperWorkbook(), newTrades([sold, back], beginning));
    const answer = roundtrips.answer(values, [[46_010]], "vanguard");
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(answer.cells).toHaveLength(2);
    expect(JSON.stringify(answer.cells[1])).toContain("US stocks");
  });
});
