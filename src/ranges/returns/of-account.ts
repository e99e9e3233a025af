import { succeeded, type ReturnHistory } from "../../engine";
import type { AllocationRange } from "../allocation";
import { isEmpty, type Argument, type Cells } from "../cells";
import type { Note, Read } from "../problem";
import { failed } from "../problem";
import { readReturnSeries } from "./series";

/** Past returns of the funds of an account. */
export interface AccountReturns {
  readonly history: ReturnHistory;
  /** The rows that have a column of returns, in its order. */
  readonly funds: readonly number[];
  readonly notes: readonly Note[];
}

/** The rows that returns, or prices, have a column each for. */
export interface FundRows {
  readonly rows: number;
  readonly headerRows: ReadonlySet<number>;
  /** Whether a fund stands in the row, by its figures. */
  readonly counts: (row: number) => boolean;
  /** Rows with a fund that is left out of what is asked. */
  readonly leftOut?: ReadonlySet<number>;
}

/**
 * The rows that there may be columns for, the likeliest first. A fund may be listed that is left out, or neither held nor
 * wanted, and have its column all the same.
 */
export function fundLists({ rows, headerRows, counts, leftOut }: FundRows): readonly (readonly number[])[] {
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  return [places.filter((row) => leftOut?.has(row) === true || counts(row)), places.filter(counts), places];
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
  const counts = (row: number): boolean => allocation.values[row] !== 0 || allocation.targets.parts[row] !== 0;
  const account = { rows, headerRows, counts, leftOut };
  const lists = fundLists(account);
  if (
    !areNeeded &&
    !everMoves(
      cells,
      lists.map(({ length }) => length),
    )
  )
    return succeeded(undefined);
  return readReturnsOfRows(cells, account, periodsPerYear);
}

/** Reads the past returns of rows that hold no account: of weights, or of targets. */
export function readReturnsOfRows(
  cells: Argument,
  account: FundRows,
  periodsPerYear: number | undefined,
): Read<AccountReturns> {
  if (cells === null || cells === undefined) {
    return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
  }
  const lists = fundLists(account);
  const held = lists[1] ?? [];
  const read = readReturnSeries(cells, { counts: lists.map(({ length }) => length), periodsPerYear, least: 2 });
  if (!read.ok) {
    const { problem } = read;
    return problem.code === "returns don't match" ? failed({ ...problem, funds: held.length }) : read;
  }
  const { columns: found, periodsPerYear: each } = read.value.series;
  const funds = lists.find(({ length }) => length === found.length) ?? held;
  const nothing = new Float64Array(found[0]?.length ?? 0);
  const columns: Float64Array[] = Array.from({ length: account.rows }, () => nothing);
  for (const [index, row] of funds.entries()) columns[row] = found[index] ?? nothing;
  return succeeded({ history: { columns, periodsPerYear: each }, funds, notes: read.value.notes });
}

/** Whether anything is said below the names of funds, beside the dates: for so many funds, whichever fits. */
function everMoves(cells: Cells, counts: readonly number[]): boolean {
  const width = cells[0]?.length ?? 0;
  const first = !counts.includes(width) && counts.includes(width - 1) ? 1 : 0;
  return cells.some((row, index) =>
    row.slice(first).some((cell) => (index === 0 ? typeof cell === "number" && cell !== 0 : !isEmpty(cell))),
  );
}
