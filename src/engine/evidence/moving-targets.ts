import { glidePath, type GlideStyle } from "../policy/glide-path";
import { targetVolatility } from "../policy/target-volatility";
import { trendFollow } from "../policy/trend";
import { dayOf } from "../units/day";
import type { PathGround } from "./ground";
import type { MovingTargets } from "./path";
import { sliceOf, type ReturnSeries } from "./series";

/** What GLIDEPATH's shares are of. */
export type AgeClass = "stocks" | "bonds" | "cash";

/** A rule by which targets move as time goes on. */
export type MovingRule =
  /** By age: `ageAtEnd` in whole years on the last row, a year less for each whole year before. A class for each asset. */
  | {
      readonly kind: "age";
      readonly ageAtEnd: number;
      readonly retireAge: number;
      readonly style: GlideStyle;
      readonly classes: readonly AgeClass[];
    }
  /** So much in cash that the volatility a year of the last `lookback` rows would have been `wanted`. */
  | { readonly kind: "volatility"; readonly wanted: number; readonly lookback: number; readonly cash: number }
  /** In cash what is not above the mean of its last `lookback` prices. */
  | { readonly kind: "trend"; readonly lookback: number; readonly cash: number };

/** The targets that a rule gives along past returns. */
export interface TargetsAlong extends MovingTargets {
  /** Those for what comes after the last row, judged with all of them (n × 1). */
  readonly next: Float64Array;
}

const MONTHS_A_YEAR = 12;
const DAYS_A_YEAR = 365.25;
/** Twelve twelfths are a year, however they are rounded. */
const ROUNDING = 1e-9;

/**
 * Works out the targets that each row's close trades towards by a rule: those of the policy's own functions, asked of the
 * `lookback` rows before that row, never of itself or later ones. Up to there, with fewer rows, they are the ground's. By
 * age they are the mix at the age of the row's own day, which nothing but the calendar says; within a class, assets keep
 * their proportions.
 */
export function targetsAlong(rule: MovingRule, ground: PathGround): TargetsAlong {
  const { periods, assets, targets, series } = ground;
  const rows = new Float64Array(periods * assets);
  if (rule.kind === "age") {
    const at = (row: number): Float64Array => atAge(rule, yearsBack(series, row), targets);
    for (let row = 0; row < periods; row++) rows.set(at(row), row * assets);
    return { start: at(-1), rows, next: at(periods - 1) };
  }
  const before = (row: number): Float64Array => {
    if (row < rule.lookback) return targets;
    const known = sliceOf(series, row - rule.lookback, row);
    return rule.kind === "volatility"
      ? targetVolatility(targets, known, rule.wanted, rule.cash).weights
      : trendFollow(targets, known.columns.map(pricesOf), rule.lookback, rule.cash).weights;
  };
  for (let row = 0; row < periods; row++) rows.set(before(row), row * assets);
  return { start: targets, rows, next: before(periods) };
}

/** Prices after each of some returns, where 1 was paid before the first. */
function pricesOf(returns: Float64Array): Float64Array {
  let price = 1;
  return returns.map((each) => (price *= 1 + each));
}

/** How many years before the last row a row ends, −1 being the start. Rows at 12 or fewer a year stand for their month. */
function yearsBack(series: ReturnSeries, row: number): number {
  const { dates, periodsPerYear, columns } = series;
  const last = (columns[0]?.length ?? 0) - 1;
  if (row < 0) return yearsBack(series, 0) + 1 / periodsPerYear;
  if (dates?.kind !== "days") return (last - row) / periodsPerYear;
  const [day, end] = [dates.days[row] as number, dates.days[last] as number];
  if (periodsPerYear > MONTHS_A_YEAR) return (end - day) / DAYS_A_YEAR;
  const [from, to] = [dayOf(day), dayOf(end)];
  return to.year - from.year + (to.month - from.month) / MONTHS_A_YEAR;
}

function atAge(
  { ageAtEnd, retireAge, style, classes }: Extract<MovingRule, { readonly kind: "age" }>,
  years: number,
  targets: Float64Array,
): Float64Array {
  const age = Math.max(0, ageAtEnd - Math.floor(years + ROUNDING));
  const mix = glidePath(age, retireAge, style);
  const whole = { stocks: 0, bonds: 0, cash: 0 };
  for (const [asset, each] of classes.entries()) whole[each] += targets[asset] as number;
  return targets.map((target, asset) => {
    const each = classes[asset] as AgeClass;
    return target === 0 ? 0 : (mix[each] * target) / whole[each];
  });
}

/**
 * Measures how far each row's targets lie from the ground's: half the sum of absolute differences, the share of the
 * portfolio that the rule would have elsewhere (periods × 1).
 */
export function movedBy({ rows }: MovingTargets, targets: Float64Array): Float64Array {
  const assets = targets.length;
  return Float64Array.from({ length: rows.length / assets }, (_, row) => {
    let apart = 0;
    for (let asset = 0; asset < assets; asset++) {
      apart += Math.abs((rows[row * assets + asset] as number) - (targets[asset] as number));
    }
    return apart / 2;
  });
}
