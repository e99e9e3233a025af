import { describe, expect, it } from "@jest/globals";
import { loadSolver } from "../../../src/compute";
import {
  cents,
  classStandings,
  Decimal,
  dollars,
  effectOfTrades,
  placeContribution,
  type Policy,
} from "../../../src/engine";
import { householdOf } from "./households";
import { planning, planOf } from "./planning";

const ask = planning();

const fiveOfPoints: Policy = { band: { kind: "points", width: new Decimal("0.05") } };

const household = householdOf(
  { "401(k)": { kind: "deferred" }, "Roth IRA": { kind: "Roth" } },
  [
    { account: "401(k)", fund: "US", value: 60_000 },
    { account: "401(k)", fund: "Bond", value: 10_000 },
    { account: "Roth IRA", fund: "US", value: 30_000 },
    { account: "Roth IRA", fund: "Bond", value: 0 },
  ],
  { US: 60, Bond: 40 },
);

describe("how classes stand in a plan", () => {
  it("is before, after, and against their bands", () => {
    const plan = planOf(ask, household, fiveOfPoints);
    const { classes, unlisted } = classStandings(household, plan, fiveOfPoints);
    expect(classes).toEqual([
      { before: 0.9, after: 0.6, target: 0.6, band: { lowest: 0.55, highest: 0.65, sideBefore: 1, sideAfter: 0 } },
      { before: 0.1, after: 0.4, target: 0.4, band: { lowest: 0.35, highest: 0.45, sideBefore: -1, sideAfter: 0 } },
    ]);
    expect(unlisted).toEqual({ before: 0, after: 0 });
  });

  it("names no band where there is none, or one for all together", () => {
    const drift: Policy = { band: { kind: "drift", limit: new Decimal("0.03") } };
    for (const policy of [{}, drift]) {
      const [first] = classStandings(household, planOf(ask, household, policy), policy).classes;
      expect(first).toEqual({ before: 0.9, after: 0.6, target: 0.6 });
    }
  });

  it("takes a class that ends at its edge, to the cent, for one in its band", () => {
    const policy: Policy = { ...fiveOfPoints, destination: { kind: "edge" } };
    const odd = householdOf(
      { "401(k)": { kind: "deferred" } },
      [
        { account: "401(k)", fund: "US", value: 90_000.01 },
        { account: "401(k)", fund: "Bond", value: 10_000 },
      ],
      { US: 60, Bond: 40 },
    );
    const sides = classStandings(odd, planOf(ask, odd, policy), policy).classes.map(({ band }) => band?.sideAfter);
    expect(sides).toEqual([0, 0]);
  });
});

describe("what some of a plan's trades do", () => {
  const plan = planOf.bind(undefined, ask, household, fiveOfPoints);

  it("is all of it where all are made", () => {
    const { trades } = plan();
    const effect = effectOfTrades(household, trades);
    expect([effect.driftBefore, effect.driftAfter, dollars(effect.traded)]).toEqual([0.3, 0, 30_000]);
  });

  it("is the part of those that are made, and nothing where none is", () => {
    const { trades } = plan();
    const inRoth = trades.filter(({ position }) => household.positions[position]?.account === 1);
    const part = inRoth.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
    const effect = effectOfTrades(household, inRoth);
    expect(effect.driftAfter).toBeCloseTo(0.3 - part / 100 / 100_000, 10);
    expect(effectOfTrades(household, [])).toEqual({ driftBefore: 0.3, driftAfter: 0.3, traded: 0 });
  });

  it("counts a cash flow that isn't placed as drift", () => {
    const paidIn = householdOf(
      { "401(k)": { kind: "deferred", cashFlow: 25_000 } },
      [
        { account: "401(k)", fund: "US", value: 60_000 },
        { account: "401(k)", fund: "Bond", value: 40_000 },
      ],
      { US: 60, Bond: 40 },
    );
    const { driftBefore, driftAfter } = effectOfTrades(paidIn, []);
    expect([driftBefore, driftAfter]).toEqual([0, 0.2]);
    expect(effectOfTrades(paidIn, planOf(ask, paidIn).trades).driftAfter).toBeCloseTo(0, 8);
  });
});

describe("new money after a plan", () => {
  it("goes where the classes of all accounts lack it, of what the account may buy", async () => {
    const plan = planOf(ask, household, fiveOfPoints);
    const placed = placeContribution(household, plan, { account: 0, amount: cents(100_000) }, await loadSolver());
    const bought = placed.ok && placed.value.map(({ position, amount }) => [position, dollars(amount)]);
    expect(bought).toEqual([
      [0, 600],
      [1, 400],
    ]);
  });

  it("fills first what a plan leaves short", async () => {
    const locked = householdOf(
      { "401(k)": { kind: "deferred" }, "Roth IRA": { kind: "Roth" } },
      [
        { account: "401(k)", fund: "US", value: 0 },
        { account: "401(k)", fund: "Bond", value: 30_000 },
        { account: "Roth IRA", fund: "US", value: 70_000 },
      ],
      { US: 60, Bond: 40 },
    );
    const plan = planOf(ask, locked);
    const placed = placeContribution(locked, plan, { account: 0, amount: cents(100_000) }, await loadSolver());
    expect(placed.ok && placed.value.map(({ position, amount }) => [position, dollars(amount)])).toEqual([[1, 1000]]);
  });

  it("has nowhere to go where nothing may be bought", async () => {
    const held = householdOf(
      { "401(k)": { kind: "deferred" }, "Roth IRA": { kind: "Roth" } },
      [
        { account: "401(k)", fund: "US", value: 60_000, lock: "hold" },
        { account: "Roth IRA", fund: "Bond", value: 40_000 },
      ],
      { US: 60, Bond: 40 },
    );
    const plan = planOf(ask, held);
    const placed = placeContribution(held, plan, { account: 0, amount: cents(100_000) }, await loadSolver());
    expect(placed).toMatchObject({ ok: false, problem: { code: "account cannot place", account: 0 } });
  });
});
