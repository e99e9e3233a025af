import { dayOf } from "../units/day";
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
  for (let row = 0; row < held; row++) {
    for (let asset = 0; asset < assets; asset++) {
      averageWeights[asset] = (averageWeights[asset] as number) + (weights[row * assets + asset] as number);
    }
  }
  for (let asset = 0; asset < assets; asset++) averageWeights[asset] = (averageWeights[asset] as number) / held;
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
  for (const number of numbers) sum += number;
  return sum;
}

const MONTHS_A_YEAR = 12;
/** A year of weeks or trading days is whole where its rows come this near to its ends. */
const DAYS_TO_THE_ENDS = 7;

/**
 * The least return over a calendar year, if the rows have days; else over each so many rows as a year has, counted from
 * the start. Years of which a part is missing are left out; undefined where that leaves none.
 */
function worstYear(returns: Float64Array, ground: PathGround): number | undefined {
  const { periodsPerYear } = ground.series;
  const ranges = calendarYears(ground) ?? countedYears(returns.length, Math.max(1, Math.round(periodsPerYear)));
  let worst: number | undefined;
  for (const { from, to } of ranges) {
    // The money may have run out before.
    if (to > returns.length) continue;
    let growth = 1;
    for (let row = from; row < to; row++) growth *= 1 + (returns[row] as number);
    worst = Math.min(worst ?? growth, growth);
  }
  return worst === undefined ? undefined : worst - 1;
}

/** Rows from `from` up to and without `to`. */
interface RowRange {
  readonly from: number;
  readonly to: number;
}

function countedYears(rows: number, perYear: number): readonly RowRange[] {
  return Array.from({ length: Math.floor(rows / perYear) }, (_, year) => ({
    from: year * perYear,
    to: (year + 1) * perYear,
  }));
}

function calendarYears({ series: { dates, periodsPerYear }, years }: PathGround): readonly RowRange[] | undefined {
  if (dates?.kind !== "days" || years === undefined) return undefined;
  const ranges: RowRange[] = [];
  for (let from = 0; from < years.length;) {
    let to = from;
    while (to < years.length && years[to] === years[from]) to += 1;
    if (isWhole(dates.days, from, to, periodsPerYear)) ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

function isWhole(days: readonly number[], from: number, to: number, periodsPerYear: number): boolean {
  if (periodsPerYear <= MONTHS_A_YEAR) return to - from === Math.round(periodsPerYear);
  const first = dayOf(days[from] as number);
  const last = dayOf(days[to - 1] as number);
  return (
    first.month === 1 &&
    first.day <= DAYS_TO_THE_ENDS &&
    last.month === MONTHS_A_YEAR &&
    last.day > 31 - DAYS_TO_THE_ENDS
  );
}
