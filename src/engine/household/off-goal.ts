import type { Decimal } from "../decimal";
import { stepOf } from "../policy/trade-unit";
import type { Restrictions, Standing } from "./limits";
import { moneyByClass, valueOf } from "./money-in-classes";
import type { OffGoal, OffGoalReason } from "./plan-record";
import type { Planner } from "./planner";
import type { Position } from "./household";

/** A gap shrinks by more than this, in cents, or it doesn't. */
const A_CENT = 1;

/**
 * The classes that end off their goals by more than a cent, or than the trade unit, and for each the first rule without
 * which alone its gap would be less.
 */
export function offGoal(
  planner: Planner,
  standing: Standing,
  restrictions: Restrictions,
  after: readonly Decimal[],
): readonly OffGoal[] {
  const { goals, household, policy } = standing;
  const unit = Math.max(A_CENT, stepOf(policy.tradeUnit));
  const off = household.classes.flatMap((_, classIndex) => {
    const gap = (after[classIndex] as Decimal).minus(goals[classIndex] as Decimal);
    return gap.abs().greaterThan(unit) ? [{ classIndex, gap }] : [];
  });
  if (off.length === 0) return [];
  const gapsWithout = new Map<OffGoalReason, readonly Decimal[] | undefined>();
  const shrinks = (reason: OffGoalReason, without: Restrictions, classIndex: number, gap: Decimal): boolean => {
    if (!gapsWithout.has(reason)) gapsWithout.set(reason, gapsUnder(planner, standing, without));
    const other = gapsWithout.get(reason)?.[classIndex];
    return other !== undefined && other.abs().plus(A_CENT).lessThan(gap.abs());
  };
  const reasonOf = (classIndex: number, gap: Decimal): OffGoalReason => {
    if (gap.isNegative() && !isOffered(standing, classIndex)) return "no menu";
    for (const lifted of ["locks", "gains rule", "wash sale"] as const) {
      if (shrinks(lifted, { ...restrictions, lifted }, classIndex, gap)) return lifted;
    }
    if (
      restrictions.dropped.size > 0 &&
      shrinks("minimum trade", { ...restrictions, dropped: new Set() }, classIndex, gap)
    ) {
      return "minimum trade";
    }
    return "own money and menus";
  };
  return off.map(({ classIndex, gap }) => ({ classIndex, gap, because: reasonOf(classIndex, gap) }));
}

/** The classes' gaps of the best plan under other restrictions, as a solver has them. */
function gapsUnder(planner: Planner, standing: Standing, restrictions: Restrictions): readonly Decimal[] | undefined {
  const solved = planner.solve(restrictions);
  if (!solved.ok) return undefined;
  const { household, shares, moves, goals } = standing;
  const values = household.positions.map(valueOf);
  for (const [index, { position, isBuy }] of moves.entries()) {
    const amount = solved.value.amounts[index] as number;
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
