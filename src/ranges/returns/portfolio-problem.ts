import type { FigureMissing, PortfolioProblem } from "../../engine";

/** A figure of past returns, by its name. */
export type ReturnsFigure = "Sharpe ratio" | "Sortino ratio" | "volatility" | "growth a year";

/** Why past returns have no figure. Whose returns they are is `fund`: the heading above its column, or "column 2". */
export interface NoFigure {
  readonly code: "no such figure";
  readonly figure: ReturnsFigure;
  readonly fund: string;
  readonly because: FigureMissing;
}

/** Why past returns have no portfolio, or targets that move can't. `fund` is the heading above a column, or "column 2". */
export type NoPortfolio =
  | Exclude<PortfolioProblem, { readonly code: "no risk to share" | "weight bounds cross" | "bounds conflict" }>
  /** Without a fund: some of the funds hedge each other to nothing. */
  | { readonly code: "no risk to share"; readonly fund?: string }
  | { readonly code: "weight bounds cross"; readonly fund: string; readonly least: number; readonly most: number }
  // Targets that move
  /** The last of so many rows has neither a target nor a column of its own, so it may be cash as well as a blank row. */
  | { readonly code: "cash row unsaid"; readonly rows: number }
  | { readonly code: "too few prices"; readonly prices: number; readonly lookback: number }
  | { readonly code: "shift of one" }
  // What is asked of a portfolio
  | { readonly code: "unknown goal"; readonly found: string }
  | {
      readonly code: "bounds don't match";
      readonly argument: "Min" | "Max";
      readonly rows: number;
      readonly funds: number;
    }
  | { readonly code: "too many funds"; readonly funds: number; readonly most: number };
