import { describe, expect, it } from "@jest/globals";
import {
  bookOf,
  logRebalance,
  newHoldings,
  newTrades,
  newTradesPlace,
  updatedHoldings,
  type Description,
  type HoldingRow,
  type MixRow,
} from "../../src/sheets";
import { headingCharacters } from "../../src/sheets/column-width";

const long = "Vanguard Target Retirement 2040 Trust Plus (collective)";
const rows: readonly HoldingRow[] = [
  { account: "401(k)", accountType: "401(k)", fund: long, value: 125_000.5 },
  { account: "Roth IRA at the credit union", accountType: "Roth IRA", fund: "VTI", assetClass: "US stocks", value: 9 },
  { account: "Taxable", accountType: "taxable", fund: "Acme", value: 4000, acquired: 45_000, lock: "hold" },
];
const mixes: readonly MixRow[] = [
  {
    fund: long,
    weights: { "US stocks": 0.5, "International stocks": 0.3, "International bonds": 0.2 },
    source: "read",
  },
];
const places = { sheet: "My accounts", table: "Holdings", mixesSheet: "Fund mixes", mixesTable: "FundMixes" };

const logged = logRebalance({ date: 46_000, reason: "", driftBefore: 0.1, driftAfter: 0, traded: 1 }, "Rebalance log");
const tables: readonly (readonly [string, Description | undefined])[] = [
  ["holdings and mixes", newHoldings(rows, mixes, places, ["401(k)", "Roth IRA", "taxable"])],
  ["the log", logged],
  [
    "the trades",
    {
      title: "",
      steps: [
        { do: "add sheet", name: "Trades" },
        ...newTrades(
          [{ date: 46_000, fund: "VTI", account: "", amount: 1, valueBefore: 2 }],
          newTradesPlace({ sheet: "Trades", row: 0, column: 0 }, 1),
        ),
      ],
    },
  ],
];

describe.each(tables)("the columns of %s", (_, description) => {
  const book = bookOf(description ?? { title: "", steps: [] }, () => undefined);

  it("have room for their headings, with the button that filters them", () => {
    expect(book.sheets.flatMap((sheet) => sheet.tables).length).toBeGreaterThan(0);
    for (const { cells, tables: inSheet, widths } of book.sheets) {
      const width = new Map(widths.map(({ column, characters }) => [column, characters]));
      for (const { block } of inSheet) {
        const headings = cells.filter(({ row }) => row === block.row);
        expect(headings).toHaveLength(block.width);
        for (const { column, value } of headings) {
          const heading = typeof value === "string" ? value : "";
          expect([heading, (width.get(column) ?? 8.43) >= headingCharacters(heading)]).toEqual([value, true]);
        }
      }
    }
  });
});

it("a new sheet of holdings, of mixes and of the log is printed one page wide, its headings on each page", () => {
  for (const [, description] of tables.slice(0, 2)) {
    const { sheets } = bookOf(description ?? { title: "", steps: [] }, () => undefined);
    for (const { print, tables: inSheet } of sheets) {
      const row = inSheet[0]?.block.row;
      expect(print).toMatchObject({ orientation: "landscape", areas: [], repeat: { from: row, to: row } });
      // One page wide, and as long as it takes.
      expect([print?.pagesWide, print?.percent, (print?.pagesTall ?? 0) > 1000]).toEqual([undefined, undefined, true]);
    }
  }
});

it("a row without a day gets that of its lot, written as a day, and a row with a formula for it keeps that", () => {
  const headings = ["Account", "Fund", "Value", "As of", "Acquired"];
  const block = { sheet: "My accounts", row: 2, column: 1, height: 3, width: headings.length };
  const formulas = [headings, ["", "", "", "", ""], ["", "", "", "", "=TODAY()-400"]].map((row, at) =>
    at === 0 ? row.map(() => "") : row,
  );
  const { steps } = updatedHoldings(
    {
      ...{ name: "Holdings", block, formulas, classColumns: new Map() },
      places: { account: 0, fund: 1, value: 2, asOf: 3, acquired: 4 },
      mixes: { mixesSheet: "Fund mixes", mixesTable: "FundMixes" },
    },
    [
      { row: 1, value: 120, acquired: 42_443 },
      { row: 2, value: 30, acquired: 46_300 },
    ],
    [],
    [],
  );
  const day = { sheet: "My accounts", row: 3, column: 5, height: 1, width: 1 };
  expect(steps).toEqual([
    { do: "write values", block: { ...day, column: 3, height: 2 }, values: [[120], [30]] },
    { do: "format numbers", block: day, format: "yyyy-mm-dd" },
    { do: "write values", block: day, values: [[42_443]] },
  ]);
});
