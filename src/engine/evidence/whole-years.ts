import { dayOf } from "../units/day";
import { periodsOf, type ReturnSeries } from "./series";

/** Rows from `from` up to and without `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

const MONTHS_A_YEAR = 12;
/** A year of weeks or trading days is whole where its rows come this near to its ends. */
const DAYS_TO_THE_ENDS = 7;

/**
 * The rows of each whole year: calendar years if the rows have days, else each so many rows as a year has, counted from
 * the start. Years of which a part is missing are left out.
 */
export function wholeYearsOf(series: ReturnSeries): readonly RowRange[] {
  const { dates, periodsPerYear } = series;
  if (dates?.kind === "days") return calendarYears(dates.days, periodsPerYear);
  const perYear = Math.max(1, Math.round(periodsPerYear));
  return Array.from({ length: Math.floor(periodsOf(series) / perYear) }, (_, year) => ({
    from: year * perYear,
    to: (year + 1) * perYear,
  }));
}

function calendarYears(days: readonly number[], periodsPerYear: number): readonly RowRange[] {
  const years = days.map((day) => dayOf(day).year);
  const ranges: RowRange[] = [];
  for (let from = 0; from < years.length;) {
    let to = from;
    while (to < years.length && years[to] === years[from]) to += 1;
    if (isWhole(days, from, to, periodsPerYear)) ranges.push({ from, to });
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
