import type { ReturnHistory } from "../policy/tracking-error";
import { varianceOf, type Moments } from "./moments";
import { optimize, portfolioOf, type Portfolio } from "./optimize";

/** A mix by its risk and return in the past, and how little that mean says. */
export interface MixPoint extends Portfolio {
  /** The standard error of its mean return a year: volatility ÷ √years, a fraction. */
  readonly error: number;
}

/** How far a mix lies below the efficient line. */
export interface BelowLine {
  /** The return a year of the line at the mix's volatility, less the mix's, not below 0. */
  readonly returns: number;
  /** The standard error of that difference: the volatility of line less mix ÷ √years. */
  readonly error: number;
}

/** How many years a history has. */
function yearsOf({ columns, periodsPerYear }: ReturnHistory): number {
  return (columns[0]?.length ?? 0) / periodsPerYear;
}

/** Places a portfolio by the past. `weights` are fractions that add up to 1 (n × 1). */
export function mixPoint(history: ReturnHistory, moments: Moments, weights: Float64Array): MixPoint {
  const portfolio = portfolioOf(weights, moments);
  return { ...portfolio, error: portfolio.volatility / Math.sqrt(yearsOf(history)) };
}

/** The shares of amounts that aren't below 0 (n × 1); undefined where there is nothing. */
export function sharesOf(amounts: Float64Array): Float64Array | undefined {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  return whole > 0 ? amounts.map((amount) => amount / whole) : undefined;
}

/** Measures how far a mix lies below the line at its own volatility; undefined where the line has no such volatility. */
export function belowLine(history: ReturnHistory, moments: Moments, mix: Portfolio): BelowLine | undefined {
  const found = optimize({ goal: "volatility", volatility: mix.volatility }, { moments, riskFree: 0 });
  if (!found.ok) return undefined;
  const apart = found.value.weights.map((weight, asset) => weight - (mix.weights[asset] as number));
  return {
    returns: Math.max(0, found.value.returns - mix.returns),
    error: Math.sqrt(varianceOf(moments, apart) / yearsOf(history)),
  };
}
