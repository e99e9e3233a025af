import { centsFromDollars, Decimal, LARGEST_TOTAL, NO_MONEY, succeeded, type Usd } from "../engine";
import { failed, type Note, type Read, type Wanted } from "./problem";
import { isEmpty, onlyCell, plainValue, type Argument, type Cells } from "./cells";
import { isErrorCell, readNumber, tidyText } from "./numbers";

/**
 * Reads an argument of one cell. Undefined where it is left out or blank: in a number cell, blank and 0 mean the same.
 * What is worth saying about the cell is added to `notes`.
 */
export function readScalar(
  argument: string,
  cells: Argument,
  wanted: Wanted,
  notes?: Note[],
): Read<number | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const cell = onlyCell(argument, cells);
  if (!cell.ok) return cell;
  const reading = readNumber(cell.value, { argument }, wanted);
  if (reading.kind === "blank") return succeeded(undefined);
  if (reading.kind !== "number") return failed(reading.problem);
  if (reading.note) notes?.push(reading.note);
  return succeeded(reading.number === 0 ? undefined : reading.number);
}

/**
 * Reads an amount of money of one cell; 0 where it is left out or blank. Both signs are accepted. With the money it
 * comes to, `beside`, it must stay within $90 trillion. What is worth saying about the cell is added to `notes`.
 */
export function readAmount(
  argument: string,
  cells: Argument,
  { beside = NO_MONEY, notes }: { beside?: Usd; notes?: Note[] } = {},
): Read<Usd> {
  const number = readScalar(argument, cells, "money", notes);
  if (!number.ok) return number;
  const amount = number.value ?? 0;
  if (Math.abs(amount) * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
  const read = centsFromDollars(amount);
  return read > LARGEST_TOTAL - beside ? failed({ code: "too much money", argument }) : succeeded(read);
}

/** Reads one of a few words, in any case: a text, or one cell of it. Blank or left out is the first of them. */
export function readChoice<Choice extends string>(
  argument: string,
  given: unknown,
  known: readonly [Choice, ...Choice[]],
): Read<Choice> {
  const chosen = readChosen(argument, given);
  if (!chosen.ok) return chosen;
  if (chosen.value === undefined) return succeeded(known[0]);
  const word = tidyText(chosen.value).toLowerCase();
  const choice = known.find((candidate) => candidate === word);
  return choice === undefined
    ? failed({ code: "unknown choice", argument, found: chosen.value, known })
    : succeeded(choice);
}

/** What stands where a choice belongs, as text; undefined where it is left out or blank. An error in the cell is said as that error. */
export function readChosen(argument: string, given: unknown): Read<string | undefined> {
  const value = plainValue(Array.isArray(given) ? (given as Cells)[0]?.[0] : given);
  if (isEmpty(value)) return succeeded(undefined);
  const reading = readNumber(value, { argument }, "choice");
  if (reading.kind === "problem" && isErrorCell(reading.problem)) return failed(reading.problem);
  // A data type is known by its text.
  if (typeof value !== "object" || value === null) return succeeded(String(value));
  return succeeded("text" in value && typeof value.text === "string" ? value.text : "a cell without text");
}

/** The most that a yearly volatility can sensibly be: beyond it a percent was typed without its sign. */
const MOST_VOLATILITY = 5;

/** Reads a yearly volatility as a fraction, 0.18 or 18%. Undefined where it is left out or blank. */
export function readVolatility(cells: Argument): Read<Decimal | undefined> {
  const read = readNumberBetween("Volatility", cells, "volatility", 0, MOST_VOLATILITY);
  if (!read.ok) return read;
  return succeeded(read.value === undefined ? undefined : new Decimal(read.value));
}

/** Reads a number of one cell and checks its range, both ends allowed. Undefined where it is left out or blank. */
export function readNumberBetween(
  argument: string,
  cells: Argument,
  wanted: Wanted,
  least: number,
  most: number,
): Read<number | undefined> {
  const read = readScalar(argument, cells, wanted);
  if (!read.ok || read.value === undefined) return read;
  if (read.value < least || read.value > most) {
    return failed({ code: "out of range", at: { argument }, found: read.value, least, most });
  }
  return read;
}
