import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

const HOLDINGS = [
  ["Account", "Fund", "Asset class", "US", "Intl", "Bond", "Value"],
  ["401(k)", "Target date", "", 0.54, 0.36, 0.1, 80000],
  ["401(k)", "Bond", "Bond", "", "", "", 20000],
  ["Roth IRA", "US", "US", "", "", "", 30000],
  ["Taxable", "US", "US", "", "", "", 20000],
];
const CLASSES = down("US", "Intl", "Bond");

describe("KEEL.BYCLASS", () => {
  it("answers beside the classes: header, blanks and total row kept", () => {
    expect(column("BYCLASS", HOLDINGS, down("Class", "US", null, "Intl", "", "Bond", 0, "Total"))).toEqual([
      "",
      93200,
      0,
      28800,
      0,
      28000,
      0,
      0,
    ]);
    expect(call("BYCLASS", HOLDINGS, [["Bond", "US", "Intl"]])).toEqual([[28000, 93200, 28800]]);
    expect(call("BYCLASS", HOLDINGS.slice(0, 2), [["US"]], [["unassigned hold"]])).toEqual([[43200]]);
  });

  it("feeds the other functions, with weights that have no header either", () => {
    const byClass = call("BYCLASS", HOLDINGS, CLASSES);
    const weights = down(50, 20, 30);
    expect(call("ISDUE", byClass, weights, [["5/25"]], [["2026-06-01"]])).toEqual([[true]]);
    expect(column("REBALANCE", byClass, weights)).toEqual([-18200, 1200, 17000]);
  });

  it("gives the same answer for blanks as text, as null and as 0", () => {
    for (const blank of ["", null, 0]) {
      const holdings = HOLDINGS.map((row) => row.map((cell) => (cell === "" ? blank : cell)));
      const spaced = [...holdings, holdings[0]?.map(() => blank), holdings[0]?.map(() => blank)];
      expect(column("BYCLASS", spaced, CLASSES)).toEqual([93200, 28800, 28000]);
    }
  });

  it("leaves out what is locked with hold and has no class", () => {
    const locked = HOLDINGS.map((row, at) => [...row, at === 0 ? "Lock" : ""]);
    const stock = ["401(k)", "Acme stock", "", "", "", "", 9000, "hold"];
    expect(column("BYCLASS", [...locked, stock], CLASSES)).toEqual([93200, 28800, 28000]);
    expect(column("BYCLASS", [...locked, stock], CLASSES, [["unassigned sell"]])).toEqual([93200, 28800, 28000]);
  });

  it("counts 0 for a table without money", () => {
    expect(column("BYCLASS", HOLDINGS.slice(0, 1), CLASSES)).toEqual([0, 0, 0]);
  });

  it("adds up to the holdings, to the cent", () => {
    const thirds = [
      ["Fund", "US", "Intl", "Bond", "Value"],
      ["A", 33.33, 33.33, 33.33, 100],
      ["B", "33.333%", "33.333%", "33.333%", 0.01],
    ];
    expect(column("BYCLASS", thirds, CLASSES)).toEqual([33.35, 33.33, 33.33]);
  });

  it.each([
    [
      [HOLDINGS, down("US", "Bond")],
      "Holdings, row 2: the classes of Target date add up to 64%; the rest is in Intl, not in your list of classes. Correct the class columns, or add Intl or Unclassified to the list.",
    ],
    [[HOLDINGS, null], "Classes is missing. Give a column of asset classes."],
    [[null, CLASSES], "Holdings is missing. Give the range of a table, its header row included."],
    [
      [HOLDINGS.slice(1), CLASSES],
      "Holdings: no column is named Value. Give the range with its header row; it needs the columns Value (or Shares and Price) and Asset class (or one column a class).",
    ],
    [
      [
        [
          ["Fund", "Class", "US", "Value"],
          ["A", "Bond", 1, 5],
        ],
        CLASSES,
      ],
      "Holdings, row 2, Class: A is in the class Bond, but its class columns say otherwise. Clear one of the two.",
    ],
    [
      [
        [
          ["Fund", "Class", "Value"],
          ["A", "", 5],
        ],
        CLASSES,
      ],
      "Holdings, row 2, Class: A holds money but has no asset class. Type one of your classes.",
    ],
  ])("says what to do: %#", (given, message) => {
    expect(failure("BYCLASS", ...given)).toMatchObject({ code: "#VALUE!", message });
  });

  it("takes ten thousand rows", () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`Fund ${row % 500}`, "", 0.6, 0.1, 0.3, 1.01]);
    const answer = column("BYCLASS", [["Fund", "Asset class", "US", "Intl", "Bond", "Value"], ...rows], CLASSES);
    expect(answer).toEqual([6060, 1010, 3030]);
  });
});
