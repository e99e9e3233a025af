import { NO_MONEY, type Usd } from "../units/money";
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
  let total = 0;
  let whole = 0;
  const values = allocation.values.map((value, row) => {
    if (!includes(row)) return 0;
    total += value;
    return value;
  });
  const parts = allocation.targets.parts.map((part, row) => {
    if (!includes(row)) return 0;
    whole += part;
    return part;
  });
  return { ...allocation, values, total: total === 0 ? NO_MONEY : (total as Usd), targets: { parts, whole } };
}

/** The account after trades (n × 1, whole cents). */
export function afterTrades(allocation: Allocation, trades: readonly Usd[]): Allocation {
  const values = allocation.values.map((value, row) => value + (trades[row] as number));
  let total = 0;
  for (const value of values) total += value;
  return { ...allocation, values, total: total as Usd };
}
