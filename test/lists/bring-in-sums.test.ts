import { describe, expect, test } from "@jest/globals";
import { foundIn, heldIn, noChoices, openIn, type Found, type Source } from "../../src/lists";

/** 30 November 2026. */
const TODAY = 46_356;

const source = (name: string, ...cells: Source["cells"]): Source => ({ key: name, name, from: "pasted", cells });
const foundOf = (...cells: Source["cells"]): Found => foundIn([source("list", ...cells)], noChoices, TODAY);
const HEADINGS = ["Account", "Symbol", "Shares", "Price", "Value", "Cost basis"];

describe("money on its way", () => {
  test("goes to the row of cash with most in it, whose shares are dollars", () => {
    const { holdings, pending } = foundOf(
      HEADINGS,
      ["IRA", "SPAXX", 100, 1, 100, ""],
      ["IRA", "FDRXX", 900, 1, 900, ""],
      ["IRA", "Pending activity", "", "", 50.25, ""],
    );
    expect(holdings.map(({ value, shares }) => [value, shares])).toEqual([
      [10_000, 100],
      [95_025, 950.25],
    ]);
    expect(pending.map(({ amount }) => amount)).toEqual([5_025]);
  });

  test("leaves cash without shares without them", () => {
    const { holdings } = foundOf(
      HEADINGS,
      ["IRA", "SPAXX**", "", "", 100, ""],
      ["IRA", "Pending activity", "", "", -40, ""],
    );
    expect(holdings.map(({ value, shares }) => [value, shares])).toEqual([[6_000, undefined]]);
  });
});

describe("rows of one fund in one account", () => {
  test("add up; what one of them lacks, the sum lacks", () => {
    const [sum] = foundOf(HEADINGS, ["IRA", "VTI", 1, 300, 300, 250], ["IRA", "VTI", 2, 300, 600, ""]).holdings;
    expect(sum).toMatchObject({ value: 90_000, shares: 3, price: 300, costBasis: undefined });
  });

  test("that are priced in two ways have the price that both make", () => {
    const [sum] = foundOf(
      HEADINGS,
      ["IRA", "US TREASURY NOTE 4.125 11/15/27", 1000, 100, 1000, 990],
      ["IRA", "US TREASURY NOTE 4.125 11/15/27", 1000, 1.01, 1010, 1000],
    ).holdings;
    expect(sum).toMatchObject({ value: 201_000, shares: 2000, price: 1.005, costBasis: 199_000 });
  });
});

describe("lots of one fund in one account", () => {
  const lots = (...days: readonly (string | number)[]): Source["cells"] => [
    [...HEADINGS, "Acquired"],
    ...days.map((day, index) => ["Joint", "VTI", 1 + index, 300, 300 * (1 + index), 200, day]),
  ];

  test("stay apart by their days, and lots of one day add up", () => {
    const { holdings, total } = foundOf(...lots("2016-03-14", 46_000, "2016-03-14", ""));
    expect(holdings.map(({ acquired, value, shares, costBasis }) => [acquired, value, shares, costBasis])).toEqual([
      [42_443, 120_000, 4, 40_000],
      [46_000, 60_000, 2, 20_000],
      [undefined, 120_000, 4, 20_000],
    ]);
    expect(total).toBe(300_000);
  });

  test("count as one holding", () => {
    const found = foundOf(...lots("2016-03-14", 46_000, ""));
    expect([found.holdings.length, heldIn(found)]).toEqual([3, 1]);
  });
});

test("of two files of one day, the one that was brought last counts", () => {
  const file = (name: string, value: number): Source =>
    source(name, ["Account", "Symbol", "Value"], ["Roth IRA", "VTI", value]);
  const found = foundIn([file("first", 100), file("second", 200)], noChoices, TODAY);
  expect(found.total).toBe(20_000);
  expect(found.repeated).toMatchObject([{ counted: "second", leftOut: "first" }]);
});

test("two accounts of one name are told apart", () => {
  const { accounts } = foundOf(
    ["Account number", "Account", "Symbol", "Value"],
    ["A1", "IRA", "VTI", 1],
    ["A2", "IRA", "VTI", 2],
  );
  expect(accounts.map(({ name }) => name)).toEqual(["IRA", "IRA (2)"]);
});

test("a row without money that nobody knows is passed over; a fund on the menu is not", () => {
  const found = foundOf(
    ["Account", "Fund", "Value"],
    ["IRA", "VTI", 100],
    ["IRA", "BND", 0],
    ["IRA", "Quux Opportunities", 0],
  );
  expect(found.funds.map(({ name }) => name)).toEqual(["VTI", "BND"]);
  expect(found.holdings.map(({ value }) => value)).toEqual([10_000, 0]);
  expect(openIn(found, noChoices).funds).toBe(0);
});

describe("money by source as two accounts", () => {
  const split = (...cells: Source["cells"]): Found => {
    const plan = source(
      "plan",
      ["Fund", "Ticker", "Pre-tax balance", "Roth balance", "Total balance", "Cost basis"],
      ...cells,
    );
    const [key = ""] = foundIn([plan], noChoices, TODAY).twoKinds;
    return foundIn([plan], { ...noChoices, accounts: new Map([[key, { split: true }]]) }, TODAY);
  };

  test("shares a cost basis to the cent", () => {
    const { holdings } = split(["500 Index", "VFIAX", 200, 100, 300, 100.01]);
    expect(holdings.map(({ value, costBasis }) => [value, costBasis])).toEqual([
      [20_000, 6_667],
      [10_000, 3_334],
    ]);
  });

  test("has no more Roth money than the row is worth", () => {
    const { holdings } = split(["500 Index", "VFIAX", 100, 200, 300, ""], ["Bonds", "VBTLX", 0, 90, 80, ""]);
    expect(holdings.map(({ value }) => value)).toEqual([10_000, 20_000, 8_000]);
  });
});

test("the day that the owner says goes before the day of the file", () => {
  const list = source("list", ["As of Nov 27 2026"], ["Account", "Symbol", "Value"], ["IRA", "VTI", 100]);
  expect(foundIn([list], noChoices, TODAY).holdings[0]?.asOf).toBe(46_353);
  expect(foundIn([list], { ...noChoices, asOf: 46_350 }, TODAY).holdings[0]?.asOf).toBe(46_350);
});

describe("accounts", () => {
  const numbered = (name: string, number: string, value: number): Source =>
    source(name, ["Account number", "Account", "Symbol", "Value"], [number, "IRA", "VTI", value]);

  test("with one number are one, however the number is written", () => {
    const found = foundIn([numbered("a", "X1000-0001", 1), numbered("b", "x10000001", 2)], noChoices, TODAY);
    expect(found.accounts.map(({ name }) => name)).toEqual(["IRA …0001"]);
    expect(found.total).toBe(200);
  });

  test("that nothing names are each file's own", () => {
    const plain = (name: string): Source => source(name, ["Symbol", "Value"], ["VTI", 1]);
    expect(foundIn([plain("a"), plain("b")], noChoices, TODAY).accounts).toHaveLength(2);
  });

  test.each([
    ["Acme Roth 401(k)", "Roth 401(k)"],
    ["403b Roth", "Roth 401(k)"],
    ["My Roth", "Roth IRA"],
    ["Acme 401k Plan", "401(k)"],
  ])("called %s are of type %s", (name, type) => {
    expect(foundOf(["Account", "Symbol", "Value"], [name, "VTI", 1]).accounts[0]?.type).toBe(type);
  });
});

test("a day to come isn't the day of the figures", () => {
  const list = source("list", ["Target day Nov 27 2027"], ["Account", "Symbol", "Value"], ["IRA", "VTI", 100]);
  expect(foundIn([list], noChoices, TODAY).asOf).toBeUndefined();
});
