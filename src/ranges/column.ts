import { succeeded } from "../engine";
import { failed, type CellPlace, type Note, type Problem, type Read, type Wanted } from "./problem";
import { isEmpty, type Argument, type Cells } from "./cells";
import { MOST_HEADER_ROWS } from "./header";
import { decimalMarkOf, readNumber, type DecimalMark } from "./numbers";

/** More used rows than this are an error: the web caps an add-in's arguments at 5 MB a request. */
export const MOST_ROWS = 200_000;

/** Ranges longer than this are taken for whole columns, and lose their empty tail. */
const WHOLE_COLUMN_ROWS = 10_000;

/**
 * A column of numbers as given: one entry a row of the range, blanks as 0. `across` says that the range lies in a row
 * of the sheet. `height` counts the rows of the range; whole columns have entries for fewer, as they lose their empty
 * tail. `textRows` are rows that hold text which is no number, with what would be wrong with it: a header, or an error,
 * which only the columns together can tell.
 */
export interface NumberColumn {
  readonly argument: string;
  readonly across: boolean;
  readonly height: number;
  readonly numbers: Float64Array;
  readonly textRows: ReadonlyMap<number, Problem>;
  readonly notes: readonly Note[];
}

/**
 * Reads one column (or row) of numbers. Fails for a cell that can't stand in a number column, a range that is more than
 * one column wide, an argument left out, or more than 200,000 used rows. A scalar is a column of one.
 */
export function readColumn(argument: string, cells: Argument, wanted: Wanted): Read<NumberColumn> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted });
  const line = readLine(argument, cells);
  if (!line.ok) return line;
  const { across, given, cellAt, used: rows } = line.value;
  if (rows > MOST_ROWS) return failed({ code: "too many rows", argument, rows, most: MOST_ROWS });

  const numbers = new Float64Array(rows);
  const textRows = new Map<number, Problem>();
  const notes: Note[] = [];
  let mark: DecimalMark | undefined | "unknown" = "unknown";
  const markOf = (): DecimalMark | undefined => {
    if (mark === "unknown") mark = decimalMarkOf(rowsOf(rows, cellAt));
    return mark;
  };
  for (let row = 0; row < rows; row++) {
    const cell = cellAt(row);
    // Plain numbers are nearly all there is; the rest takes the long way.
    if (typeof cell === "number" && Number.isFinite(cell)) {
      numbers[row] = cell;
      continue;
    }
    const reading = readNumber(cell, position(argument, row, across), wanted, markOf);
    if (reading.kind === "problem") {
      const { problem } = reading;
      // A formula's own error, such as a misspelt column, arrives as one cell that is nobody's row.
      return failed(problem.code === "error in a cell" && rows === 1 ? { ...problem, at: { argument } } : problem);
    }
    if (reading.kind === "text") textRows.set(row, reading.problem);
    if (reading.kind === "number") {
      numbers[row] = reading.number;
      if (reading.note) notes.push(reading.note);
    }
  }
  return succeeded({ argument, across, height: given, numbers, textRows, notes });
}

/** Where a row of an argument is. */
export function position(argument: string, row: number, across: boolean): CellPlace {
  return across ? { argument, row, across } : { argument, row };
}

/** A range that is one column, or one row (`across`), cell by cell. */
export interface Line {
  readonly across: boolean;
  /** How many cells it has, and how many of them are used. */
  readonly given: number;
  readonly used: number;
  readonly cellAt: (row: number) => unknown;
}

/** Takes a range as one column or one row; fails for one that is more than one column wide. */
export function readLine(argument: string, cells: Cells): Read<Line> {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  if (height !== 1 && width !== 1) return failed({ code: "not one column", argument, height, width });
  const across = height === 1 && width > 1;
  const given = across ? width : height;
  const cellAt = (row: number): unknown => (across ? cells[0]?.[row] : cells[row]?.[0]);
  return succeeded({ across, given, used: usedRows(given, cellAt), cellAt });
}

/** Rows of a range without the empty tail, if it is so long that it must be a whole column. */
export function usedRows(given: number, cellAt: (row: number) => unknown): number {
  let rows = given;
  if (given <= WHOLE_COLUMN_ROWS) return rows;
  while (rows > 1 && isEmpty(cellAt(rows - 1))) rows -= 1;
  return rows;
}

function* rowsOf(rows: number, cellAt: (row: number) => unknown): Iterable<unknown> {
  for (let row = 0; row < rows; row++) yield cellAt(row);
}

/** Columns of one height, read together: `rows` entries each, 0 in header rows. */
export interface AlignedColumns {
  readonly rows: number;
  /** Leading rows that are header: text where numbers belong, and no number. */
  readonly headerRows: ReadonlySet<number>;
  readonly columns: readonly NumberColumn[];
  readonly notes: readonly Note[];
}

/**
 * Brings columns to one height and finds their header. Unequal heights are accepted only where the surplus of the
 * longer is blank or 0; they are compared as given, so that two whole columns are equal however far each is filled. Text
 * in a number column is an error unless it stands in a leading row without any number (five such rows at most).
 */
export function alignColumns(columns: readonly NumberColumn[]): Read<AlignedColumns> {
  const rows = Math.max(...columns.map((column) => column.numbers.length));
  for (const longer of columns) {
    for (const shorter of columns) {
      const isSurplus = (row: number): boolean => row >= shorter.height;
      const surplus = longer.numbers.subarray(shorter.height);
      if (!surplus.some((number) => number !== 0) && ![...longer.textRows.keys()].some(isSurplus)) continue;
      const filled = { argument: longer.argument, rows: longer.numbers.length };
      const given = { argument: shorter.argument, rows: shorter.height };
      const [first, second] = columns.indexOf(longer) < columns.indexOf(shorter) ? [filled, given] : [given, filled];
      return failed({ code: "unequal heights", first, second });
    }
  }

  const firstNumber = Math.min(
    ...columns.map((column) => {
      const row = column.numbers.findIndex((number) => number !== 0);
      return row < 0 ? rows : row;
    }),
  );
  const headerRows = new Set<number>();
  for (const column of columns) {
    for (const [row, problem] of column.textRows) {
      // A sheet of nothing but text is no header: it has nothing to head.
      if (row >= firstNumber || row >= MOST_HEADER_ROWS || firstNumber === rows) return failed(problem);
      headerRows.add(row);
    }
  }

  const notes = columns.flatMap((column) => column.notes);
  if (headerRows.size > 1) {
    notes.push({ code: "header rows skipped", argument: columns[0]?.argument ?? "", rows: headerRows.size });
  }
  return succeeded({ rows, headerRows, notes, columns: columns.map((column) => stretch(column, rows)) });
}

function stretch(column: NumberColumn, rows: number): NumberColumn {
  if (column.numbers.length === rows) return column;
  const numbers = new Float64Array(rows);
  numbers.set(column.numbers);
  return { ...column, numbers };
}
