import type { ResultCell } from "./cells";
import type { Columns } from "./column";

/** A result as a rectangle of cells, rows first. */
export type ResultCells = readonly (readonly ResultCell[])[];

/** Lays one result a row out as the range was given: down for a column, across for a row. Header rows are "". */
export function columnOf(columns: Columns, cell: (row: number) => ResultCell): ResultCells {
  const down = new Array<ResultCell[]>(columns.rows);
  for (let row = 0; row < columns.rows; row++) down[row] = [isHeader(columns, row) ? "" : withoutMinusZero(cell(row))];
  return isAcross(columns) ? [down.map(([only = ""]) => only)] : down;
}

/** Lays two results a row out side by side (below each other for a range that lies in a row). Header rows are "". */
export function pairsOf(columns: Columns, pair: (row: number) => readonly [ResultCell, ResultCell]): ResultCells {
  const down = new Array<readonly [ResultCell, ResultCell]>(columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    const [first, second] = isHeader(columns, row) ? (["", ""] as const) : pair(row);
    down[row] = [withoutMinusZero(first), withoutMinusZero(second)];
  }
  return isAcross(columns) ? [down.map(([first]) => first), down.map(([, second]) => second)] : down;
}

function isHeader({ headerRows }: Columns, row: number): boolean {
  return headerRows.size > 0 && headerRows.has(row);
}

function isAcross({ columns }: Columns): boolean {
  return columns[0]?.across === true;
}

/** A cell never shows −0. */
function withoutMinusZero(cell: ResultCell): ResultCell {
  return cell === 0 ? 0 : cell;
}
