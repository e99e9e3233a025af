import { beforeAll, describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { loadSolver } from "../../src/compute";
import { Decimal, planHousehold, type Household, type HouseholdPlan, type LinearSolver } from "../../src/engine";
import { secondRoute, TooMany } from "../oracle/household/second-route";
import { keptBack, valuesOf, type Values } from "../oracle/household/ledger";
import { smaller, type Rational } from "../oracle/rational";
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

/** What a dollar counts at most of the drawn points and expense ratios. */
const [MOST_POINTS, MOST_EXPENSE] = [3, 1.2];

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
    keepsGainsRule(of, policy, plan, all);
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
    expect(all.values.off.minus(nothing.off).toNumber()).toBeLessThanOrEqual(all.goals.length);
  });

  holds(
    "is the same whatever the order of rows, but for ties",
    households({ isPlain: true, accounts: 3, funds: 6 }),
    (drawn, _, plan, all) => {
      const turned = { ...drawn, rows: [...drawn.rows].reverse() };
      const other = planOf(turned);
      expect(other).toBeDefined();
      if (!other) return;
      expect(other.classes.map(({ goal }) => goal.toFixed())).toEqual(plan.classes.map(({ goal }) => goal.toFixed()));
      const [one, two] = [all.values, counted(turned, other).values];
      for (const value of ["off", "tax", "money"] as const)
        expect(Math.abs(one[value].minus(two[value]).toNumber())).toBeLessThanOrEqual(all.cents);
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
    "reaches the goals' values that an exact second route finds",
    households({ isPlain: true, accounts: Number(process.env["KEEL_ACCOUNTS"] ?? 3), funds: 6 }),
    (drawn, of, _plan, all) => {
      let best: ReturnType<typeof secondRoute>;
      try {
        best = secondRoute(of, drawn.policy, drawn.now, all.goals);
      } catch (problem) {
        if (problem instanceof TooMany) return;
        throw problem;
      }
      expect(best).toBeDefined();
      if (!best) return;
      compared += 1;
      const { values } = best;
      // Whole cents move a sum by as many cents as they are, each as often as it counts.
      const isNear = (value: Exclude<keyof Values, "ratios">, counts: number): void => {
        const off = all.values[value].minus(values[value]).toNumber();
        expect({ value, isNear: Math.abs(off) <= counts * all.cents, off }).toMatchObject({ isNear: true });
      };
      isNear("off", 1);
      isNear("tax", 1);
      const least = all.goals.filter((goal) => goal.sign() > 0).reduce(smaller);
      for (const [place, ratio] of all.values.ratios.entries()) {
        const other = values.ratios[place] as Rational;
        expect(Math.abs(ratio.minus(other).times(least).toNumber())).toBeLessThanOrEqual(all.cents);
      }
      isNear("money", 1);
      isNear("gain", 1);
      isNear("location", MOST_POINTS);
      isNear("expense", MOST_EXPENSE);
      isNear("order", drawn.rows.length);
    },
  );

  test("is compared with the second route's nearly always", () => {
    expect(compared).toBeGreaterThan(HOUSEHOLDS / 2);
  });
});
