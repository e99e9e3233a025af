import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isHousehold, listIn } from "../../src/lists";
import { outdatedHouseholdBy, type OutdatedHousehold } from "../../src/lists/outdated-household";
import { newTrades, newTradesPlace, tradeTable, type LoggedTrade } from "../../src/sheets";
import type { CellValue, Table } from "../../src/workbook";

type Row = readonly CellValue[];

const DAY = 46_000;

const trade = (account: string, fund: string, amount: number, valueBefore: number, date = DAY): LoggedTrade => ({
  ...{ date, fund, account, amount, valueBefore },
});

const HEADINGS = ["Account", "Fund", "Class", "Value", "Shares", "Cost basis", "Acquired", "Cash flow"];

function outdated(
  rows: readonly Row[],
  trades: readonly LoggedTrade[],
  headings: Row = HEADINGS,
): OutdatedHousehold | undefined {
  const values = [headings, ...rows];
  const block = { sheet: "Accounts", row: 4, column: 1, height: values.length, width: headings.length };
  const list = listIn({ name: "Holdings", block, values, formulas: [] });
  if (!isHousehold(list)) throw new Error("no household");
  const place = newTradesPlace({ sheet: "Log", row: 0, column: 0 }, trades.length);
  const [written] = newTrades(trades, place).flatMap((step) => (step.do === "write values" ? [step.values] : []));
  const log: Table = { name: tradeTable, block: place, values: written ?? [], formulas: [] };
  return outdatedHouseholdBy([log], list);
}

const roth = (fund: string, value: CellValue, ...more: Row): Row => ["Roth IRA", fund, "US", value, ...more];
const brokerage = (fund: string, value: CellValue, ...more: Row): Row => ["Brokerage", fund, "US", value, ...more];
const filled = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => HEADINGS.map((_, column) => row[column] ?? ""));

describe("a household's values from before its trades", () => {
  it("are found by account and fund, and the same fund of another account isn't touched", () => {
    const rows = filled([roth("VTI", 600), brokerage("VTI", 600), roth("BND", ""), brokerage("BND", 50)]);
    const found = outdated(rows, [trade("roth ira", "vti ", -100, 600), trade("Roth IRA", "BND", 100, 0)]);
    expect(found).toMatchObject({ day: DAY, trades: 2, untold: [], flows: [] });
    expect(found?.rows.map(({ row, account, before, after }) => [row, account, before, after])).toEqual([
      [1, "Roth IRA", 600, 500],
      [3, "Roth IRA", 0, 100],
    ]);
  });

  it("leave a row's price as it is: shares change with them, and the cost of a lot that is sold in part", () => {
    const rows = filled([brokerage("VTI", 1000, 10, 600, 44_000), roth("BND", 100, 5, 80)]);
    const found = outdated(rows, [trade("Brokerage", "VTI", -250, 1000), trade("Roth IRA", "BND", -50, 100)]);
    expect(found?.rows).toMatchObject([
      { row: 1, value: { value: 750 }, shares: { column: 4, value: 7.5 }, more: [{ column: 5, value: 450 }] },
      { row: 2, value: { value: 50 }, shares: { value: 2.5 }, more: [] },
    ]);
  });

  it("are of the lots that were sold, lot by lot or all of them", () => {
    const rows = filled([
      brokerage("VTI", 600, "", 500, 44_000),
      brokerage("VTI", 400, "", 500, 45_000),
      roth("BND", 10),
    ]);
    const one = outdated(rows, [trade("Brokerage", "VTI", -400, 400)]);
    expect(one?.rows.map(({ row, after }) => [row, after])).toEqual([[2, 0]]);
    const all = outdated(rows, [trade("Brokerage", "VTI", -1000, 1000)]);
    expect(all?.rows.map(({ row, after }) => [row, after])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it("aren't guessed where the log doesn't say which lots were sold; of an IRA's rows the first goes first", () => {
    const rows = [
      brokerage("VTI", 600, "", 500, 44_000),
      brokerage("VTI", 400, "", 500, 45_000),
      roth("VTI", 600),
      roth("VTI", 400),
    ];
    const found = outdated(filled(rows), [trade("Brokerage", "VTI", -700, 1000), trade("Roth IRA", "VTI", -700, 1000)]);
    expect(found?.untold).toEqual([
      { account: "Brokerage", fund: "VTI", amount: -700, because: "lots" },
      { account: "Roth IRA", fund: "", amount: 700, because: "cash" },
    ]);
    expect(found?.rows.map(({ row, after }) => [row, after])).toEqual([
      [3, 0],
      [4, 300],
    ]);
  });

  it("of a taxable purchase are a new lot, unless the fund wasn't held or its owner has added one", () => {
    const held = brokerage("VTI", 600, 6, 500, 44_000);
    const bought = [trade("Brokerage", "VTI", 100, 600)];
    expect(outdated(filled([held, roth("BND", 1)]), bought)?.untold).toEqual([
      { account: "Brokerage", fund: "VTI", amount: 100, because: "new lot" },
    ]);
    const added = brokerage("VTI", 100, 1, 100, DAY);
    expect(outdated(filled([held, added, roth("BND", 1)]), bought)).toBeUndefined();
    const menu = outdated(filled([brokerage("VTI", 0), roth("BND", 1), brokerage("Cash", 100)]), [
      trade("Brokerage", "VTI", 100, 0),
    ]);
    expect(menu?.rows[1]).toMatchObject({ fund: "Cash", after: 0 });
    expect(menu?.rows[0]).toMatchObject({
      after: 100,
      more: [
        { column: 5, value: 100 },
        { column: 6, value: DAY, isDay: true },
      ],
    });
    expect(menu?.rows[0]?.shares).toBeUndefined();
  });

  it("take a cash flow out that is placed, and put what the trades leave over into the account's cash", () => {
    const flowing = (cash: readonly Row[]): readonly Row[] =>
      filled([roth("VTI", 600, "", "", "", 100), ...cash, brokerage("BND", 1)]);
    const bought = [trade("Roth IRA", "VTI", 80, 600)];
    const into = outdated(flowing([roth("Cash", 5)]), bought);
    expect(into?.rows.map(({ row, after }) => [row, after])).toEqual([
      [1, 680],
      [2, 25],
    ]);
    expect(into?.flows).toEqual([{ account: "Roth IRA", row: 1, column: 7, value: "" }]);
    expect(outdated(flowing([]), bought)?.flows).toMatchObject([{ value: 20 }]);
    // Cash that was logged as a trade is not moved twice.
    const logged = outdated(flowing([roth("Cash", 5)]), [...bought, trade("Roth IRA", "Cash", 20, 5)]);
    expect(logged?.rows.map(({ after }) => after)).toEqual([680, 25]);
    const sold = outdated(filled([roth("VTI", 600), brokerage("BND", 1)]), [trade("Roth IRA", "VTI", -80, 600)]);
    expect(sold?.untold).toEqual([{ account: "Roth IRA", fund: "", amount: 80, because: "cash" }]);
  });

  it("are none once other values are there, nor of an earlier day, nor of a fund that the list doesn't have", () => {
    const rows = filled([roth("VTI", 600), brokerage("BND", 50)]);
    expect(outdated(rows, [trade("Roth IRA", "VTI", -1, 601)])).toBeUndefined();
    expect(outdated(rows, [trade("Roth IRA", "VTI", -1, 600, 45_000), trade("HSA", "X", 1, 0)])).toBeUndefined();
    expect(outdated(rows, [trade("Brokerage", "VTI", -1, 600)])).toBeUndefined();
  });

  it("and cash flows hold no money more or less than before, whatever was traded", () => {
    const cents = fc.integer({ min: 1, max: 1_000_000_00 });
    const account = fc.record({
      values: fc.array(cents, { minLength: 1, maxLength: 6 }),
      parts: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      flow: fc.integer({ min: 0, max: 100_000_00 }),
      cash: fc.option(cents, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.tuple(account, account), (drawn) => {
        const rows: Row[] = [];
        const trades: LoggedTrade[] = [];
        for (const [index, { values, parts, flow, cash }] of drawn.entries()) {
          const name = `IRA ${index}`;
          for (const [fund, value] of values.entries()) {
            const amount = Math.trunc(value * (parts[fund] ?? 0));
            const flowCell = fund === 0 && flow > 0 ? flow / 100 : "";
            rows.push([name, `Fund ${fund}`, "US", value / 100, "", "", "", flowCell]);
            if (amount !== 0) trades.push(trade(name, `Fund ${fund}`, amount / 100, value / 100));
          }
          // Enough to pay for what is bought.
          if (cash !== undefined) rows.push([name, "Cash", "Cash", (cash + 6_000_000_00) / 100, "", "", "", ""]);
        }
        if (trades.length === 0) return;
        const found = outdated(rows, trades);
        const moved = (found?.rows ?? []).reduce(
          (sum, { before, after }) => sum + Math.round((after - before) * 100),
          0,
        );
        const placed = (found?.flows ?? []).reduce((sum, { row, value }) => {
          const was = Number(rows[row - 1]?.[7]);
          return sum + Math.round((was - Number(value)) * 100);
        }, 0);
        const untold = (found?.untold ?? []).reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
        expect(moved + untold).toBe(placed);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
