import { describe, expect, it } from "@jest/globals";
import { recogniseColumns } from "../../src/ranges";

describe("recogniseColumns", () => {
  it.each([
    [["Fund", "Balance", "Target"], { fund: 0, value: 1, target: 2 }],
    [["Goal", "Investment option", "Market value"], { target: 0, fund: 1, value: 2 }],
    [
      ["Account", "Account type", "Symbol", "Asset class", "Shares", "Price"],
      { account: 0, "account type": 1, ticker: 2, "asset class": 3, shares: 4, price: 5 },
    ],
    [[" FUND NAME ", "current\u00A0balance", "Target %"], { fund: 0, value: 1, target: 2 }],
    // The first column of a kind is the one.
    [["Fund", "Value", "Amount"], { fund: 0, value: 1 }],
    [["Fund", "Notes", "Value"], { fund: 0, value: 2 }],
  ])("knows the columns of %p by name, in any order", (header, columns) => {
    expect(recogniseColumns([header, ["A", 1, 2]])).toEqual({ headerRow: 0, columns });
  });

  it("finds the header below titles", () => {
    expect(
      recogniseColumns([
        ["My 401(k)", "", ""],
        ["as of May", "", ""],
        ["Fund", "Value", "Target"],
        ["A", 600, 0.6],
      ]),
    ).toEqual({ headerRow: 2, columns: { fund: 0, value: 1, target: 2 } });
  });

  it.each([
    ["fractions", [0.6, 0.4]],
    ["percents", [60, 40]],
    ["percent text", ["60%", "40%"]],
  ])("takes columns without names by what they hold: targets as %s", (_, [one, other]) => {
    expect(
      recogniseColumns([
        ["A", 6000, one],
        ["B", 4000, other],
      ]),
    ).toEqual({ headerRow: -1, columns: { fund: 0, value: 1, target: 2 } });
  });

  it.each([
    [["Name", "Amt", "Pct"], { fund: 0, value: 1, target: 2 }],
    [["Fund / option name", "Current bal. ($)", "My mix %"], { fund: 0, value: 1, target: 2 }],
    [["Holdings", "Bal.", "Goal (%)"], { fund: 0, value: 1, target: 2 }],
    [["Fund Option", "Market Value [USD]", "Target Alloc."], { fund: 0, value: 1, target: 2 }],
    [["Ticker", "Price ($)", "No. of shares", "Value ($)"], { ticker: 0, price: 1, shares: 2, value: 3 }],
    // A name in full wins over a short one before it, and what is counted in another unit is another thing.
    [["Fund", "Pct", "Value", "Target"], { fund: 0, value: 2, target: 3 }],
    [["Fund", "Balance (%)", "Target ($)", "Amt"], { fund: 0, value: 3 }],
  ])("knows the columns of %p in short, without their units", (header, columns) => {
    expect(recogniseColumns([header, ["A", "?", "?", "?"].slice(0, header.length)])).toEqual({ headerRow: 0, columns });
  });

  const body = (...rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] => rows;

  it.each([
    [
      "the value",
      ["Name", "Stand", "Target"],
      body(["A", 600, 0.5], ["B", 400, 0.5]),
      { fund: 0, value: 1, target: 2 },
    ],
    ["the fund", ["Was", "Stand", "Target"], body(["A", 600, 0.5], ["B", 400, 0.5]), { fund: 0, value: 1, target: 2 }],
    ["the target", ["Fund", "Value", "Wish"], body(["A", 600, 50], ["B", 400, 50]), { fund: 0, value: 1, target: 2 }],
    [
      "them above a total row",
      ["Fund", "Stand", "Wish"],
      body(["A", 600, 50], ["B", 400, 50], ["Total", 1000, 100]),
      { fund: 0, value: 1, target: 2 },
    ],
  ])("takes %s by what it holds where the header has another word for it", (_, header, rows, columns) => {
    expect(recogniseColumns([header, ...rows])).toEqual({ headerRow: 0, columns });
  });

  it.each([
    ["two columns could be the value", ["Fund", "May", "June"], body(["A", 600, 700], ["B", 400, 300]), { fund: 0 }],
    [
      "the numbers are something else",
      ["Fund", "Expense ratio", "Target"],
      body(["A", 0.04, 0.5], ["B", 0.05, 0.5]),
      { fund: 0, target: 2 },
    ],
    [
      "values are shares times price",
      ["Fund", "Shares", "Price", "Points"],
      body(["A", 10, 5, 900], ["B", 20, 5, 800]),
      { fund: 0, shares: 1, price: 2 },
    ],
    [
      "percents only say how the money lies",
      ["Fund", "Value", "Part"],
      body(["A", 667, 66.7], ["B", 333, 33.3]),
      { fund: 0, value: 1 },
    ],
    ["a single fund says nothing", ["Fund", "Value", "Part"], body(["A", 600, 1]), { fund: 0, value: 1 }],
  ])("guesses nothing below a header where %s", (_, header, rows, columns) => {
    expect(recogniseColumns([header, ...rows])).toEqual({ headerRow: 0, columns });
  });

  it("finds nothing in nothing", () => {
    expect(recogniseColumns([])).toEqual({ headerRow: -1, columns: {} });
    expect(recogniseColumns([["", null, 0]])).toEqual({ headerRow: -1, columns: {} });
  });
});

describe("headings with a slash", () => {
  const rows = (...headings: readonly string[]): readonly (readonly unknown[])[] => [
    headings,
    ["VTI", 600, 50],
    ["BND", 400, 50],
  ];

  it.each([
    [["Symbol/CUSIP", "Market Value / USD", "Target"], { ticker: 0, value: 1, target: 2 }],
    [["Fund/Ticker", "Value", "Target / Goal"], { fund: 0, value: 1, target: 2 }],
    // Either kind can be meant: what the columns hold tells.
    [["Fund", "Value/Target", "Wert/Ziel"], { fund: 0, value: 1, target: 2 }],
  ] as const)("%j are read", (headings, columns) => {
    expect(recogniseColumns(rows(...headings))).toEqual({ headerRow: 0, columns });
  });

  it("are headings although nobody knows their words", () => {
    expect(recogniseColumns(rows("Fund", "Wert/Soll", "Ziel/%")).headerRow).toBe(0);
  });
});
