import type { Decimal } from "../decimal";
import { stepOf } from "../policy/trade-unit";
import type { Restrictions, Standing } from "./limits";
import { moneyByClass, valueOf, type ClassShares } from "./money-in-classes";
import type { OffGoal, OffGoalReason } from "./plan-record";
import type { Planner } from "./planner";
import type { Rounded } from "./small-trades";
import { decimalOf } from "../units/exact-decimal";
import type { Position } from "./household";

/** A gap shrinks by more than this, in cents, or it doesn't. */
const A_CENT = 1;

/**
 * The classes that end off their goals by more than a cent, or than the trade unit, and for each the first rule without
 * which alone its gap would be less. Plans are compared before they are rounded.
 */
export function offGoal(
  planner: Planner,
  standing: Standing,
  { solved, restrictions }: Rounded,
  after: readonly Decimal[],
): readonly OffGoal[] {
  const { goals, household } = standing;
  const off = household.classes.flatMap((_, classIndex) => {
    const gap = (after[classIndex] as Decimal).minus(goals[classIndex] as Decimal);
    return gap.abs().greaterThan(unitOf(standing, classIndex)) ? [{ classIndex, gap }] : [];
  });
  if (off.length === 0) return [];
  const own = gapsOf(standing, solved.amounts);
  const gapsWithout = new Map<OffGoalReason, readonly Decimal[] | undefined>();
  const shrinks = (reason: OffGoalReason, without: Restrictions, classIndex: number): boolean => {
    if (!gapsWithout.has(reason)) {
      const other = planner.solve(without);
      gapsWithout.set(reason, other.ok ? gapsOf(standing, other.value.amounts) : undefined);
    }
    const other = gapsWithout.get(reason)?.[classIndex];
    return (
      other !== undefined &&
      other
        .abs()
        .plus(A_CENT)
        .lessThan((own[classIndex] as Decimal).abs())
    );
  };
  const reasonOf = (classIndex: number, gap: Decimal): OffGoalReason => {
    if (gap.isNegative() && !isOffered(standing, classIndex)) return "no menu";
    for (const lifted of ["locks", "gains rule", "wash sale"] as const) {
      if (shrinks(lifted, { ...restrictions, lifted }, classIndex)) return lifted;
    }
    const undropped = { ...restrictions, dropped: new Set<number>() };
    if (restrictions.dropped.size > 0 && shrinks("minimum trade", undropped, classIndex)) return "minimum trade";
    const isRounding = (own[classIndex] as Decimal).abs().plus(A_CENT).lessThan(gap.abs());
    return isRounding ? "trade unit" : "own money and menus";
  };
  return off.map(({ classIndex, gap }) => ({ classIndex, gap, because: reasonOf(classIndex, gap) }));
}

/** What a class may be off its goal by, in cents, for what trades are multiples of alone. */
function unitOf({ household, shares, policy }: Standing, classIndex: number): number {
  const step = Math.max(A_CENT, stepOf(policy.tradeUnit));
  if (policy.tradeUnit !== "whole shares") return step;
  return household.positions.reduce((most, { price }, position) => {
    const holds = (shares[position] as ClassShares).some(([place]) => place === classIndex);
    return holds && price ? Math.max(most, decimalOf(price).times(100).toNumber()) : most;
  }, step);
}

/** The classes' gaps after a solver's amounts. */
function gapsOf({ household, shares, moves, goals }: Standing, amounts: Float64Array): readonly Decimal[] {
  const values = household.positions.map(valueOf);
  for (const [index, { position, isBuy }] of moves.entries()) {
    const amount = amounts[index] as number;
    values[position] = (values[position] as number) + (isBuy ? amount : -amount);
  }
  const after = moneyByClass(household, shares, (position) => values[position] as number);
  return goals.map((goal, place) => (after[place] as Decimal).minus(goal));
}

/** Whether any account has a fund with some of the class on its menu. */
function isOffered({ household, shares }: Standing, classIndex: number): boolean {
  return shares.some(
    (ofPosition, position) =>
      !(household.positions[position] as Position).isLeftAlone &&
      ofPosition.some(([place, share]) => place === classIndex && !share.isZero()),
  );
}
