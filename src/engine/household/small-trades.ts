import { Decimal } from "../decimal";
import { succeeded, type HouseholdProblem, type Result } from "../errors";
import { inCents } from "./in-cents";
import { limitsOf, type Restrictions, type Standing } from "./limits";
import type { Planner, Solved } from "./planner";

/** A plan in whole cents. */
export interface Rounded {
  readonly solved: Solved;
  /** Each move in whole cents. */
  readonly whole: Float64Array;
  readonly restrictions: Restrictions;
  /** Rows left out, in the order in which they were. */
  readonly dropped: readonly number[];
}

/**
 * Plans, and leaves out trades below the policy's minimum as REBALANCE does: the smallest first, of equal ones the later
 * row; that row is fixed, and all is solved again. Cash is no trade. Where an account couldn't place or raise its money
 * without a row, that row stays.
 */
export function planWithoutSmallTrades(
  planner: Planner,
  standing: Standing,
  restrictions: Restrictions,
): Result<Rounded, HouseholdProblem> {
  const least = leastTrade(standing);
  const dropped: number[] = [];
  const needed = new Set<number>();
  let now = restrictions;
  for (;;) {
    const solved = planner.solve(now);
    if (!solved.ok) return solved;
    const whole = inCents(standing, solved.value);
    const rounded: Rounded = { solved: solved.value, whole, restrictions: now, dropped };
    const next = nextToDrop(standing, now, whole, least, needed);
    if (next === undefined) return succeeded(rounded);
    dropped.push(next.row);
    now = next.restrictions;
  }
}

/** The least trade worth making, in whole cents; a share is of the household's money after its cash flows. */
function leastTrade({ policy, household }: Standing): number {
  const { minimumTrade } = policy;
  if (minimumTrade === undefined) return 0;
  if ("amount" in minimumTrade) return minimumTrade.amount;
  let wealth = 0;
  for (const { lots } of household.positions) for (const { value } of lots) wealth += value;
  for (const { cashFlow } of household.accounts) wealth += cashFlow;
  return new Decimal(wealth).times(minimumTrade.share).ceil().toNumber();
}

/** The next row to leave out, and the restrictions without it. Rows that an account can't do without join `needed`. */
function nextToDrop(
  standing: Standing,
  restrictions: Restrictions,
  whole: Float64Array,
  least: number,
  needed: Set<number>,
): { readonly row: number; readonly restrictions: Restrictions } | undefined {
  const small = [...standing.moves.entries()]
    .filter(([index, { isCash, row }]) => {
      const amount = whole[index] as number;
      return !isCash && amount > 0 && amount < least && !needed.has(row);
    })
    .sort(
      ([one, { rank }], [other, { rank: otherRank }]) =>
        (whole[one] as number) - (whole[other] as number) || otherRank - rank,
    );
  for (const [, { row }] of small) {
    const without = { ...restrictions, dropped: new Set([...restrictions.dropped, row]) };
    if (limitsOf(standing, without).ok) return { row, restrictions: without };
    needed.add(row);
  }
  return undefined;
}
