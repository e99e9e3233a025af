import { statusWords } from "../ranges";

// Formulas, without `=`, over a cell that shows what STATUS says of a fund. Excel compares texts without regard to case.

/** True where the fund is above or below its band. */
export function isOutOfBand(cell: string): string {
  return `OR(${cell}="${statusWords.over}",${cell}="${statusWords.under}")`;
}

export function isInBand(cell: string): string {
  return `${cell}="${statusWords.inBand}"`;
}

/** How many cells of a column say that a fund is above or below its band. */
export function countOutOfBand(cells: string): string {
  return `COUNTIF(${cells},"${statusWords.over}")+COUNTIF(${cells},"${statusWords.under}")`;
}
