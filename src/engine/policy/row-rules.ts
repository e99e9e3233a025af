import type { RowBand } from "./band";

/** What may not be done with a row; `hold` is neither bought nor sold. */
export type Lock = "hold" | "no buy" | "no sell";

/** What the owner says of single rows, by row number of the account. A row that nothing is said of is absent. */
export interface RowRules {
  readonly locks: ReadonlyMap<number, Lock>;
  /** Bands in place of the policy's. */
  readonly bands: ReadonlyMap<number, RowBand>;
}

export function mayBuy(rules: RowRules | undefined, row: number): boolean {
  const lock = rules?.locks.get(row);
  return lock === undefined || lock === "no sell";
}

export function maySell(rules: RowRules | undefined, row: number): boolean {
  const lock = rules?.locks.get(row);
  return lock === undefined || lock === "no buy";
}
