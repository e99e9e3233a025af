import type { Fund } from "../../standing/list-standing";

/** A fund of the list with what is to be traded in it. */
export interface FundRow {
  /** "" where the list does not name accounts. */
  readonly account: string;
  readonly fund: Fund;
  /** In whole cents: + buys, − sells. */
  readonly trade: number;
  /** Its share of the total after trading, a fraction. */
  readonly after: number;
}
