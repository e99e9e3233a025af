import type { Path } from "./path";
import type { PathGround } from "./ground";
import { deepestFall, growth, sharpe, sortino, volatility, type Figure, type RiskFree } from "./statistics";

/** What a path came to. Rates are fractions a year; what does not exist is undefined. */
export interface PathStatistics {
  /** Dollars. */
  readonly finalValue: number;
  /** Time-weighted. */
  readonly growth: number | undefined;
  readonly volatility: number | undefined;
  readonly sharpe: number | undefined;
  readonly sortino: number | undefined;
  /** Not above 0. */
  readonly maxDrawdown: number;
  /** The least return over a whole year: a calendar year where the rows are dated. */
  readonly worstYear: number | undefined;
  readonly rebalances: number;
  /** One side, as a fraction of the value, a year. */
  readonly turnover: number;
  /** The mean of each asset's weight after each row's trade (n × 1); undefined where the money ran out on the first row. */
  readonly averageWeights: Float64Array | undefined;
  /** Dollars. */
  readonly costs: number;
  /** The row, from 0, on which the money ran out. */
  readonly ranOut: number | undefined;
}

/** Works out what a path came to; `riskFree` is a rate a period, or one for each. */
export function statisticsOf(path: Path, ground: PathGround, riskFree: RiskFree): PathStatistics {
  const { returns, values, weights, turnover, costs, rebalances, ranOut } = path;
  const { assets } = ground;
  const { periodsPerYear } = ground.series;
  const rows = returns.length;
  const rates = typeof riskFree === "number" ? riskFree : riskFree.subarray(0, rows);
  const averageWeights = new Float64Array(assets);
  const held = ranOut === undefined ? rows : rows - 1;
  for (let asset = 0; asset < assets; asset++) {
    let sum = 0;
    for (let at = asset; at < held * assets; at += assets) sum += weights[at] as number;
    averageWeights[asset] = sum / held;
  }
  return {
    finalValue: values[rows - 1] ?? 0,
    growth: valueOf(growth(returns, periodsPerYear)),
    volatility: valueOf(volatility(returns, periodsPerYear)),
    sharpe: valueOf(sharpe(returns, rates, periodsPerYear)),
    sortino: valueOf(sortino(returns, rates, periodsPerYear)),
    maxDrawdown: deepestFall(returns),
    worstYear: worstYear(returns, ground),
    rebalances: sumOf(rebalances),
    turnover: sumOf(turnover) / (rows / periodsPerYear),
    averageWeights: held > 0 ? averageWeights : undefined,
    costs: sumOf(costs),
    ranOut,
  };
}

function valueOf(figure: Figure): number | undefined {
  return figure.ok ? figure.value : undefined;
}

function sumOf(numbers: Float64Array | Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at] as number;
  return sum;
}

/**
 * The least return over a calendar year, if the rows have days; else over each so many rows as a year has, counted from
 * the start. Years of which a part is missing are left out; undefined where that leaves none.
 */
function worstYear(returns: Float64Array, ground: PathGround): number | undefined {
  let worst: number | undefined;
  for (const { from, to } of ground.wholeYears) {
    // The money may have run out before.
    if (to > returns.length) continue;
    let growth = 1;
    for (let row = from; row < to; row++) growth *= 1 + (returns[row] as number);
    worst = Math.min(worst ?? growth, growth);
  }
  return worst === undefined ? undefined : worst - 1;
}
