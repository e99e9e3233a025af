import type { Cadence } from "../policy/cadence";
import { nextAfter } from "../policy/cadence";
import { dayOf, type CalendarDay } from "../units/day";
import type { ReturnSeries } from "./series";

/*
 * Looks fall at multiples of a cadence's interval after the start, which is the close before the first row; a look takes
 * place on the first row at or after it.
 */

const MONTHS_A_YEAR = 12;
const WEEKS_A_YEAR = 52;
const DAYS_A_WEEK = 7;
const DAYS_A_YEAR = 365.25;
/** Rows at this many a year or more are trading days. */
const DAILY = 250;

/** How many rows lie between two looks: 12 for annual looks at months, less than 1 for looks finer than the rows. */
export function rowsBetweenLooks({ every, unit }: Cadence, periodsPerYear: number): number {
  if (unit === "months") return (every * periodsPerYear) / MONTHS_A_YEAR;
  if (every === 1 && periodsPerYear >= DAILY) return 1;
  if (every % DAYS_A_WEEK === 0) return ((every / DAYS_A_WEEK) * periodsPerYear) / WEEKS_A_YEAR;
  return (every * periodsPerYear) / DAYS_A_YEAR;
}

/** Whether a cadence looks more often than there are rows. */
export function isFinerThanRows(cadence: Cadence, periodsPerYear: number): boolean {
  return rowsBetweenLooks(cadence, periodsPerYear) < 1;
}

/** The shortest of the usual intervals that is no shorter than that between two rows: a month for monthly returns. */
export function cadenceOfRows(periodsPerYear: number): Cadence {
  if (periodsPerYear <= MONTHS_A_YEAR) return { every: Math.ceil(MONTHS_A_YEAR / periodsPerYear), unit: "months" };
  if (periodsPerYear >= DAILY) return { every: 1, unit: "days" };
  return periodsPerYear < WEEKS_A_YEAR ? { every: 1, unit: "months" } : { every: DAYS_A_WEEK, unit: "days" };
}

/** The rows on which a look takes place (rows × 1, 1 for a look), by dates where the series has them. */
export function lookRows(cadence: Cadence, series: ReturnSeries): Uint8Array {
  const { dates, periodsPerYear, columns } = series;
  const rows = columns[0]?.length ?? 0;
  // Years follow each other, so counting them is the same as dating them.
  if (dates?.kind !== "days") return countedLooks(cadence, periodsPerYear, rows);
  if (cadence.unit === "days" && cadence.every === 1 && periodsPerYear >= DAILY) return new Uint8Array(rows).fill(1);
  const { days } = dates;
  const first = days[0] ?? 0;
  if (periodsPerYear > MONTHS_A_YEAR) {
    const start = first - Math.round(DAYS_A_YEAR / periodsPerYear);
    return marked(days, (look) => nthLook(start, cadence, look));
  }
  // The rows stand for their months.
  const start = nextAfter(first, { every: -Math.round(MONTHS_A_YEAR / periodsPerYear), unit: "months" });
  const monthOfLook = (look: number): number =>
    cadence.unit === "months" ? monthOf(start) + look * cadence.every : monthOf(nthLook(start, cadence, look));
  return marked(days.map(monthOf), monthOfLook);
}

/** The rows of a series without dates on which a look takes place. */
export function countedLooks(cadence: Cadence, periodsPerYear: number, rows: number): Uint8Array {
  const marks = new Uint8Array(rows);
  const interval = rowsBetweenLooks(cadence, periodsPerYear);
  for (let look = 1; ; look++) {
    const row = Math.ceil(look * interval);
    if (row > rows) return marks;
    if (row > 0) marks[row - 1] = 1;
  }
}

/** The day of the nth look: months are counted from the start at once, so that the 31st stays the 31st. */
function nthLook(start: number, { every, unit }: Cadence, look: number): number {
  return nextAfter(start, { every: every * look, unit });
}

/** Months since the year 0. */
function monthOf(serial: number): number {
  const { year, month }: CalendarDay = dayOf(serial);
  return year * MONTHS_A_YEAR + month - 1;
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
