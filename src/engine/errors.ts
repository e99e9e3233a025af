import type { Decimal } from "./decimal";
import type { TradeUnit } from "./policy/trade-unit";
import type { Usd } from "./units/money";

/**
 * Why the engine has no answer, as data: a code and what a person needs to ask for another. `row` is a row of the
 * allocation and counts from 0. What is wrong with cells is no matter of the engine's (`ranges/problem.ts`), and the
 * sentences for both are made in `ranges/wording`.
 */
export type EngineProblem =
  // Nothing to work with
  | { readonly code: "no targets" }
  | { readonly code: "empty portfolio" }
  | { readonly code: "nothing to invest" }
  // What the policy looks at, and nobody gave
  | { readonly code: "volatility needed" }
  | { readonly code: "returns needed" }
  // Amounts that can't be had
  | { readonly code: "more than there is"; readonly asked: Usd; readonly held: Usd }
  | { readonly code: "held without a target"; readonly row: number }
  | { readonly code: "no sells, but money out"; readonly asked: Usd }
  /** Every row that has a target may not be bought; these rows bar it. */
  | { readonly code: "no row may buy"; readonly asked: Usd; readonly rows: readonly number[] }
  /** The rows that may be sold hold only `most`; the others bar it. */
  | { readonly code: "rows may not sell"; readonly asked: Usd; readonly most: Usd; readonly rows: readonly number[] }
  | { readonly code: "not in the trade unit"; readonly asked: Usd; readonly unit: TradeUnit }
  | { readonly code: "all cash kept" }
  /** The contribution that would be needed is more than can be counted to the cent. */
  | { readonly code: "contribution too large" }
  /** Contributions of which nothing is invested bring no row nearer to its band. */
  | { readonly code: "no contribution" }
  /** Where each contribution has to be followed, so many were, and a row is still outside its band. */
  | { readonly code: "band too far"; readonly contributions: number }
  | { readonly code: "returns not for contributions" }
  | { readonly code: "whole percents and a minimum" }
  | { readonly code: "whole percents and locks"; readonly rows: readonly number[] }
  /** A band of one row stands beside one that looks at all rows at once. */
  | { readonly code: "bands of two kinds"; readonly row: number }
  | { readonly code: "no look while calm" }
  // Shares
  | { readonly code: "shares need prices" }
  | { readonly code: "returns not for shares" }
  | { readonly code: "unit not for shares"; readonly unit: TradeUnit }
  | { readonly code: "cash not raised"; readonly asked: Usd }
  /** The price has so many decimals that it can't be counted beside the dearest one. */
  | { readonly code: "prices too fine"; readonly row: number; readonly price: Decimal }
  /** At that price the money wanted in the row, or held, is more steps than can be counted. */
  | { readonly code: "too many shares"; readonly row: number; readonly price: Decimal }
  // Exchanges
  | { readonly code: "sale above holding"; readonly fund: string; readonly sale: Usd; readonly held: Usd }
  | {
      readonly code: "exchanges barred";
      /** The barred exchanges that stand between a fund that is sold and one that is bought. */
      readonly barred: readonly { readonly from: string; readonly to: string }[];
    }
  // Elections
  | { readonly code: "nothing to elect" }
  | { readonly code: "step doesn't divide 100"; readonly found: number }
  | { readonly code: "bounds cross"; readonly row: number; readonly least: number; readonly most: number }
  | { readonly code: "bounds conflict"; readonly least: number; readonly most: number };

/** Why there is no plan for a household. Accounts are indices into its accounts. */
export type HouseholdProblem =
  | EngineProblem
  | { readonly code: "no sells, but account pays out"; readonly account: number; readonly asked: Usd }
  | {
      readonly code: "account cannot raise";
      readonly account: number;
      readonly asked: Usd;
      /** What may be sold there. */
      readonly most: Usd;
      readonly because: RaiseLimit;
    }
  /** There is money to invest, and no fund there may be bought. */
  | { readonly code: "account cannot place"; readonly account: number; readonly amount: Usd }
  | { readonly code: "whole percents in a household" }
  /** The solver gave no answer that stands up to being checked. */
  | { readonly code: "no plan found" };

/** Why the law's figures give no answer. */
export type LawProblem =
  | { readonly code: "year without law"; readonly year: number; readonly known: readonly number[] }
  /** The year's law has no such figure. */
  | { readonly code: "no such limit"; readonly year: number; readonly limit: string }
  /** The figure was read in one place of unknown origin. */
  | { readonly code: "limit not verified"; readonly year: number; readonly limit: string; readonly source: string };

/**
 * Why there is no portfolio. `asset` is a column of the returns and counts from 0. Returns and
 * volatilities are fractions a year.
 */
export type PortfolioProblem =
  | { readonly code: "too few periods for assets"; readonly periods: number; readonly needed: number }
  /** No asset ever moved, or the portfolio didn't. */
  | { readonly code: "nothing varies" }
  /** An asset that never moved has no risk to share; nor have assets, of which none is named, that hedge each other to nothing. */
  | { readonly code: "no risk to share"; readonly asset?: number }
  | { readonly code: "weight bounds cross"; readonly asset: number; readonly least: number; readonly most: number }
  | { readonly code: "bounds conflict"; readonly least: number; readonly most: number }
  | { readonly code: "bounds on risk parity" }
  /** No portfolio within the bounds has that return, or that volatility: those that they have are between two others. */
  | {
      readonly code: "goal out of reach";
      readonly goal: "return" | "volatility";
      readonly asked: number;
      readonly least: number;
      readonly most: number;
    }
  /** No portfolio within the bounds, whose returns are between two, earns more than the riskless rate. */
  | { readonly code: "no excess return"; readonly riskFree: number; readonly least: number; readonly most: number }
  /** The optimiser's answer did not stand up to being checked. */
  | { readonly code: "no portfolio found" };

/**
 * What a figure of past returns lacks: two periods, periods that differ, one below the riskless rate, a size that
 * numbers have, anything left. */
export type FigureMissing = "one period" | "no deviation" | "no loss" | "too large" | "lost more than all";

/** What holds back the rest of the money that an account must pay. `holdings`: it has no more. */
export type RaiseLimit = "no sells" | "locks" | "wash sale" | "holdings";

/** A value, or why there is none. Failures travel as values inside Keel and are thrown only at a custom function's door. */
export type Result<T, P = EngineProblem> = Success<T> | Failure<P>;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure<P = EngineProblem> {
  readonly ok: false;
  readonly problem: P;
}

export function succeeded<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failed<P extends { readonly code: string } = EngineProblem>(problem: P): Failure<P> {
  return { ok: false, problem };
}
