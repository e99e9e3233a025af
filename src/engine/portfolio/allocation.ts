import type { Usd } from "../units/money";
import type { RoundingGrid } from "../units/round-to-total";
import type { RowRules } from "../policy/row-rules";
import type { Mix } from "./mix";

/**
 * One account or one list of funds, row by row, beside what the owner wants it to be. `values` holds whole cents, none
 * negative, `total` is their sum; `values` and `targets.parts` have the same length.
 */
export interface Allocation {
  readonly values: Float64Array;
  readonly total: Usd;
  readonly targets: Mix;
  /** What trades are multiples of, in cents: 100 for whole dollars, 1,000 for multiples of $10. 1 where absent. */
  readonly step?: number;
  /** What the owner says of single rows; absent where nothing. */
  readonly rules?: RowRules;
}

/** How the amounts of an account's trades are rounded. */
export function roundingGridOf({ values, step = 1 }: Allocation): RoundingGrid {
  return { step, holdings: values };
}

/**
 * The account of some rows alone: the other rows are empty and have no target, so the rest of the mix shares the rest of
 * the money in the same proportions. Its whole is 0 where none of the rows has a target.
 */
export function only(allocation: Allocation, includes: (row: number) => boolean): Allocation {
  const rows = allocation.values.length;
  const values = new Float64Array(rows);
  const parts = new Float64Array(rows);
  let total = 0;
  let whole = 0;
  for (let row = 0; row < rows; row++) {
    if (!includes(row)) continue;
    total += values[row] = allocation.values[row] as number;
    whole += parts[row] = allocation.targets.parts[row] as number;
  }
  return { ...allocation, values, total: total as Usd, targets: { parts, whole } };
}

/** The account after trades (n × 1, whole cents). */
export function afterTrades(allocation: Allocation, trades: readonly Usd[]): Allocation {
  const values = new Float64Array(allocation.values.length);
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    total += values[row] = (allocation.values[row] as number) + (trades[row] as number);
  }
  return { ...allocation, values, total: total as Usd };
}
