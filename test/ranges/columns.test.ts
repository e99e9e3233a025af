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

  it("finds nothing in nothing", () => {
    expect(recogniseColumns([])).toEqual({ headerRow: -1, columns: {} });
    expect(recogniseColumns([["", null, 0]])).toEqual({ headerRow: -1, columns: {} });
  });
});
