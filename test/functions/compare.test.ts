import { describe, expect, it } from "@jest/globals";
import { helpExamples } from "../../src/operations";
import { below, months, one, SIXTY_FORTY, THREE_YEARS } from "./evidence-asking";
import { callLater, down, failureLater } from "./shipped";

describe("KEEL.COMPARE", () => {
  it("compares the usual rules on the built-in months: worked number 52", async () => {
    const table = await callLater("COMPARE", await months("stocks, bonds"), SIXTY_FORTY);
    expect(table[0]).toEqual([
      ...["Policy", "Final value", "CAGR", "Volatility", "Sharpe (risk-free 0)", "Max drawdown", "Worst year"],
      ...["Rebalances", "Turnover a year", "Average weight of Stocks", "Costs"],
    ]);
    const bands = ["", " and 1%", " and 5%", " and 10%", " and 5/25", " and 20% relative; to halfway"];
    expect(below(table, "Policy")).toEqual([
      ...["monthly", "quarterly", "annual"].flatMap((look) => bands.map((band) => `${look}${band}`)),
      "never",
    ]);
    const events = below(table, "Rebalances");
    expect([events.slice(0, 4), events.slice(6, 10), events.slice(12, 16), events.slice(18)]).toEqual([
      [1199, 412, 65, 23],
      [399, 259, 53, 22],
      [99, 88, 33, 15],
      [0],
    ]);
    expect(table[15]).toMatchObject({ 2: expect.closeTo(0.087184, 6), 5: expect.closeTo(-0.5948, 4) });
  });

  it("leaves looks out that are finer than the rows", async () => {
    const quarters = await callLater("COMPARE", THREE_YEARS, SIXTY_FORTY, null, null, null, one(4));
    expect(quarters).toHaveLength(1 + 13);
    expect(below(await callLater("COMPARE", THREE_YEARS, SIXTY_FORTY), "Policy")[0]).toBe("annual");
  });

  const policies = async (cells: unknown): Promise<unknown[]> =>
    below(await callLater("COMPARE", THREE_YEARS, SIXTY_FORTY, cells), "Policy");

  it("reads a column of rules, or names and rules, with headings or not", async () => {
    expect(await policies(down("annual", "", "Never", "5%; cost 0.1%"))).toEqual(["annual", "Never", "5%; cost 0.1%"]);
    expect(await policies(down("Policies", "annual", 0.05, "never; cost 1%"))).toEqual([
      "annual",
      "5%",
      "never; cost 1%",
    ]);
    const named = [
      ["Name", "Rule"],
      ["Lazy", "never"],
      ["Busy", "annual and 1%"],
      ["", "5/25"],
    ];
    expect(await policies(named)).toEqual(["Lazy", "Busy", "5/25"]);
  });

  it("takes a Policy table for one policy", async () => {
    const table = [
      ["Setting", "Value"],
      ["Look", "annual"],
      ["Band", 0.05],
      ["Cost", "0.1%"],
    ];
    expect(await policies(table)).toEqual(["annual; 5%; cost 0.1%"]);
  });

  it("says in which period the money of a rule ran out", async () => {
    const table = await callLater(
      "COMPARE",
      THREE_YEARS,
      SIXTY_FORTY,
      down("annual; fee $500", "never"),
      one(3000),
      one(-800),
    );
    expect(table[0]?.at(-1)).toBe("Money ran out in period");
  });

  it.each([
    [down("annual", "anual"), /^Policies, row 2: "anual" is not known\./],
    [down("annual", "annual; quarterly"), /^Policies, row 2: Look is said twice/],
    [down("annual", "cost 700%"), /^Policies, row 2: "cost 700%" is out of range\./],
    [down("annual", "last 5/6/7"), /^Policies, row 2: "5\/6\/7" is not a date/],
    [down("annual", "monthly"), /^Policies, row 2: it looks every month, more often/],
    [down("annual", "never; annual"), /^Policies, row 2: "never; annual" is not known\./],
    [[["annual", "never"]], /^Policies is 1 by 2 cells\. Give one column with a rule a row/],
    [
      [
        ["Name", "Rule"],
        ["Mine", { type: "Error", basicValue: "#REF!" }],
      ],
      /^Policies, row 2 holds the error #REF!/,
    ],
  ] as const)("names the rule that is wrong: %#", async (cells, message) => {
    const failure = await failureLater("COMPARE", THREE_YEARS, SIXTY_FORTY, cells);
    expect([failure.code, failure.message]).toEqual(["#VALUE!", expect.stringMatching(message)]);
  });

  it("has Keel's own figures on its help page, beside Vanguard's", () => {
    const { result, beside = { rows: [] } } = helpExamples.COMPARE;
    const percent = (figure: unknown): string => `${(Number(figure) * 100).toFixed(1)}%`;
    const ours = result.slice(1).map((row) => [row[0], row[7], percent(row[2]), percent(row[3]), percent(row[9])]);
    const shown = beside.rows.slice(2).map((row) => [row[0], row[2], row[4], row[6], row[8]]);
    expect(shown).toEqual(ours);
    // Printed: 1,008 389 58 20 · 210 50 21 · 72 28 15.
    expect(beside.rows.slice(2).map((row) => row[1])).toEqual([1008, 389, 58, 20, 210, 50, 21, 72, 28, 15, 0]);
  });
});
