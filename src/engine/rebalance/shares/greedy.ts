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

/**
 * The ways up the lower hulls of all rows, as columns, because 100,000 rows have some 300,000 of them. From a level of a
 * row to the next: for so much cash the shortfall falls by so much.
 */
class Increments {
  readonly row: number[] = [];
  /** The change from the base that it leads to. */
  readonly to: number[] = [];
  readonly over: number[] = [];
  readonly gain: number[] = [];

  add(row: number, from: Level, to: Level): void {
    this.row.push(row);
    this.to.push(to.change);
    this.over.push(to.over - from.over);
    this.gain.push(from.error - to.error);
  }

  /** Their places, those that lower the shortfall most a dollar first. */
  inOrder(): number[] {
    const { row, over, gain } = this;
    return [...row.keys()].sort(
      (one, other) =>
        (gain[other] as number) * (over[one] as number) - (gain[one] as number) * (over[other] as number) ||
        (row[one] as number) - (row[other] as number),
    );
  }
}

/**
 * Starts where every row uses the least cash and spends what there is where it lowers the shortfall most a dollar. Were
 * the last increment that doesn't fit divisible, that would be a least shortfall: the bound (the linear relaxation of a
 * multiple-choice knapsack; H. Kellerer, U. Pferschy, D. Pisinger, "Knapsack Problems", chapter 11, 2004). What the
 * break leaves is spent on the increments after it, as far as they fit. n log n in the rows. Undefined if even the least
 * cash is more than there is.
 */
export function greedy(rows: readonly CostedRow[], positions: SharePositions): Greedy | undefined {
  const changes: number[] = [];
  const increments = new Increments();
  let left = positions.room;
  let magnitude = Math.abs(left);
  let error = 0;
  for (const [row, costed] of rows.entries()) {
    const hull = costed.hull();
    const first = hull[0] as Level;
    changes.push(first.change);
    left -= first.over;
    error += first.error;
    magnitude += Math.max(Math.abs(first.over), Math.abs((hull[hull.length - 1] as Level).over));
    for (let at = 1; at < hull.length; at++) increments.add(row, hull[at - 1] as Level, hull[at] as Level);
  }
  const cheapest = changes.slice();
  const leastError = error;
  if (leftAfter(positions, cheapest) < 0) return undefined;
  // Beyond what doubles count exactly, sums may be off by a unit in their last place for each term.
  const reserve = magnitude < LARGEST_AMOUNT ? 0 : magnitude * (rows.length + 8) * 2 ** -51;

  const { row: rowOf, to, over, gain } = increments;
  const order = increments.inOrder();
  let at = 0;
  for (; at < order.length; at++) {
    const increment = order[at] as number;
    if ((over[increment] as number) > left - reserve) break;
    changes[rowOf[increment] as number] = to[increment] as number;
    left -= over[increment] as number;
    error -= gain[increment] as number;
  }
  const next = order[at];
  const lambda = next === undefined ? 0 : (gain[next] as number) / (over[next] as number);
  const bound = error - lambda * Math.max(0, left) - reserve;

  for (const increment of order.slice(at)) {
    const row = rowOf[increment] as number;
    const costed = rows[row] as CostedRow;
    const now = costed.level(changes[row] as number);
    const level = costed.furthest(now, costed.level(to[increment] as number), left - reserve);
    if (level.error >= now.error || level.over - now.over > left - reserve) continue;
    changes[row] = level.change;
    left -= level.over - now.over;
    error -= now.error - level.error;
  }
  if (reserve === 0 || leftAfter(positions, changes) >= 0)
    return { changes, error, bound: Math.min(bound, error), lambda };
  return { changes: cheapest, error: leastError, bound: Math.min(bound, leastError), lambda };
}
