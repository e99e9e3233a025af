import { serialOf } from "../units/day";
import type { PeriodDates, ReturnSeries } from "./series";

const MONTHS_A_YEAR = 12;

/** Past returns that come with Keel, series by series, each from the same first period on (periods × 1). */
export interface BuiltInReturns {
  /** The first period: a month, or without one a year. */
  readonly first: { readonly year: number; readonly month?: number };
  readonly series: Readonly<Record<string, Float64Array>>;
}

/**
 * Makes a series of some of the built-in ones, in that order: the periods from `from` up to and without `to`. Months are
 * dated by their last day. The names must be built in.
 */
export function builtInSeries(
  { first, series }: BuiltInReturns,
  names: readonly string[],
  { from = 0, to }: { readonly from?: number; readonly to?: number } = {},
): ReturnSeries {
  const columns = names.map((name) => (series[name] as Float64Array).subarray(from, to));
  const { year, month } = first;
  if (month === undefined) {
    return { columns, periodsPerYear: 1, dates: { kind: "years", first: year + from } };
  }
  const periods = columns[0]?.length ?? 0;
  const days = Array.from({ length: periods }, (_, period) => lastDayOf(year, month + from + period));
  const dates: PeriodDates = { kind: "days", days };
  return { columns, periodsPerYear: MONTHS_A_YEAR, dates };
}

/** The last day of a month, as a serial; months go on past 12. */
function lastDayOf(year: number, month: number): number {
  const next = year * MONTHS_A_YEAR + month;
  const firstOfNext = serialOf({ year: Math.floor(next / MONTHS_A_YEAR), month: (next % MONTHS_A_YEAR) + 1, day: 1 });
  return (firstOfNext ?? 1) - 1;
}
