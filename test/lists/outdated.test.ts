import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listIn, isReady, type Outdated } from "../../src/lists";
import { outdatedBy } from "../../src/lists/outdated";
import { blockAt, newTrades, newTradesPlace, tradeTable, type LoggedTrade } from "../../src/sheets";
import type { Table } from "../../src/workbook";

type Row = readonly (string | number)[];

function outdated(
  rows: readonly Row[],
  trades: readonly LoggedTrade[],
  headings: Row = ["Fund", "Value", "Target"],
): Outdated | undefined {
  const values = [headings, ...rows];
  const block = blockAt(`Plan!A1:${headings.length === 3 ? "C" : "D"}${values.length}`);
  if (!block) throw new Error("no block");
  const list = listIn({ name: "Holdings", block, values, formulas: [] });
  if (!isReady(list)) throw new Error("no list");
  return outdatedBy([tableOf(trades)], list);
}

function tableOf(trades: readonly LoggedTrade[]): Table {
  const block = newTradesPlace({ sheet: "Log", row: 0, column: 0 }, trades.length);
  const [written] = newTrades(trades, block).flatMap((step) => (step.do === "write values" ? [step.values] : []));
  return { name: tradeTable, block, values: written ?? [], formulas: [] };
}

const trade = (fund: string, amount: number, valueBefore: number, date = 46_000, account = ""): LoggedTrade => ({
  date,
  fund,
  account,
  amount,
  valueBefore,
});

describe("values from before the trades", () => {
  it("are those that are to the cent what they were when the trade was logged", () => {
    const rows = [
      ["Stocks", 600, 0.5],
      ["Bonds", 400.01, 0.5],
    ];
    const found = outdated(rows, [trade("stocks ", -100, 600), trade("Bonds", 100, 400)]);
    expect(found).toEqual({ day: 46_000, trades: 2, funds: [{ row: 0, fund: "Stocks", before: 600, after: 500 }] });
  });

  it("are of the last day only, of the trade that was logged last, and of its own account", () => {
    const rows = [
      ["401(k)", "Stocks", 600, 0.25],
      ["IRA", "Stocks", 600, 0.25],
      ["401(k)", "Bonds", "", 0.5],
    ];
    const headings = ["Account", "Fund", "Value", "Target"];
    const trades = [
      trade("Stocks", -1, 600, 45_000, "IRA"),
      trade("Stocks", -100, 600, 46_000, "401(k)"),
      trade("Stocks", -200, 600, 46_000, "401(k)"),
      trade("Bonds", 200, 0, 46_000, "401(k)"),
    ];
    expect(outdated(rows, trades, headings)?.funds).toEqual([
      { row: 0, fund: "Stocks", before: 600, after: 400 },
      { row: 2, fund: "Bonds", before: 0, after: 200 },
    ]);
  });

  it("are none without trades, nor of funds that the log doesn't know", () => {
    const rows = [
      ["Stocks", 600, 0.5],
      ["Bonds", 400, 0.5],
    ];
    expect(outdated(rows, [])).toBeUndefined();
    expect(outdated(rows, [trade("Gold", 5, 600)])).toBeUndefined();
  });

  it("give way to values that add up to what there was and what was traded in, and then are none", () => {
    const cents = fc.integer({ min: 1, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 1, maxLength: 200 }),
        (drawn) => {
          const rows = drawn.map(([value], row) => ({ fund: `Fund ${row % 7}`, value }));
          const trades = drawn.map(([value, part], row) =>
            trade(`Fund ${row % 7}`, (Math.trunc(value * part) || 1) / 100, value / 100),
          );
          const cells = (values: readonly number[]): Row[] =>
            rows.map(({ fund }, row) => [fund, (values[row] ?? 0) / 100, 1 / rows.length]);
          const found = outdated(cells(rows.map(({ value }) => value)), trades);
          expect(found?.funds).toHaveLength(rows.length);
          const sum = (numbers: readonly number[]): number =>
            numbers.reduce((all, one) => all + Math.round(one * 100), 0);
          const after = found?.funds.map((fund) => fund.after) ?? [];
          expect(sum(after)).toBe(sum(rows.map(({ value }) => value / 100)) + sum(trades.map(({ amount }) => amount)));
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });
});
