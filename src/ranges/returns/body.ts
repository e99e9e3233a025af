import { succeeded } from "../../engine";
import { isEmpty, plainValue, type Cells } from "../cells";
import { readDayCell } from "../dates";
import { MOST_HEADER_ROWS } from "../header";
import { readNumber } from "../numbers";
import { failed, type CellPlace, type Note, type Read } from "../problem";

/** What a range of returns is called in messages. */
export const RETURNS = "Returns";

/** Where the periods and the funds of a range of returns are: rows and columns of the range, from 0. */
export interface ReturnsBody {
  /** The rows that hold a period each. */
  readonly rows: readonly number[];
  /** The columns that hold a fund's returns each. */
  readonly columns: readonly number[];
  /** Whether the first column holds dates or years. */
  readonly dated: boolean;
  /** The row of headings above the figures, if there is one. */
  readonly header: number | undefined;
  /** Where the returns come from, as the heading of an extra column says, which is blank below it. */
  readonly source?: string;
  readonly notes: readonly Note[];
}

/** The earliest year that a first column of whole numbers can mean; no return is as large. */
export const FIRST_YEAR = 1800;

/**
 * Finds the periods and the funds of a range: optionally a header, and a first column of dates or years; a last column
 * that is blank below its heading is passed over where that says `Source: …`, as HISTORY's does, or where there are just
 * as many funds without it. `counts` are the numbers of funds that may be meant, the likeliest first; without them the
 * cells alone say whether the first column holds dates.
 */
export function findBody(cells: Cells, counts?: readonly number[]): Read<ReturnsBody> {
  const headerRows = countHeaderRows(cells);
  const header = headerRows === 0 ? undefined : headerRows - 1;
  const given = cells[0]?.length ?? 0;
  const looksDated = startsWithDate(cells, headerRows);
  const fits = (columns: number): boolean => counts?.includes(columns - (looksDated ? 1 : 0)) === true;
  const hasSource =
    isBlankBelow(cells, header, given - 1) &&
    (isSource(cells[header ?? 0]?.[given - 1]) || (!fits(given) && fits(given - 1)));
  const width = given - (hasSource ? 1 : 0);
  const dated = counts === undefined || looksDated ? looksDated : !counts.includes(width) && counts.includes(width - 1);
  const funds = width - (dated ? 1 : 0);
  if (funds < 1 || (counts !== undefined && !counts.includes(funds))) {
    return failed({ code: "returns don't match", columns: Math.max(0, funds), funds: counts?.[0] ?? 1 });
  }
  const columns = Array.from({ length: funds }, (_, index) => index + (dated ? 1 : 0));
  const rows: number[] = [];
  const passedOver: number[] = [];
  for (let row = headerRows; row < cells.length; row++) {
    // Blank and 0 can't be told apart on desktop Excel: with a date, a row of zeros is a period in which nothing moved.
    if (columns.every((column) => isEmpty(cells[row]?.[column])) && (!dated || isEmpty(cells[row]?.[0]))) {
      passedOver.push(row);
    } else rows.push(row);
  }
  const last = rows[rows.length - 1] ?? -1;
  const between = dated ? [] : passedOver.filter((row) => row > (rows[0] ?? 0) && row < last);
  const notes: Note[] =
    between.length > 0 ? [{ code: "empty periods passed over", argument: RETURNS, rows: between }] : [];
  const source = hasSource ? plainValue(cells[header ?? 0]?.[width]) : undefined;
  return succeeded({ rows, columns, dated, header, notes, ...(typeof source === "string" && { source }) });
}

/** A cell of the range as messages name it: its row, and its column by its heading or number. */
export function returnPlace(
  cells: Cells,
  { header }: Pick<ReturnsBody, "header">,
  row: number,
  column: number,
): CellPlace {
  const heading = header === undefined ? undefined : plainValue(cells[header]?.[column]);
  const named = typeof heading === "string" && heading.trim() !== "" ? heading.trim() : `column ${String(column + 1)}`;
  return { argument: RETURNS, row, column: named };
}

/** Leading rows of names above the figures, or above the dates alone. */
export function countHeaderRows(cells: Cells): number {
  let rows = 0;
  while (rows < cells.length && rows < MOST_HEADER_ROWS && isHeader(cells[rows] ?? [])) rows += 1;
  // A blank row says nothing, and ends no header.
  while (rows > 0 && (cells[rows - 1] ?? []).every(isEmpty)) rows -= 1;
  return rows;
}

function isHeader(row: readonly unknown[]): boolean {
  return row.every((cell) => isEmpty(cell) || isName(cell));
}

function isName(cell: unknown): boolean {
  return readNumber(cell, { argument: RETURNS }, "returns").kind === "text" && !isDay(cell);
}

export function isDay(cell: unknown): boolean {
  const reading = readDayCell(cell, { argument: RETURNS });
  return reading.kind === "day" || (reading.kind === "problem" && reading.problem.code === "ambiguous date");
}

/** Whether a column has a heading and nothing below it. */
function isBlankBelow(cells: Cells, header: number | undefined, column: number): boolean {
  if (header === undefined || column < 1 || isEmpty(cells[header]?.[column])) return false;
  return cells.length > header + 1 && cells.slice(header + 1).every((row) => isEmpty(row[column]));
}

/** Whether a heading says where figures come from: `Source: A. Damodaran`. */
function isSource(heading: unknown): boolean {
  const text = plainValue(heading);
  return typeof text === "string" && /^\s*source\s*:/i.test(text);
}

/** Whether the first thing in the first column below the header is a date, or a year. */
function startsWithDate(cells: Cells, from: number): boolean {
  for (let row = from; row < cells.length; row++) {
    const cell = cells[row]?.[0];
    if (isEmpty(cell)) continue;
    const reading = readNumber(cell, { argument: RETURNS }, "returns");
    return reading.kind === "number" ? reading.number >= FIRST_YEAR : reading.kind === "text" && isDay(cell);
  }
  return false;
}
