import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, type Policy } from "../../../src/engine";
import { readPolicy, type PolicyRange, type Problem } from "../../../src/ranges";

function read(cells: Parameters<typeof readPolicy>[0]): PolicyRange {
  const policy = readPolicy(cells);
  if (!policy.ok) throw new Error(policy.problem.code);
  return policy.value;
}

const policyOf = (cells: Parameters<typeof readPolicy>[0]): Policy => read(cells).policy;

function problemOf(cells: Parameters<typeof readPolicy>[0]): Problem {
  const policy = readPolicy(cells);
  if (policy.ok) throw new Error("was read");
  return policy.problem;
}

const d = (number: number): Decimal => new Decimal(number);
const ANNUAL = { every: 12, unit: "months" } as const;
const SWEDROE = { kind: "smaller", width: d(0.05), share: d(0.25) } as const;

describe("a policy as text", () => {
  it.each([
    ["semicolons", "annual; 5%; min $1,000"],
    ["line breaks", "annual\n5%\r\nmin $1,000"],
    ["commas with a space", "annual, 5%, min $1,000"],
    ["empty clauses", ";annual;;5% ; min $1,000; "],
  ])("is split at %s", (_, text) => {
    expect(policyOf([[text]])).toEqual({
      look: ANNUAL,
      band: { kind: "points", width: d(0.05) },
      minimumTrade: { amount: 100_000 },
    });
  });

  it("keeps commas inside numbers", () => {
    expect(policyOf([["0,1%; min $1,000"]])).toEqual({
      band: { kind: "points", width: d(0.001) },
      minimumTrade: { amount: 100_000 },
    });
  });

  it.each([[null], [undefined], [[[""]]], [[[null]]], [[[0]]], [[["  ;  "]]], [[]]])(
    "is all defaults for %p",
    (cells) => {
      expect(policyOf(cells)).toEqual({});
    },
  );

  it("names a clause that it doesn't know", () => {
    expect(problemOf([["annual; rebalance often"]])).toEqual({ code: "unknown clause", found: "rebalance often" });
  });

  it.each(["annual; quarterly", "5%; 5/25", "annual; annual", "5/25; annual and 5%"])(
    "refuses to guess between %s",
    (text) => {
      expect(problemOf([[text]]).code).toBe("setting twice");
    },
  );
});

describe("a policy as one column of clauses", () => {
  it("is the same as text", () => {
    expect(policyOf([["annual"], [""], ["5/25"], [null], ["no sells; min 1%"], [0]])).toEqual(
      policyOf([["annual; 5/25; no sells; min 1%"]]),
    );
  });

  it("reads what Excel makes of a typed band", () => {
    expect(policyOf([[0.05]])).toEqual({ band: { kind: "points", width: d(0.05) } });
    expect(policyOf([[5]])).toEqual({ band: { kind: "points", width: d(0.05) } });
    expect(policyOf([[{ type: "FormattedNumber", basicValue: 0.05 }]])).toEqual(policyOf([["5%"]]));
    expect(read([["annual"], [46167]])).toMatchObject({
      policy: { look: ANNUAL, band: SWEDROE },
      notes: [{ code: "date read as band", found: 46167 }],
    });
  });

  it("names the row of a clause that it doesn't know", () => {
    expect(problemOf([["annual"], ["often"]])).toEqual({
      code: "unknown clause",
      found: "often",
      at: { argument: "Policy", row: 1 },
    });
  });

  it("passes an error cell on", () => {
    expect(problemOf([[{ type: "Error", basicValue: "#N/A" }, "5%"]])).toMatchObject({
      code: "error in a cell",
      found: "#N/A",
    });
    expect(problemOf([["annual"], [{ type: "Error", basicValue: "#N/A" }]])).toMatchObject({
      code: "error in a cell",
      at: { row: 1 },
    });
    expect(problemOf([["#REF!"]])).toMatchObject({ code: "error in a cell", found: "#REF!" });
  });
});

describe("a policy as two columns", () => {
  it("reads every label of the contract's table", () => {
    expect(
      policyOf([
        ["Setting", "Value"],
        ["Look", "annual"],
        ["Band", "5/25"],
        ["Trigger", "or"],
        ["Volatile look", "monthly when volatility > 20%"],
        ["Destination", "to halfway"],
        ["Sells", "no sells"],
        ["Minimum trade", "min $100"],
        ["Trade unit", "whole dollars"],
        ["Cost", "cost 0.1%"],
        ["Fee", "fee $4.95"],
        ["Cash buffer", "keep 1%"],
        ["Gains", "gains up to $2,000"],
        ["Tax rates", "income 22%; gains rate 15%"],
        ["After tax", "after tax"],
        ["Relocate", "relocate"],
        ["Last look", "last 2026-01-05"],
        ["Unassigned", "hold"],
      ]),
    ).toEqual({
      look: ANNUAL,
      band: SWEDROE,
      trigger: "or",
      volatileLook: { cadence: { every: 1, unit: "months" }, above: d(0.2) },
      destination: { kind: "halfway" },
      sells: "none",
      minimumTrade: { amount: 10_000 },
      tradeUnit: "whole dollars",
      cost: d(0.001),
      fee: 495,
      cashBuffer: { share: d(0.01) },
      gains: { upTo: 200_000 },
      incomeRate: d(0.22),
      gainsRate: d(0.15),
      afterTax: true,
      relocate: true,
      lastLook: 46027,
      unassigned: "hold",
    });
  });

  it("takes short values, with the label saying the rest", () => {
    expect(
      policyOf([
        ["look", "Annual"],
        ["BAND ", "20% relative"],
        ["Trigger", "AND"],
        ["Destination", "edge"],
        ["Sells", "no"],
        ["Minimum trade", "$100"],
        ["Cost", "0.1%"],
        ["Fee", "$4.95"],
        ["Cash buffer", "$500"],
        ["Gains", "none"],
        ["Income", "22%"],
        ["Gains rate", "15%"],
        ["After tax", "yes"],
        ["Relocate", "yes"],
        ["Last look", "2026-01-05"],
        ["Unassigned", "stop"],
      ]),
    ).toEqual({
      look: ANNUAL,
      band: { kind: "relative", share: d(0.2) },
      trigger: "and",
      destination: { kind: "edge" },
      sells: "none",
      minimumTrade: { amount: 10_000 },
      cost: d(0.001),
      fee: 495,
      cashBuffer: { amount: 50_000 },
      gains: "none",
      incomeRate: d(0.22),
      gainsRate: d(0.15),
      afterTax: true,
      relocate: true,
      lastLook: 46027,
      unassigned: "stop",
    });
  });

  it.each<[string, number, Policy]>([
    ["Band", 0.05, { band: { kind: "points", width: d(0.05) } }],
    ["Band", 0.07, { band: { kind: "points", width: d(0.07) } }],
    ["Band", 5, { band: { kind: "points", width: d(0.05) } }],
    ["Band", 46167, { band: SWEDROE }],
    ["Destination", 0.0175, { destination: { kind: "points", from: d(0.0175) } }],
    ["Destination", 1.75, { destination: { kind: "points", from: d(0.0175) } }],
    ["Minimum trade", 100, { minimumTrade: { amount: cents(10_000) } }],
    ["Minimum trade", 0.005, { minimumTrade: { share: d(0.005) } }],
    ["Minimum trade", 1, { minimumTrade: { amount: cents(100) } }],
    ["Cash buffer", 500, { cashBuffer: { amount: cents(50_000) } }],
    ["Cash buffer", 0.01, { cashBuffer: { share: d(0.01) } }],
    ["Cost", 0.001, { cost: d(0.001) }],
    ["Fee", 4.95, { fee: cents(495) }],
    ["Gains", 2000, { gains: { upTo: cents(200_000) } }],
    ["Income", 0.22, { incomeRate: d(0.22) }],
    ["Gains rate", 0.15, { gainsRate: d(0.15) }],
    ["Last look", 46027.75, { lastLook: 46027 }],
  ])("reads %s as the number %p", (label, number, expected) => {
    expect(policyOf([[label, number]])).toEqual(expected);
  });

  it.each([
    ["Band", "5", { band: { kind: "points", width: d(0.05) } }],
    ["Band", ".05", { band: { kind: "points", width: d(0.05) } }],
    ["Band", "0", {}],
    ["Minimum trade", "0.005", { minimumTrade: { share: d(0.005) } }],
    ["Cash buffer", "500", { cashBuffer: { amount: cents(50_000) } }],
  ])("reads %s as the digits %p in a cell formatted as text", (label, digits, expected) => {
    expect(policyOf([[label, digits]])).toEqual(expected);
  });

  it.each([["Look"], ["Band"], ["Volatile look"], ["Minimum trade"], ["Cost"], ["Fee"], ["Cash buffer"]])(
    "leaves %s at its default where it is none",
    (label) => {
      expect(policyOf([[label, "None"]])).toEqual({});
    },
  );

  it("sells nothing where Sells is FALSE", () => {
    expect(policyOf([["Sells", false]])).toEqual({ sells: "none" });
    expect(policyOf([["Sells", true]])).toEqual({ sells: "allowed" });
  });

  it("knows the tax rates by the names that POLICY gives them", () => {
    expect(
      policyOf([
        ["Income tax rate", 0.22],
        ["Gains tax rate", 0.15],
      ]),
    ).toEqual({ incomeRate: d(0.22), gainsRate: d(0.15) });
  });

  it("reads the same policy as text and as a range", () => {
    expect(
      policyOf([
        ["Look", "annual"],
        ["Band", 0.05],
        ["Trigger", "or"],
        ["Destination", "1.75pp"],
      ]),
    ).toEqual(policyOf([["annual or 5%; to 1.75pp"]]));
  });

  it("leaves blank, 0 and FALSE at the default, known label or not", () => {
    expect(
      policyOf([
        ["Look", ""],
        ["Band", 0],
        ["Fee", null],
        ["Relocate", false],
        ["Notes", ""],
        ["", ""],
      ]),
    ).toEqual({});
  });

  it("asks what a band of 1 means", () => {
    expect(
      problemOf([
        ["Look", "annual"],
        ["Band", 1],
      ]),
    ).toEqual({
      code: "band of one",
      at: { argument: "Policy", row: 1 },
    });
    expect(policyOf([["Band", "1pp"]])).toEqual({ band: { kind: "points", width: d(0.01) } });
    expect(policyOf([["Band", "100%"]])).toEqual({ band: { kind: "points", width: d(1) } });
  });

  it("names a label that it doesn't know, and lists what is known", () => {
    const problem = problemOf([
      ["Look", "annual"],
      ["Colour", "blue"],
    ]);
    expect(problem).toMatchObject({ code: "unknown setting", found: "Colour", at: { row: 1 } });
    expect(problem.code === "unknown setting" && problem.known).toContain("Minimum trade");
  });

  it.each([
    ["Look", "5%"],
    ["Band", "annual"],
    ["Destination", "no sells"],
    ["Trade unit", "whole dollar bills"],
    ["Look", 5],
    ["Trade unit", 1],
  ])("refuses a value that says something else than its label: %s, %p", (label, value) => {
    expect(
      problemOf([
        ["Fee", "$1"],
        [label, value],
      ]),
    ).toMatchObject({ code: "unknown clause", at: { row: 1 } });
  });

  it("refuses a setting that stands in two rows", () => {
    expect(
      problemOf([
        ["Band", "5%"],
        ["Trigger", "annual or 5/25"],
      ]),
    ).toMatchObject({
      code: "setting twice",
      setting: "band",
    });
  });

  it.each([
    ["Band", 0.05, "5/25", "Band 0.05", "5/25"],
    ["Minimum trade", 100, "$200", "Minimum trade 100", "min $200"],
    ["Sells", "no", "allowed", "Sells no", "Sells allowed"],
  ])("quotes the cells where %s stands in two rows, %p and %p", (label, one, other, first, second) => {
    expect(
      problemOf([
        [label, one],
        [label, other],
      ]),
    ).toMatchObject({ code: "setting twice", first, second });
  });

  it("refuses a range of three columns", () => {
    expect(problemOf([["Look", "annual", "x"]])).toEqual({ code: "not a policy range", height: 1, width: 3 });
  });
});
