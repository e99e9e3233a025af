import type { StatusWord } from "../../ranges";
import { maskedNote, type AdviserFacts } from "../adviser-facts";
import { masked } from "../mask";

/** An account of the household. */
export interface CopyAccount {
  readonly name: string;
  /** How it is taxed, as a sentence has it: tax-deferred. */
  readonly kind: string;
  /** Its type as the owner typed it: 401(k); absent where nothing says it. */
  readonly type?: string;
  /** Whether gains in it are taxed. */
  readonly isTaxed: boolean;
  /** As it was read: what it holds, what is owed taken off. */
  readonly total: number;
  /** + to invest, − to take out. */
  readonly cashFlow: number;
  /** What of it the plan leaves uninvested outside every row. */
  readonly leftInCash: number;
  /** The share of its money that is the owner's after tax. */
  readonly countsAs: number;
}

/** A class as Keel worked it out, in counted dollars. */
export interface CopyClass {
  readonly name: string;
  readonly target: number;
  /** The same as the target where no class has a band of its own. */
  readonly lowest: number;
  readonly highest: number;
  /** Absent where the policy looks at all classes together. */
  readonly status?: StatusWord;
  readonly before: number;
}

/** One row of the owner's list. */
export interface CopyHolding {
  /** Its number on the owner's sheet: no two rows have the same. */
  readonly row: number;
  /** Index into the accounts. */
  readonly account: number;
  /** Tells the funds of an account apart: equal where rows are one fund there. From 1. */
  readonly position: number;
  /** Equal where a wash sale would see one security. From 1. */
  readonly security: number;
  readonly fund: string;
  /** "" where it is not known; absent where tickers are not shown. */
  readonly ticker?: string;
  readonly isCash: boolean;
  /** What part of it is in each class, in their order. */
  readonly parts: readonly number[];
  /** What part of it is in none of them, and is to be invested or sold. */
  readonly unlisted: number;
  readonly value: number;
  readonly shares?: number;
  readonly price?: number;
  readonly basis?: number;
  /** As Excel counts days. */
  readonly acquired?: number;
  /** As typed. */
  readonly expenseRatio?: number;
  readonly mayBuy: boolean;
  readonly maySell: boolean;
  /** Never traded; what of it is in none of the classes is left out of their totals. */
  readonly isLeftAlone: boolean;
  /** + buys, − sells; 0 where the trades are not shown. */
  readonly trade: number;
}

/** One trade of the plan. */
export interface CopyTrade {
  /** Index into the accounts. */
  readonly account: number;
  /** Indices into the holdings: more than one where rows are one fund. */
  readonly holdings: readonly number[];
  /** Buy, Sell, From cash or To cash. */
  readonly action: string;
  readonly fund: string;
  readonly shares?: number;
  /** Its part of the tax; below 0 where its loss is used. Absent where nothing is taxed. */
  readonly tax?: number;
  readonly why: string;
}

/** What the plan comes to, as Keel worked it out. Money is dollars. */
export interface CopyPlan {
  readonly trades: readonly CopyTrade[];
  /** Said where there are no trades. */
  readonly noTrades: string;
  /** One a class: what the policy wants in it, and what is in it after the trades. Counted dollars. */
  readonly goals: readonly number[];
  readonly after: readonly number[];
  /** Counted money in none of the classes after the trades, with what is left in cash. */
  readonly unlistedAfter: number;
  readonly offGoal: readonly { readonly classIndex: number; readonly side: string; readonly why: string }[];
  readonly tradeCount: number;
  readonly gain: { readonly short: number; readonly long: number };
  readonly tax: number;
  /** Tax rates as fractions; absent where the policy gives none. */
  readonly rates?: { readonly short: number; readonly long: number };
  /** What the policy says a trade costs; absent where it says nothing. */
  readonly cost?: { readonly share: number; readonly fee: number };
  readonly location?: { readonly before: number; readonly after: number };
  /** "" where no trade was left out for being small. */
  readonly dropped: string;
  /** In words: whether it is proved that nothing comes nearer. */
  readonly status: string;
  readonly mayTrade: {
    /** Whether the policy lets anything be sold. */
    readonly sells: boolean;
    /** The most net gain; absent where gains are allowed. */
    readonly gainsBound?: number;
    /** By how much rounding may pass the bound. */
    readonly gainsSlack: number;
  };
}

/** Everything that the adviser copy of a household says, or of one account that is judged by class. */
export interface HouseholdCopyFacts extends Pick<
  AdviserFacts,
  "title" | "owner" | "list" | "sheet" | "date" | "version" | "verdict" | "policy" | "money"
> {
  /** The day of the copy, as Excel counts days. */
  readonly day: number;
  readonly accounts: readonly CopyAccount[];
  /** At least one. */
  readonly classes: readonly CopyClass[];
  /** The counted dollars in none of the classes that are to be invested or sold. */
  readonly unlisted: number;
  /** In the order of the owner's list. At least one. */
  readonly holdings: readonly CopyHolding[];
  /** Absent where the owner doesn't show the trades. */
  readonly plan?: CopyPlan;
  /** What funds of several classes are counted as, and by whose word. */
  readonly mixes: readonly string[];
  /** What was assumed. */
  readonly assumptions: readonly string[];
  /** What was accepted but is worth knowing. */
  readonly notes: readonly string[];
}

/** The same facts with account numbers masked in every text that the owner may have typed. */
export function householdWithoutNumbers(facts: HouseholdCopyFacts): HouseholdCopyFacts {
  const { verdict, accounts, classes, holdings, plan, mixes, assumptions, notes } = facts;
  return {
    ...facts,
    title: masked(facts.title),
    owner: masked(facts.owner),
    list: masked(facts.list),
    sheet: masked(facts.sheet),
    verdict: { ...verdict, because: masked(verdict.because) },
    accounts: accounts.map((account) => ({
      ...account,
      name: masked(account.name),
      ...(account.type === undefined ? {} : { type: masked(account.type) }),
    })),
    classes: classes.map((each) => ({ ...each, name: masked(each.name) })),
    holdings: holdings.map((holding) => ({
      ...holding,
      fund: masked(holding.fund),
      ...(holding.ticker === undefined ? {} : { ticker: masked(holding.ticker) }),
    })),
    ...(plan && {
      plan: {
        ...plan,
        trades: plan.trades.map((trade) => ({ ...trade, fund: masked(trade.fund), why: masked(trade.why) })),
        offGoal: plan.offGoal.map((off) => ({ ...off, why: masked(off.why) })),
        dropped: masked(plan.dropped),
      },
    }),
    mixes: mixes.map(masked),
    assumptions: assumptions.map(masked),
    notes: notes.map(maskedNote),
  };
}
