import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

/** A cell of Excel's Stocks, as a function gets it. Source: Microsoft, "Use data types with custom functions in Excel". */
function stock(text: string): unknown {
  return {
    type: "LinkedEntity",
    basicType: "Error",
    basicValue: "#VALUE!",
    text,
    id: { entityId: text, domainId: "stocks", serviceId: 268435456, culture: "en-US" },
    properties: { Price: { type: "FormattedNumber", basicType: "Double", basicValue: 268.12, numberFormat: "$0.00" } },
  };
}
/** What `=A2.Price` hands over. */
function price(basicValue: number): unknown {
  return { type: "FormattedNumber", basicType: "Double", basicValue, numberFormat: "[$$-en-US]#,##0.00" };
}
function error(basicValue: string): unknown {
  return { type: "Error", basicType: "Error", basicValue, errorType: "Value" };
}

const VTI = stock("Vanguard Total Stock Market ETF (ARCX:VTI)");
const BND = stock("Vanguard Total Bond Market ETF (XNAS:BND)");

describe("Excel's data types as arguments", () => {
  it("names funds by what their cards show", () => {
    expect(call("EXCHANGES", down(VTI, BND), down(600, 400), down(-100, 100)).slice(1)).toEqual([
      ["Vanguard Total Stock Market ETF (ARCX:VTI)", "Vanguard Total Bond Market ETF (XNAS:BND)", 100, 100 / 600],
    ]);
  });

  it("reads holdings whose funds and tickers are cards, and their fields as numbers", () => {
    const holdings = [
      ["Symbol", "Asset class", "Shares", "Price"],
      [VTI, "US", 10, price(268.12)],
      [BND, "Bond", 20, price(72.5)],
    ];
    expect(column("BYCLASS", holdings, down("US", "Bond"))).toEqual([2681.2, 1450]);
  });

  it("says to point to the price where a number is needed, in the first row too", () => {
    const sentence =
      'Prices, row 1: "Vanguard Total Stock Market ETF (ARCX:VTI)" is a card, as Excel\'s Stocks are, and has no number of its own. Point to its price: type .Price behind the cell, such as =A2.Price.';
    expect(failure("SHARES", down(10, 20), down(VTI, BND), down(60, 40))).toMatchObject({
      code: "#VALUE!",
      message: sentence,
    });
    expect(failure("SHARES", down(10, 20), down(price(268.12), BND), down(60, 40)).message).toMatch(
      /^Prices, row 2: .* Point to its price/,
    );
    expect(failure("WEIGHTS", down(VTI, 400)).message).toMatch(/^Values, row 1: .* such as =B2\*A2\.Price/);
    expect(failure("DRIFT", down(600, 400), down(60, BND)).message).toMatch(
      /^Targets, row 2: .* Point to one of its fields/,
    );
  });

  it("takes numbers with a format, with fields, and blanks for what they are", () => {
    const withFields = {
      type: "Double",
      basicType: "Double",
      basicValue: 400,
      properties: { Note: { type: "String", basicValue: "x" } },
    };
    const empty = { type: "Empty", basicType: "Empty", basicValue: "" };
    expect(column("WEIGHTS", down(price(600), withFields, empty))).toEqual([0.6, 0.4, 0]);
  });

  it("says an error cell with its row, in whatever language", () => {
    for (const [found, code] of [
      ["#N/A", "#N/A"],
      ["#NV", "#N/A"],
      ["#WERT!", "#VALUE!"],
      ["#¡DIV/0!", "#VALUE!"],
    ] as const) {
      const message = `Values, row 2 holds the error ${found}. Correct that cell first.`;
      expect(failure("WEIGHTS", down(600, error(found)))).toMatchObject({ code, message });
      expect(failure("WEIGHTS", down(600, found))).toMatchObject({ code, message });
      expect(failure("WEIGHTS", down(found, 600)).message).toBe(
        `Values, row 1 holds the error ${found}. Correct that cell first.`,
      );
    }
  });

  it("does not take a picture or a kind that this Excel doesn't know for a fund", () => {
    const picture = {
      type: "WebImage",
      basicType: "Error",
      basicValue: "#VALUE!",
      address: "https://example.com/a.png",
    };
    expect(failure("EXCHANGES", down(picture, BND), down(600, 400), down(-100, 100)).message).toMatch(/row 1/);
  });
});
