import type { Usd } from "../engine";
import { isTotalRow, readHoldingsTable, type HoldingsTable, type LeftOut } from "../ranges";
import type { CellValue } from "../workbook";
import { householdIn, type Household } from "./household";

/** A last row that is the total of those above, left out because it would count the money twice. */
export interface Total {
  readonly row: number;
  /** Whether its value is the sum of the rows that it is the total of, to the cent. */
  readonly agrees: boolean;
}

/**
 * Why formulas over a list's own cells can't say how it stands, though a reader of holdings knows what its rows are: a
 * table made of it could. Rows count from 0 within the list's cells.
 */
export type Obstacle =
  | { readonly code: "owed cash"; readonly row: number; readonly fund: string; readonly amount: Usd }
  /** A row among the funds that holds money which is counted elsewhere, or is none of the list's. */
  | { readonly code: "row to leave out"; readonly row: number; readonly is: LeftOut["code"] | "total differs" };

/** What the rows of a list are. */
export interface ListRows {
  /** One row below the last fund, counted from 0. */
  readonly end: number;
  readonly total?: Total;
  /** How many rows are holdings: with money, and a name or a class. */
  readonly held: number;
  readonly obstacles: readonly Obstacle[];
  readonly household?: Household;
}

type Rows = readonly (readonly CellValue[])[];

/** Where a list's header is (−1 without one), and which columns the reader of holdings is told. */
export interface KnownColumns {
  readonly header: number;
  readonly fund?: number | undefined;
  readonly value?: number | undefined;
  readonly target?: number | undefined;
}

/** Tells what each row of a list is by the one reader of holdings; without values, only the last row's words tell a total. */
export function rowsOf(cells: Rows, { header, ...columns }: KnownColumns): ListRows {
  let last = cells.length - 1;
  while (last > header && isBlankRow(cells[last])) last -= 1;
  const told = new Map(
    (["fund", "value", "target"] as const).flatMap((kind) => {
      const column = columns[kind];
      return column === undefined ? [] : [[kind, column] as const];
    }),
  );
  const read = readHoldingsTable("Holdings", cells, { headerRow: header, columns: told });
  if (!read.ok) {
    const total = last > header + 1 && isTotalRow(cells[last] ?? []);
    return {
      end: total ? last : last + 1,
      ...(total && { total: { row: last, agrees: true } }),
      held: 0,
      obstacles: [],
    };
  }
  const table = read.value;
  const aside = rowsAside(table);
  let lastFund = last;
  while (lastFund > header && (aside.has(lastFund) || isBlankRow(cells[lastFund]))) lastFund -= 1;
  const totals = [...aside].filter(([row, is]) => row > lastFund && isTotal(is));
  const [total = totals[0]] = totals.filter(([, is]) => is === "total differs");
  const accounts = householdIn(table);
  const household = accounts && accounts.accounts.length > 1 ? accounts : undefined;
  return {
    end: lastFund + 1,
    ...(total && { total: { row: total[0], agrees: total[1] !== "total differs" } }),
    held: table.positions.filter(({ value, fund, assetClass }) => value !== 0 && (fund ?? assetClass)).length,
    obstacles: obstaclesIn(cells, table, aside, { first: header + 1, end: lastFund + 1, value: columns.value }),
    ...(household && { household }),
  };
}

type Aside = ReadonlyMap<number, LeftOut["code"] | "total differs">;

/** The rows that are none of the holdings, by what they are. */
function rowsAside({ leftOut, questions }: HoldingsTable): Aside {
  const aside = new Map<number, LeftOut["code"] | "total differs">();
  for (const row of leftOut) {
    const first = row.at.row ?? 0;
    const rows = row.code === "table left out" ? row.rows : 1;
    for (let each = first; each < first + rows; each += 1) aside.set(each, row.code);
  }
  for (const { problem } of questions) {
    if (problem.code === "total differs" && problem.at.row !== undefined) aside.set(problem.at.row, problem.code);
  }
  return aside;
}

function isTotal(is: LeftOut["code"] | "total differs"): boolean {
  return is === "total row skipped" || is === "total differs";
}

interface Body {
  readonly first: number;
  readonly end: number;
  readonly value: number | undefined;
}

function obstaclesIn(
  cells: Rows,
  table: HoldingsTable,
  aside: Aside,
  { value, first, end }: Body,
): readonly Obstacle[] {
  if (value === undefined) return [];
  const rows = [...aside].flatMap(([row, is]): Obstacle[] => {
    // A line of text without an amount does no harm among the funds.
    const cell = cells[row]?.[value];
    const isBare = cell === undefined || cell === "" || cell === 0;
    return row < first || row >= end || isBare ? [] : [{ code: "row to leave out", row, is }];
  });
  const owed = table.positions.flatMap(({ row, value: amount, isCash, fund }): Obstacle[] =>
    isCash && amount < 0 ? [{ code: "owed cash", row, fund: fund?.text ?? "", amount }] : [],
  );
  return [...rows, ...owed].sort((one, other) => one.row - other.row);
}

export function isBlankRow(row: readonly CellValue[] | undefined): boolean {
  return row === undefined || row.every(isBlankCell);
}

export function isBlankCell(cell: CellValue | undefined): boolean {
  return cell === undefined || cell === "" || (typeof cell === "string" && cell.trim() === "");
}
