import { Decimal } from "../decimal";
import { failed, succeeded, type HouseholdProblem, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { costOfTrades } from "../policy/trading-cost";
import type { Circumstances } from "../rebalance/rebalance";
import { cents, negated, NO_MONEY } from "../units/money";
import { keepsRules } from "./certificate";
import { classGoals } from "./class-goals";
import type { Account, Household, Position } from "./household";
import { limitsOf, UNRESTRICTED, type Standing } from "./limits";
import { locationScore } from "./location-score";
import { classSharesOf, countsAs, moneyByClass, valueOf } from "./money-in-classes";
import { movesOf } from "./moves";
import { needsOf } from "./needs";
import { offGoal } from "./off-goal";
import type { ClassOutcome, HouseholdPlan, HouseholdTrade, OffGoal } from "./plan-record";
import { Planner } from "./planner";
import { planWithoutSmallTrades } from "./small-trades";
import type { LinearSolver } from "./solver";
import { tradesOf } from "./trades";
import { inWholeShares, type SharesTraded } from "./whole-shares";
import { whyOf } from "./why";

/**
 * Plans a household: what to trade in which account, so that its classes come as near as can be to where the policy wants
 * them, at the least tax, then the most even, the least traded, the least gain, the best place, the lowest expense
 * (contract, household.md). Every amount is in whole cents. The first of these goals is proved by its dual bound, and every
 * hard rule is checked in whole cents, whatever the solver says.
 */
export function planHousehold(
  household: Household,
  policy: Policy,
  now: Circumstances,
  solver: LinearSolver,
): Result<HouseholdPlan, HouseholdProblem> {
  if (policy.tradeUnit === "whole percent") return failed({ code: "whole percents in a household" });
  const needs = needsOf(household, policy);
  if (policy.sells === "none") {
    for (const [account, { cashFlow }] of household.accounts.entries()) {
      if (cashFlow < 0) return failed({ code: "no sells, but account pays out", account, asked: negated(cashFlow) });
    }
  }
  const shares = classSharesOf(household);
  const today = now.today === undefined ? undefined : Math.floor(now.today);
  const moves = movesOf(household, today);
  const before = moneyByClass(household, shares, (position) => valueOf(household.positions[position] as Position));
  const anything = before.map(() => new Decimal(1));
  // An account that can't do what is asked is named before the household's classes are looked at.
  const possible = limitsOf(
    { household, moves, shares, needs, before, goals: anything, aims: anything, policy, today },
    UNRESTRICTED,
  );
  if (!possible.ok) return possible;
  const goals = classGoals(household, shares, needs, policy, now);
  if (!goals.ok) return goals;
  const { reason, isQuiet, aims } = goals.value;
  const standing: Standing = {
    household,
    moves,
    shares,
    needs,
    before,
    goals: goals.value.goals,
    aims,
    policy,
    today,
  };
  if (isQuiet && policy.relocate !== true) {
    const nothing = { ...IN_CENTS, whole: new Float64Array(moves.length) };
    return succeeded(planOf(standing, nothing, solver, { status: "optimal", reason, dropped: [], offGoal: [] }));
  }
  const planner = new Planner(standing, solver);
  try {
    const rounded = planWithoutSmallTrades(planner, standing, UNRESTRICTED);
    if (!rounded.ok) return rounded;
    const { solved, whole, dropped } = rounded.value;
    if (!keepsRules(standing, solved.limits, solved.gainsBound, whole)) return failed({ code: "no plan found" });
    const isInShares = policy.tradeUnit === "whole shares" || policy.tradeUnit === "fractional";
    const traded = isInShares ? inWholeShares(standing, rounded.value) : succeeded({ ...IN_CENTS, whole });
    if (!traded.ok) return traded;
    const plan = planOf(standing, traded.value, solver, {
      status: solved.isProved ? "optimal" : "best found",
      reason,
      dropped,
      offGoal: offGoal(planner, standing, rounded.value, afterwards(standing, traded.value.whole)),
    });
    const { gains = "none" } = policy;
    return succeeded(
      gains === "allowed"
        ? plan
        : {
            ...plan,
            gainsBound: {
              policy: gains === "none" ? NO_MONEY : gains.upTo,
              used: cents(Math.round(solved.gainsBound)),
            },
          },
    );
  } finally {
    planner.dispose();
  }
}

/** A plan none of whose rows trades in shares. */
const IN_CENTS: Omit<SharesTraded, "whole"> = { shares: new Map(), left: [] };

/** What was found out beside the amounts. */
interface Found {
  readonly status: HouseholdPlan["status"];
  readonly reason: HouseholdPlan["reason"];
  readonly dropped: readonly number[];
  readonly offGoal: readonly OffGoal[];
}

/** Lays a plan out: its trades, and what comes of them. */
function planOf(
  standing: Standing,
  { whole, shares: inShares, left }: SharesTraded,
  solver: LinearSolver,
  found: Found,
): HouseholdPlan {
  const { household, moves, shares, needs, goals, before, policy } = standing;
  const { trades, gain, tax } = tradesOf(household, moves, whole, policy, inShares);
  const why = whyOf(standing, trades);
  const after = afterwards(standing, whole);
  const traded = trades.filter(({ position }) => household.positions[position]?.isCash === false);
  const moneyTraded = cents(traded.reduce((sum, { amount }) => sum + Math.abs(amount), 0));
  const values = valuesAfter(standing, whole);
  const valueBefore = (position: number): number => valueOf(household.positions[position] as Position);
  const valueAfter = (position: number): number => values[position] as number;
  const locationBefore = locationScore(household, shares, valueBefore, solver);
  const locationAfter = locationScore(household, shares, valueAfter, solver);
  const expenseBefore = averageExpense(household, valueBefore);
  const expenseAfter = averageExpense(household, valueAfter);
  const unlisted = household.classes.length;
  const leftInCash = needs.flatMap(({ net }, account) => {
    const amount = cents((household.accounts[account]?.cashFlow ?? 0) - net + (left[account] ?? 0));
    return amount === 0 ? [] : [{ account, amount }];
  });
  const uninvested = leftInCash.reduce(
    (sum, { account, amount }) => sum.plus(countsAs(household.accounts[account] as Account).times(amount)),
    new Decimal(0),
  );
  return {
    ...found,
    trades: trades.map((trade): HouseholdTrade => ({ ...trade, why: why(trade) })),
    classes: household.classes.map((_, place): ClassOutcome => ({
      before: before[place] as Decimal,
      goal: goals[place] as Decimal,
      after: after[place] as Decimal,
    })),
    unlisted: { before: before[unlisted] as Decimal, after: (after[unlisted] as Decimal).plus(uninvested) },
    leftInCash,
    moneyTraded,
    tradeCount: traded.length,
    gain,
    tax,
    cost: cents(costOfTrades(policy, moneyTraded, traded.length).round().toNumber()),
    ...(locationBefore && locationAfter && { location: { before: locationBefore, after: locationAfter } }),
    ...(expenseBefore && expenseAfter && { expense: { before: expenseBefore, after: expenseAfter } }),
  };
}

function valuesAfter({ household, moves }: Standing, whole: Float64Array): readonly number[] {
  const values = household.positions.map(valueOf);
  for (const [index, { position, isBuy }] of moves.entries()) {
    const amount = whole[index] as number;
    values[position] = (values[position] as number) + (isBuy ? amount : -amount);
  }
  return values;
}

/** Each class's counted money after the moves. */
function afterwards(standing: Standing, whole: Float64Array): readonly Decimal[] {
  const values = valuesAfter(standing, whole);
  return moneyByClass(standing.household, standing.shares, (position) => values[position] as number);
}

/** The average expense ratio of the money whose ratio is known. */
function averageExpense({ positions }: Household, valueIn: (position: number) => number): Decimal | undefined {
  let known = new Decimal(0);
  let spent = new Decimal(0);
  for (const [index, { expenseRatio }] of positions.entries()) {
    if (expenseRatio === undefined) continue;
    const value = Math.max(0, valueIn(index));
    known = known.plus(value);
    spent = spent.plus(new Decimal(expenseRatio).times(value));
  }
  return known.isZero() ? undefined : spent.dividedBy(known);
}
