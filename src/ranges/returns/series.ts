import { succeeded, type ReturnSeries } from "../../engine";
import { isEmpty, plainValue, type Cells } from "../cells";
import { decimalMarkOf, readNumber } from "../numbers";
import { failed, type Note, type Read } from "../problem";
import { findBody, RETURNS, returnPlace, type ReturnsBody } from "./body";
import { periodsAYear, readPeriodDates } from "./dates";
import { medianOf } from "./median";

/** Past returns read from cells, fund by fund. */
export interface ReturnsRange {
  readonly series: ReturnSeries;
  /** What stands above each fund's returns; "" where nothing does. */
  readonly names: readonly string[];
  /** Where the returns come from, where the range says so. */
  readonly source?: string;
  /** What messages call each fund's column: the heading above it, or "column 2". */
  readonly called: readonly string[];
  /** The row of the range, from 0, that each period stands in. */
  readonly rows: readonly number[];
  readonly notes: readonly Note[];
}

/** A median return of more than this (in absolute value) is no return but a price, or a percent without its sign. */
const LARGEST_USUAL_RETURN = 0.5;

/**
 * No fund has ever made a thousand times its money in a period: such a figure is a slip of the keyboard. Up to here, and
 * for the most funds and periods that a range holds, every square and sum of returns is a number.
 */
const LARGEST_RETURN = 1000;

/** More used rows than this are an error: the web caps an add-in's arguments at 5 MB a request. */
const MOST_ROWS = 200_000;

/**
 * Reads past returns: one column a fund, one row a period, fractions above −1 and at most 1000; optionally a header row
 * and a first column of dates or years (`findBody`). Periods a year come from `periodsPerYear`, else from the dates, else
 * they are 1. `counts` are the numbers of funds that may be meant. Fails for fewer periods than `least`.
 */
export function readReturnSeries(
  cells: Cells,
  given: {
    readonly counts?: readonly number[];
    readonly periodsPerYear?: number | undefined;
    readonly least?: number;
  } = {},
): Read<ReturnsRange> {
  const { counts, periodsPerYear, least = 1 } = given;
  const [only] = cells[0] ?? [];
  // A formula's own error, such as a misspelt column, arrives as one cell that is nobody's row.
  if (cells.length === 1 && cells[0]?.length === 1) {
    const reading = readNumber(only, { argument: RETURNS }, "returns");
    if (reading.kind === "problem") return failed(reading.problem);
  }
  const body = findBody(cells, counts);
  if (!body.ok) return body;
  const { rows, columns, dated } = body.value;
  if (rows.length > MOST_ROWS) {
    return failed({ code: "too many rows", argument: RETURNS, rows: rows.length, most: MOST_ROWS });
  }
  if (rows.length < least) return failed({ code: "too few periods", periods: rows.length, least });
  const notes: Note[] = [...body.value.notes];
  const dates = dated ? readPeriodDates(cells, body.value, notes) : succeeded(undefined);
  if (!dates.ok) return dates;
  const read: Float64Array[] = [];
  for (const column of columns) {
    const returns = readColumn(cells, body.value, column, notes);
    if (!returns.ok) return returns;
    read.push(returns.value);
  }
  return succeeded({
    series: {
      columns: read,
      periodsPerYear: periodsPerYear ?? periodsAYear(dates.value),
      ...(dates.value && { dates: dates.value }),
    },
    names: columns.map((column) => nameOf(cells, body.value, column)),
    ...(body.value.source !== undefined && { source: body.value.source }),
    called: columns.map((column) => returnPlace(cells, body.value, 0, column).column ?? ""),
    rows,
    notes,
  });
}

function nameOf(cells: Cells, { header }: ReturnsBody, column: number): string {
  const heading = header === undefined ? "" : plainValue(cells[header]?.[column]);
  return typeof heading === "string" ? heading.trim() : "";
}

function readColumn(cells: Cells, body: ReturnsBody, column: number, notes: Note[]): Read<Float64Array> {
  const usual = usualReturns(cells, body.rows, column);
  if (usual) return succeeded(usual);
  const { rows } = body;
  const numbers = new Float64Array(rows.length);
  const blank: number[] = [];
  const mark = (): ReturnType<typeof decimalMarkOf> => decimalMarkOf(rows.map((row) => cells[row]?.[column]));
  for (const [period, row] of rows.entries()) {
    const cell = cells[row]?.[column];
    const at = returnPlace(cells, body, row, column);
    const reading = readNumber(cell, at, "returns", mark);
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    if (reading.kind === "blank") blank.push(row);
    else {
      numbers[period] = reading.number;
      if (reading.note) notes.push(reading.note);
    }
  }
  if (blank.length > 0)
    notes.push({
      code: "blank returns",
      at: returnPlace(cells, body, blank[0] as number, column),
      cells: blank.length,
    });
  if (medianOf(numbers.map(Math.abs)) > LARGEST_USUAL_RETURN) {
    return failed({ code: "prices for returns", column });
  }
  const wrong = numbers.findIndex((number) => number <= -1 || number > LARGEST_RETURN);
  if (wrong < 0) return succeeded(numbers);
  const at = returnPlace(cells, body, rows[wrong] as number, column);
  const found = numbers[wrong] as number;
  return failed(
    found <= -1
      ? { code: "return below −100%", at, found }
      : { code: "return too large", at, found, most: LARGEST_RETURN },
  );
}

/** A column of plain numbers that nobody could take for anything but returns, as nearly all are; undefined of others. */
function usualReturns(cells: Cells, rows: readonly number[], column: number): Float64Array | undefined {
  const numbers = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const cell = cells[rows[index] as number]?.[column];
    if (typeof cell !== "number" || !(Math.abs(cell) <= LARGEST_USUAL_RETURN)) return undefined;
    numbers[index] = cell;
  }
  return numbers;
}

/** Whether an argument was left out or has nothing in it. */
export function isLeftOut(cells: Cells | null | undefined): cells is null | undefined {
  return cells === null || cells === undefined || cells.every((row) => row.every(isEmpty));
}
