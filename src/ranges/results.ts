import type { ResultCell } from "./cells";
import type { Columns } from "./column";

/** A result as a rectangle of cells, rows first. */
export type ResultCells = readonly (readonly ResultCell[])[];

/**
 * Lays one result a row out as the range was given: down for a column, across for a row. Header rows are "".
 */
export function columnOf(columns: Columns, cell: (row: number) => ResultCell): ResultCells {
  return layOut(columns, 1, (row) => [cell(row)]);
}

/** Lays two results a row out side by side (below each other for a range that lies in a row). */
export function pairsOf(columns: Columns, pair: (row: number) => readonly [ResultCell, ResultCell]): ResultCells {
  return layOut(columns, 2, pair);
}

function layOut(columns: Columns, width: number, cells: (row: number) => readonly ResultCell[]): ResultCells {
  const header = new Array<ResultCell>(width).fill("");
  const rows: ResultCell[][] = [];
  for (let row = 0; row < columns.rows; row++) {
    rows.push((columns.headerRows.has(row) ? header : cells(row)).map(withoutMinusZero));
  }
  const across = columns.columns[0]?.across === true;
  return across ? Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? "")) : rows;
}

/** A cell never shows −0. */
function withoutMinusZero(cell: ResultCell): ResultCell {
  return cell === 0 ? 0 : cell;
}
