import {
  accountOutcomes,
  classStandings,
  effectOfTrades,
  nextLook,
  placeContribution,
  planHousehold,
  succeeded,
  type AccountOutcome,
  type Circumstances,
  type HouseholdPlan,
  type HouseholdTrade,
  type LinearSolver,
  type PlanEffect,
  type Policy,
} from "../../engine";
import {
  offGoalLines,
  planLines,
  planNotes,
  readAmount,
  readDay,
  readHousehold,
  readPolicy,
  failed,
  withNames,
  type Argument,
  type HouseholdRange,
  type Note,
  type OffGoalLine,
  type PlanLine,
  type Read,
} from "../../ranges";
import { readCircumstances } from "../circumstances";
import type { Decided } from "../operation";
import type { PlanArguments } from "./plan-arguments";

/** What a plan is asked of, as it was read. */
export interface PlanQuestion {
  readonly range: HouseholdRange;
  readonly policy: Policy;
  readonly circumstances: Circumstances;
  readonly notes: readonly Note[];
}

/** A plan, and what it was asked of. */
export interface DecidedPlan extends Decided {
  readonly range: HouseholdRange;
  readonly policy: Policy;
  readonly today: number | undefined;
  readonly plan: HouseholdPlan;
  /** How much of each class is in each account, before and after. */
  readonly accounts: () => readonly AccountOutcome[];
  /** How the classes stand before and after, and against their bands. */
  readonly classes: () => ReturnType<typeof classStandings>;
  /** The trades with the names of their funds and the reason for each in words, in the plan's order. */
  readonly lines: () => readonly PlanLine[];
  /** The classes that stay off their goals, with what keeps them there in words. */
  readonly offGoal: () => readonly OffGoalLine[];
  /** What some of the trades do if the others aren't made; indices into the plan's trades. */
  readonly effectOfOnly: (trades: ReadonlySet<number>) => PlanEffect;
  /** The next day to look after today; undefined where the policy has no calendar, or a look is due. */
  readonly nextLook: () => number | undefined;
  /** What new money in an account buys once the plan is carried out: a cell of dollars, and an index into the accounts. */
  readonly contributing: (
    account: number,
    dollars: Argument,
  ) => Read<readonly Pick<HouseholdTrade, "position" | "amount">[]>;
}

/** Reads what a plan is asked of. */
export function readPlanQuestion(
  ...[holdings, targets, policy, asOf, volatility, returns]: PlanArguments
): Read<PlanQuestion> {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  // The holdings need the day; what is said of it comes with the circumstances.
  const day = readDay("As of", asOf, []);
  if (!day.ok) return day;
  const range = readHousehold(holdings, targets, rule.value.policy, day.value);
  if (!range.ok) return range;
  const now = readCircumstances({ asOf, volatility, returns }, range.value.classColumns, rule.value.policy);
  if (!now.ok) return now;
  return succeeded({
    range: range.value,
    policy: rule.value.policy,
    circumstances: now.value.circumstances,
    notes: [...rule.value.notes, ...now.value.notes],
  });
}

/** Plans what was read, with a solver that is loaded. */
export function planOf({ range, policy, circumstances, notes }: PlanQuestion, solver: LinearSolver): Read<DecidedPlan> {
  const { today } = circumstances;
  const made = planHousehold(range.household, policy, circumstances, solver);
  if (!made.ok) return failed(withNames(made.problem, range));
  const plan = made.value;
  const { household } = range;
  return succeeded({
    ...{ range, policy, today, plan },
    accounts: () => accountOutcomes(household, plan),
    classes: () => classStandings(household, plan, policy),
    lines: () => planLines(range, plan),
    offGoal: () => offGoalLines(range, plan, policy),
    effectOfOnly: (trades) =>
      effectOfTrades(
        household,
        plan.trades.filter((_, index) => trades.has(index)),
      ),
    nextLook: () => {
      if (today === undefined) return undefined;
      const next = nextLook(policy, today, circumstances.volatility);
      return next.ok && next.value > today ? next.value : undefined;
    },
    contributing: (account, cell) => {
      const amount = readAmount("Contribution", cell);
      if (!amount.ok) return amount;
      const placed = placeContribution(household, plan, { account, amount: amount.value }, solver);
      return placed.ok ? placed : failed(withNames(placed.problem, range));
    },
    notes: [...notes, ...planNotes(range, plan, policy, today)],
  });
}
