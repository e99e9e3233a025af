import { dayOf, succeeded, type PeriodDates } from "../../engine";
import { plainValue, type Cells } from "../cells";
import { readDayCell } from "../dates";
import { failed, type Note, type Read } from "../problem";
import { FIRST_YEAR, RETURNS, type ReturnsBody } from "./body";
import { medianOf } from "./median";

/** The last year that a first column of whole numbers can mean: larger ones are serials of days. */
const LAST_YEAR = 2200;

/** The last day of that year. */
const LAST_SERIAL = 109_939;

/** Reads the dates of the periods: years that follow each other, or days in order with no month missing between them. */
export function readPeriodDates(
  cells: Cells,
  { rows }: Pick<ReturnsBody, "rows">,
  notes: Note[],
  argument = RETURNS,
): Read<PeriodDates> {
  // A year that is typed as text is a year all the same: files in text have them so.
  const numbers = rows.map((row) => Number(plainValue(cells[row]?.[0])));
  return numbers.every(isYear) ? readYears(numbers, rows, argument) : readDays(cells, rows, notes, argument);
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
}

function readYears(years: readonly number[], rows: readonly number[], argument: string): Read<PeriodDates> {
  const first = years[0] ?? FIRST_YEAR;
  const wrong = years.findIndex((year, index) => year !== first + index);
  if (wrong < 0) return succeeded({ kind: "years", first });
  const at = { argument, row: rows[wrong] as number };
  return failed({ code: "years don't follow", at, found: years[wrong] as number, wanted: first + wrong });
}

function readDays(cells: Cells, rows: readonly number[], notes: Note[], argument: string): Read<PeriodDates> {
  const days: number[] = [];
  for (const row of rows) {
    const at = { argument, row };
    const reading = readDayCell(cells[row]?.[0], at);
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "blank") return failed({ code: "date missing", at });
    if (reading.note) notes.push(reading.note);
    const { day } = reading;
    const before = days[days.length - 1];
    if (before !== undefined && day <= before) {
      return failed(
        days.includes(day) ? { code: "date twice", at, day } : { code: "dates out of order", at, day, before },
      );
    }
    days.push(day);
  }
  // Numbers of periods, from 1 on, are no days of 1900, and months run together, as in 202601, no days to come.
  const last = days.at(-1) ?? FIRST_YEAR;
  if (last < FIRST_YEAR || last > LAST_SERIAL) {
    return failed({ code: "not a date", at: { argument, row: rows.at(-1) ?? 0 }, found: String(last) });
  }
  const gap = monthsMissing(days);
  if (gap > 0) {
    const at = { argument, row: rows[gap] as number };
    return failed({ code: "period missing", at, day: days[gap] as number, before: days[gap - 1] as number });
  }
  return succeeded({ kind: "days", days });
}

/** The first day before which a period is missing, of periods of a month or more; −1 where none is. */
function monthsMissing(days: readonly number[]): number {
  const periods = periodsAYear({ kind: "days", days });
  if (days.length < 3 || periods > MONTHS_A_YEAR) return -1;
  const most = (MONTHS_A_YEAR / periods) * 1.5;
  const months = days.map((day) => {
    const { year, month } = dayOf(day);
    return year * MONTHS_A_YEAR + month;
  });
  return months.findIndex((month, index) => index > 0 && month - (months[index - 1] as number) > most);
}

const MONTHS_A_YEAR = 12;
const DAYS_A_YEAR = 365.25;
/** Periods shorter than this many days are trading days, with weekends between them. */
const SHORTEST_WEEK = 4;
const TRADING_DAYS_A_YEAR = 252;
const FREQUENCIES = [1, 2, 4, 12, 52] as const;

/** Periods a year by the median gap between the dates: 252, or the nearest of 1, 2, 4, 12 and 52. Without dates it is 1. */
export function periodsAYear(dates: PeriodDates | undefined): number {
  if (dates?.kind !== "days" || dates.days.length < 2) return 1;
  const { days } = dates;
  const median = medianOf(Float64Array.from(days.slice(1), (day, index) => day - (days[index] as number)));
  if (median < SHORTEST_WEEK) return TRADING_DAYS_A_YEAR;
  // From one to the next beyond the middle between the two.
  return FREQUENCIES.reduce<number>((best, next) => ((2 * DAYS_A_YEAR) / median > best + next ? next : best), 1);
}
