import type { Work } from "./work";

/** Steps of one row that may be bought or given up at the same price each: `price` in ticks, at most `count` of them. */
export interface Steps {
  readonly row: number;
  readonly price: number;
  readonly count: number;
}

/**
 * Which amounts from 0 to `most` (in ticks) are sums of steps, so that the question whether cash can be used to the last
 * cent has an exact answer, at a cost that is known beforehand.
 */
export interface Sums {
  readonly most: number;
  /** What it takes to find the largest sum up to an amount, or the smallest from one on. */
  readonly nodesASearch: number;
  has(amount: number): boolean;
  /** The largest sum up to an amount that is not negative. 0 is always one. */
  largestUpTo(amount: number): number;
  /** The smallest sum from an amount on. Undefined if there is none up to `most`. */
  smallestFrom(amount: number): number | undefined;
  /** The sums with more steps to take from. Undefined if that goes beyond the work allowed. */
  with(steps: Steps, work: Work): Sums | undefined;
}

/** Whether there are so many steps that no more of them fit into an amount. */
export function isUnlimited({ price, count }: Omit<Steps, "row">, most: number): boolean {
  return count >= Math.floor(most / price);
}
