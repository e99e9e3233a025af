import { blockOf, columnOf, isHousehold, type List } from "../../../lists";
import { address, columnReference } from "../../../sheets";
import type { Workbook } from "../../../workbook";

/** Which names of columns the host reads in formulas: the workbench's grid only plain ones. */
export type ColumnNames = "plain" | "all";

export function columnNamesIn({ host }: Workbook): ColumnNames {
  return host.name === "workbench" ? "plain" : "all";
}

/** A formula that adds a list's values up to this balance, in dollars; undefined where its cells don't. */
export function sumOfList(list: List, balance: number, names: ColumnNames): string | undefined {
  const { value } = list.columns;
  if (value === undefined) return undefined;
  const sum = addedUp(columnOf(list, value).map(([cell]) => cell));
  const cells = cellsOf(list, value, list.names[value], names);
  return cells !== undefined && isSame(sum, balance) ? `SUM(${cells})` : undefined;
}

/**
 * A formula that adds the values of an account's rows up to this balance, in dollars. Undefined where the rows don't say
 * so: values may be shares times a price, and accounts stand above blocks of rows.
 */
export function sumOfAccount(list: List, account: string, balance: number, names: ColumnNames): string | undefined {
  if (!isHousehold(list) || MATCHES_OTHERS.test(account)) return undefined;
  const { columns } = list.household.table;
  const [value, named] = [columns.get("value"), columns.get("account")];
  if (!value || !named) return undefined;
  const accounts = columnOf(list, named.column);
  const sum = addedUp(
    columnOf(list, value.column).map(([cell], row) => (isNamed(accounts[row]?.[0], account) ? cell : 0)),
  );
  const cells = cellsOf(list, value.column, value.heading, names);
  const where = cellsOf(list, named.column, named.heading, names);
  if (cells === undefined || where === undefined || !isSame(sum, balance)) return undefined;
  return `SUMIFS(${cells},${where},"${account.replaceAll('"', '""')}")`;
}

/** A text that SUMIFS takes for a pattern or a comparison. */
const MATCHES_OTHERS = /[*?~]|^[<>=]/;

function isNamed(cell: unknown, account: string): boolean {
  return typeof cell === "string" && cell.toLowerCase() === account.toLowerCase();
}

/** Numbers alone, as SUM adds them. */
function addedUp(cells: readonly unknown[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === "number" ? cell : 0), 0);
}

const HALF_A_CENT = 0.005;

function isSame(sum: number, balance: number): boolean {
  return Math.abs(sum - balance) < HALF_A_CENT;
}

/** A column of a list as a formula refers to it. */
function cellsOf(list: List, column: number, heading: string | undefined, names: ColumnNames): string | undefined {
  if (list.table === undefined) return address(blockOf(list, column), true);
  return heading === undefined ? undefined : columnReference(list.table, heading, names);
}
