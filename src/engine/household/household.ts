import type { RowRules } from "../policy/row-rules";
import type { FundClasses } from "../portfolio/holding";
import type { Mix } from "../portfolio/mix";
import type { ExactDecimal } from "../units/exact-decimal";
import type { Usd } from "../units/money";
import type { LocationPoints } from "./location-points";

/** How an account is taxed. `neutral`: no tax on trades and no place to prefer, as in 529 plans and Trump accounts. */
export type AccountKind = "Roth" | "neutral" | "HSA" | "deferred" | "taxable";

/**
 * A household's accounts with all that they hold and may hold, and what its classes are meant to be. Every index counts
 * from 0; nothing in it is a cell or a sentence.
 */
export interface Household {
  readonly accounts: readonly Account[];
  /** In the order of their first rows. A fund without a position in an account can't be bought there. */
  readonly positions: readonly Position[];
  /** The classes that have a target, by the names that `FundClasses` uses. */
  readonly classes: readonly string[];
  /** What share each class is meant to have (a part a class). */
  readonly targets: Mix;
  /** Bands of single classes; absent where none has one of its own. */
  readonly rules?: RowRules;
  /** How good a place each class has in each kind of account; as many as classes. */
  readonly points: readonly LocationPoints[];
}

/** Whose money it is. */
export interface Account {
  readonly kind: AccountKind;
  /** + to invest, − to take out. */
  readonly cashFlow: Usd;
  /** The share of its money that is the owner's after tax, above 0 and at most 1, to 15 decimals. */
  readonly countsAs: number;
}

/** One fund, or the cash, of one account. */
export interface Position {
  /** Index into the household's accounts. */
  readonly account: number;
  /** Tells funds apart: equal where their names are, in whichever account. */
  readonly fund: number;
  /** Tells funds apart that aren't substantially identical: equal where a wash sale would see one security. */
  readonly security: number;
  /** What they lack of the whole is in no listed class. */
  readonly fundClasses: FundClasses;
  readonly isCash: boolean;
  /** Never traded; what of it is in no listed class is left out of every total. */
  readonly isLeftAlone: boolean;
  readonly mayBuy: boolean;
  /** As typed, above 0: only its order matters. */
  readonly expenseRatio?: number;
  /** Dollars a share. */
  readonly price?: ExactDecimal;
  /** Its rows in their order, one at least. In taxable accounts each is a lot of its own; elsewhere they are one. */
  readonly lots: readonly Lot[];
}

/** One row of holdings. */
export interface Lot {
  /** The row's number in the table; only the order matters here, and who asks finds it again. */
  readonly row: number;
  /** Whole cents; 0 for a fund on the menu, below 0 only for cash that is owed. */
  readonly value: Usd;
  readonly maySell: boolean;
  /** What was paid for the whole row, above 0. Absent: all of it is gain. */
  readonly basis?: Usd;
  /** The day of purchase as a serial. Absent: long ago. */
  readonly acquired?: number;
  readonly shares?: ExactDecimal;
}
