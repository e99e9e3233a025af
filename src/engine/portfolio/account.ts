import type { Usd } from "../units/money";
import type { Mix } from "./mix";

/**
 * One account or one list of funds, row by row, beside what the owner wants it to be. `values` holds whole cents, none
 * negative, `total` is their sum; `values` and `targets.parts` have the same length.
 */
export interface Account {
  readonly values: Float64Array;
  readonly total: Usd;
  readonly targets: Mix;
}
