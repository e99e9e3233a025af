import { beforeAll, describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { loadSolver } from "../../src/compute";
import { Decimal, planHousehold, type Household, type HouseholdPlan, type LinearSolver } from "../../src/engine";
import { GaveUp } from "../oracle/household/linear";
import { secondRoute, TooMany } from "../oracle/household/second-route";
import { keptBack, valuesOf } from "../oracle/household/ledger";
import { household, households, type Drawn } from "./household-draw";
import {
  addsUp,
  buysNothingUnwanted,
  counted,
  hasNoWashSale,
  keepsGainsRule,
  keepsMenusAndLocks,
  keepsOwnMoney,
  type Counted,
} from "./household-laws";

/** How many households are drawn for each law; `KEEL_HOUSEHOLDS=2000` draws more. */
const HOUSEHOLDS = Number(process.env["KEEL_HOUSEHOLDS"] ?? 60);

let solver: LinearSolver;

beforeAll(async () => {
  solver = await loadSolver();
});

/** The plan, or undefined where the hard rules conflict. */
function planOf(drawn: Drawn): HouseholdPlan | undefined {
  const answer = planHousehold(household(drawn), drawn.policy, drawn.now, solver);
  if (!answer.ok) expect(answer.problem.code).not.toBe("no plan found");
  return answer.ok ? answer.value : undefined;
}

/** Says of each household that has a plan what holds of it; a quarter of those drawn at least must have one. */
function holds(
  name: string,
  drawn: fc.Arbitrary<Drawn>,
  law: (drawn: Drawn, of: Household, plan: HouseholdPlan, all: Counted) => void,
  part = 1,
): void {
  test(name, () => {
    let planned = 0;
    const numRuns = Math.ceil(HOUSEHOLDS * part);
    fc.assert(
      fc.property(drawn, (each) => {
        const plan = planOf(each);
        if (!plan) return;
        planned += 1;
        law(each, household(each), plan, counted(each, plan));
      }),
      { numRuns },
    );
    expect(planned).toBeGreaterThan(numRuns / 4);
  });
}

describe("a household's plan", () => {
  holds("keeps every hard rule, and its figures add up", households(), ({ policy }, of, plan, all) => {
    keepsOwnMoney(of, policy, plan, all);
    keepsMenusAndLocks(of, policy, plan);
    keepsGainsRule(policy, plan, all);
    hasNoWashSale(of, plan, all);
    buysNothingUnwanted(of, policy, plan, all);
    addsUp(of, policy, plan, all);
  });

  holds("is no worse than doing nothing", households({ isPlain: true }), ({ rows, policy }, { accounts }, _, all) => {
    const mustTrade =
      accounts.some(({ cashFlow }, account) => {
        const kept = keptBack(policy, all.ledger.totals[account] as number, cashFlow);
        return cashFlow !== kept;
      }) || rows.some(({ value }) => value < 0);
    if (mustTrade) return;
    const nothing = valuesOf(all.ledger, policy, all.goals, new Map());
    expect(all.values.off).toBeLessThanOrEqual(nothing.off + all.goals.length);
  });

  holds(
    "is the same whatever the order of rows, but for ties",
    households({ isPlain: true, accounts: 3, funds: 6 }),
    (drawn, _, plan, all) => {
      const turned = { ...drawn, rows: [...drawn.rows].reverse() };
      const other = planOf(turned);
      expect(other).toBeDefined();
      if (!other) return;
      expect(other.classes.map(({ goal }) => goal.toNumber())).toEqual(all.goals);
      const [one, two] = [all.values, counted(turned, other).values];
      for (const value of ["off", "tax", "money"] as const)
        expect(Math.abs(one[value] - two[value])).toBeLessThanOrEqual(all.cents);
      expect(other.status).toBe(plan.status);
    },
  );

  holds(
    "never has more taxed gain of a kind whose rate is higher",
    households({ isPlain: true, accounts: 3, funds: 6 }).map((drawn) => ({
      ...drawn,
      policy: {
        ...drawn.policy,
        gains: "allowed" as const,
        incomeRate: new Decimal("0.2"),
        gainsRate: new Decimal("0.1"),
      },
    })),
    (drawn, _, plan, all) => {
      for (const [kind, rate] of [
        ["long", "gainsRate"],
        ["short", "incomeRate"],
      ] as const) {
        const dearer = planOf({ ...drawn, policy: { ...drawn.policy, [rate]: new Decimal("0.35") } });
        expect(dearer).toBeDefined();
        if (!dearer) return;
        expect(Math.max(0, dearer.gain[kind])).toBeLessThanOrEqual(Math.max(0, plan.gain[kind]) + all.cents);
      }
    },
    0.5,
  );

  let compared = 0;
  holds(
    "reaches the goals' values that another solver finds",
    households({ isPlain: true, accounts: Number(process.env["KEEL_ACCOUNTS"] ?? 3), funds: 6 }),
    (drawn, of, _plan, all) => {
      let best: ReturnType<typeof secondRoute>;
      try {
        best = secondRoute(of, drawn.policy, drawn.now, all.goals);
      } catch (problem) {
        if (problem instanceof TooMany || problem instanceof GaveUp) return;
        throw problem;
      }
      expect(best).toBeDefined();
      if (!best) return;
      compared += 1;
      const [own, { values }] = [all.values, best];
      const least = Math.min(...all.goals.filter((goal) => goal > 0));
      expect(Math.abs(own.off - values.off)).toBeLessThanOrEqual(all.cents);
      expect(Math.abs(own.tax - values.tax)).toBeLessThanOrEqual(all.cents);
      for (const [place, ratio] of own.ratios.entries())
        expect(Math.abs(ratio - (values.ratios[place] as number))).toBeLessThanOrEqual(all.cents / least + 1e-6);
      if (Number.isNaN(values.money)) return;
      expect(Math.abs(own.money - values.money)).toBeLessThanOrEqual(all.cents * 2);
      expect(Math.abs(own.gain - values.gain)).toBeLessThanOrEqual(all.cents * 2);
    },
  );

  test("is compared with the other solver's nearly always", () => {
    expect(compared).toBeGreaterThan(HOUSEHOLDS / 2);
  });
});
