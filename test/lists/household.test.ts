import { describe, expect, it, test } from "@jest/globals";
import { isHousehold, isOnePot, listIn, type List } from "../../src/lists/list";
import { blockAt, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook";
import { brokerTable } from "../ranges/broker-tables";

function listOf(values: readonly (readonly CellValue[])[]): List {
  const block = { ...(blockAt("Money!A1") as Block), height: values.length, width: values[0]?.length ?? 0 };
  return listIn({ block, values, formulas: values.map((row) => row.map(() => "")) });
}

const HEADINGS = ["Account", "Fund", "Value", "Target"];

describe("a list with money in two accounts", () => {
  it("is a household, whatever its targets add up to", () => {
    // Targets typed per account, 100 % each.
    const list = listOf([
      HEADINGS,
      ["401(k)", "Stocks", 6000, 0.6],
      ["401(k)", "Bonds", 4000, 0.4],
      ["IRA", "Stocks", 3000, 0.5],
      ["IRA", "Bonds", 2000, 0.5],
    ]);
    expect(isOnePot(list)).toBe(false);
    expect(list.household).toMatchObject({
      holdings: 4,
      accounts: [
        { name: "401(k)", total: 1_000_000, holdings: 2 },
        { name: "IRA", total: 500_000, holdings: 2 },
      ],
    });
  });

  it("is one account where the other has none", () => {
    const list = listOf([HEADINGS, ["401(k)", "Stocks", 6000, 0.6], ["", "Bonds", 4000, 0.4], ["IRA", "Bonds", 0, ""]]);
    expect([isHousehold(list), isOnePot(list)]).toEqual([false, true]);
  });
});

/** How many tables are drawn; `KEEL_TABLES=20000` draws more. */
const TABLES = Number(process.env["KEEL_TABLES"] ?? 600);

test(`of ${TABLES} tables as brokers could write them, those with several accounts are households, to the cent`, () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const { cells, truth } = brokerTable(seed);
    const list = listOf(cells.map((row) => row.map((cell) => (cell ?? "") as CellValue)));
    const money = new Map<number, number>();
    for (const { account, cents } of truth.positions) {
      if (cents !== 0) money.set(account, (money.get(account) ?? 0) + cents);
    }
    const accounts = list.household?.accounts.map(({ total }) => total) ?? [];
    expect({ seed, accounts }).toEqual({ seed, accounts: money.size > 1 ? [...money.values()] : [] });
    if (money.size > 1 || !isOnePot(list)) continue;
    // What formulas over the list's rows would count is what is held: no total, no loan and no debt is among them.
    const first = list.block.row + list.firstRow;
    const rows = truth.positions.filter(({ row }) => row >= first && row < first + list.height);
    const held = truth.positions.filter(({ cents }) => cents !== 0);
    expect({ seed, held: rows.filter(({ cents }) => cents !== 0) }).toEqual({ seed, held });
    expect({ seed, owed: held.some(({ cents }) => cents < 0) }).toEqual({ seed, owed: false });
  }
});
