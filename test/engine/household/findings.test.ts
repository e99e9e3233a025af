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

describe("a fortune", () => {
  it("is rounded to cents in the end, though its gaps are too large for a double to tell parts of a cent", () => {
    const household = householdOf(
      { IRA: { kind: "deferred" }, "401(k)": { kind: "deferred", countsAs: 0.655 } },
      [
        { account: "IRA", fund: "International", value: 120_000_000 },
        { account: "401(k)", fund: "US", value: 110_000_000 },
        { account: "401(k)", fund: "Three", in: { REIT: 34, Gold: 33, US: 33 }, value: 120_000_000 },
        { account: "401(k)", fund: "Cash", value: 0 },
      ],
      { US: 56, International: 4, Bonds: 0.009, REIT: 35, Gold: 49, Cash: 10 },
    );
    const { status, classes } = plan(household);
    expect(status).toBe("optimal");
    const after = classes.reduce((sum, each) => sum.plus(each.after), new Decimal(0));
    expect(after.toNumber()).toBe(12_000_000_000 + 0.655 * 23_000_000_000);
  });
});

describe("a class that is wanted next to not at all", () => {
  it("is off its goal evenly with the others", () => {
    const household = householdOf(
      { A: { kind: "Roth", cashFlow: -100 }, B: { kind: "Roth" } },
      [
        { account: "A", fund: "REIT", value: 232, lock: "no buy" },
        { account: "A", fund: "International", value: 0 },
        { account: "A", fund: "Cash", value: 0 },
        { account: "B", fund: "US", value: 0, lock: "no buy" },
      ],
      { US: 21, International: 21, Bonds: 5, REIT: 0.001, Cash: 5 },
    );
    // $132 are left: $53.31 US, $53.30 international, $12.69 bonds and cash each, and a cent of REIT.
    const { classes } = plan(household);
    expect(classes.map(({ goal }) => goal.toNumber())).toEqual([5_331, 5_330, 1_269, 1, 1_269]);
    expect(classes.map(({ after }) => after.toNumber())).toEqual([0, 10_660, 0, 2, 2_538]);
  });

  it("has its part in a fortune, too", () => {
    const household = householdOf(
      { Taxable: { kind: "taxable", cashFlow: -10_000 } },
      [
        { account: "Taxable", fund: "Cash", value: 0 },
        { account: "Taxable", fund: "F4", in: "US", value: 79_560_100, lock: "no buy", sameAs: "one" },
        {
          account: "Taxable",
          fund: "F0",
          in: { International: 50, US: 50 },
          value: 86_756_400,
          basis: 90_226_656,
          sameAs: "one",
        },
        { account: "Taxable", fund: "F3", in: "Bonds", value: 0, lock: "no buy", sameAs: "one" },
        {
          account: "Taxable",
          fund: "F2",
          in: { US: 50, REIT: 50 },
          value: 15_345_900,
          basis: 13_197_474,
          lock: "no buy",
        },
      ],
      { US: 0, International: 7, Bonds: 0, REIT: 0.004, Gold: 43, Cash: 5 },
    );
    const { status } = plan(household, {
      gains: "allowed",
      relocate: true,
      band: { kind: "relative", share: new Decimal("0.01") },
      destination: { kind: "edge" },
      incomeRate: new Decimal("0.01"),
    });
    expect(status).toBe("optimal");
  });

  it("isn't wanted at all where it is cash that an account owes and that counts in part", () => {
    const household = householdOf(
      { A: { kind: "deferred", countsAs: 0.655 }, B: { kind: "deferred", cashFlow: 100 } },
      [
        { account: "B", fund: "Gold", value: 3_364 },
        { account: "A", fund: "Cash", value: -6_531 },
        { account: "A", fund: "US", value: 0, lock: "no buy" },
        { account: "A", fund: "Gold", value: 6_532, lock: "no buy" },
      ],
      { US: 0, International: 0, Bonds: 1, Gold: 1, Cash: 0 },
    );
    const { classes } = plan(household, { band: { kind: "relative", share: new Decimal("0.01") } });
    expect(classes[4]?.goal.toNumber()).toBe(0);
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

describe("shares under the gains rule", () => {
  it("that an account must sell leave less gain to the others", () => {
    const household = householdOf(
      { One: { kind: "taxable" }, Other: { kind: "taxable" } },
      [
        { account: "One", fund: "F0", in: "International", value: 0.26, price: 288.47 },
        { account: "One", fund: "F1", in: "US", value: 0, price: 1 },
        { account: "Other", fund: "F0", in: "International", value: 0.15, price: 288.47 },
        { account: "Other", fund: "Cash", value: -0.11 },
      ],
      { US: 17, International: 0, Bonds: 1 },
    );
    // All of it is gain. The other account owes 11 cents: at 2.8847 a step that takes four, 11.54.
    const { gain, trades } = plan(household, { tradeUnit: "fractional", gains: { upTo: cents(37) } });
    expect(trades.find(({ position }) => position === 2)?.amount).toBe(-12);
    expect(gain.short + gain.long).toBeLessThanOrEqual(37);
  });
});
