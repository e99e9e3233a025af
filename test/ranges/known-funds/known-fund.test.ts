import { describe, expect, it } from "@jest/globals";
import { knownFund, type KnownFund } from "../../../src/ranges";

/** 16 October 2026. */
const TODAY = 46_311;

const known = (...texts: string[]): KnownFund => knownFund({ texts }, TODAY);
const mix = (text: string): Extract<KnownFund, { kind: "mix" }> => {
  const found = known(text);
  if (found.kind !== "mix") throw new Error(`${text}: ${found.kind}`);
  return found;
};

describe("what a fund is", () => {
  it("is what its owner says, whatever the tables know", () => {
    expect(knownFund({ ownClass: " Growth ", texts: ["VBTLX"] }, TODAY)).toEqual({
      kind: "class",
      class: "Growth",
      from: "owner",
    });
    expect(knownFund({ ownClass: "", texts: ["VBTLX"] }, TODAY)).toMatchObject({ class: "Bonds", from: "table" });
  });

  it("is known by its ticker before any name, and guessed by words last", () => {
    expect(known("Retirement Savings Fund", "vtsax")).toEqual({ kind: "class", class: "US stocks", from: "table" });
    expect(known("SPAXX**")).toEqual({ kind: "class", class: "Cash", from: "table" });
    expect(known("Mid Cap Growth CIT")).toEqual({ kind: "class", class: "US stocks", from: "words" });
    expect(known("VTTSX")).toMatchObject({ kind: "mix", year: 2060 });
    expect(known("VWENX")).toMatchObject({ kind: "mix", from: "table" });
  });

  it("is the policy mix of a balanced fund, with the day it was stated", () => {
    expect(mix("Vanguard LifeStrategy Moderate Growth Inv")).toEqual({
      kind: "mix",
      weights: { "US stocks": 0.36, "International stocks": 0.24, Bonds: 0.4 },
      from: "table",
      asOf: "2015-02-26",
    });
    expect(mix("Balanced Index Fund Institutional").weights).toEqual({ "US stocks": 0.6, Bonds: 0.4 });
    expect(mix("Vanguard Wellington Adm").weights).toEqual({ "US stocks": 0.65, Bonds: 0.35 });
    expect(mix("Fidelity® Puritan® Fund").weights).toEqual({ "US stocks": 0.6, Bonds: 0.4 });
    expect(mix("AOR")).toMatchObject({
      from: "assumed",
      weights: { "US stocks": 0.36, "International stocks": 0.24, Bonds: 0.4 },
    });
  });

  it("is, for a target-date fund, what GLIDEPATH's path gives for the years left, marked assumed", () => {
    // 2045: 19 years before, 50 % + 19 ÷ 25 × 40 % = 80.4 % stocks, of which 40 % international.
    expect(mix("Vanguard Target Retirement 2045 Fund")).toEqual({
      kind: "mix",
      weights: { "US stocks": 0.4824, "International stocks": 0.3216, Bonds: 0.196 },
      from: "assumed",
      asOf: "2026-10-16",
      year: 2045,
    });
    expect(mix("Freedom Index 2060").weights).toEqual({ "US stocks": 0.54, "International stocks": 0.36, Bonds: 0.1 });
    for (const retired of ["Target Retirement 2010", "Target Retirement Income", "L Income", "VTINX"]) {
      expect([retired, mix(retired).weights]).toEqual([
        retired,
        { "US stocks": 0.18, "International stocks": 0.12, Bonds: 0.7 },
      ]);
    }
  });

  it.each([
    [
      "company stock",
      "Company Stock Fund",
      "ACME Corp. Common Stock Fund",
      "Employer Stock",
      "ESOP",
      "Employee Stock Purchase Plan",
      "Ford Motor Company Stock",
    ],
    [
      "brokerage window",
      "BrokerageLink",
      "BROKERAGELINK 401(K)",
      "Schwab PCRA",
      "Self-Directed Brokerage Account",
      "SDBA",
      "Brokerage Window",
    ],
    ["annuity", "TIAA Traditional", "Deferred Variable Annuity", "MetLife Annuities"],
  ] as const)("is left alone: %s", (why, ...names) => {
    for (const name of names) expect([name, known(name)]).toEqual([name, { kind: "leave alone", why }]);
  });

  it("is asked about: stable value, a mix that nobody stated, and what nothing tells", () => {
    for (const name of [
      "Stable Value Fund",
      "Guaranteed Interest Account",
      "Managed Income Portfolio II",
      "GIC Fund",
    ]) {
      expect([name, known(name)]).toEqual([name, { kind: "ask", about: "stable value", choices: ["Cash", "Bonds"] }]);
    }
    for (const name of ["Our Balanced Fund", "Moderate Allocation", "Vanguard Global Wellington"]) {
      expect([name, known(name)]).toEqual([name, { kind: "ask", about: "mixed fund", choices: [] }]);
    }
    for (const name of ["Our Fund", "", "APPLE INC", "Plan 7"]) {
      expect([name, known(name)]).toEqual([name, { kind: "ask", about: "unknown fund", choices: [] }]);
    }
  });

  it("knows the Thrift Savings Plan's funds by their letters, and no stock by its ticker of one letter", () => {
    const classes = ["G Fund", "TSP F Fund", "C Fund", "TSP S", "Common Stock Index Investment (C) Fund", "I Fund"];
    expect(classes.map((name) => known(name))).toEqual(
      ["Bonds", "Bonds", "US stocks", "US stocks", "US stocks", "International stocks"].map((name) => ({
        kind: "class",
        class: name,
        from: "words",
      })),
    );
    for (const name of ["C", "F", "S"]) expect(known(name)).toMatchObject({ kind: "ask", about: "unknown fund" });
  });

  it("is bonds, and no target-date fund, where the year is when a loan is paid back", () => {
    for (const name of [
      "2025 Notes",
      "Treasury Note 4.125 11/15/27",
      "US Treasury 2.5% 2045",
      "Bond Fund 2030 maturity ETF",
      "iBonds Dec 2030 Term Corporate ETF",
      "iShares iBonds Dec 2030 Term Treasury ETF",
      "Invesco BulletShares 2030 Corporate Bond ETF",
      "TARGET CORP 2.35% 02/15/2030 Notes",
      "Fidelity Municipal Income 2025 Fund",
    ]) {
      expect([name, known(name)]).toEqual([name, { kind: "class", class: "Bonds", from: "words" }]);
    }
    for (const name of [
      "Target Corp",
      "College 2035 Portfolio",
      "Zero Coupon 2025",
      "Retirement Savings",
      "Freedom 100",
    ]) {
      expect([name, known(name).kind]).not.toEqual([name, "mix"]);
    }
  });
});
