import type { Decimal } from "../decimal";
import type { Reason } from "../rebalance/rebalance";
import type { ExactDecimal } from "../units/exact-decimal";
import type { Usd } from "../units/money";

/** What a household trades, and what comes of it. */
export interface HouseholdPlan {
  /** Whether the classes' goals are reached as nearly as can be, which is proved, or more branches were left untried than are allowed. */
  readonly status: "optimal" | "best found";
  /** Why the classes' goals are what they are. */
  readonly reason: Reason;
  /** In the order of accounts, then sells before buys, then rows. Cash that moves is among them. */
  readonly trades: readonly HouseholdTrade[];
  /** One a listed class, in their order. */
  readonly classes: readonly ClassOutcome[];
  /** Money in no listed class that is to be invested or sold, before and after, with what is left in cash. */
  readonly unlisted: { readonly before: Decimal; readonly after: Decimal };
  /** Classes off their goals by more than a cent (than the trade unit, if there is one), in their order. */
  readonly offGoal: readonly OffGoal[];
  /** Rows whose trades were below the minimum and left out, in the order in which they were. */
  readonly dropped: readonly number[];
  /** Money of accounts that stays uninvested: the buffer, and what whole shares or dollars leave. */
  readonly leftInCash: readonly { readonly account: number; readonly amount: Usd }[];
  /** Bought and sold, cash apart, each counted by itself. */
  readonly moneyTraded: Usd;
  /** Rows of trades, cash apart. */
  readonly tradeCount: number;
  /** Net gains of the taxable sales; below 0 a loss. */
  readonly gain: { readonly short: Usd; readonly long: Usd };
  readonly tax: Usd;
  readonly cost: Usd;
  /** From 0 to 100; absent with one kind of account. */
  readonly location?: { readonly before: Decimal; readonly after: Decimal };
  /** Average of the money whose expense ratio is known; absent where none is. */
  readonly expense?: { readonly before: Decimal; readonly after: Decimal };
  /** The bound on the net gain of the plan; absent where gains are allowed. Above the policy's where cash flows need it. */
  readonly gainsBound?: { readonly policy: Usd; readonly used: Usd };
}

/** One row of the plan. */
export interface HouseholdTrade {
  /** Index into the household's positions. */
  readonly position: number;
  /** The row of the holdings that it stands for: the lot, or the fund's first row. */
  readonly row: number;
  /** Whole cents: + buys, or goes to cash; − sells, or comes from cash. */
  readonly amount: Usd;
  /** What it comes to in each row of the holdings: of merged rows, a sale takes the first until it is empty. */
  readonly rows: readonly { readonly row: number; readonly amount: Usd }[];
  /** With its sign; absent where the position has no price. */
  readonly shares?: ExactDecimal;
  /** Of a taxable sale, below 0 a loss; 0 elsewhere. */
  readonly gain: Usd;
  /** This sale's part of the plan's tax; below 0 where its loss is used by gains of its kind. */
  readonly tax: Usd;
  /** Whether the gain is a long-term one; only of taxable sales. */
  readonly isLongTerm?: boolean;
  readonly why: Why;
}

/** Why a row trades: the first that applies. Class numbers are indices into the household's classes. */
export type Why =
  /** The account's money in must be placed, or money out must be raised. */
  | { readonly code: "cash flow" }
  /** Cash that is owed is brought to 0. */
  | { readonly code: "owed cash" }
  /** Cash of no listed class is invested. */
  | { readonly code: "cash to invest" }
  /** Money in no listed class is sold. */
  | { readonly code: "no class" }
  /** The class it holds most of is over its goal, or under it. */
  | { readonly code: "over" | "under"; readonly classIndex: number }
  /** Money changes places between accounts, classes unchanged: a better place, or a lower expense. */
  | { readonly code: "location" | "expense"; readonly classIndex: number }
  /** It makes room for, or takes, what another trade of the same account needs. */
  | { readonly code: "makes room" | "takes room"; readonly classIndex: number };

/** One class before and after, in counted money. */
export interface ClassOutcome {
  readonly before: Decimal;
  readonly goal: Decimal;
  readonly after: Decimal;
}

/** A class that no plan within the rules brings to its goal. */
export interface OffGoal {
  readonly classIndex: number;
  /** after − goal: below 0 is short. */
  readonly gap: Decimal;
  readonly because: OffGoalReason;
}

/** What keeps a class off its goal: the first of these whose removal alone would let its gap shrink. */
export type OffGoalReason =
  "no menu" | "locks" | "gains rule" | "wash sale" | "minimum trade" | "trade unit" | "own money and menus";
