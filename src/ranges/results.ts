import { succeeded } from "../engine";
import { failed, type Read, type Wanted } from "./problem";
import type { Argument, ResultCell } from "./cells";
import { alignColumns, position, readColumn, type AlignedColumns, type NumberColumn } from "./column";

/** A result as a rectangle of cells, rows first. */
export type ResultCells = readonly (readonly ResultCell[])[];

/** How the range lies whose rows a result stands beside. */
export interface RowLayout extends Pick<AlignedColumns, "rows" | "headerRows"> {
  readonly columns: readonly Pick<NumberColumn, "across">[];
}

/** Lays one result a row out as the range was given: down for a column, across for a row. Header rows are "". */
export function columnOf(columns: RowLayout, cell: (row: number) => ResultCell): ResultCells {
  const down = new Array<ResultCell[]>(columns.rows);
  for (let row = 0; row < columns.rows; row++) down[row] = [isHeader(columns, row) ? "" : withoutMinusZero(cell(row))];
  return isAcross(columns) ? [down.map(([only = ""]) => only)] : down;
}

/** Lays two results a row out side by side (below each other for a range that lies in a row). Header rows are "". */
export function pairsOf(
  columns: AlignedColumns,
  pair: (row: number) => readonly [ResultCell, ResultCell],
): ResultCells {
  const down = new Array<readonly [ResultCell, ResultCell]>(columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    const [first, second] = isHeader(columns, row) ? (["", ""] as const) : pair(row);
    down[row] = [withoutMinusZero(first), withoutMinusZero(second)];
  }
  return isAcross(columns) ? [down.map(([first]) => first), down.map(([, second]) => second)] : down;
}

function isHeader({ headerRows }: RowLayout, row: number): boolean {
  return headerRows.size > 0 && headerRows.has(row);
}

function isAcross({ columns }: RowLayout): boolean {
  return columns[0]?.across === true;
}

/** A cell never shows −0. */
function withoutMinusZero(cell: ResultCell): ResultCell {
  return cell === 0 ? 0 : cell;
}

/**
 * Works out a row of figures for each cell of an argument, which is one cell, a column or a row: side by side (below
 * each other for a row). Blank cells give zeros, header cells "". Fails for a cell that is no number in the range, both
 * ends allowed.
 */
export function rowsOf(
  argument: string,
  cells: Argument,
  wanted: Wanted,
  least: number,
  most: number,
  figures: (number: number) => readonly ResultCell[],
): Read<ResultCells> {
  const read = readColumn(argument, cells, wanted);
  if (!read.ok) return read;
  const { numbers, textRows, across } = read.value;
  const single = numbers.length === 1;
  const [text] = textRows.values();
  if (single && text !== undefined) return failed(text);
  const columns = single
    ? succeeded<AlignedColumns>({ rows: 1, headerRows: new Set(), columns: [read.value], notes: [] })
    : alignColumns([read.value]);
  if (!columns.ok) return columns;
  for (let row = 0; row < numbers.length; row++) {
    const found = numbers[row] as number;
    const at = single ? { argument } : position(argument, row, across);
    if (found < least || found > most) return failed({ code: "out of range", at, found, least, most });
  }
  const { headerRows } = columns.value;
  const width = figures(least).length;
  const down = Array.from(numbers, (number, row): readonly ResultCell[] => {
    if (headerRows.has(row)) return new Array<ResultCell>(width).fill("");
    return number === 0 ? new Array<ResultCell>(width).fill(0) : figures(number).map(withoutMinusZero);
  });
  if (!across) return succeeded(down);
  return succeeded(Array.from({ length: width }, (_, figure) => down.map((cells) => cells[figure] as ResultCell)));
}

/** Works out one figure for each cell of an argument, as `rowsOf` does. */
export function mapColumn(
  argument: string,
  cells: Argument,
  wanted: Wanted,
  least: number,
  most: number,
  figure: (number: number) => ResultCell,
): Read<ResultCells> {
  return rowsOf(argument, cells, wanted, least, most, (number) => [figure(number)]);
}
