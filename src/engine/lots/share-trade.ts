import type { Decimal } from "../decimal";
import type { Usd } from "../units/money";

/** How an account's purchases count as replacements. `plan`: an employer's plan or another that no ruling names. */
export type ReplacementKind = "taxable" | "ira" | "plan";

/** A purchase or a sale of shares, in any account. */
export interface ShareTrade {
  /** Its place in the list, which settles the order of trades of one day. */
  readonly row: number;
  readonly day: number;
  readonly account: number;
  readonly fund: number;
  /** Equal where funds are substantially identical. */
  readonly security: number;
  readonly kind: ReplacementKind;
  /** + bought, − sold. */
  readonly shares: Decimal;
  /** What they cost or brought: not negative. */
  readonly amount: Usd;
  /** Of a sale: the day on which the lot was bought, if the trade names it. */
  readonly acquired?: number;
  /** Of a sale: its basis, if the trade says it. */
  readonly cost?: Usd;
}
