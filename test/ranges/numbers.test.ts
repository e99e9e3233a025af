import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { decimalMarkOf, parseNumber, readNumber, tidyText } from "../../src/ranges/numbers";

const AT = { argument: "Values", row: 2 } as const;

describe("parseNumber", () => {
  it.each([
    ["1234", 1234],
    ["1234.5", 1234.5],
    [".5", 0.5],
    ["5.", 5],
    ["1.5e3", 1500],
    ["2E-2", 0.02],
    // currencies, either side
    ["$1,234.50", 1234.5],
    ["$ 1,234.50", 1234.5],
    ["US$1,234.50", 1234.5],
    ["€ 1.234,50", 1234.5],
    ["1.234,50 €", 1234.5],
    ["1 234,50 kr", 1234.5],
    ["kr 1 234,50", 1234.5],
    ["£5", 5],
    ["USD 5", 5],
    ["5 EUR", 5],
    ["Fr. 1’234.50", 1234.5],
    ["₹ 250.75", 250.75],
    // thousands
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["1 234 567", 1234567],
    ["1'234'567.25", 1234567.25],
    // signs
    ["-5", -5],
    ["−5", -5],
    ["+5", 5],
    ["5-", -5],
    ["$-5", -5],
    ["-$5", -5],
    ["($5.00)", -5],
    ["(1,234.00)", -1234],
    ["(0)", 0],
    ["-0", 0],
    // percent
    ["60%", 0.6],
    ["60 %", 0.6],
    ["60.1%", 0.601],
    ["0,1%", 0.001],
    ["-5%", -0.05],
    ["(5%)", -0.05],
    ["7%", 0.07],
    ["33.333%", 0.33333],
    ["33,333%", 0.33333],
    // a lone separator that can't group thousands
    ["0.125", 0.125],
    ["0,125", 0.125],
    ["12,5", 12.5],
    ["1,2345", 1.2345],
    ["1234,567", 1234.567],
    // notations that group by comma
    ["$1,234", 1234],
    ["US$1,234", 1234],
    ["(1,234)", -1234],
    ["1,234-", -1234],
  ])("reads %p as %p", (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  it.each(["1,234", "1.234", "12,345", "€ 1,234", "-1.234", "(1.234)"])("does not guess what %p means", (text) => {
    expect(parseNumber(text)).toBe("ambiguous");
  });

  it("settles one separator by the decimal mark of its column", () => {
    expect(parseNumber("1,234", ".")).toBe(1234);
    expect(parseNumber("1,234", ",")).toBe(1.234);
    expect(parseNumber("1.234", ",")).toBe(1234);
  });

  it("reads a text that is read at a glance as it does one that has to be taken apart", () => {
    const digits = (least: number, most: number): fc.Arbitrary<string> =>
      fc
        .array(fc.constantFrom("0", "1", "2", "7", "9"), { minLength: least, maxLength: most })
        .map((each) => each.join(""));
    const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ",");
    const whole = digits(1, 9).chain((text) => fc.constantFrom(text, grouped(text)));
    const fraction = digits(0, 6).map((text) => (text === "" ? "" : `.${text}`));
    const amount = fc
      .tuple(fc.constantFrom("", "$"), whole, fraction, fc.constantFrom("", "%"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.boolean(), amount, fc.constantFrom(undefined, ".", ","), (isNegative, text, mark) => {
        // A plus, or a space after the minus, is nothing that is seen at a glance.
        const [short, long] = isNegative ? [`-${text}`, `- ${text}`] : [text, `+${text}`];
        expect(parseNumber(short, mark)).toBe(parseNumber(long, mark));
        expect(parseNumber(short, () => mark)).toBe(parseNumber(long, mark));
      }),
      { seed: 20_261_130, numRuns: 3000 },
    );
  });

  it("looks for the decimal mark of a column only where a text needs it", () => {
    const find = (): never => {
      throw new Error("Not asked for.");
    };
    for (const text of ["1234", "$1,234.50", "1.234,50", "12.5%", "12,5", "1,234,567"]) {
      expect(typeof parseNumber(text, find)).toBe("number");
    }
    expect(() => parseNumber("1,234", find)).toThrow("Not asked for.");
  });

  it.each([
    "n/a",
    "TBD",
    "12abc",
    "1,23,456",
    "1.2.3",
    "1,234.5,6",
    "1 23",
    "--5",
    "(-5)",
    "$",
    "%",
    "",
    "1e999",
    "0x10",
    "Infinity",
    "NaN",
    "5/25",
    "2026-01-05",
  ])("finds no number in %p", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe("decimalMarkOf", () => {
  it.each([
    [["1,234", "1,234.50"], "."],
    [["1.234", "1.234,50"], ","],
    [["1.234", "2,5"], ","],
    [["1,234", "1,234,567"], "."],
    [["1,234.567"], "."],
    [["0.125", "1,234"], "."],
    [["1,234", "2,345"], undefined],
    [["2,5", "2.5"], undefined],
    [[1234.5, null, "n/a"], undefined],
  ])("finds in %p the mark %p", (cells, mark) => {
    expect(decimalMarkOf(cells)).toBe(mark);
  });
});

describe("tidyText", () => {
  it.each([
    [" VTI ", "VTI"],
    ["VTI\u00A0", "VTI"],
    ["\u200BBND\uFEFF", "BND"],
    ["1\u202F234", "1 234"],
    ["a \t\n b", "a b"],
    ["\uFF11\uFF12\uFF13", "123"],
    ["\u0664\u0665\u0666", "456"],
    ["\u06F7\u06F8\u06F9", "789"],
    ["\u096C\u0966", "60"],
  ])("brings %p into one form", (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });
});

describe("readNumber", () => {
  it.each([[null], [undefined], [""], ["  "], ["\u00A0"], ["\u200B"]])("takes %p for blank", (cell) => {
    expect(readNumber(cell, AT, "money")).toEqual({ kind: "blank" });
  });

  it("takes a number as it is", () => {
    expect(readNumber(12.5, AT, "money")).toEqual({ kind: "number", number: 12.5 });
  });

  it("says when text stood for a number, but not for a percent", () => {
    expect(readNumber("$5", AT, "money")).toEqual({
      kind: "number",
      number: 5,
      note: { code: "read as number", at: AT, found: "$5", number: 5 },
    });
    expect(readNumber("60 %", AT, "weight")).toEqual({ kind: "number", number: 0.6 });
  });

  it.each(["-", "–", "—"])("reads the accounting zero %p, and says so", (dash) => {
    expect(readNumber(dash, AT, "money")).toEqual({
      kind: "number",
      number: 0,
      note: { code: "dash read as zero", at: AT },
    });
  });

  it.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [true, "TRUE"],
    [false, "FALSE"],
  ])("refuses %p", (cell, found) => {
    expect(readNumber(cell, AT, "money")).toEqual({
      kind: "problem",
      problem: { code: "not a number", at: AT, found, wanted: "money" },
    });
  });

  it("calls other text text: the columns together tell whether it is a header", () => {
    expect(readNumber("Value", AT, "money")).toMatchObject({ kind: "text", problem: { found: "Value" } });
  });

  it.each([
    ["#N/A", "error in a cell"],
    ["#DIV/0!", "error in a cell"],
    ["#BUSY!", "still loading"],
    ["#GETTING_DATA", "still loading"],
  ])("knows %s as text and as an error cell", (found, code) => {
    const problem = { code, at: AT, found };
    expect(readNumber(found, AT, "money")).toEqual({ kind: "problem", problem });
    expect(readNumber(found.toLowerCase(), AT, "money")).toEqual({ kind: "problem", problem });
    expect(readNumber({ type: "Error", basicValue: found }, AT, "money")).toEqual({ kind: "problem", problem });
  });

  it("looks into formatted numbers and entities", () => {
    expect(readNumber({ type: "FormattedNumber", basicValue: 5, numberFormat: "0%" }, AT, "money")).toEqual({
      kind: "number",
      number: 5,
    });
    expect(readNumber({ type: "Entity", basicValue: "$5" }, AT, "money")).toMatchObject({ kind: "number", number: 5 });
    expect(readNumber({ type: "Empty", basicValue: "" }, AT, "money")).toEqual({ kind: "blank" });
    expect(readNumber({ type: "Array" }, AT, "money")).toMatchObject({ kind: "problem" });
    expect(readNumber({ type: "Entity", basicValue: {} }, AT, "money")).toMatchObject({ kind: "problem" });
  });
});
