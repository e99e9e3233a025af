import type { Decimal } from "../decimal";
import type { Usd } from "../units/money";
import type { Band } from "./band";
import type { Cadence } from "./cadence";
import type { Destination } from "./destination";
import type { TradeUnit } from "./trade-unit";

/**
 * How the owner has decided to rebalance: one record, the same for every function. A setting that was not given is
 * absent, and its default (product contract, section 2) is the reader's to apply.
 */
export interface Policy {
  /** How often to look. */
  readonly look?: Cadence;
  /** When a row, or the whole, counts as out of line. */
  readonly band?: Band;
  /** `and`: look on the dates and trade only outside the band. `or`: trade on the dates, and also whenever outside. Default `and`. */
  readonly trigger?: "and" | "or";
  /** Look this often while volatility is above the level (a fraction a year, 0.2 = 20 %). */
  readonly volatileLook?: { readonly cadence: Cadence; readonly above: Decimal };
  /** How far to go back once triggered. Default: to target. */
  readonly destination?: Destination;
  /** Whether anything may be sold. Default `allowed`. */
  readonly sells?: "allowed" | "none";
  /** The smallest trade worth making. */
  readonly minimumTrade?: AmountOrShare;
  readonly tradeUnit?: TradeUnit;
  /** Proportional cost of buys and sells, one way (a fraction, 0.001 = 0.1 %). */
  readonly cost?: Decimal;
  /** Cost of each trade. */
  readonly fee?: Usd;
  /** What of incoming money is not invested; a share is of the total after the cash. */
  readonly cashBuffer?: AmountOrShare;
  /** Taxable gains that the plan may realise. Default `none`. */
  readonly gains?: "none" | "allowed" | { readonly upTo: Usd };
  /** Tax rate on ordinary income (a fraction). */
  readonly incomeRate?: Decimal;
  /** Tax rate on long-term gains (a fraction). */
  readonly gainsRate?: Decimal;
  /** Whether weights of a household are of money after tax: deferred accounts count 1 − income rate where nothing else is said of them. Default no. */
  readonly afterTax?: boolean;
  /** Whether the plan may trade for asset location alone. Default no. */
  readonly relocate?: boolean;
  /** When the owner last looked, traded or not: days since 1899-12-30, as Excel counts. */
  readonly lastLook?: number;
  /** What happens to money without a target. Default: `sell` in row functions, `stop` in the household plan. */
  readonly unassigned?: "sell" | "hold" | "stop";
}

/** Dollars, or a share of the total (a fraction). */
export type AmountOrShare = { readonly amount: Usd } | { readonly share: Decimal };

/** A setting's name in the record. */
export type Setting = keyof Policy;
