import { dayOf, periodsOf, succeeded, type BuiltInReturns, type ReturnSeries } from "../../engine";
import { isEmpty, onlyCell, plainValue, type Argument, type ResultCell } from "../cells";
import { isoDay, readDay } from "../dates";
import { tidyText } from "../numbers";
import { failed, type Note, type Read } from "../problem";
import type { ResultCells } from "../results";
import { readChosen } from "../scalar";
import { told } from "../wording/evidence-problems";
import { choices } from "../wording/figures";
import { quoted } from "../wording/quote";
import { builtInSource } from "../wording/evidence";
import { periodLabel } from "./mix-returns";

/** How long the periods of built-in returns are. */
export type Frequency = "annual" | "monthly";

/** The built-in returns by the length of their periods. */
export type BuiltInBoth = { readonly [F in Frequency]: BuiltInReturns };

/** Which of the built-in returns are asked for. */
export interface BuiltInRequest {
  readonly frequency: Frequency;
  readonly names: readonly string[];
  /** Periods from `from` up to and without `to`, counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly Note[];
}

/** Reads which built-in returns are asked for: names between commas, `annual` or `monthly` before them, and years or days. */
export function readBuiltIn(series: Argument, from: Argument, to: Argument, known: BuiltInBoth): Read<BuiltInRequest> {
  const asked = readNames(series, known);
  if (!asked.ok) return asked;
  const { frequency } = asked.value;
  const notes: Note[] = [];
  const returns = known[frequency];
  const periods = periodsOf({ columns: Object.values(returns.series) });
  const first = readPeriod("From", from, returns, periods, notes);
  if (!first.ok) return first;
  const last = readPeriod("To", to, returns, periods, notes);
  if (!last.ok) return last;
  const [begin, end] = [first.value?.first ?? 0, last.value?.last ?? periods - 1];
  if (begin > end) return failed(told("From comes after To, so there is nothing between them. Swap the two."));
  return succeeded({ ...asked.value, from: begin, to: end + 1, notes });
}

/** The name of a frequency before the names of series, or alone. */
const FREQUENCY = /^(annual|monthly)\b:?\s*/;

function readNames(cells: Argument, known: BuiltInBoth): Read<Pick<BuiltInRequest, "frequency" | "names">> {
  if (cells) {
    const only = onlyCell("Series", cells);
    if (!only.ok) return only;
  }
  const text = readChosen("Series", cells);
  if (!text.ok) return text;
  const words = tidyText(text.value ?? "").toLowerCase();
  const frequency: Frequency = words.startsWith("monthly") && FREQUENCY.test(words) ? "monthly" : "annual";
  const all = Object.keys(known[frequency].series);
  const names = words
    .replace(FREQUENCY, "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    return failed(
      told(
        `Series: there are no ${frequency} returns of "${quoted(unknown)}". Type names between commas: ${choices(all)}.`,
      ),
    );
  }
  return succeeded({ frequency, names: names.length === 0 ? all : names });
}

/** The first and the last year that a number can mean; larger ones are serials of days. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2200];
const MONTHS_A_YEAR = 12;

/** Reads a year, or the period that a day is in: its first and last period, counted from 0. Undefined where it is blank. */
function readPeriod(
  argument: string,
  cells: Argument,
  { first }: BuiltInReturns,
  periods: number,
  notes: Note[],
): Read<{ readonly first: number; readonly last: number } | undefined> {
  const when = readYearOrDay(argument, cells, notes);
  if (!when.ok || when.value === undefined) return when as Read<undefined>;
  const { year, month, found } = when.value;
  const perYear = first.month === undefined ? 1 : MONTHS_A_YEAR;
  const ofYear = (year - first.year) * perYear;
  const own = perYear === 1 || month === undefined ? undefined : ofYear + month - (first.month ?? 1);
  const [begin, end] = own === undefined ? [ofYear, ofYear + perYear - 1] : [own, own];
  if (begin < 0 || end >= periods) {
    const lastYear = first.year + periods / perYear - 1;
    return failed(
      told(
        `${argument}: the built-in returns go from ${first.year} to ${lastYear}, and ${found} is outside. Type a year or a date within, or leave it empty.`,
      ),
    );
  }
  return succeeded({ first: begin, last: end });
}

interface YearOrDay {
  readonly year: number;
  readonly month?: number;
  /** As a sentence says it. */
  readonly found: string;
}

function readYearOrDay(argument: string, cells: Argument, notes: Note[]): Read<YearOrDay | undefined> {
  if (!cells) return succeeded(undefined);
  const only = onlyCell(argument, cells);
  if (!only.ok) return only;
  const plain = plainValue(only.value);
  if (isEmpty(plain)) return succeeded(undefined);
  const year = typeof plain === "string" && /^\d{4}$/.test(tidyText(plain)) ? Number(tidyText(plain)) : plain;
  if (typeof year === "number" && Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) {
    return succeeded({ year, found: String(year) });
  }
  const day = readDay(argument, cells, notes);
  if (!day.ok) return day;
  if (day.value === undefined) return succeeded(undefined);
  const { year: ofDay, month } = dayOf(day.value);
  return succeeded({ year: ofDay, month, found: isoDay(day.value) });
}

/** Lays built-in returns out: a row a period, its year or last day before the returns; the last heading names the source. */
export function builtInCells(series: ReturnSeries, { names, frequency }: BuiltInRequest): ResultCells {
  const { columns, dates } = series;
  const rows = Array.from({ length: periodsOf(series) }, (_, period): readonly ResultCell[] => [
    periodLabel(dates, period),
    ...columns.map((column) => column[period] as number),
    "",
  ]);
  return [[frequency === "annual" ? "Year" : "Month", ...names.map(asHeading), builtInSource(frequency)], ...rows];
}

/** What the numbers of these cells stand for, column by column below the headings. */
export function builtInKinds({
  names,
  frequency,
}: BuiltInRequest): readonly (readonly ("plain" | "percent" | "day")[])[] {
  const columns = [
    frequency === "annual" ? ("plain" as const) : ("day" as const),
    ...names.map(() => "percent" as const),
    "plain" as const,
  ];
  return [columns.map(() => "plain"), columns];
}

/** A series' name as the heading of its column. */
export function asHeading(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
