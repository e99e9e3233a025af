import type { CostedRow } from "./costed-row";
import { Hull, MOST_CORNERS } from "./hull";
import { LARGEST_AMOUNT, leftAfter, type SharePositions } from "./positions";

/** Ways up the hull of a row: one fewer than corners. */
const MOST_INCREMENTS = MOST_CORNERS - 1;

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
  size = 0;
  readonly row: Int32Array;
  /** The change from the base that it leads to. */
  readonly to: Float64Array;
  readonly over: Float64Array;
  readonly gain: Float64Array;

  constructor(rows: number) {
    const most = rows * MOST_INCREMENTS;
    this.row = new Int32Array(most);
    this.to = new Float64Array(most);
    this.over = new Float64Array(most);
    this.gain = new Float64Array(most);
  }

  add(row: number, { size, change, over, error }: Hull): void {
    for (let at = 1; at < size; at++) {
      this.row[this.size] = row;
      this.to[this.size] = change[at] as number;
      this.over[this.size] = (over[at] as number) - (over[at - 1] as number);
      this.gain[this.size] = (error[at - 1] as number) - (error[at] as number);
      this.size += 1;
    }
  }

  /** By how much each lowers the shortfall a dollar. Rounding is monotonic, so those of a row don't rise along its hull. */
  rates(): Float64Array {
    const rates = this.gain.slice(0, this.size);
    for (let at = 0; at < this.size; at++) rates[at] = (rates[at] as number) / (this.over[at] as number);
    return rates;
  }

  /** The least of some rates above which all increments together fit into some cash. */
  breakRate(rates: Float64Array, cash: number): number {
    const sorted = rates.slice().sort();
    let [low, high] = [0, this.size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const rate = sorted[middle] as number;
      let used = 0;
      for (let at = 0; at < this.size; at++) if ((rates[at] as number) > rate) used += this.over[at] as number;
      if (used <= cash) high = middle;
      else low = middle + 1;
    }
    return sorted[low] ?? 0;
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
  const changes = new Array<number>(rows.length);
  const increments = new Increments(rows.length);
  const hull = new Hull();
  let left = positions.room;
  let magnitude = Math.abs(left);
  let error = 0;
  for (let row = 0; row < rows.length; row++) {
    (rows[row] as CostedRow).hull(hull);
    const least = hull.over[0] as number;
    changes[row] = hull.change[0] as number;
    left -= least;
    error += hull.error[0] as number;
    magnitude += Math.max(Math.abs(least), Math.abs(hull.over[hull.size - 1] as number));
    increments.add(row, hull);
  }
  const cheapest = changes.slice();
  const leastError = error;
  if (leftAfter(positions, cheapest) < 0) return undefined;
  // Beyond what doubles count exactly, sums may be off by a unit in their last place for each term.
  const reserve = magnitude < LARGEST_AMOUNT ? 0 : magnitude * (rows.length + 8) * 2 ** -51;

  const { row: rowOf, to, over, gain, size } = increments;
  const rates = increments.rates();
  const breakRate = increments.breakRate(rates, left - reserve);
  const take = (at: number): void => {
    changes[rowOf[at] as number] = to[at] as number;
    left -= over[at] as number;
    error -= gain[at] as number;
  };
  for (let at = 0; at < size; at++) if ((rates[at] as number) > breakRate) take(at);
  let breakAt = 0;
  for (; breakAt < size; breakAt++) {
    if (rates[breakAt] !== breakRate) continue;
    if ((over[breakAt] as number) > left - reserve) break;
    take(breakAt);
  }
  const lambda = breakAt < size ? breakRate : 0;
  const bound = error - lambda * Math.max(0, left) - reserve;

  const after: number[] = [];
  for (let at = 0; at < size; at++) {
    const isAfter = (rates[at] as number) < breakRate || (rates[at] === breakRate && at >= breakAt);
    const least = Math.min(over[at] as number, (rows[rowOf[at] as number] as CostedRow).leastStep);
    if (isAfter && least <= left - reserve) after.push(at);
  }
  after.sort((one, other) => (rates[other] as number) - (rates[one] as number) || one - other);
  for (const at of after) {
    const row = rowOf[at] as number;
    const costed = rows[row] as CostedRow;
    if (Math.min(over[at] as number, costed.leastStep) > left - reserve) continue;
    const now = costed.level(changes[row] as number);
    const level = costed.furthest(now, costed.level(to[at] as number), left - reserve);
    if (level.error >= now.error || level.over - now.over > left - reserve) continue;
    changes[row] = level.change;
    left -= level.over - now.over;
    error -= now.error - level.error;
  }
  if (reserve === 0 || leftAfter(positions, changes) >= 0)
    return { changes, error, bound: Math.min(bound, error), lambda };
  return { changes: cheapest, error: leastError, bound: Math.min(bound, leastError), lambda };
}
