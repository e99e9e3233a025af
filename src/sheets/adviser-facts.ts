import type { StatusWord } from "../ranges";
import { masked } from "./mask";
import type { MoneyPatterns } from "./money-pattern";

/** One holding, as it was read and as Keel judged it. Weights are fractions of the total; money is dollars. */
export interface AdviserHolding {
  readonly account?: string;
  readonly fund: string;
  readonly ticker?: string;
  readonly value: number;
  readonly target: number;
  readonly lowest: number;
  readonly highest: number;
  readonly status: StatusWord;
  /** + buys, − sells; 0 where the trades are not shown. */
  readonly trade: number;
}

/** Everything an adviser copy says. Account numbers may stand in any text: the copy masks them. */
export interface AdviserFacts {
  readonly title: string;
  /** A name to print under the title; "" for none. */
  readonly owner: string;
  /** The list's name or address, and its sheet. */
  readonly list: string;
  readonly sheet: string;
  /** In words: November 23, 2026. */
  readonly date: string;
  readonly version: string;
  readonly verdict: { readonly act: boolean; readonly headline: string; readonly because: string };
  readonly policy: {
    readonly sentence: string;
    /** What the owner set; the rest is as Keel has it by itself. */
    readonly settings: readonly { readonly setting: string; readonly value: string }[];
    /** In words: January 5, 2027. */
    readonly nextLook?: string;
    /** Whether the policy gives a cost or a fee for trades. */
    readonly costs: boolean;
  };
  /** How the owner's list shows money; dollars and cents if not given. */
  readonly money?: MoneyPatterns;
  /** At least one. All have an account, or none; all have a ticker ("" where it is not known), or none. */
  readonly holdings: readonly AdviserHolding[];
  /** Left out where the owner doesn't show the trades. */
  readonly trades?: {
    /** + to invest, − to take out. */
    readonly cash: number;
    /** The fund-to-fund exchanges that carry the trades out. */
    readonly exchanges: readonly { readonly from: string; readonly to: string; readonly amount: number }[];
  };
  /** How to invest new money, in whole percents; empty where that is not shown. */
  readonly elections: readonly { readonly fund: string; readonly percent: number }[];
  /** What was accepted but is worth knowing. */
  readonly notes: readonly string[];
  /** The size is in CSS pixels: as wide as `adviserChartWidth` says, and a multiple of `ADVISER_ROW` high. */
  readonly chart?: {
    readonly png: Uint8Array;
    readonly width: number;
    readonly height: number;
    /** Stands above it. */
    readonly title: string;
    /** What it shows, for those who can't see it. */
    readonly words: string;
  };
}

/** What stands above everything else. */
export type TopFacts = Pick<AdviserFacts, "title" | "owner" | "sheet" | "date" | "version" | "verdict" | "policy">;

/** The same facts with account numbers masked in every text that the owner may have typed. */
export function withoutAccountNumbers(facts: AdviserFacts): AdviserFacts {
  const { verdict, holdings, trades, elections, notes, chart } = facts;
  return {
    ...facts,
    title: masked(facts.title),
    owner: masked(facts.owner),
    list: masked(facts.list),
    sheet: masked(facts.sheet),
    verdict: { ...verdict, because: masked(verdict.because) },
    holdings: holdings.map((holding) => ({
      ...holding,
      fund: masked(holding.fund),
      ...(holding.account === undefined ? {} : { account: masked(holding.account) }),
      ...(holding.ticker === undefined ? {} : { ticker: masked(holding.ticker) }),
    })),
    ...(trades
      ? {
          trades: {
            ...trades,
            exchanges: trades.exchanges.map(({ from, to, amount }) => ({ from: masked(from), to: masked(to), amount })),
          },
        }
      : {}),
    elections: elections.map(({ fund, percent }) => ({ fund: masked(fund), percent })),
    notes: notes.map(maskedNote),
    ...(chart ? { chart: { ...chart, words: masked(chart.words) } } : {}),
  };
}

/** What follows "was read as" is an amount or a day that Keel writes, without commas: no account number. */
export function maskedNote(note: string): string {
  const reading = note.lastIndexOf(" was read as ");
  return reading < 0 ? masked(note) : masked(note.slice(0, reading)) + note.slice(reading);
}
