import { cellError } from "../../../operations";
import type { Cells, ResultCells } from "../../../ranges";

/** A result as cells hold it, with errors as values. */
export function withErrors(cells: ResultCells): Cells {
  return cells.map((row) => row.map((cell) => (typeof cell === "object" ? errorValue(cellError(cell)) : cell)));
}

export function errorValue(error: string): unknown {
  return { type: "Error", basicValue: error };
}
