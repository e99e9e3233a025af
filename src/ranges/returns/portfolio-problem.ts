import type { FigureMissing, PortfolioProblem } from "../../engine";

/** A figure of past returns, by its name. */
export type ReturnsFigure = "Sharpe ratio" | "Sortino ratio" | "volatility" | "growth a year";

/**
 * Why past returns, or prices, have no figure or no portfolio. Whose they are is `fund`: the heading above its column, or
 * "column 2".
 */
export type NoPortfolio =
  | Exclude<PortfolioProblem, { readonly code: "no risk to share" | "weight bounds cross" | "bounds conflict" }>
  /** Without a fund: some of the funds hedge each other to nothing. */
  | { readonly code: "no risk to share"; readonly fund?: string }
  | { readonly code: "weight bounds cross"; readonly fund: string; readonly least: number; readonly most: number }
  | {
      readonly code: "no such figure";
      readonly figure: ReturnsFigure;
      readonly fund: string;
      readonly because: FigureMissing;
    };
