import { succeeded } from "../engine";
import { failed, type Note, type CellPlace, type Read } from "./problem";
import { isEmpty, type Argument, type Cells } from "./cells";
import { MOST_ROWS } from "./column";
import { HEADER_SEARCH_ROWS } from "./header";
import { tidyText, wordsIn } from "./numbers";

/** A column that a table may have: its name as sentences say it, and the names that people give it, in lower case. */
export interface TableColumn {
  readonly name: string;
  readonly known: RegExp;
  readonly required?: boolean;
}

/** A table as a range holds it: where its columns are, found by name, and its rows that hold anything. */
export interface Table<Kind extends string> {
  readonly argument: string;
  readonly has: (kind: Kind) => boolean;
  /** How many rows the range has, and how many of them are header and what stands above it. */
  readonly height: number;
  readonly headerRows: number;
  /** Rows below the header that aren't blank, by their number in the range. */
  readonly rows: readonly number[];
  /** The cells of a row; blank where the table lacks the column. */
  readonly cell: (row: number, kind: Kind) => unknown;
  readonly at: (row: number, kind: Kind) => CellPlace;
  /** The columns that are none of these. */
  readonly others: readonly OtherColumn[];
  readonly notes: readonly Note[];
}

/** A column of a table that the table's reader doesn't know by name. */
export interface OtherColumn {
  /** "" where it has none. */
  readonly heading: string;
  /** Whether it is the leftmost column. */
  readonly first: boolean;
  readonly cell: (row: number) => unknown;
  readonly at: (row: number) => CellPlace;
}

/**
 * Reads a range that holds a table with a header row: columns by name, in any order, others passed over. Titles above
 * the header are skipped; a table that lies on its side (names down the first column) is turned. `columns` is in the
 * order in which people usually write them: a range without any header is taken in that order where `inOrder` says so.
 * Fails for a table without a required column, naming it.
 */
export function readTable<Kind extends string>(
  argument: string,
  cells: Argument,
  columns: Readonly<Record<Kind, TableColumn>>,
  { inOrder = false }: { inOrder?: boolean } = {},
): Read<Table<Kind>> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "table" });
  const kinds = Object.keys(columns) as Kind[];
  const required = kinds.filter((kind) => columns[kind].required === true);

  const upright = findHeader(cells, columns);
  // A row that names a single column is hardly a header.
  const turned = upright.found.size < Math.max(2, required.length) ? transposed(cells) : undefined;
  const sideways = turned && findHeader(turned, columns);
  const isTurned = sideways !== undefined && sideways.found.size > upright.found.size;
  const lying = isTurned && turned ? turned : cells;
  let { row: headerRow, found } = isTurned ? sideways : upright;
  const width = lying[0]?.length ?? 0;
  if (found.size === 0 && inOrder && width >= required.length && width <= kinds.length) {
    headerRow = -1;
    found = new Map(kinds.slice(0, width).map((kind, column) => [kind, column]));
  }

  const missing = required.filter((kind) => !found.has(kind));
  if (missing.length > 0) {
    const names = missing.map((kind) => columns[kind].name);
    return failed({ code: "columns missing", argument, names, required: required.map((kind) => columns[kind].name) });
  }

  const rows: number[] = [];
  for (let row = headerRow + 1; row < lying.length; row++) {
    if (!(lying[row] ?? []).every(isBlank)) rows.push(row);
  }
  if (rows.length > MOST_ROWS) return failed({ code: "too many rows", argument, rows: rows.length, most: MOST_ROWS });

  const notes: Note[] = [];
  if (isTurned) notes.push({ code: "table turned", argument });
  const titles = lying.slice(0, Math.max(0, headerRow)).filter((row) => !row.every(isBlank)).length;
  if (titles > 0) notes.push({ code: "header rows skipped", argument, rows: titles + 1 });

  const nameAbove = (column: number | undefined): string | undefined => {
    const header = column === undefined || headerRow < 0 ? undefined : lying[headerRow]?.[column];
    return typeof header === "string" ? tidyText(header) : undefined;
  };
  const placeOf = (row: number, column: string): CellPlace =>
    isTurned ? { argument, row, column, across: true } : { argument, row, column };
  const headings = new Map(kinds.map((kind) => [kind, nameAbove(found.get(kind)) ?? columns[kind].name]));
  const taken = new Set(found.values());
  const others = Array.from({ length: width }, (_, column): OtherColumn => {
    const heading = nameAbove(column) ?? "";
    return {
      heading,
      first: column === 0,
      cell: (row) => lying[row]?.[column],
      at: (row) => placeOf(row, heading),
    };
  }).filter((_, column) => !taken.has(column));

  return succeeded({
    argument,
    height: lying.length,
    headerRows: headerRow + 1,
    has: (kind) => found.has(kind),
    rows,
    cell: (row, kind) => {
      const column = found.get(kind);
      return column === undefined ? "" : lying[row]?.[column];
    },
    at: (row, kind) => placeOf(row, headings.get(kind) as string),
    others,
    notes,
  });
}

/** The row that names the most columns, the first of equal ones. A column's first name counts. */
function findHeader<Kind extends string>(
  cells: Cells,
  columns: Readonly<Record<Kind, TableColumn>>,
): { row: number; found: Map<Kind, number> } {
  let best = { row: -1, found: new Map<Kind, number>() };
  cells.slice(0, HEADER_SEARCH_ROWS).forEach((cellsOfRow, row) => {
    const found = new Map<Kind, number>();
    cellsOfRow.forEach((cell, column) => {
      if (typeof cell !== "string") return;
      const name = wordsIn(cell);
      const kind = (Object.keys(columns) as Kind[]).find((each) => !found.has(each) && columns[each].known.test(name));
      if (kind !== undefined) found.set(kind, column);
    });
    if (found.size > best.found.size) best = { row, found };
  });
  return best;
}

/** The row of a cell. */
export function rowOf({ argument, row = 0, across }: CellPlace): CellPlace {
  return across === true ? { argument, row, across } : { argument, row };
}

function isBlank(cell: unknown): boolean {
  // Nearly every text has a letter or a sign that shows.
  return isEmpty(cell) || (typeof cell === "string" && !/[!-~]/.test(cell) && tidyText(cell) === "");
}

/** Tables on their side are short and wide; a longer range isn't worth turning. */
const MOST_TURNED_ROWS = 50;

function transposed(cells: Cells): Cells | undefined {
  if (cells.length > MOST_TURNED_ROWS) return undefined;
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}
