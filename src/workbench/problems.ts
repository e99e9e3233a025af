import type { CallProblem } from "./call";

/** A cell of the grid by its sheet's id, which stays when the sheet is called otherwise; row and column count from 0. */
export interface GridCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Why cells show errors: the messages of the last calculation, by the cell that holds the formula. A formula may call
 * several Keel functions; the innermost reports first, and it is the one that knows.
 */
export class Problems {
  readonly #byFormula = new Map<string, CallProblem[]>();
  /** The formulas that reported since the grid last paused; a later report of one of them is the same calculation. */
  readonly #calculating = new Set<string>();

  /** Keeps what a call in a formula's cell reported. No problems is a report, too. */
  report(formula: GridCell, problems: readonly CallProblem[]): void {
    const key = keyOf(formula);
    if (!this.#calculating.has(key)) {
      // All calls of a formula come without a pause in one calculation. So the first report after a pause belongs to a
      // new calculation, and replaces what the formula's cell said before.
      if (this.#calculating.size === 0) queueMicrotask(() => this.#calculating.clear());
      this.#calculating.add(key);
      this.#byFormula.delete(key);
    }
    if (problems.length > 0) this.#byFormula.set(key, [...(this.#byFormula.get(key) ?? []), ...problems]);
  }

  /** The reason of the error that a cell shows, given the cell whose formula fills it. Undefined if no function gave one. */
  reason(shown: string, cell: GridCell, formula: GridCell): string | undefined {
    const same = (this.#byFormula.get(keyOf(formula)) ?? []).filter((problem) => problem.error === shown);
    const here = same.find(
      (problem) => problem.row === cell.row - formula.row && problem.column === cell.column - formula.column,
    );
    return (here ?? same[0])?.message;
  }
}

function keyOf({ sheetId, row, column }: GridCell): string {
  return `${row},${column},${sheetId}`;
}
