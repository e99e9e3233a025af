import { succeeded, type ReturnHistory } from "../engine";
import { failed, type Note, type Read } from "./problem";
import type { AllocationRange } from "./allocation";
import { isEmpty, type Argument, type Cells } from "./cells";
import { position, readColumn } from "./column";
import { readDayCell } from "./dates";
import { readNumber } from "./numbers";

/** Past returns read from cells. */
export interface ReturnsRange {
  readonly history: ReturnHistory;
  readonly notes: readonly Note[];
}

/** A return of more than this (in absolute value) is no return but a price, or a percent without its sign. */
const LARGEST_USUAL_RETURN = 1;

/**
 * No fund has ever made a thousand times its money in a period: such a figure is a slip of the keyboard. Up to here, and
 * for the most funds and periods that a range holds, every square and sum of returns is a number.
 */
const LARGEST_RETURN = 1000;

/**
 * Reads past returns: one column a fund, in the order of the account's rows, one row a period, fractions; optionally a
 * header row and a first column of dates (or years). A return is above −1 and at most 1000. The history has a column for every row of the account: a row
 * without a fund has zeros. Periods a year come from `periodsPerYear`, else from the dates, else they are 1. Undefined
 * where the argument is left out.
 */
export function readReturns(
  cells: Argument,
  { allocation, leftOut, columns: { rows, headerRows } }: Pick<AllocationRange, "allocation" | "leftOut" | "columns">,
  periodsPerYear?: number,
): Read<ReturnsRange | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const width = cells[0]?.length ?? 0;
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  const counts = (row: number): boolean => allocation.values[row] !== 0 || allocation.targets.parts[row] !== 0;
  const held = places.filter(counts);
  const asGiven = places.filter((row) => leftOut.has(row) || counts(row));
  // A fund may be listed that is left out, or neither held nor wanted, and have its column all the same.
  const funds = [asGiven, held, places].find((list) => width === list.length || width === list.length + 1);
  if (funds === undefined) return failed({ code: "returns don't match", columns: width, funds: held.length });

  const dated = width === funds.length + 1;
  const periods = periodRows(cells, dated);
  if (periods.length < 2) return failed({ code: "too few periods", periods: periods.length });
  const notes: Note[] = [];
  const nothing = new Float64Array(periods.length);
  const columns: Float64Array[] = Array.from({ length: rows }, () => nothing);
  for (const [index, row] of funds.entries()) {
    const column = readReturnColumn(cells, periods, dated ? index + 1 : index);
    if (!column.ok) return column;
    columns[row] = column.value;
  }
  const days = dated ? readPeriodDates(cells, periods, notes) : succeeded(undefined);
  if (!days.ok) return days;
  return succeeded({ history: { columns, periodsPerYear: periodsPerYear ?? periodsAYear(days.value) }, notes });
}

/** The rows that hold periods: not the header, and not blank ones. */
function periodRows(cells: Cells, dated: boolean): readonly number[] {
  const first = dated ? 1 : 0;
  const rows: number[] = [];
  cells.forEach((row, index) => {
    const figures = row.slice(first);
    // Blank and 0 can't be told apart on desktop Excel: with a date, a row of zeros is a period in which nothing moved.
    const blank = row.every(isEmpty);
    const header = rows.length === 0 && isHeader(figures, dated ? row[0] : undefined);
    if (!blank && !header) rows.push(index);
  });
  return rows;
}

/** Whether a row has names above the figures, or above the dates alone. */
function isHeader(figures: readonly unknown[], day: unknown): boolean {
  if (!figures.every((cell) => isEmpty(cell) || isText(cell))) return false;
  return !figures.every(isEmpty) || readDayCell(day, { argument: "Returns" }).kind === "problem";
}

function isText(cell: unknown): boolean {
  return readNumber(cell, { argument: "Returns" }, "returns").kind !== "number";
}

function readReturnColumn(cells: Cells, rows: readonly number[], column: number): Read<Float64Array> {
  const usual = usualReturns(cells, rows, column);
  if (usual) return succeeded(usual);
  const read = readColumn(
    "Returns",
    rows.map((row) => [cells[row]?.[column]]),
    "returns",
  );
  if (!read.ok) return read;
  const [text] = read.value.textRows.values();
  if (text !== undefined) return failed(text);
  // A long column has lost its empty tail: periods in which the fund did not move.
  const numbers = new Float64Array(rows.length);
  numbers.set(read.value.numbers);
  const sizes = numbers.map((number) => Math.abs(number)).sort();
  if ((sizes[Math.floor(sizes.length / 2)] as number) > LARGEST_USUAL_RETURN) {
    return failed({ code: "prices for returns", column });
  }
  const lost = numbers.findIndex((number) => number <= -1);
  if (lost >= 0) {
    const at = position("Returns", rows[lost] as number, false);
    return failed({ code: "return below −100%", at, found: numbers[lost] as number });
  }
  const large = numbers.findIndex((number) => number > LARGEST_RETURN);
  if (large >= 0) {
    const at = position("Returns", rows[large] as number, false);
    return failed({ code: "return too large", at, found: numbers[large] as number, most: LARGEST_RETURN });
  }
  return succeeded(numbers);
}

/** A column of plain numbers that nobody could take for anything but returns, as nearly all are; undefined of others. */
function usualReturns(cells: Cells, rows: readonly number[], column: number): Float64Array | undefined {
  const numbers = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const cell = cells[rows[index] as number]?.[column];
    if (typeof cell !== "number" || !(cell > -1 && cell <= LARGEST_USUAL_RETURN)) return undefined;
    numbers[index] = cell;
  }
  return numbers;
}

/** Years as plain numbers, 1800 to 2200, rising by one. */
function areYears(numbers: readonly unknown[]): numbers is number[] {
  return numbers.every(
    (year, index) =>
      typeof year === "number" &&
      Number.isInteger(year) &&
      year >= 1800 &&
      year <= 2200 &&
      (index === 0 || year === (numbers[index - 1] as number) + 1),
  );
}

/** The dates of the periods as serials, or undefined for years. */
function readPeriodDates(cells: Cells, rows: readonly number[], notes: Note[]): Read<readonly number[] | undefined> {
  const first = rows.map((row) => cells[row]?.[0]);
  if (areYears(first)) return succeeded(undefined);
  const days = new Set<number>();
  for (const row of rows) {
    const at = position("Returns", row, false);
    const reading = readDayCell(cells[row]?.[0], at);
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "blank") return failed({ code: "not a date", at, found: "" });
    if (reading.note) notes.push(reading.note);
    if (days.has(reading.day)) return failed({ code: "date twice", at, day: reading.day });
    days.add(reading.day);
  }
  return succeeded([...days]);
}

const DAYS_A_YEAR = 365.25;
/** Days between periods, at most, and how many such periods a year has. Trading days come with weekends between them. */
const FREQUENCIES: readonly (readonly [number, number])[] = [
  [3, 252],
  [10, 52],
  [45, 12],
  [135, 4],
  [250, 2],
];

/** Periods a year by the median gap between dates. Without dates, or with years, it is 1. */
function periodsAYear(days: readonly number[] | undefined): number {
  if (days === undefined || days.length < 2) return 1;
  const sorted = [...days].sort((one, other) => one - other);
  const gaps = sorted.slice(1).map((day, index) => day - (sorted[index] as number));
  const median = gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] as number;
  const known = FREQUENCIES.find(([most]) => median <= most);
  return known ? known[1] : Math.max(1, Math.round(DAYS_A_YEAR / median));
}
