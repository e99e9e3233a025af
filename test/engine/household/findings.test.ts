import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, type HouseholdPlan } from "../../../src/engine";
import { householdOf } from "./households";
import { planning, planOf, traded } from "./planning";

/** Households that a second route, or reading drawn tables, found planned wrongly once. */

const ask = planning();

const plan = (...given: Parameters<typeof ask>): HouseholdPlan => planOf(ask, ...given);

describe("owed cash", () => {
  it("is brought to 0, and further where cash has a goal", () => {
    const household = householdOf(
      { Roth: { kind: "Roth", cashFlow: 3_520 } },
      [
        { account: "Roth", fund: "Bonds", value: 36_274.5 },
        { account: "Roth", fund: "Cash", value: -1_976.9 },
      ],
      { US: 51, International: 0, Bonds: 0, Cash: 5 },
    );
    expect(traded(plan(household, { gains: "allowed" }))).toEqual({ 0: -1_833.47, 1: 5_353.47 });
  });
});

describe("money that can go nowhere else", () => {
  it("goes to a fund without a goal, and no other money does", () => {
    const household = householdOf(
      { A: { kind: "taxable", cashFlow: 27_100 } },
      [
        { account: "A", fund: "International", value: 92_000, basis: 92_000, expenseRatio: 0.1 },
        { account: "A", fund: "Bonds", value: 29_000, basis: 29_000, expenseRatio: 0.9 },
      ],
      { Gold: 22, International: 0, Bonds: 0 },
    );
    const { trades } = plan(household, { gains: "allowed", relocate: true });
    expect(trades.map(({ amount }) => amount)).toEqual([2_710_000]);
  });
});

describe("gains that cash flows need", () => {
  it("are none where another way to keep clear of a wash sale needs none", () => {
    const household = householdOf(
      { Taxable: { kind: "taxable", cashFlow: -18_700 }, IRA: { kind: "deferred" } },
      [
        { account: "Taxable", fund: "Up", in: "US", value: 50_000, basis: 40_000 },
        { account: "Taxable", fund: "Down", in: "Gold", value: 50_000, basis: 60_000 },
        { account: "IRA", fund: "Down", in: "Gold", value: 0 },
        { account: "IRA", fund: "Bonds", value: 100_000 },
      ],
      { US: 20, Gold: 70, Bonds: 10 },
    );
    const answer = plan(household, { gains: "none" });
    expect(answer.gainsBound?.used).toBe(0);
    expect(answer.gain.short + answer.gain.long).toBeLessThanOrEqual(0);
  });
});

describe("whole dollars under the gains rule", () => {
  it("are cut so that the net gain keeps its bound", () => {
    const household = householdOf(
      { Joint: { kind: "taxable" }, "401(k)": { kind: "deferred" } },
      [
        { account: "Joint", fund: "Balanced", in: { US: 60, Bonds: 40 }, value: 0.01, basis: 0.01 },
        { account: "Joint", fund: "VTI", in: "US", value: 1, basis: 1 },
        { account: "Joint", fund: "VTI", in: "US", value: 0.01, basis: 1 },
        { account: "401(k)", fund: "VTI", in: "US", value: 0 },
      ],
      { US: 55, Bonds: 40, International: 5 },
    );
    expect(plan(household, { tradeUnit: "whole dollars", gains: "none" }).gain.long).toBeLessThanOrEqual(0);
  });

  it("leave things as they are rather than find no plan", () => {
    const household = householdOf(
      { Taxable: { kind: "taxable" } },
      [
        { account: "Taxable", fund: "F1", in: "US", value: 2.31, lock: "no buy", sameAs: "one" },
        { account: "Taxable", fund: "F0", in: "Gold", value: 10, basis: 11.5, lock: "no buy", sameAs: "one" },
        { account: "Taxable", fund: "Cash", value: 0 },
      ],
      { US: 0, International: 0, Bonds: 0, REIT: 1, Gold: 30, Cash: 10 },
    );
    const answer = plan(household, {
      band: { kind: "relative", share: new Decimal("0.01") },
      destination: { kind: "points", from: new Decimal("0.001") },
      incomeRate: new Decimal("0.01"),
      gainsRate: new Decimal("0.01"),
      tradeUnit: "whole dollars",
      gains: { upTo: cents(13) },
    });
    expect(answer.gain.short + answer.gain.long).toBeLessThanOrEqual(13 + 100);
  });
});
