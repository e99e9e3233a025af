import type { Household, Position } from "./household";
import type { Move } from "./moves";
import type { Restrictions } from "./limits";

/** More securities that are bought and sold at a loss than this aren't all tried both ways. */
export const MOST_BRANCHED = 6;

/** An amount below this, in cents, is a solver's own. */
const NO_AMOUNT = 1e-3;

/**
 * The securities that a plan both buys and sells at a loss, which would be wash sales, in the order of their first rows.
 */
export function washedSecurities(
  { positions }: Household,
  moves: readonly Move[],
  amounts: Float64Array,
): readonly number[] {
  const bought = new Set<number>();
  const sold = new Set<number>();
  for (const [index, { position, isBuy, isCash, gain }] of moves.entries()) {
    if ((amounts[index] as number) < NO_AMOUNT || isCash) continue;
    const { security } = positions[position] as Position;
    if (isBuy) bought.add(security);
    else if (gain?.share.isNegative() === true) sold.add(security);
  }
  return [...sold].filter((security) => bought.has(security));
}

/** The two ways to keep a security from being washed. */
export function waysOut(restrictions: Restrictions, security: number): readonly [Restrictions, Restrictions] {
  const { unbought, unsoldAtLoss } = restrictions;
  return [
    { ...restrictions, unbought: new Set([...unbought, security]) },
    { ...restrictions, unsoldAtLoss: new Set([...unsoldAtLoss, security]) },
  ];
}

/** Below 0 if one plan's goals, the first first, come to less than another's, above 0 if to more; as far as both go. */
export function compareGoals(one: readonly number[], other: readonly number[]): number {
  for (const [place, value] of one.entries()) {
    const difference = value - (other[place] as number);
    if (Math.abs(difference) > SAME * Math.max(1, Math.abs(value))) return difference;
  }
  return 0;
}

/** Goals that differ by less come to the same. */
const SAME = 1e-8;
