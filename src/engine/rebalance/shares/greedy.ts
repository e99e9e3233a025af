import type { CostedRow } from "./costed-row";
import type { Level } from "./level";
import { LARGEST_AMOUNT, leftAfter, type SharePositions } from "./positions";

/** A first answer, and how far from the best it can be. */
export interface Greedy {
  /** Steps that each row ends above (+) or below (−) its base. */
  readonly changes: readonly number[];
  readonly error: number;
  /** No answer falls short by less. */
  readonly bound: number;
  /** The price of cash at which the bound is found. */
  readonly lambda: number;
}

/** From a level of a row to the next on its lower hull: for so much cash the shortfall falls by so much. */
interface Increment {
  readonly row: number;
  readonly to: Level;
  readonly over: number;
  readonly gain: number;
}

/**
 * Starts where every row uses the least cash and spends what there is where it lowers the shortfall most a dollar. Were
 * the last increment that doesn't fit divisible, that would be a least shortfall: the bound (the linear relaxation of a
 * multiple-choice knapsack; H. Kellerer, U. Pferschy, D. Pisinger, "Knapsack Problems", chapter 11, 2004). What the
 * break leaves is spent on the increments after it, as far as they fit. n log n in the rows. Undefined if even the least
 * cash is more than there is.
 */
export function greedy(rows: readonly CostedRow[], positions: SharePositions): Greedy | undefined {
  const levels: Level[] = [];
  const increments: Increment[] = [];
  let left = positions.room;
  let magnitude = Math.abs(left);
  let error = 0;
  for (const [row, costed] of rows.entries()) {
    const hull = costed.hull();
    const first = hull[0] as Level;
    levels.push(first);
    left -= first.over;
    error += first.error;
    magnitude += Math.max(...hull.map(({ over }) => Math.abs(over)));
    for (let at = 1; at < hull.length; at++) {
      const [from, to] = [hull[at - 1] as Level, hull[at] as Level];
      increments.push({ row, to, over: to.over - from.over, gain: from.error - to.error });
    }
  }
  const cheapest = levels.slice();
  if (leftAfter(positions, changesOf(cheapest)) < 0n) return undefined;
  // Beyond what doubles count exactly, sums may be off by a unit in their last place for each term.
  const reserve = magnitude < LARGEST_AMOUNT ? 0 : magnitude * (levels.length + 8) * 2 ** -51;
  increments.sort((one, other) => other.gain * one.over - one.gain * other.over || one.row - other.row);

  let at = 0;
  for (; at < increments.length; at++) {
    const { row, to, over, gain } = increments[at] as Increment;
    if (over > left - reserve) break;
    levels[row] = to;
    left -= over;
    error -= gain;
  }
  const next = increments[at];
  const lambda = next === undefined ? 0 : next.gain / next.over;
  const bound = error - lambda * Math.max(0, left) - reserve;

  for (; at < increments.length; at++) {
    const { row, to } = increments[at] as Increment;
    const now = levels[row] as Level;
    const level = (rows[row] as CostedRow).furthest(now, to, left - reserve);
    if (level.error >= now.error || level.over - now.over > left - reserve) continue;
    levels[row] = level;
    left -= level.over - now.over;
    error -= now.error - level.error;
  }
  const affordable = reserve === 0 || leftAfter(positions, changesOf(levels)) >= 0n;
  const changes = changesOf(affordable ? levels : cheapest);
  if (!affordable) error = cheapest.reduce((sum, level) => sum + level.error, 0);
  return { changes, error, bound: Math.min(bound, error), lambda };
}

function changesOf(levels: readonly Level[]): number[] {
  return levels.map(({ change }) => change);
}
