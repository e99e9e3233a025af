import { succeeded, type FigureMissing, type Result } from "../errors";

/** The rate without risk, a fraction a period: one for all, or one for each (n × 1). */
export type RiskFree = number | Float64Array;

/** A figure of one series of returns, or what the series lacks for it. */
export type Figure = Result<number, FigureMissing>;

/** Returns that differ by less than this, of the largest, differ by rounding. */
const ROUNDING = 1e-14;

/**
 * Returns the Sharpe ratio a year: mean ÷ standard deviation (divisor n − 1) of the returns less the riskless rate, ×
 * √periods a year. Source: W. Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21, 1994.
 */
export function sharpe(returns: Float64Array, riskFree: RiskFree, periodsPerYear: number): Figure {
  if (returns.length < 2) return missing("one period");
  const excess = excessOf(returns, riskFree);
  const mean = meanOf(excess);
  const deviation = standardDeviation(excess, mean);
  if (deviation <= ROUNDING * sizeOf(returns, riskFree)) return missing("no deviation");
  return succeeded((mean / deviation) * Math.sqrt(periodsPerYear));
}

/**
 * Returns the Sortino ratio a year: the mean of the returns less the riskless rate ÷ √(Σ min(0, each)² ÷ n), × √periods a
 * year. Source: F. Sortino, L. Price, "Performance Measurement in a Downside Risk Framework", Journal of Investing 3, 1994.
 */
export function sortino(returns: Float64Array, riskFree: RiskFree, periodsPerYear: number): Figure {
  const excess = excessOf(returns, riskFree);
  const level = -ROUNDING * sizeOf(returns, riskFree);
  let squares = 0;
  for (let period = 0; period < excess.length; period++) {
    const each = excess[period] as number;
    if (each < level) squares += each * each;
  }
  if (squares === 0) return missing("no loss");
  return succeeded((meanOf(excess) / Math.sqrt(squares / excess.length)) * Math.sqrt(periodsPerYear));
}

/** Returns the volatility a year, a fraction: the standard deviation (divisor n − 1) × √periods a year. */
export function volatility(returns: Float64Array, periodsPerYear: number): Figure {
  if (returns.length < 2) return missing("one period");
  return succeeded(standardDeviation(returns, meanOf(returns)) * Math.sqrt(periodsPerYear));
}

/**
 * Returns the growth a year, a fraction: (Π (1 + return))^(periods a year ÷ n) − 1. There is none where a period lost more
 * than all, as a fee on a small portfolio can.
 */
export function growth(returns: Float64Array, periodsPerYear: number): Figure {
  const years = returns.length / periodsPerYear;
  let product = 1;
  for (let period = 0; period < returns.length; period++) {
    const each = returns[period] as number;
    if (each < -1) return missing("lost more than all");
    product *= 1 + each;
  }
  if (product === 0 && returns.includes(-1)) return succeeded(-1);
  // A product of many periods may be more or less than a double can be: then by logarithms.
  const isNumber = product > SMALLEST && product < Infinity;
  const rate = isNumber ? product ** (1 / years) - 1 : Math.expm1(logarithmOf(returns) / years);
  return Number.isFinite(rate) ? succeeded(rate) : missing("too large");
}

/** Below this a double has fewer digits than others. */
const SMALLEST = 2 ** -1022;

function logarithmOf(returns: Float64Array): number {
  let logarithm = 0;
  for (const each of returns) logarithm += Math.log1p(each);
  return logarithm;
}

/** Returns the deepest fall from a high, a fraction from −1 to 0: −0.25 is a loss of 25 %. The start counts as a high. */
export function deepestFall(returns: Float64Array): number {
  let deepest = 1;
  // Money ÷ its highest so far.
  let level = 1;
  for (let period = 0; period < returns.length; period++) {
    level = (level < 1 ? level : 1) * (1 + (returns[period] as number));
    if (level < deepest) deepest = level;
  }
  return Math.max(0, deepest) - 1;
}

// Loops by index below: COMPARE goes through them for every policy, and what is called for each number takes ten times as long.

function excessOf(returns: Float64Array, riskFree: RiskFree): Float64Array {
  if (riskFree === 0) return returns;
  const excess = new Float64Array(returns.length);
  for (let period = 0; period < excess.length; period++) {
    excess[period] =
      (returns[period] as number) - (typeof riskFree === "number" ? riskFree : (riskFree[period] as number));
  }
  return excess;
}

/** The largest of all, in absolute value. */
function sizeOf(returns: Float64Array, riskFree: RiskFree): number {
  return Math.max(largestOf(returns), typeof riskFree === "number" ? Math.abs(riskFree) : largestOf(riskFree));
}

function largestOf(numbers: Float64Array): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) {
    const size = Math.abs(numbers[at] as number);
    if (size > most) most = size;
  }
  return most;
}

/** The arithmetic mean. */
export function meanOf(numbers: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] as number;
  return sum / numbers.length;
}

function standardDeviation(numbers: Float64Array, mean: number): number {
  const first = numbers[0] as number;
  let differ = false;
  let squares = 0;
  for (let at = 0; at < numbers.length; at++) {
    const each = numbers[at] as number;
    if (each !== first) differ = true;
    squares += (each - mean) * (each - mean);
  }
  // Equal returns have none, whatever the rounding of their mean.
  return differ ? Math.sqrt(squares / (numbers.length - 1)) : 0;
}

function missing(because: FigureMissing): { readonly ok: false; readonly problem: FigureMissing } {
  return { ok: false, problem: because };
}
