import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, type Policy } from "../../../src/engine";
import { joinClauses, readClause } from "../../../src/ranges/policy/clauses";

function settings(text: string): Policy {
  const clause = readClause(text);
  if (!clause.ok) throw new Error(`${text}: ${clause.problem.code}`);
  return clause.value.settings;
}

function refused(text: string): string | undefined {
  const clause = readClause(text);
  return clause.ok ? undefined : clause.problem.code;
}

const d = (number: number): Decimal => new Decimal(number);

describe("clauses of the contract's table", () => {
  it.each<[string, Policy]>([
    // Look
    ["annual", { look: { every: 12, unit: "months" } }],
    ["semiannual", { look: { every: 6, unit: "months" } }],
    ["quarterly", { look: { every: 3, unit: "months" } }],
    ["monthly", { look: { every: 1, unit: "months" } }],
    ["weekly", { look: { every: 7, unit: "days" } }],
    ["daily", { look: { every: 1, unit: "days" } }],
    ["every 18 months", { look: { every: 18, unit: "months" } }],
    ["every 10 days", { look: { every: 10, unit: "days" } }],
    ["every 2 weeks", { look: { every: 14, unit: "days" } }],
    ["every 2 years", { look: { every: 24, unit: "months" } }],
    // Band
    ["5%", { band: { kind: "points", width: d(0.05) } }],
    ["5pp", { band: { kind: "points", width: d(0.05) } }],
    ["2.5 points", { band: { kind: "points", width: d(0.025) } }],
    ["0,1%", { band: { kind: "points", width: d(0.001) } }],
    ["20% relative", { band: { kind: "relative", share: d(0.2) } }],
    ["5/25", { band: { kind: "smaller", width: d(0.05), share: d(0.25) } }],
    ["swedroe", { band: { kind: "smaller", width: d(0.05), share: d(0.25) } }],
    ["drift 3%", { band: { kind: "drift", limit: d(0.03) } }],
    ["tracking error 1%", { band: { kind: "tracking error", limit: d(0.01) } }],
    // Trigger
    [
      "annual and 5/25",
      {
        look: { every: 12, unit: "months" },
        band: { kind: "smaller", width: d(0.05), share: d(0.25) },
        trigger: "and",
      },
    ],
    ["annual or 5%", { look: { every: 12, unit: "months" }, band: { kind: "points", width: d(0.05) }, trigger: "or" }],
    [
      "5% or every 18 months",
      { look: { every: 18, unit: "months" }, band: { kind: "points", width: d(0.05) }, trigger: "or" },
    ],
    // Volatile look
    ["monthly when volatility > 20%", { volatileLook: { cadence: { every: 1, unit: "months" }, above: d(0.2) } }],
    // Destination
    ["to target", { destination: { kind: "target" } }],
    ["to halfway", { destination: { kind: "halfway" } }],
    ["to edge", { destination: { kind: "edge" } }],
    ["to 1.75pp", { destination: { kind: "points", from: d(0.0175) } }],
    // Sells
    ["no sells", { sells: "none" }],
    // Minimum trade
    ["min $100", { minimumTrade: { amount: cents(10_000) } }],
    ["min $1,000", { minimumTrade: { amount: cents(100_000) } }],
    ["min 0.5%", { minimumTrade: { share: d(0.005) } }],
    // Trade unit
    ["whole shares", { tradeUnit: "whole shares" }],
    ["fractional", { tradeUnit: "fractional" }],
    ["whole percent", { tradeUnit: "whole percent" }],
    ["whole dollars", { tradeUnit: "whole dollars" }],
    ["multiples of $10", { tradeUnit: { multiplesOf: cents(1_000) } }],
    ["multiples of 0.50 dollars", { tradeUnit: { multiplesOf: cents(50) } }],
    ["multiple of $1,000", { tradeUnit: { multiplesOf: cents(100_000) } }],
    // Cost, Fee
    ["cost 0.1%", { cost: d(0.001) }],
    ["fee $4.95", { fee: cents(495) }],
    // Cash buffer
    ["keep $500", { cashBuffer: { amount: cents(50_000) } }],
    ["keep 1%", { cashBuffer: { share: d(0.01) } }],
    // Gains, Tax rates
    ["gains none", { gains: "none" }],
    ["gains up to $2,000", { gains: { upTo: cents(200_000) } }],
    ["gains allowed", { gains: "allowed" }],
    ["income 22%", { incomeRate: d(0.22) }],
    ["gains rate 15%", { gainsRate: d(0.15) }],
    ["gains rate 0%", { gainsRate: d(0) }],
    // Relocate
    ["after tax", { afterTax: true }],
    ["relocate", { relocate: true }],
    // Last look: 2026-01-05
    ["last 2026-01-05", { lastLook: 46027 }],
    ["last 46027", { lastLook: 46027 }],
    // Unassigned
    ["unassigned sell", { unassigned: "sell" }],
    ["unassigned hold", { unassigned: "hold" }],
    ["unassigned stop", { unassigned: "stop" }],
  ])("%s", (text, expected) => {
    expect(settings(text)).toEqual(expected);
    expect(settings(text.toUpperCase())).toEqual(expected);
  });

  it("keeps the words as they were typed", () => {
    expect(readClause("Annual AND 5/25")).toMatchObject({ value: { text: "Annual AND 5/25" } });
  });

  it.each([
    "0%",
    "101%",
    "1001% relative",
    "drift 0%",
    "to 0%",
    "min 101%",
    "cost 101%",
    "keep $2,000,000,000,000",
    "gains rate 200%",
  ])("%s is out of range", (text) => {
    expect(refused(text)).toBe("clause out of range");
  });

  it.each([
    "yearly-ish",
    "5",
    "0.05",
    "5/20",
    "every 0 months",
    "every 1.5 months",
    "every 1201 months",
    "annual and quarterly",
    "5% and 5/25",
    "to",
    "min",
    "min lots",
    "cost $5",
    "fee 1%",
    "keep",
    "unassigned keep",
    "gains up to",
    "sell everything",
    "-5%",
    "1,23,4%",
  ])("%s is not known", (text) => {
    expect(refused(text)).toBe("unknown clause");
  });

  it.each(["last year", "last 05/01/2026", "last 2026-02-30", "last 2026-13-01", "last 1899-12-31"])(
    "%s is no date",
    (text) => {
      expect(refused(text)).toBe("bad date");
    },
  );
});

describe("joinClauses", () => {
  it("refuses a setting that is said twice, even in the same words", () => {
    const clauses = ["annual and 5/25", "quarterly"].map((text) => ({ text, settings: settings(text) }));
    expect(joinClauses(clauses)).toEqual({
      ok: false,
      problem: { code: "setting twice", setting: "look", first: "annual and 5/25", second: "quarterly" },
    });
  });
});
