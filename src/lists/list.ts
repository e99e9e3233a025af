import { isNoFigure, readName, recogniseColumns } from "../ranges";
import { columnName, localAddress, overlap, sameBlock, type Block, type Source } from "../sheets";
import type { CellValue, Contents, Table } from "../workbook";
import type { Household } from "./household";
import { Recent, sameValues } from "./recent";
import { isBlankCell, isBlankRow, rowsOf, type Obstacle, type Total } from "./rows";

/**
 * What Keel needs to know of a list of funds: which column names the fund, which holds its value, which its target; and,
 * where there are any, which say what may not be traded and which band a fund has of its own.
 */
export const roles = ["fund", "value", "target", "lock", "band"] as const;
export type Role = (typeof roles)[number];

/** Columns counted from 0 within the list. */
export type ListColumns = { readonly [each in Role]?: number | undefined };

/** How a list is found again when cells around it change: a table by its name, other cells by their place. */
export interface Whereabouts {
  readonly table?: string;
  readonly block: Block;
}

/** A list of funds on a sheet and what its columns were taken for. Rows count from 0 within `block`. */
export interface List extends Whereabouts {
  readonly cells: Contents["values"];
  /** A name for each column: its heading, or "Column C". */
  readonly names: readonly string[];
  readonly headed: boolean;
  /** Whether its headings are words that Keel knows. What is left to tell the columns otherwise is what they hold. */
  readonly familiar: boolean;
  readonly columns: ListColumns;
  /** The column of tickers, where it isn't the one of the funds' names: some rows have their name there. */
  readonly tickers?: number;
  /** Whether it has shares and prices, from which its values could be worked out. */
  readonly priced: boolean;
  readonly firstRow: number;
  /** Rows of funds, blank ones among them, without header and total row. 0 if there are none. */
  readonly height: number;
  readonly total?: Total;
  /** How many rows are holdings, as the reader of holdings has it: with money, and a name or a class. */
  readonly held: number;
  /** Why formulas over its own cells can't be about it; of no matter to a household's, which read whole tables. */
  readonly obstacles: readonly Obstacle[];
  /** Given if its money is in several accounts. */
  readonly household?: Household;
}

/**
 * Reads cells as a list of funds. `chosen` columns win over those that are recognised. The same cells are the same list:
 * whoever looks again at what hasn't changed gets the object that it got before.
 */
export function listIn(contents: Contents | Table, chosen: ListColumns = {}): List {
  return lists.of({ contents, chosen }, () => readList(contents, chosen));
}

const lists = new Recent<{ readonly contents: Contents | Table; readonly chosen: ListColumns }, List>(
  (one, other) =>
    nameIn(one.contents) === nameIn(other.contents) &&
    roles.every((role) => one.chosen[role] === other.chosen[role]) &&
    // A sheet that was renamed is another one to whoever says where the list is, be it only in its capitals.
    one.contents.block.sheet === other.contents.block.sheet &&
    sameBlock(one.contents.block, other.contents.block) &&
    sameValues(one.contents.values, other.contents.values),
);

/** What the columns of cells are doesn't depend on what the owner chose. */
const recognitions = new Recent<Contents["values"], ReturnType<typeof recogniseColumns>>(sameValues);

function nameIn(contents: Contents | Table): string | undefined {
  return "name" in contents ? contents.name : undefined;
}

function readList(contents: Contents | Table, chosen: ListColumns): List {
  const table = nameIn(contents);
  const { block, values: cells } = table === undefined ? withoutBlankEdges(contents) : contents;
  const recognised = recognitions.of(cells, () => recogniseColumns(cells));
  const header = recognised.headerRow < 0 ? (table === undefined ? lastHeading(cells) : 0) : recognised.headerRow;
  const firstRow = header + 1;

  const { ticker, value, target, shares, price } = recognised.columns;
  const fund =
    recognised.columns.fund ?? ticker ?? firstColumnOfText(cells.slice(firstRow).filter((row) => !isBlankRow(row)));
  const inside = (column: number | undefined): number | undefined =>
    column !== undefined && column < block.width ? column : undefined;
  // If the owner chose, say, the column recognised as the target for the values, the target is left open.
  const free = (column: number | undefined): number | undefined =>
    column !== undefined && Object.values(chosen).includes(column) ? undefined : column;
  const named: ListColumns = { fund: free(fund), value: free(value), target: free(target), ...chosen };
  const columns: ListColumns = {
    fund: inside(named.fund),
    value: inside(named.value),
    target: inside(named.target),
    ...ruleColumns(recognised.columns, chosen, (column) => inside(free(column))),
  };

  const known = Object.values(recognised.columns);
  const rows = rowsOf(cells, {
    header,
    ...columns,
    // By its headings the reader of holdings finds the name itself: a column has one meaning there, and may be its ticker
    // or class.
    fund:
      recognised.headerRow >= 0 && columns.fund !== undefined && known.includes(columns.fund)
        ? undefined
        : columns.fund,
  });
  // A formula that names a table's column gets its whole body: blank rows at its end, kept for new funds, count as rows.
  const end = rows.total || table === undefined || rows.end <= firstRow ? rows.end : block.height;
  return {
    ...(table === undefined ? {} : { table }),
    block,
    cells,
    names: Array.from({ length: block.width }, (_, column) => {
      const heading = header < 0 ? "" : shownAs(cells[header]?.[column]).trim();
      return heading === "" ? `Column ${columnName(block.column + column)}` : heading;
    }),
    headed: header >= 0,
    familiar: recognised.headerRow >= 0,
    columns,
    ...(ticker === undefined || ticker === columns.fund ? {} : { tickers: ticker }),
    priced: shares !== undefined && price !== undefined,
    firstRow,
    height: Math.max(0, end - firstRow),
    ...(rows.total && { total: rows.total }),
    held: rows.held,
    obstacles: rows.household ? [] : rows.obstacles,
    ...(rows.household && { household: rows.household }),
  };
}

/** The columns of rules of single rows, as chosen, else as recognised. What is chosen for something else is none. */
function ruleColumns(
  recognised: ListColumns,
  chosen: ListColumns,
  usable: (column: number | undefined) => number | undefined,
): Pick<ListColumns, "lock" | "band"> {
  const { fund, value, target } = chosen;
  const columnFor = (role: "lock" | "band"): number | undefined => {
    const own = chosen[role];
    return own === undefined || [fund, value, target].includes(own) ? usable(recognised[role]) : own;
  };
  const [lock, band] = [columnFor("lock"), columnFor("band")];
  return { ...(lock !== undefined && { lock }), ...(band !== undefined && { band }) };
}

/** A list with its value and target columns known. */
export interface ReadyList extends List {
  readonly columns: ListColumns & { readonly value: number; readonly target: number };
}

/** A list of several accounts. */
export interface HouseholdList extends List {
  readonly household: Household;
}

export function isHousehold(list: List): list is HouseholdList {
  return list.household !== undefined;
}

/** Tells whether both columns that formulas are about are known, they are two, and there is a row of funds. */
export function isReady(list: List): list is ReadyList {
  const { value, target } = list.columns;
  return value !== undefined && target !== undefined && value !== target && list.height > 0;
}

/** Tells whether a list may be judged and planned fund by fund: it is of one account, and no row is in the way. */
export function isOnePot(list: List): boolean {
  return !isHousehold(list) && list.obstacles.length === 0;
}

/** A list whose values are known; targets may be still to come. */
export interface ValuedList extends List {
  readonly columns: ListColumns & { readonly value: number };
}

/** Tells whether targets can be set for this list: its values are known, are no other column, and there is a row of funds. */
export function isValued(list: List): list is ValuedList {
  const { value, target } = list.columns;
  return value !== undefined && value !== target && list.height > 0;
}

/** The rows that hold a fund, counted from 0 among the list's rows: those that aren't blank or 0 everywhere. */
export function fundRows(list: List): readonly number[] {
  const rows = list.cells.slice(list.firstRow, list.firstRow + list.height);
  return rows.flatMap((row, index) => (row.some((cell) => cell !== "" && cell !== 0) ? [index] : []));
}

/** The cells of one column of the funds, as an operation takes them. */
export function columnOf(list: List, column: number): CellValue[][] {
  return list.cells.slice(list.firstRow, list.firstRow + list.height).map((row) => [row[column] ?? ""]);
}

/**
 * What is said of single funds, as the last argument of functions takes it: a row a fund, Lock and Band side by side, or
 * the one of them that there is. Undefined for a list with neither.
 */
export function rowRulesOf(list: List): CellValue[][] | undefined {
  const columns = ruleColumnsOf(list);
  if (columns.length === 0) return undefined;
  const rows = list.cells.slice(list.firstRow, list.firstRow + list.height);
  return rows.map((row) => columns.map((column) => row[column] ?? ""));
}

/** The columns that `rowRulesOf` reads, in its order. */
export function ruleColumnsOf({ columns: { lock, band } }: List): readonly number[] {
  return [lock, band].filter((column) => column !== undefined);
}

/** Whether a list has a target for any of its funds. */
export function hasTargets(list: List): boolean {
  const { target } = list.columns;
  return target !== undefined && columnOf(list, target).some(([cell]) => cell !== "" && cell !== 0);
}

/** Where one column of the funds stands on its sheet. */
export function blockOf(list: List, column: number): Block {
  return {
    sheet: list.block.sheet,
    row: list.block.row + list.firstRow,
    column: list.block.column + column,
    height: list.height,
    width: 1,
  };
}

/** What formulas are to be about. */
export function sourceOf(list: ReadyList): Source {
  const { fund, value, target } = list.columns;
  const { table, firstRow, height } = list;
  // A total row would count as a fund where a formula calls the column by its name: such a list is called by address.
  const wholeBody = firstRow === 1 && firstRow + height === list.block.height;
  const heading = (column: number): string => shownAs(list.cells[0]?.[column]);
  const rules = ruleColumnsOf(list);
  return {
    list: list.block,
    values: blockOf(list, value),
    targets: blockOf(list, target),
    ...(fund === undefined ? {} : { funds: blockOf(list, fund) }),
    ...(rules.length > 0 && { rules: rules.map((column) => blockOf(list, column)) }),
    ...(table !== undefined && wholeBody
      ? {
          table: {
            name: table,
            value: heading(value),
            target: heading(target),
            ...(fund === undefined ? {} : { fund: heading(fund) }),
            ...(rules.length > 0 && { rules: rules.map(heading) }),
          },
        }
      : {}),
  };
}

/** What a row's fund is called: its name, else its ticker, else the number of its row on the sheet. */
export function fundName(list: List, index: number): string {
  const cells = list.cells[list.firstRow + index];
  const names = [list.columns.fund, list.tickers].flatMap((column) => {
    const cell = column === undefined ? "" : cells?.[column];
    return isNoFigure(cell) ? [] : [shownAs(cell).trim()];
  });
  return names.find((name) => name !== "") ?? `Row ${list.block.row + list.firstRow + index + 1}`;
}

/** A cell in words: a card by what it shows. */
export function shownAs(cell: CellValue = ""): string {
  return typeof cell === "object" ? cell.text : String(cell);
}

/** The first cell that shows an error where a fund's name belongs, and the error; undefined if there is none. */
export function wrongName(list: List): { readonly at: Block; readonly error: string } | undefined {
  const { fund } = list.columns;
  if (fund === undefined) return undefined;
  for (const row of fundRows(list)) {
    const error = list.cells[list.firstRow + row]?.[fund];
    const reading = readName(error, { argument: list.names[fund] ?? "" });
    if (reading.kind === "problem" && reading.problem.code === "error in a cell") {
      const column = blockOf(list, fund);
      return { at: { ...column, row: column.row + row, height: 1 }, error: shownAs(error) };
    }
  }
  return undefined;
}

/** What the user calls the list: the table's name, else its address. */
export function nameOf(list: Whereabouts): string {
  return list.table ?? localAddress(list.block);
}

export function sameList(one: Whereabouts, other: Whereabouts): boolean {
  if (one.table !== undefined && other.table !== undefined) return one.table === other.table;
  // Set up may make a table of the cells, and its undo cells of the table, while the pane remembers the list as it was.
  if (one.table !== undefined || other.table !== undefined) return overlap(one.block, other.block);
  // A list that grew or shrank by a row is still the same list.
  const { sheet, row, column } = one.block;
  return sheet === other.block.sheet && row === other.block.row && column === other.block.column;
}

/** The cells without blank rows and columns at their edges: with a blank cell beside a list selected, Excel counts it in. */
function withoutBlankEdges({ block, values }: Pick<Contents, "block" | "values">): Pick<Contents, "block" | "values"> {
  const rows = values.flatMap((row, index) => (isBlankRow(row) ? [] : [index]));
  const columns = Array.from({ length: block.width }, (_, column) => column).filter((column) =>
    values.some((row) => !isBlankCell(row[column])),
  );
  const [top, bottom] = [rows.at(0), rows.at(-1)];
  const [left, right] = [columns.at(0), columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return { block, values };
  if (bottom - top + 1 === block.height && right - left + 1 === block.width) return { block, values };
  return {
    block: {
      ...block,
      row: block.row + top,
      column: block.column + left,
      height: bottom - top + 1,
      width: right - left + 1,
    },
    values: values.slice(top, bottom + 1).map((row) => row.slice(left, right + 1)),
  };
}

/** The row of headings that have other words than those Keel knows: the last of the rows of text above the numbers. */
function lastHeading(cells: Contents["values"]): number {
  return (
    Math.max(
      0,
      cells.findIndex((row) => row.some((cell) => typeof cell === "number")),
    ) - 1
  );
}

function firstColumnOfText(rows: Contents["values"]): number | undefined {
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const texts = rows.filter((row) => typeof row[column] !== "boolean" && /\p{L}/u.test(shownAs(row[column]))).length;
    if (texts * 2 > rows.length) return column;
  }
  return undefined;
}
