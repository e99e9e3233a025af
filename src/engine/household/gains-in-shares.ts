import { Decimal, tenTo } from "../decimal";
import type { Position } from "./household";
import type { Standing } from "./limits";
import type { Move } from "./moves";
import { NONE, placesOf, priceOf } from "./share-figures";

/**
 * Sales at a loss that are cut pay for less gain, and a share more that an account must sell makes more of it: then sales
 * with the most gain are cut further, until the net gain is within its bound again. The accounts of `traded` are done.
 */
export function keepGains(
  standing: Standing,
  gainsBound: number,
  fixed: Map<number, Decimal>,
  whole: Float64Array,
  traded: ReadonlySet<number>,
): void {
  if (!Number.isFinite(gainsBound)) return;
  const { moves, household } = standing;
  const gainOf = (index: number): Decimal => (moves[index] as Move).gain?.share ?? NONE;
  const isFixed = (index: number): boolean => fixed.has(index) && !isDone(index);
  const isDone = (index: number): boolean => traded.has((moves[index] as Move).account);
  const stepOf = (index: number): Decimal =>
    isFixed(index)
      ? priceOf(household.positions[(moves[index] as Move).position] as Position)
          .times(tenTo(-placesOf(standing)))
          .times(100)
      : A_CENT;
  const stepsOf = (index: number): Decimal =>
    isFixed(index)
      ? (fixed.get(index) as Decimal).times(tenTo(placesOf(standing)))
      : new Decimal(whole[index] as number);
  const sales = [...moves.keys()].filter((index) => moves[index]?.gain !== undefined && !stepsOf(index).isZero());
  // What shares come to is traded in whole cents.
  const amountOf = (index: number): Decimal => stepOf(index).times(stepsOf(index)).round();
  let excess = sales.reduce((sum, index) => sum.plus(gainOf(index).times(amountOf(index))), new Decimal(-gainsBound));
  for (const index of sales.sort((one, other) => gainOf(other).comparedTo(gainOf(one)) || one - other)) {
    const ofStep = gainOf(index).times(stepOf(index));
    if (excess.lessThan(A_CENT) || !ofStep.isPositive()) return;
    if (isDone(index)) continue;
    const fewer = Decimal.min(excess.dividedBy(ofStep).ceil(), stepsOf(index));
    excess = excess.minus(fewer.times(ofStep));
    const steps = stepsOf(index).minus(fewer);
    if (fixed.has(index)) fixed.set(index, steps.times(tenTo(-placesOf(standing))));
    else whole[index] = steps.toNumber();
  }
}

const A_CENT = new Decimal(1);
