import { describe, expect, it } from "@jest/globals";
import { Decimal, dollars, type Household, type HouseholdPlan } from "../../../src/engine";
import { householdOf } from "./households";
import { planning, planOf, traded } from "./planning";

const ask = planning();

const plan = (...given: Parameters<typeof ask>): HouseholdPlan => planOf(ask, ...given);

const percent = (number: number): Decimal => new Decimal(number).dividedBy(100);

const TARGET_DATE = { US: 54, Intl: 36, Bond: 10 };

const fourteen = (relocatable?: Household["points"], cashFlow = 0): Household =>
  householdOf(
    { "401(k)": { kind: "deferred", cashFlow }, "Roth IRA": { kind: "Roth" }, Taxable: { kind: "taxable" } },
    [
      { account: "401(k)", fund: "Target-date", in: TARGET_DATE, value: 80_000 },
      { account: "401(k)", fund: "Bond", value: 20_000 },
      { account: "401(k)", fund: "US fund", in: "US", value: 0 },
      { account: "Roth IRA", fund: "US fund", in: "US", value: 30_000 },
      { account: "Roth IRA", fund: "Intl", value: 0 },
      { account: "Taxable", fund: "US fund", in: "US", value: 20_000 },
    ],
    { US: 50, Intl: 20, Bond: 30 },
    relocatable,
  );

describe("worked numbers of the household plan", () => {
  it("14: a target-date fund, a Roth IRA and a taxable account", () => {
    const answer = plan(fourteen());
    expect(traded(answer)).toEqual({ 0: -18_888.89, 1: 18_888.89, 3: -8_000, 4: 8_000 });
    expect(answer.tax).toBe(0);
    expect(answer.classes.map(({ before }) => dollars(before.toNumber() as never))).toEqual([93_200, 28_800, 28_000]);
  });

  it("36: the same with relocate, and with international better placed in taxable", () => {
    const points = [
      { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
      { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
      { deferred: 3, Roth: 0, HSA: 0, taxable: 0 },
    ];
    const same = { 0: -18_888.89, 1: 18_888.89, 3: -8_000, 4: 8_000 };
    expect(traded(plan(fourteen(points), { relocate: true }))).toEqual(same);
    const better = points.map((each, place) => (place === 1 ? { ...each, taxable: 3 } : each));
    expect(traded(plan(fourteen(better)))).toEqual(same);
  });

  it("37, 38: to the edge of a band of 5 points, and at it", () => {
    const household = (stocks: number, bonds: number): Household =>
      householdOf(
        { "401(k)": { kind: "deferred" }, "Roth IRA": { kind: "Roth" } },
        [
          { account: "401(k)", fund: "Stocks", value: stocks },
          { account: "401(k)", fund: "Bonds", value: bonds },
          { account: "Roth IRA", fund: "Stocks", value: 10_000 },
          { account: "Roth IRA", fund: "Bonds", value: 5_000 },
        ],
        { Stocks: 70, Bonds: 30 },
      );
    const band = { kind: "points", width: percent(5) } as const;
    expect(traded(plan(household(66_000, 19_000), { band, destination: { kind: "edge" } }))).toEqual({
      0: -1_000,
      1: 1_000,
    });
    expect(traded(plan(household(66_000, 19_000), { band }))).toEqual({ 0: -6_000, 1: 6_000 });
    expect(traded(plan(household(65_000, 20_000), { band }))).toEqual({});
  });

  it("39: what can't be reached is shared evenly", () => {
    const household = householdOf(
      { IRA: { kind: "deferred", cashFlow: 3_000 }, Taxable: { kind: "taxable" } },
      [
        { account: "IRA", fund: "A", value: 10_000 },
        { account: "IRA", fund: "B", value: 10_000 },
        { account: "Taxable", fund: "C", value: 10_000 },
      ],
      { A: 40, B: 40, C: 20 },
    );
    const answer = plan(household);
    expect(traded(answer)).toEqual({ 0: 1_500, 1: 1_500 });
    expect(answer.offGoal.map(({ classIndex, gap }) => [classIndex, gap.toNumber() / 100])).toEqual([
      [0, -1_700],
      [1, -1_700],
      [2, 3_400],
    ]);
  });

  it("40: losses pay for gains", () => {
    const household = householdOf(
      { Taxable: { kind: "taxable" } },
      [
        { account: "Taxable", fund: "VTI", in: "Stocks", value: 40_000, basis: 28_000 },
        { account: "Taxable", fund: "VTI", in: "Stocks", value: 10_000, basis: 14_000 },
        { account: "Taxable", fund: "BND", in: "Bonds", value: 50_000, basis: 50_000 },
      ],
      { Stocks: 30, Bonds: 70 },
    );
    const answer = plan(household, { gains: "none", incomeRate: percent(22), gainsRate: percent(15) });
    expect(traded(answer)).toEqual({ 0: -10_000, 1: -10_000, 2: 20_000 });
    expect(answer.trades.map(({ gain }) => dollars(gain))).toEqual([3_000, -4_000, 0]);
    expect(answer.tax).toBe(0);
  });

  it("41: money that must be paid out is raised though it makes gains", () => {
    const household = householdOf(
      { Taxable: { kind: "taxable", cashFlow: -30_000 } },
      [
        { account: "Taxable", fund: "VTI", in: "Stocks", value: 80_000, basis: 20_000 },
        { account: "Taxable", fund: "BND", in: "Bonds", value: 20_000, basis: 20_000 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    const none = plan(household, { gains: "none", gainsRate: percent(15) });
    expect(traded(none)).toEqual({ 0: -10_000, 1: -20_000 });
    expect([dollars(none.gain.long), dollars(none.tax)]).toEqual([7_500, 1_125]);
    const allowed = plan(household, { gains: "allowed", gainsRate: percent(15) });
    expect(traded(allowed)).toEqual({ 0: -45_000, 1: 15_000 });
    expect([dollars(allowed.gain.long), dollars(allowed.tax)]).toEqual([33_750, 5_062.5]);
  });

  it("42: stocks and bonds change places only if asked", () => {
    const points = [
      { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
      { deferred: 3, Roth: 0, HSA: 0, taxable: 0 },
    ];
    const household = householdOf(
      { "401(k)": { kind: "deferred" }, Taxable: { kind: "taxable" } },
      [
        { account: "401(k)", fund: "Stocks", value: 50_000 },
        { account: "401(k)", fund: "Bonds", value: 0 },
        { account: "Taxable", fund: "Stocks", value: 10_000, basis: 10_000 },
        { account: "Taxable", fund: "Bonds", value: 40_000, basis: 40_000 },
      ],
      { Stocks: 60, Bonds: 40 },
      points,
    );
    expect(traded(plan(household))).toEqual({});
    const moved = plan(household, { relocate: true });
    expect(traded(moved)).toEqual({ 0: -40_000, 1: 40_000, 2: 40_000, 3: -40_000 });
    expect([moved.location?.before.toNumber(), moved.location?.after.toNumber()]).toEqual([0, 100]);
  });

  it("43: worked number 17 as a household of one 401(k)", () => {
    const household = householdOf(
      { "401(k)": { kind: "deferred" } },
      [
        { account: "401(k)", fund: "A", value: 5_150 },
        { account: "401(k)", fund: "B", value: 3_920 },
        { account: "401(k)", fund: "C", value: 930 },
      ],
      { A: 50, B: 40, C: 10 },
    );
    const answer = plan(household, { minimumTrade: { amount: 10_000 as never } });
    expect(traded(answer)).toEqual({ 0: -111.11, 1: 111.11 });
    expect(answer.dropped).toEqual([2]);
  });

  it("45: money that counts 80 %", () => {
    const household = householdOf(
      { "401(k)": { kind: "deferred", countsAs: 0.8 }, Roth: { kind: "Roth" } },
      [
        { account: "401(k)", fund: "Bonds", value: 50_000 },
        { account: "Roth", fund: "Stocks", value: 50_000 },
        { account: "Roth", fund: "Bonds", value: 0 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    expect(traded(plan(household))).toEqual({ 1: -5_000, 2: 5_000 });
  });

  it("46: number 14's household without sells, 12,000 into the 401(k)", () => {
    const answer = plan(fourteen(undefined, 12_000), { sells: "none" });
    expect(traded(answer)).toEqual({ 1: 12_000 });
    expect(answer.classes.map(({ goal }) => goal.toNumber() / 100)).toEqual([93_200, 28_800, 40_000]);
  });
});
