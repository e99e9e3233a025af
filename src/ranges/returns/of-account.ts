import { succeeded, type ReturnHistory } from "../../engine";
import type { AllocationRange } from "../allocation";
import { isEmpty, type Argument, type Cells } from "../cells";
import type { Note, Read } from "../problem";
import { failed } from "../problem";
import { readReturnSeries } from "./series";

/** Past returns of the funds of an account. */
export interface AccountReturns {
  readonly history: ReturnHistory;
  readonly notes: readonly Note[];
}

/**
 * Reads the past returns of an account's funds, one column a fund in the order of its rows (`readReturnSeries`). The
 * history has a column for every row of the account: a row without a fund has zeros. Undefined where the argument is
 * left out, and, where nothing hangs on them, where no fund ever moved: on desktop Excel blank cells are zeros.
 */
export function readReturns(
  cells: Argument,
  { allocation, leftOut, columns: { rows, headerRows } }: Pick<AllocationRange, "allocation" | "leftOut" | "columns">,
  { periodsPerYear, areNeeded }: { readonly periodsPerYear?: number | undefined; readonly areNeeded: boolean },
): Read<AccountReturns | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  const counts = (row: number): boolean => allocation.values[row] !== 0 || allocation.targets.parts[row] !== 0;
  const held = places.filter(counts);
  const asGiven = places.filter((row) => leftOut.has(row) || counts(row));
  // A fund may be listed that is left out, or neither held nor wanted, and have its column all the same.
  const lists = [asGiven, held, places];
  if (
    !areNeeded &&
    !everMoves(
      cells,
      lists.map(({ length }) => length),
    )
  )
    return succeeded(undefined);
  const read = readReturnSeries(cells, { counts: lists.map(({ length }) => length), periodsPerYear, least: 2 });
  if (!read.ok) {
    const { problem } = read;
    return problem.code === "returns don't match" ? failed({ ...problem, funds: held.length }) : read;
  }
  const { columns: found, periodsPerYear: each } = read.value.series;
  const funds = lists.find(({ length }) => length === found.length) ?? held;
  const nothing = new Float64Array(found[0]?.length ?? 0);
  const columns: Float64Array[] = Array.from({ length: rows }, () => nothing);
  for (const [index, row] of funds.entries()) columns[row] = found[index] ?? nothing;
  return succeeded({ history: { columns, periodsPerYear: each }, notes: read.value.notes });
}

/** Whether anything is said below the names of funds, beside the dates: for so many funds, whichever fits. */
function everMoves(cells: Cells, counts: readonly number[]): boolean {
  const width = cells[0]?.length ?? 0;
  const first = !counts.includes(width) && counts.includes(width - 1) ? 1 : 0;
  return cells.some((row, index) =>
    row.slice(first).some((cell) => (index === 0 ? typeof cell === "number" && cell !== 0 : !isEmpty(cell))),
  );
}
