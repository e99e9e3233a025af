/** One holding that a row may have, compared with the first choice: its difference in steps, cost, error and trading. */
export interface Level {
  readonly change: number;
  readonly over: number;
  readonly error: number;
  readonly traded: number;
}
