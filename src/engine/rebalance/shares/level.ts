/**
 * One holding that a row may have, compared with the first choice: its difference in steps, in cash used, in costs, in
 * shortfall and in money traded.
 */
export interface Level {
  readonly change: number;
  readonly over: number;
  readonly error: number;
  readonly cost: number;
  readonly traded: number;
}
