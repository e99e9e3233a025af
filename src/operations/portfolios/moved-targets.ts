import { columnOf, type AlignedColumns, type FundRows, type MixRange, type ResultCells } from "../../ranges";
import type { Decided } from "../operation";

/** Targets that were moved: fractions, a row each (n × 1). */
export interface MovedTargets extends Decided {
  readonly weights: Float64Array;
  readonly columns: AlignedColumns;
}

export function movedTargets({ weights, columns }: MovedTargets): ResultCells {
  return columnOf(columns, (row) => weights[row] as number);
}

/** The rows that returns or prices have a column for, the likeliest being those that have a target. */
export function rowsWithTargets({
  targets,
  columns: { rows, headerRows },
}: Pick<MixRange, "targets" | "columns">): FundRows {
  return { rows, headerRows, counts: (row) => targets.parts[row] !== 0 };
}
