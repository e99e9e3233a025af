import { succeeded, type ElectionBounds } from "../engine";
import { failed, type CellPlace, type Problem, type Read } from "./problem";
import type { Argument } from "./cells";
import { alignColumns, position, readColumn, type AlignedColumns, type NumberColumn } from "./column";
import { readScalar } from "./scalar";

/** What a plan's page asks to be typed, read from cells: any column of weights, and the plan's own limits. */
export interface ElectionsRange {
  readonly weights: readonly number[];
  readonly step: number;
  readonly bounds: readonly ElectionBounds[];
  readonly columns: AlignedColumns;
}

/** Reads weights (none negative), a step in percent (1 where it is left out), and least and most percents. */
export function readElections(weights: Argument, step: Argument, min: Argument, max: Argument): Read<ElectionsRange> {
  const read = readColumn("Weights", weights, "weight");
  if (!read.ok) return read;
  const least = readBound("Min", min);
  if (!least.ok) return least;
  const most = readBound("Max", max);
  if (!most.ok) return most;
  const boundColumns = [least.value, most.value].filter((bound) => typeof bound !== "number");
  const columns = alignColumns([read.value, ...boundColumns]);
  if (!columns.ok) return columns;
  const [column] = columns.value.columns as readonly [NumberColumn];
  const negative = column.numbers.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    const at = position("Weights", negative, column.across);
    return failed({ code: "negative", at, found: column.numbers[negative] as number, wanted: "weight" });
  }
  const each = readScalar("Step", step, "percent");
  if (!each.ok) return each;
  return succeeded({
    weights: Array.from(column.numbers),
    // A blank cell may arrive as 0.
    step: each.value || 1,
    bounds: Array.from(column.numbers, (weight, row) => ({
      least: boundOf(least.value, row, weight) || 0,
      most: boundOf(most.value, row, weight) || 100,
    })),
    columns: columns.value,
  });
}

/**
 * Reads the plan's least or most percent, in whole percents: one number for every fund, or a column of one each. 0, for
 * no bound, where it is left out; a blank in a column means the same.
 */
function readBound(argument: string, cells: Argument): Read<number | NumberColumn> {
  if (cells === null || cells === undefined) return succeeded(0);
  if (cells.length === 1 && cells[0]?.length === 1) {
    const bound = readScalar(argument, cells, "percent");
    if (!bound.ok) return bound;
    const problem = wrongPercent(bound.value ?? 0, { argument });
    return problem ? failed(problem) : succeeded(bound.value ?? 0);
  }
  const column = readColumn(argument, cells, "percent");
  if (!column.ok) return column;
  for (const [row, bound] of column.value.numbers.entries()) {
    const problem = wrongPercent(bound, position(argument, row, column.value.across));
    if (problem) return failed(problem);
  }
  return column;
}

function wrongPercent(found: number, at: CellPlace): Problem | undefined {
  if (found < 0 || found > 100) return { code: "out of range", at, found, least: 0, most: 100 };
  return Number.isInteger(found) ? undefined : { code: "not a whole number", at, found };
}

/** A row's bound, 0 for none. One bound for all is about the funds that get anything: it doesn't force money into the others. */
function boundOf(bound: number | NumberColumn, row: number, weight: number): number {
  if (typeof bound === "number") return weight > 0 ? bound : 0;
  return bound.numbers[row] ?? 0;
}
