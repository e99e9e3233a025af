import { dayOf, LAST_DAY, serialOf, succeeded } from "../engine";
import { failed, type CellPlace, type Note, type Problem, type Read } from "./problem";
import { onlyCell, plainValue, type Argument } from "./cells";
import { isErrorCell, readNumber, tidyText } from "./numbers";

/** Writes a serial as an ISO date. */
export function isoDay(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Reads an ISO date, `2026-01-05`, or a serial written as text, as a serial. Undefined for anything else: other orders are a guess. */
export function parseDay(text: string): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return serialOf({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  return /^\d{1,7}(\.\d+)?$/.test(text) ? wholeDay(Number(text)) : undefined;
}

/** The day of a serial that may have a time behind the point; undefined for a number that is no day in Excel. */
function wholeDay(serial: number): number | undefined {
  return serial >= 1 && serial < LAST_DAY + 1 ? Math.floor(serial) : undefined;
}

/** What one cell says where a date belongs: Excel's serial, without its time of day. */
export type DayReading =
  | { readonly kind: "blank" }
  | { readonly kind: "day"; readonly day: number; readonly note?: Note }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * Reads a cell where a date belongs: a serial, an ISO text, or another text that can mean one day only, which is worth a
 * note. Blank is 0 too, as desktop Excel hands an empty cell over. A text that can mean two days is a problem.
 */
export function readDayCell(cell: unknown, at: CellPlace): DayReading {
  const reading = readNumber(cell, at, "date");
  if (reading.kind === "blank") return reading;
  if (reading.kind === "problem" && isErrorCell(reading.problem)) return reading;

  const value = plainValue(cell);
  if (value === 0) return { kind: "blank" };
  if (typeof value === "number") return readSerial(value, at);
  const found = typeof value === "string" ? tidyText(value) : String(value).toUpperCase();
  const exact = typeof value === "string" ? parseDay(found) : undefined;
  if (exact !== undefined) return { kind: "day", day: exact };
  const parsed = typeof value === "string" ? parseOtherDay(found) : undefined;
  if (parsed === "ambiguous") return { kind: "problem", problem: { code: "ambiguous date", at, found } };
  if (parsed === undefined) return notADate(found, at);
  return { kind: "day", day: parsed, note: { code: "read as date", at, found, day: parsed } };
}

function notADate(found: string, at: CellPlace): DayReading {
  return { kind: "problem", problem: { code: "not a date", at, found } };
}

/** A number where a date belongs: a serial, or a year, month and day run together as account downloads write them. */
function readSerial(number: number, at: CellPlace): DayReading {
  const day = wholeDay(number);
  if (day !== undefined) return { kind: "day", day };
  const found = String(number);
  const compact = parseOtherDay(found);
  return typeof compact === "number"
    ? { kind: "day", day: compact, note: { code: "read as date", at, found, day: compact } }
    : notADate(found, at);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH_NAME =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\.?,? /;

/** A time of day behind the date: `T15:30:00Z`, ` 3:30 PM`. */
const TIME = /(?:t| )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:z|[-+]\d{2}:?\d{2})?$/;

/**
 * Reads a date as people write it, if it can mean one day only: `31/12/2024`, `12/31/2024`, `2024/12/31`, `20241231`,
 * `5 Jan 2026`, `Jan 5, 2026`, `January 5 2026`. The month and the day are told apart by their size, or are equal;
 * otherwise, and wherever the year has two digits or is missing, the text is ambiguous. Undefined if it is no date.
 */
function parseOtherDay(text: string): number | "ambiguous" | undefined {
  const date = text.toLowerCase().replace(TIME, "").replace(WEEKDAY, "").trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const parts = compact ? compact.slice(1) : date.split(/[-/.,\s]+/).filter((part) => part !== "");
  const [first = "", second = "", third = ""] = parts;
  const months = parts.filter((part) => MONTH_NAME.test(part));

  if (months.length === 1) {
    const numbers = parts
      .filter((part) => !MONTH_NAME.test(part))
      .map((part) => part.replace(/^(\d{1,2})(st|nd|rd|th)$/, "$1"));
    if (numbers.length === 0 || numbers.length > 2 || !numbers.every((part) => /^(\d{1,2}|\d{4})$/.test(part)))
      return undefined;
    const year = numbers.find((part) => part.length === 4);
    const day = numbers.find((part) => part.length < 4);
    // `Dec-24`, `Dec 2024`, `5-Jan-26`: which day or which century is a guess.
    if (year === undefined || day === undefined) return "ambiguous";
    return serial(year, String(MONTHS.indexOf((months[0] as string).slice(0, 3)) + 1), day);
  }

  if (parts.length !== 3 || !parts.every((part) => /^\d+$/.test(part))) return undefined;
  if (first.length === 4 && second.length <= 2 && third.length <= 2) return serial(first, second, third);
  if (first.length > 2 || second.length > 2) return undefined;
  if (third.length !== 4) return third.length === 2 ? "ambiguous" : undefined;
  const dayFirst = serial(third, second, first);
  const monthFirst = serial(third, first, second);
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) return "ambiguous";
  return dayFirst ?? monthFirst;
}

function serial(year: string, month: string, day: string): number | undefined {
  return serialOf({ year: Number(year), month: Number(month), day: Number(day) });
}

/**
 * Reads an argument of one cell that holds a date, as Excel's serial. Undefined where it is left out or blank. What was
 * read from a text is added to `notes`.
 */
export function readDay(argument: string, cells: Argument, notes: Note[] = []): Read<number | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const cell = onlyCell(argument, cells);
  if (!cell.ok) return cell;
  const reading = readDayCell(cell.value, { argument });
  if (reading.kind === "problem") return failed(reading.problem);
  if (reading.kind === "blank") return succeeded(undefined);
  if (reading.note) notes.push(reading.note);
  return succeeded(reading.day);
}
