import { describe, expect, it } from "@jest/globals";
import { call, failure } from "./shipped";

describe("KEEL.POLICY", () => {
  it("shows every setting, the given ones as yours, and the whole in words", () => {
    const table = call("POLICY", [["annual and 5/25; min $100"]]);
    expect(table[0]).toEqual(["Setting", "Value", "From"]);
    expect(table.filter(([, , from]) => from === "yours")).toEqual([
      ["Look", "annual", "yours"],
      ["Band", "the smaller of 5 points and 25% of the target either side", "yours"],
      ["Trigger", "and: on the dates, only outside the band", "yours"],
      ["Minimum trade", "$100", "yours"],
    ]);
    expect(table).toHaveLength(20);
    expect(table[19]?.[0]).toBe("In words");
    expect(table.every((row) => row.length === 3)).toBe(true);
  });

  it.each([[null], [undefined], [[[""]]], [[[0]]]])("shows the defaults for %p", (policy) => {
    const table = call("POLICY", policy);
    expect(table.some(([, , from]) => from === "yours")).toBe(false);
    expect(table[19]).toEqual(["In words", "Rebalance whenever you ask, and trade back to the target.", ""]);
  });

  it("reads a text, a column and a table alike", () => {
    const text = call("POLICY", [["quarterly or 5%; no sells"]]);
    expect(call("POLICY", [["quarterly or 5%"], ["no sells"], [null]])).toEqual(text);
    expect(
      call("POLICY", [
        ["Setting", "Value"],
        ["Look", "quarterly"],
        ["Band", 0.05],
        ["Trigger", "or"],
        ["Sells", "no"],
        ["Fee", 0],
      ]),
    ).toEqual(text);
  });

  it.each([
    [[["5%; 5/25"]], 'Policy: Band is said twice, "5%" and "5/25". Keep one of them.'],
    [[["annual"], ["often"]], /^Policy, row 2: "often" is not known\./],
    [[["Colour", "blue"]], /^Policy, row 1: "Colour" is not a setting\. Known are Look, Band, /],
    [[["Look", "5%"]], /^Policy, row 1: "Look 5%" is not known\./],
    [[["Fee", -5]], /^Policy, row 1: "Fee -5" is not known\./],
    [[["Band", "five"]], /^Policy, row 1: "Band five" is not known\./],
    [
      [["Band", 46162]],
      "Policy, row 1: Excel has turned the band into a date, 2026-05-20. Format the cell as text and type the band again, such as 5/25.",
    ],
    [
      [["Last look", "05/01/2026"]],
      'Policy: "Last look 05/01/2026" is not a date that Keel can read without guessing. Type it as 2026-01-05.',
    ],
    [[["0%"]], 'Policy: "0%" is out of range. Give a number from above 0% to 100%.'],
    [
      [["a", "b", "c"]],
      "Policy is 1 row by 3 columns. Give one cell, one column of clauses, or two columns of setting and value.",
    ],
    [[["#REF!"]], /holds the error #REF!/],
    [[[-1e-9]], 'Policy: "-1e-7pp" is not known.'],
    [[[-1.7e308]], 'Policy: "-1.7e310pp" is not known.'],
  ])("refuses %j", (policy, message) => {
    const refused = failure("POLICY", policy);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.message).toMatch(message);
  });
});
