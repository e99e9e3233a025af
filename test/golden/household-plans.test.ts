import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Cells } from "../../src/ranges";
import { planned, readySolver } from "../ranges/household/planned";

// Source: the product contract's worked numbers, by line. Tables go through the reader, the engine and the layout.

beforeAll(readySolver);

const targets = (...weights: readonly (readonly [name: string, weight: number])[]): Cells => [
  ["Class", "Weight"],
  ...weights,
];

/** A table of accounts, types, funds, classes, values and cash flows. */
const table = (...rows: readonly (readonly unknown[])[]): Cells => [
  ["Account", "Fund", "Asset class", "Value", "Cash flow"],
  ...rows.map((row) => [...row, ...new Array<string>(5 - row.length).fill("")]),
];

const HOUSEHOLD: Cells = [
  ["Account", "Fund", "US", "Intl", "Bond", "Value", "Cash flow", "Cost basis"],
  ["401(k)", "Target date", 0.54, 0.36, 0.1, 80_000, "", ""],
  ["401(k)", "Bond", "", "", 1, 20_000, "", ""],
  ["401(k)", "US", 1, "", "", 0, "", ""],
  ["Roth IRA", "US", 1, "", "", 30_000, "", ""],
  ["Roth IRA", "Intl", "", 1, "", 0, "", ""],
  ["Taxable", "US", 1, "", "", 20_000, "", 20_000],
];
const MIX = targets(["US", 50], ["Intl", 20], ["Bond", 30]);
const TRADES_OF_14 = [
  ["401(k)", "Target date", "Sell", -18_888.89],
  ["401(k)", "Bond", "Buy", 18_888.89],
  ["Roth IRA", "US", "Sell", -8000],
  ["Roth IRA", "Intl", "Buy", 8000],
];

describe("line 14", () => {
  it("looks through the target-date fund, and pays no tax", () => {
    const { trades, check, column } = planned(HOUSEHOLD, MIX);
    expect(trades).toEqual(TRADES_OF_14);
    expect(check.get("Tax")?.[0]).toBe(0);
    expect(check.get("US")?.[0]).toBeCloseTo(93_200 / 150_000, 12);
    expect(column).toEqual([-18_888.89, 18_888.89, 0, -8000, 8000, 0]);
  });

  it("is the same with relocate, and with a better place for international stocks in taxable accounts: line 36", () => {
    expect(planned(HOUSEHOLD, MIX, "relocate").trades).toEqual(TRADES_OF_14);
    const placed: Cells = [
      ["Class", "Weight", "Taxable"],
      ["US", 50, 2],
      ["Intl", 20, 3],
      ["Bond", 30, ""],
    ];
    expect(planned(HOUSEHOLD, placed).trades).toEqual(TRADES_OF_14);
  });

  it("places a contribution without selling: line 46", () => {
    const paid = HOUSEHOLD.map((row, at) => (at === 2 ? row.map((cell, column) => (column === 6 ? 12_000 : cell)) : row));
    const { trades, column } = planned(paid, MIX, "no sells");
    expect(trades[0]).toEqual(["401(k)", "Bond", "Buy", 12_000]);
    expect(column).toEqual([0, 12_000, 0, 0, 0, 0]);
  });
});

describe("lines 37 and 38: bands of the household", () => {
  const accounts = (stocks: number, bonds: number): Cells =>
    table(
      ["401(k)", "Stocks", "Stocks", stocks],
      ["401(k)", "Bonds", "Bonds", bonds],
      ["Roth IRA", "Stocks", "Stocks", 10_000],
      ["Roth IRA", "Bonds", "Bonds", 5000],
    );
  const MIX_OF_TWO = targets(["Stocks", 70], ["Bonds", 30]);
  const traded = (amount: number): unknown => [
    ["401(k)", "Stocks", "Sell", -amount],
    ["401(k)", "Bonds", "Buy", amount],
  ];

  it("go back to the edge, or to the target", () => {
    expect(planned(accounts(66_000, 19_000), MIX_OF_TWO, "5%; to edge").trades).toEqual(traded(1000));
    expect(planned(accounts(66_000, 19_000), MIX_OF_TWO, "5%").trades).toEqual(traded(6000));
  });

  it("need no trades at the edge", () => {
    expect(planned(accounts(65_000, 20_000), MIX_OF_TWO, "5%").trades).toEqual([["No trades needed", "", "", ""]]);
  });
});

it("line 39: classes that accounts' own money can't reach are off goal, evenly", () => {
  const { trades } = planned(
    [
      ["Account", "Fund", "Asset class", "Value", "Cash flow", "Cost basis"],
      ["Roth IRA", "A", "A", 10_000, 3000, ""],
      ["Roth IRA", "B", "B", 10_000, "", ""],
      ["Taxable", "C", "C", 10_000, "", 10_000],
    ],
    targets(["A", 40], ["B", 40], ["C", 20]),
  );
  expect(trades).toEqual([
    ["Roth IRA", "A", "Buy", 1500],
    ["Roth IRA", "B", "Buy", 1500],
    ["", "A", "Short", 1700],
    ["", "B", "Short", 1700],
    ["", "C", "Over", 3400],
  ]);
});

it("line 40: a loss makes room for a gain of the same size", () => {
  const { plan, check } = planned(
    [
      ["Account", "Fund", "Asset class", "Value", "Cost basis"],
      ["Taxable", "VTI", "Stocks", 40_000, 28_000],
      ["Taxable", "VTI", "Stocks", 10_000, 14_000],
      ["Taxable", "BND", "Bonds", 50_000, 50_000],
    ],
    targets(["Stocks", 30], ["Bonds", 70]),
    "gains none; income 22%; gains rate 15%",
  );
  expect(plan.map(([, fund, , amount, , , , gain]) => [fund, amount, gain])).toEqual([
    ["VTI", -10_000, 3000],
    ["VTI", -10_000, -4000],
    ["BND", 20_000, 0],
  ]);
  expect(plan.reduce((sum, row) => sum + Number(row[8]), 0)).toBe(0);
  expect(check.get("Tax")?.[0]).toBe(0);
});

describe("line 41: money is taken out at a gain where it must be", () => {
  const holdings: Cells = [
    ["Account", "Fund", "Asset class", "Value", "Cost basis", "Cash flow"],
    ["Taxable", "VTI", "Stocks", 80_000, 20_000, -30_000],
    ["Taxable", "BND", "Bonds", 20_000, 20_000, ""],
  ];
  const amounts = (rule: string): unknown => {
    const { column, check } = planned(holdings, targets(["Stocks", 50], ["Bonds", 50]), `${rule}; gains rate 15%`);
    return [...column, check.get("Gain")?.[1], check.get("Tax")?.[0]];
  };

  it.each([
    ["gains none", [-10_000, -20_000, 7500, 1125]],
    ["gains allowed", [-45_000, 15_000, 33_750, 5062.5]],
  ])("%s", (rule, expected) => {
    expect(amounts(rule)).toEqual(expected);
  });
});

it("line 42: relocate moves stocks and bonds to their better places, and nothing else does", () => {
  const holdings: Cells = [
    ["Account", "Fund", "Asset class", "Value", "Cost basis"],
    ["401(k)", "Stocks", "Stocks", 50_000, ""],
    ["401(k)", "Bonds", "Bonds", 0, ""],
    ["Taxable", "Stocks", "Stocks", 10_000, 10_000],
    ["Taxable", "Bonds", "Bonds", 40_000, 40_000],
  ];
  const mix = targets(["Stocks", 60], ["Bonds", 40]);
  const plain = planned(holdings, mix);
  expect(plain.trades).toEqual([["No trades needed", "", "", ""]]);
  const moved = planned(holdings, mix, "relocate");
  expect(moved.column).toEqual([-40_000, 40_000, 40_000, -40_000]);
  expect(moved.check.get("Location score")?.slice(0, 2)).toEqual([0, 100]);
});

it("line 43: line 17 as a household of one 401(k)", () => {
  const holdings = table(["401(k)", "A", "A", 5150], ["401(k)", "B", "B", 3920], ["401(k)", "C", "C", 930]);
  const { column, check } = planned(holdings, targets(["A", 50], ["B", 40], ["C", 10]), "min $100");
  expect(column).toEqual([-111.11, 111.11, 0]);
  expect(check.get("Dropped")?.slice(0, 2)).toEqual([1, "row 4 (C in 401(k))"]);
});

it("line 44: a distribution is typed as cash flows", () => {
  const holdings: Cells = [
    ["Account", "Fund", "Asset class", "Value", "Cost basis", "Cash flow"],
    ["IRA", "Stocks", "Stocks", 205_000, "", -8039.22],
    ["Taxable", "Stocks", "Stocks", 1000, 1000, 6270.59],
  ];
  expect(planned(holdings, targets(["Stocks", 100])).column).toEqual([-8039.22, 6270.59]);
});

it("line 45: what money counts", () => {
  const holdings: Cells = [
    ["Account", "Fund", "Asset class", "Value", "Counts as"],
    ["401(k)", "Bonds", "Bonds", 50_000, "80%"],
    ["Roth IRA", "Stocks", "Stocks", 50_000, ""],
    ["Roth IRA", "Bonds", "Bonds", 0, ""],
  ];
  const mix = targets(["Stocks", 50], ["Bonds", 50]);
  const { column, check } = planned(holdings, mix);
  expect(column).toEqual([0, -5000, 5000]);
  expect(check.get("Stocks")?.map((cell) => Number(Number(cell).toFixed(12)))).toEqual([0.555555555556, 0.5, 0.5, 0]);
  const said = holdings.map((row) => row.slice(0, 4));
  expect(planned(said, mix, "after tax; income 20%").column).toEqual([0, -5000, 5000]);
});

interface Case {
  readonly id: string;
  /** Where somebody asked it. */
  readonly source: string;
  readonly about: string;
  readonly holdings: Cells;
  readonly targets: Cells;
  /** What is traded: the account, the fund and the amount of each row of PLAN. */
  readonly trades: readonly (readonly unknown[])[];
}

const cases = JSON.parse(readFileSync(path.join(__dirname, "household-field.json"), "utf8")) as readonly Case[];

describe("households from the field", () => {
  it.each(cases.map((each) => [each.id, each] as const))("%s", (_, { holdings, targets: mix, trades }) => {
    expect(planned(holdings, mix).trades.map(([account, fund, , amount]) => [account, fund, amount])).toEqual(trades);
  });
});
