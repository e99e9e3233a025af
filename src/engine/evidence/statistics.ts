/*
 * Statistics of returns a period: fractions, above −1. What does not exist (too few periods, no spread) is undefined,
 * never infinite.
 */

/** The rate without risk: one a period for all, or one for each period (n × 1). */
export type RiskFree = number | Float64Array;

export function mean(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum / numbers.length;
}

/** Standard deviation, divisor n − 1. Undefined for fewer than two numbers. */
export function standardDeviation(numbers: Float64Array): number | undefined {
  if (numbers.length < 2) return undefined;
  const middle = mean(numbers);
  let squares = 0;
  for (const number of numbers) squares += (number - middle) * (number - middle);
  return Math.sqrt(squares / (numbers.length - 1));
}

/**
 * Compound growth a year: (Π(1 + r))^(periods a year ÷ n) − 1. Undefined without a period, and where a period lost more
 * than all, as a fee on a small portfolio can.
 */
export function compoundGrowth(returns: Float64Array, periodsPerYear: number): number | undefined {
  if (returns.length === 0) return undefined;
  let growth = 1;
  for (const each of returns) {
    if (each < -1) return undefined;
    growth *= 1 + each;
  }
  return growth ** (periodsPerYear / returns.length) - 1;
}

/** Volatility a year: standard deviation (n − 1) × √periods a year. */
export function volatility(returns: Float64Array, periodsPerYear: number): number | undefined {
  const spread = standardDeviation(returns);
  return spread === undefined ? undefined : spread * Math.sqrt(periodsPerYear);
}

function excess(returns: Float64Array, riskFree: RiskFree): Float64Array {
  if (riskFree === 0) return returns;
  const over = new Float64Array(returns.length);
  for (let period = 0; period < over.length; period++) {
    const rate = typeof riskFree === "number" ? riskFree : (riskFree[period] as number);
    over[period] = (returns[period] as number) - rate;
  }
  return over;
}

/** Spreads below this part of the largest figure are what rounding leaves of none. */
const NO_SPREAD = 1e-14;

/**
 * Sharpe ratio a year: mean ÷ standard deviation (n − 1) of the excess over the rate, × √periods a year (W. F. Sharpe,
 * "The Sharpe Ratio", 1994). Undefined without spread, or for fewer than two periods.
 */
export function sharpeRatio(returns: Float64Array, riskFree: RiskFree, periodsPerYear: number): number | undefined {
  const over = excess(returns, riskFree);
  const spread = standardDeviation(over);
  let largest = 0;
  for (const each of over) largest = Math.max(largest, Math.abs(each));
  if (spread === undefined || spread <= largest * NO_SPREAD) return undefined;
  return (mean(over) / spread) * Math.sqrt(periodsPerYear);
}

/**
 * Sortino ratio a year: mean excess ÷ √(Σ min(0, excess)² ÷ n), × √periods a year, n counting all periods. Undefined
 * where no period is below the rate.
 */
export function sortinoRatio(returns: Float64Array, riskFree: RiskFree, periodsPerYear: number): number | undefined {
  const over = excess(returns, riskFree);
  let squares = 0;
  for (const each of over) if (each < 0) squares += each * each;
  if (squares === 0) return undefined;
  return (mean(over) / Math.sqrt(squares / over.length)) * Math.sqrt(periodsPerYear);
}

/** The deepest fall from a peak, the start being one: not above 0, −0.2 is a fall by a fifth. */
export function maxDrawdown(returns: Float64Array): number {
  let index = 1;
  let peak = 1;
  let deepest = 0;
  for (const each of returns) {
    index *= 1 + each;
    if (index > peak) peak = index;
    else deepest = Math.min(deepest, index / peak - 1);
  }
  return Math.max(-1, deepest);
}
