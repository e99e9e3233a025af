import type {
  Decimal,
  Destination,
  DueReason,
  Exchanges,
  FrequentTradingRule,
  GlideStyle,
  HouseholdPlan,
  LocationClass,
  LocationPoints,
  Lock,
  OffGoalReason,
  Policy,
  TradeUnit,
  Usd,
} from "../engine";
import type { Note } from "./problem";
import type { TaxLine } from "./wording/law/tax";
import type { FormulaName } from "./wording/formulas";
import type { PastMean } from "./wording/portfolio";
import type { Worked } from "./worked";

/** One thing worth knowing about how an answer came about, as data. Rows count from 0 in the range as given. */
export type Fact =
  // What was read
  | { readonly fact: "range"; readonly argument: string; readonly rows: number; readonly headerRows: number }
  | { readonly fact: "total"; readonly total: Usd }
  | { readonly fact: "cash"; readonly cash: Usd }
  | { readonly fact: "rule"; readonly policy: Policy }
  | { readonly fact: "trading rule"; readonly rule: FrequentTradingRule }
  | { readonly fact: "style"; readonly style: GlideStyle }
  | { readonly fact: "day"; readonly day: number }
  | { readonly fact: "note"; readonly note: Note }
  | { readonly fact: "periods"; readonly periods: number; readonly perYear: number }
  /** What money earns without risk, a fraction a year; undefined where each period has its own. */
  | { readonly fact: "risk-free rate"; readonly rate: number | undefined }
  /** The share of an account's money that is its owner's after tax. */
  | { readonly fact: "counts as"; readonly account: string; readonly share: number }
  /** Past returns: of what, how many periods, how many of them a year, and where they come from, as far as it is said. */
  | {
      readonly fact: "past returns";
      readonly names: readonly string[];
      readonly periods: number;
      readonly periodsPerYear: number;
      readonly source?: string;
    }
  /** Rows of returns that were drawn: so many paths of so many rows, from a seed. */
  | { readonly fact: "drawn"; readonly paths: number; readonly rows: number; readonly seed: number }
  // The steps
  /** `worked`: the same with figures of the selected cell put in. */
  | { readonly fact: "formula"; readonly formula: FormulaName; readonly worked?: readonly Worked[] }
  | { readonly fact: "reason"; readonly reason: DueReason }
  | { readonly fact: "placed cash"; readonly cash: Usd }
  | { readonly fact: "out of band"; readonly rows: readonly number[] }
  | { readonly fact: "paid in"; readonly months: number; readonly amount: Usd }
  /** The rows that were outside their band a month before all were in. */
  | { readonly fact: "last outside"; readonly months: number; readonly rows: readonly number[] }
  | { readonly fact: "went to"; readonly destination: Destination }
  | { readonly fact: "fewest exchanges"; readonly exchanges: Exchanges }
  /** A class before, its goal, and after: counted cents. */
  | {
      readonly fact: "class gap";
      readonly name: string;
      readonly before: Decimal;
      readonly goal: Decimal;
      readonly after: Decimal;
    }
  /** What an account sells and buys, cash rows among them, and what flows into it: an account trades only its own money. */
  | {
      readonly fact: "account money";
      readonly account: string;
      readonly sold: Usd;
      readonly bought: Usd;
      readonly cashFlow: Usd;
    }
  | {
      readonly fact: "class place";
      readonly name: string;
      readonly readAs: LocationClass | undefined;
      readonly points: LocationPoints;
    }
  | { readonly fact: "plan status"; readonly status: HouseholdPlan["status"] }
  /** The volatility a year of the risky targets, and what they are multiplied by. */
  | { readonly fact: "risky targets"; readonly volatility: number; readonly multiple: number }
  /** What a portfolio earned a year in the past, and its volatility. */
  | { readonly fact: "past portfolio"; readonly returns: number; readonly volatility: number }
  | { readonly fact: "past means"; readonly means: readonly PastMean[] }
  | { readonly fact: "below the trend"; readonly rows: readonly number[] }
  /** A line of how a tax is worked out. */
  | { readonly fact: "tax line"; readonly line: TaxLine }
  /** Where the figures of the law are published; `year`: whose they are, where they change by the year. */
  | { readonly fact: "law of"; readonly year?: number; readonly sources: readonly string[] }
  // What bound
  | { readonly fact: "kept back"; readonly amount: Usd }
  | { readonly fact: "below the minimum"; readonly rows: readonly number[] }
  | { readonly fact: "last resort"; readonly cash: Usd }
  /** The rows that a rule of theirs locks. */
  | { readonly fact: "locked"; readonly lock: Lock; readonly rows: readonly number[] }
  /** The bound on a plan's net gain: the policy's, and the one used where cash flows need more. */
  | { readonly fact: "gains bound"; readonly policy: Usd; readonly used: Usd }
  /** after − goal, in counted cents; the first rule without which alone it would be less, as the policy has it. */
  | {
      readonly fact: "off goal";
      readonly name: string;
      readonly gap: Decimal;
      readonly because: OffGoalReason;
      readonly policy: Policy;
    }
  | { readonly fact: "left in cash"; readonly account: string; readonly amount: Usd }
  /** The money of a path ran out: a period counted from 1. */
  | { readonly fact: "ran out"; readonly period: number }
  /** What past returns, or drawn ones, don't say. */
  | { readonly fact: "no promise"; readonly drawn?: boolean }
  // What was rounded
  | { readonly fact: "to the cent" }
  /** Nothing was, beyond what numbers of 15 digits are. */
  | { readonly fact: "in doubles" }
  | { readonly fact: "in the trade unit"; readonly unit: TradeUnit; readonly heldBack: Usd }
  | { readonly fact: "to whole percents" }
  | { readonly fact: "once"; readonly digits: number }
  /** `gap`: dollars by which other trades in shares may come nearer; 0 where it is proved that none do. */
  | { readonly fact: "nearest in shares"; readonly gap: Decimal }
  | { readonly fact: "left over"; readonly amount: Decimal };

/** How an answer came about: what was read, the steps, what bound and what was rounded. */
export interface Explanation {
  readonly read: readonly Fact[];
  readonly steps: readonly Fact[];
  readonly bound: readonly Fact[];
  readonly rounded: readonly Fact[];
}
