import {
  accountOutcomes,
  planHousehold,
  succeeded,
  type AccountOutcome,
  type Circumstances,
  type HouseholdPlan,
  type LinearSolver,
  type Policy,
} from "../../engine";
import {
  planNotes,
  readDay,
  readHousehold,
  readPolicy,
  failed,
  withNames,
  type HouseholdRange,
  type Note,
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
  const now = readCircumstances({ asOf, volatility, returns }, range.value.classColumns);
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
  return succeeded({
    ...{ range, policy, today, plan },
    accounts: () => accountOutcomes(range.household, plan),
    notes: [...notes, ...planNotes(range, plan, policy, today)],
  });
}
