import { describe, expect, test } from "@jest/globals";
import {
  changesTo,
  foundIn,
  noChoices,
  openIn,
  ownTableIn,
  type Choices,
  type OwnTable,
  type Source,
} from "../../src/lists";
import type { CellValue, Table } from "../../src/workbook";

const TODAY = 46_356;

const HEADINGS = [
  "Account",
  "Account type",
  "Fund",
  "Ticker",
  "Asset class",
  "Shares",
  "Price",
  "Value",
  "Cost basis",
  "As of",
];

function tableOf(name: string, headings: readonly string[], rows: readonly (readonly CellValue[])[]): Table {
  const values = [headings, ...rows];
  const block = { sheet: "My accounts", row: 0, column: 0, height: values.length, width: headings.length };
  return { name, block, values, formulas: values.map((row) => row.map(() => "")) };
}

function own(...rows: readonly (readonly CellValue[])[]): OwnTable {
  const found = ownTableIn([tableOf("Holdings", HEADINGS, rows)]);
  if (!found) throw new Error("no table of holdings");
  return found;
}

const row = (account: string, fund: string, ticker: string, value: number): readonly CellValue[] => [
  account,
  "Roth IRA",
  fund,
  ticker,
  "US stocks",
  1,
  value,
  value,
  "",
  46_300,
];

const file = (...rows: readonly (readonly CellValue[])[]): Source => ({
  ...{ key: "f", name: "f.csv", from: "file" },
  cells: [["Account Number", "Account Name", "Symbol", "Description", "Current Value"], ...rows],
});

function changes(table: OwnTable, source: Source, choices: Choices = noChoices): ReturnType<typeof changesTo> {
  return changesTo(table, foundIn([source], choices, TODAY, table.funds), choices);
}

describe("the owner's table", () => {
  test("is the one with an account, a fund, a value and a day; of several the one called Holdings", () => {
    const list = tableOf("Funds", ["Fund", "Value", "Target"], [["VTI", 1, 1]]);
    const export1 = tableOf("Export", HEADINGS.slice(0, 9), [row("IRA", "Total", "VTI", 1).slice(0, 9)]);
    const one = tableOf("Accounts", HEADINGS, [row("IRA", "Total", "VTI", 1)]);
    expect(ownTableIn([list, export1])).toBeUndefined();
    expect(ownTableIn([list, one])?.table.name).toBe("Accounts");
    expect(ownTableIn([one, tableOf("HOLDINGS", HEADINGS, [row("IRA", "Total", "VTI", 1)])])?.table.name).toBe(
      "HOLDINGS",
    );
  });

  test("says what funds are made of: classes, mixes, left alone", () => {
    const table = tableOf(
      "Holdings",
      [...HEADINGS, "Lock", "US stocks", "Bonds"],
      [
        [...row("IRA", "Total", "VTI", 1), "", "", ""],
        ["IRA", "Roth IRA", "Balanced", "VBIAX", "", 1, 1, 1, "", 46_300, "", 0.6, 0.4],
        ["IRA", "Roth IRA", "Acme stock", "", "", 1, 1, 1, "", 46_300, "hold", "", ""],
      ],
    );
    expect(Object.fromEntries(ownTableIn([table])?.funds ?? [])).toEqual({
      "ticker VTI": { kind: "class", class: "US stocks" },
      "ticker VBIAX": { kind: "mix", weights: { "US stocks": 0.6, Bonds: 0.4 } },
      "name ACME STOCK": { kind: "leave alone" },
    });
  });
});

describe("the same accounts, brought in again", () => {
  const table = own(
    row("Roth …0001", "Total", "VTI", 100),
    row("Roth …0001", "World", "VXUS", 50),
    row("Roth …0001", "Bonds", "BND", 25),
    row("Other …0009", "Total", "VTI", 70),
  );
  const brought = file(
    ["X10000001", "ROTH IRA", "VTI", "TOTAL STOCK", 110],
    ["X10000001", "ROTH IRA", "VXUS", "WORLD", 50],
    ["X10000001", "ROTH IRA", "VNQ", "REAL ESTATE", 30],
  );

  test("change what changed, add what is new, set to 0 what is gone, and leave other accounts alone", () => {
    const found = changes(table, brought);
    expect(found.changed.map(({ row: { row: at }, holding }) => [at, holding.value])).toEqual([[1, 11_000]]);
    expect(found.unchanged.map(({ row: { row: at } }) => at)).toEqual([2]);
    expect(found.added.map(({ holding, account }) => [holding.fund, account.own])).toEqual([["ticker VNQ", 0]]);
    expect(found.gone.map(({ row: { row: at } }) => at)).toEqual([3]);
    expect(found.untouched).toEqual(["Other …0009"]);
  });

  test("are matched by the last four of the number, whatever the account is called now", () => {
    expect(changes(table, brought).accounts.map(({ own: place }) => place)).toEqual([0]);
    const renamed = own(row("My Roth", "Total", "VTI", 100));
    expect(changes(renamed, brought).accounts.map(({ own: place }) => place)).toEqual([undefined]);
    const told: Choices = { ...noChoices, accounts: new Map([["number X10000001", { into: "My Roth" }]]) };
    expect(changes(renamed, brought, told).changed).toHaveLength(1);
  });

  test("an account whose type the file doesn't say isn't asked again: the table has it", () => {
    const unsaid = file(["40000001", "Accumulation 0001", "VTI", "TOTAL STOCK", 110]);
    const found = foundIn([unsaid], noChoices, TODAY, table.funds);
    const known = changesTo(table, found, noChoices).accounts.flatMap(({ found: { key }, own: place }) =>
      place === undefined ? [] : [key],
    );
    expect(openIn(found, noChoices).accounts).toBe(1);
    expect(openIn(found, noChoices, new Set(known)).accounts).toBe(0);
  });

  test("two accounts never become one", () => {
    const twins = file(["11110001", "ROTH IRA", "VTI", "A", 1], ["22220001", "ROTH IRA", "VTI", "A", 2]);
    expect(changes(table, twins).accounts.map(({ own: place }) => place)).toEqual([0, undefined]);
    const chosen: Choices = {
      ...noChoices,
      accounts: new Map([
        ["number 11110001", { into: "Other …0009" }],
        ["number 22220001", { into: "Other …0009" }],
      ]),
    };
    expect(changes(table, twins, chosen).accounts.map(({ own: place }) => place)).toEqual([1, undefined]);
  });

  test("a fund in several rows is left to its owner, unless the rows still add up", () => {
    const lots = own(row("Roth …0001", "Total", "VTI", 60), row("Roth …0001", "Total", "VTI", 50));
    expect(changes(lots, brought).unchanged.map(({ holding }) => holding.fund)).toEqual(["ticker VTI"]);
    const other = own(row("Roth …0001", "Total", "VTI", 60), row("Roth …0001", "Total", "VTI", 45));
    const found = changes(other, brought);
    expect(found.several.map(({ rows }) => rows.length)).toEqual([2]);
    expect(found.gone).toEqual([]);
  });

  test("a fund without its ticker in the table is found by its name", () => {
    const bare = own(row("Roth …0001", "Total stock", "", 100));
    expect(changes(bare, brought).changed.map(({ row: { row: at } }) => at)).toEqual([1]);
  });
});

describe("lots, brought in again", () => {
  const withDays = (...rows: readonly (readonly [value: number, day: number | ""])[]): OwnTable => {
    const cells = rows.map(([value, day]) => [...row("Joint", "Total", "VTI", value), day]);
    const found = ownTableIn([tableOf("Holdings", [...HEADINGS, "Acquired"], cells)]);
    if (!found) throw new Error("no table of holdings");
    return found;
  };
  const lots = (...rows: readonly (readonly [value: number, day: number | ""])[]): Source => ({
    ...{ key: "lots", name: "lots.csv", from: "file" },
    cells: [["Account", "Symbol", "Value", "Acquired"], ...rows.map(([value, day]) => ["Joint", "VTI", value, day])],
  });
  const told = ({ changed, unchanged, added, gone, several }: ReturnType<typeof changesTo>): unknown => ({
    changed: changed.map(({ row: at, holding }) => [at.row, holding.value / 100]),
    unchanged: unchanged.map(({ row: at }) => at.row),
    added: added.map(({ holding }) => [holding.acquired, holding.value / 100]),
    gone: gone.map(({ row: at }) => at.row),
    several: several.map(({ holding }) => holding.value / 100),
  });
  const none = { changed: [], unchanged: [], added: [], gone: [], several: [] };

  test("are matched by their days: one grows, one is sold, one is new", () => {
    const table = withDays([100, 42_443], [50, 45_000], [70, 45_100]);
    const found = changes(table, lots([120, 42_443], [70, 45_100], [40, 46_300]));
    expect(told(found)).toEqual({ ...none, changed: [[1, 120]], unchanged: [3], added: [[46_300, 40]], gone: [2] });
    expect(told(changes(table, lots([70, 45_100])))).toEqual({ ...none, unchanged: [3], gone: [1, 2] });
  });

  test("get rows of their own where the table has a column for their days and one row at most", () => {
    const both = lots([120, 42_443], [30, 46_300]);
    const table = withDays([100, ""]);
    expect(told(changes(table, both))).toEqual({ ...none, changed: [[1, 120]], added: [[46_300, 30]] });
    expect(changes(table, both).leftOut).toEqual([]);
    // A lot of unknown days keeps the row that has none.
    const partly = changes(table, lots([120, 42_443], [30, ""]));
    expect(told(partly)).toEqual({ ...none, changed: [[1, 30]], added: [[42_443, 120]] });
    expect(told(changes(table, lots([100, 42_443])))).toEqual({ ...none, unchanged: [1] });
  });

  test("add up where there are rows without days, to be spread by their owner", () => {
    const both = lots([120, 42_443], [30, 46_300]);
    expect(told(changes(withDays([100, ""], [40, ""]), both))).toEqual({ ...none, several: [150] });
  });

  test("add up where the table has no column for their days, which is told", () => {
    const both = lots([120, 42_443], [30, 46_300]);
    const known = changes(own(row("Joint", "Total", "VTI", 150)), both);
    expect(told(known)).toEqual({ ...none, unchanged: [1] });
    expect(known.leftOut).toEqual(["acquired"]);
    const added = changes(own(row("Joint", "World", "VXUS", 1)), both);
    expect(told(added)).toMatchObject({ added: [[undefined, 150]] });
    expect(added.leftOut).toEqual(["acquired"]);
    // The row of a single lot that is new brings the column with it.
    expect(changes(own(row("Joint", "World", "VXUS", 1)), lots([120, 42_443])).leftOut).toEqual([]);
  });

  test("that the file gives as one sum are left to their owner", () => {
    const table = withDays([100, 42_443], [50, 45_000]);
    expect(told(changes(table, lots([160, ""])))).toEqual({ ...none, several: [160] });
    expect(told(changes(table, lots([150, ""])))).toEqual({ ...none, unchanged: [1] });
  });
});

describe("what is no change", () => {
  test("a fund on a broker's menu that isn't held, and a row of 0 that the file doesn't have", () => {
    const table = own(row("Roth IRA …0001", "Total", "VTI", 100), row("Roth IRA …0001", "Was held", "VTV", 0));
    const menu = file(["X0001", "Roth IRA", "VTI", "Total", 100], ["X0001", "Roth IRA", "BND", "Bonds", 0]);
    expect(changes(table, menu)).toMatchObject({ changed: [], added: [], gone: [] });
    expect(changes(table, menu).unchanged).toHaveLength(1);
  });

  test("an account that may be either of two of the table's is neither", () => {
    const table = own(row("Roth IRA …0001", "Total", "VTI", 100), row("My Roth …0001", "Total", "VTI", 200));
    const { accounts, untouched, added } = changes(table, file(["X0001", "Health savings", "VTI", "Total", 300]));
    expect(accounts.map(({ own: place }) => place)).toEqual([undefined]);
    expect(untouched).toEqual(["Roth IRA …0001", "My Roth …0001"]);
    expect(added).toHaveLength(1);
  });
});

describe("what the table has no column for", () => {
  test("is told by its kind, once", () => {
    const bare = ownTableIn([
      tableOf("Holdings", ["Account", "Fund", "Value", "As of"], [["Joint", "VTI", 100, 46_300]]),
    ]);
    if (!bare) throw new Error("no table of holdings");
    const told = (headings: readonly string[], ...cells: readonly CellValue[]): readonly string[] =>
      changes(bare, { key: "f", name: "f.csv", from: "file", cells: [headings, cells] }).leftOut;
    expect(told(["Account", "Symbol", "Value"], "Joint", "VTI", 120)).toEqual([]);
    expect(told(["Account", "Symbol", "Shares", "Price", "Value"], "Joint", "VTI", 2, 60, 120)).toEqual([
      "shares",
      "price",
    ]);
    expect(told(["Account", "Symbol", "Value", "Cost basis"], "Joint", "VTI", 120, 90)).toEqual(["cost basis"]);
  });
});
