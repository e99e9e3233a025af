import type { Cadence } from "../policy/cadence";
import { nextAfter } from "../policy/cadence";
import { dayOf } from "../units/day";
import type { ReturnSeries } from "./series";

/*
 * Looks fall at multiples of a cadence's interval after the start, which is the close before the first row; a look takes
 * place on the first row at or after it.
 */

const MONTHS_A_YEAR = 12;
const DAYS_A_WEEK = 7;
/** A year is 52 weeks to whoever looks by weeks. */
const DAYS_IN_WEEKS = 364;
const DAYS_A_YEAR = 365.25;
/** Rows at this many a year or more are trading days. */
const DAILY = 250;

/**
 * After how many rows the nth look is due: 12 for the first annual look at months, less than 1 for looks finer than the
 * rows. Divided last: 13 times 9 weeks are 27 months to the last bit, or that look would fall on the 28th.
 */
export function rowsToLook({ every, unit }: Cadence, periodsPerYear: number, look: number): number {
  const periods = look * every * periodsPerYear;
  if (unit === "months") return periods / MONTHS_A_YEAR;
  if (every === 1 && periodsPerYear >= DAILY) return look;
  return periods / (every % DAYS_A_WEEK === 0 ? DAYS_IN_WEEKS : DAYS_A_YEAR);
}

/** Whether a cadence looks more often than there are rows. */
export function isFinerThanRows(cadence: Cadence, periodsPerYear: number): boolean {
  return rowsToLook(cadence, periodsPerYear, 1) < 1;
}

/** The shortest of the usual intervals that is no shorter than that between two rows: a month for monthly returns. */
export function cadenceOfRows(periodsPerYear: number): Cadence {
  if (periodsPerYear <= MONTHS_A_YEAR) return { every: Math.ceil(MONTHS_A_YEAR / periodsPerYear), unit: "months" };
  if (periodsPerYear >= DAILY) return { every: 1, unit: "days" };
  const weekly: Cadence = { every: DAYS_A_WEEK, unit: "days" };
  return isFinerThanRows(weekly, periodsPerYear) ? { every: 1, unit: "months" } : weekly;
}

/** The rows on which a look takes place (rows × 1, 1 for a look), by dates where the series has them. */
export function lookRows(cadence: Cadence, series: ReturnSeries): Uint8Array {
  const { dates, periodsPerYear, columns } = series;
  const rows = columns[0]?.length ?? 0;
  const isEachDay = cadence.unit === "days" && cadence.every === 1 && periodsPerYear >= DAILY;
  // Years follow each other, as trading days do to who looks each day, so counting them is the same as dating them.
  if (dates?.kind !== "days" || isEachDay) return countedLooks(cadence, periodsPerYear, rows);
  const { days } = dates;
  const first = days[0] ?? 0;
  if (periodsPerYear > MONTHS_A_YEAR) {
    const start = first - Math.round(DAYS_A_YEAR / periodsPerYear);
    return marked(days, (look) => nthLook(start, cadence, look));
  }
  // The rows stand for their months.
  const start = nextAfter(first, { every: -Math.round(MONTHS_A_YEAR / periodsPerYear), unit: "months" });
  return marked(days.map(monthOf), (look) => monthOf(nthLook(start, cadence, look)));
}

/** The rows of a series without dates on which a look takes place. */
export function countedLooks(cadence: Cadence, periodsPerYear: number, rows: number): Uint8Array {
  const marks = new Uint8Array(rows);
  for (let look = 1; ; look++) {
    const row = Math.ceil(rowsToLook(cadence, periodsPerYear, look));
    if (row > rows) return marks;
    marks[row - 1] = 1;
  }
}

/** The day of the nth look: months are counted from the start at once, so that the 31st stays the 31st. */
function nthLook(start: number, { every, unit }: Cadence, look: number): number {
  return nextAfter(start, { every: every * look, unit });
}

/** Months since a month before the year 0. */
function monthOf(serial: number): number {
  const { year, month } = dayOf(serial);
  return year * MONTHS_A_YEAR + month;
}

/** Marks the first place at or after each of the looks, of places in order. */
function marked(places: readonly number[], lookAt: (look: number) => number): Uint8Array {
  const marks = new Uint8Array(places.length);
  let look = 1;
  let next = lookAt(look);
  for (const [row, place] of places.entries()) {
    if (place < next) continue;
    marks[row] = 1;
    while (next <= place) {
      look += 1;
      const later = lookAt(look);
      // Past the last day that Excel knows the looks stand still.
      if (later <= next) return marks;
      next = later;
    }
  }
  return marks;
}
