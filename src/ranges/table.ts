import { succeeded } from "../engine";
import { failed, type Note, type CellPlace, type Read } from "./problem";
import { isEmpty, type Argument, type Cells } from "./cells";
import { MOST_ROWS } from "./column";
import { headingOf } from "./headings";
import { TABLE_HEADER_ROWS } from "./header";
import { tidyText, wordsIn } from "./numbers";

/** What a heading says, and how well: of several columns the least rank is the one, of equal ones the first. */
export interface Known<Kind extends string> {
  readonly kind: Kind;
  readonly rank: number;
}

/** What a reader of tables knows of headings. */
export interface Vocabulary<Kind extends string> {
  readonly know: (cell: unknown) => Known<Kind> | undefined;
  /** How well a row of headings names what such a table is about: the row with the most is the header, the first of equal ones. */
  readonly worth: (found: Headings<Kind>, row: number) => number;
}

/** The columns that a row of headings names. */
export type Headings<Kind extends string> = ReadonlyMap<Kind, number>;

/** A header row, counted from 0 (−1 if there is none), and which column holds what. */
export interface Header<Kind extends string> {
  readonly row: number;
  readonly found: Headings<Kind>;
}

/**
 * Finds the row of headings among the first rows of a range. Headings that stand in two rows, `Market` over `Value`, are
 * read together.
 */
export function findHeader<Kind extends string>(cells: Cells, { know, worth }: Vocabulary<Kind>): Header<Kind> {
  let best: Header<Kind> = { row: -1, found: new Map() };
  let most = 0;
  for (let row = 0; row < Math.min(cells.length, TABLE_HEADER_ROWS + 1); row++) {
    const found = headingsIn(cells, row, know);
    const worthIt = found.size === 0 ? 0 : worth(found, row);
    if (worthIt > most) {
      most = worthIt;
      best = { row, found };
    }
  }
  return best;
}

/** What a row of headings names, together with the row of texts above it. */
export function headingsIn<Kind extends string>(
  cells: Cells,
  row: number,
  know: Vocabulary<Kind>["know"],
): Headings<Kind> {
  const own = cells[row] ?? [];
  const above = row > 0 && isWords(cells[row - 1] ?? []) ? cells[row - 1] : undefined;
  const found = new Map<Kind, { column: number; rank: number }>();
  own.forEach((cell, column) => {
    const known = knownOf(cell, above?.[column], know);
    if (known === undefined) return;
    const best = found.get(known.kind);
    if (best === undefined || known.rank < best.rank) found.set(known.kind, { column, rank: known.rank });
  });
  return new Map([...found].map(([kind, { column }]) => [kind, column]));
}

function knownOf<Kind extends string>(
  cell: unknown,
  above: unknown,
  know: Vocabulary<Kind>["know"],
): Known<Kind> | undefined {
  if (typeof above !== "string" || above === "") return know(cell);
  if (isEmpty(cell)) return know(above);
  if (typeof cell !== "string") return undefined;
  const joined = know(`${above} ${cell}`);
  // What stands above the headings may be something else; but a beginning balance is none.
  return joined ?? (NOT_TODAY.test(above) ? undefined : know(cell));
}

/** What a figure of another day, or a difference of two, is called. */
const NOT_TODAY = /\b(begin\w*|open(ing)?|prior|previous|start\w*|gain|loss|change|return|income)\b/i;

/** Whether a row holds two texts or more, and nothing else: a title is one. */
function isWords(row: readonly unknown[]): boolean {
  let words = 0;
  for (const cell of row) {
    if (isEmpty(cell)) continue;
    if (typeof cell !== "string") return false;
    words += 1;
  }
  return words > 1;
}

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
  readonly column: number;
  readonly cell: (row: number) => unknown;
  readonly at: (row: number) => CellPlace;
}

/** A range with its header found, on its feet. */
export interface Upright<Kind extends string> {
  readonly cells: Cells;
  readonly width: number;
  readonly header: Header<Kind>;
  readonly isTurned: boolean;
}

/** Finds the header of a range, which is turned if it lies on its side (names down the first column). */
export function upright<Kind extends string>(cells: Cells, vocabulary: Vocabulary<Kind>, fewest = 2): Upright<Kind> {
  const header = findHeader(cells, vocabulary);
  // A row that names a single column is hardly a header, and a column that names a single row none.
  const turned = header.found.size < fewest ? transposed(cells) : undefined;
  const sideways = turned && findHeader(turned, vocabulary);
  return sideways !== undefined && turned !== undefined && sideways.found.size > Math.max(1, header.found.size)
    ? { cells: turned, width: turned[0]?.length ?? 0, header: sideways, isTurned: true }
    : { cells, width: cells[0]?.length ?? 0, header, isTurned: false };
}

/**
 * Reads a range that holds a table with a header row: columns by name, in any order, others passed over. Titles above
 * the header are skipped; a table that lies on its side is turned. `columns` is in the order in which people usually
 * write them: a range without any header is taken in that order if it has no more columns than `inOrder`. Fails for a table without a
 * required column, naming it.
 */
export function readTable<Kind extends string>(
  argument: string,
  cells: Argument,
  columns: Readonly<Record<Kind, TableColumn>>,
  { inOrder = 0 }: { inOrder?: number } = {},
): Read<Table<Kind>> {
  if (cells === null || cells === undefined) return failed({ code: "missing argument", argument, wanted: "table" });
  const kinds = Object.keys(columns) as Kind[];
  const required = kinds.filter((kind) => columns[kind].required === true);
  const know = (cell: unknown): Known<Kind> | undefined => {
    const heading = headingOf(cell);
    if (heading === undefined) return undefined;
    const names = [wordsIn(cell), heading.words, ...heading.parts];
    const kind = kinds.find((each) => names.some((name) => columns[each].known.test(name)));
    return kind === undefined ? undefined : { kind, rank: 0 };
  };

  const found = upright(cells, { know, worth: (headings) => headings.size }, Math.max(2, required.length));
  const { cells: lying, width } = found;
  let { header } = found;
  if (header.found.size === 0 && width >= required.length && width <= inOrder) {
    header = { row: -1, found: new Map(kinds.slice(0, width).map((kind, column) => [kind, column])) };
  }
  const missing = required.filter((kind) => !header.found.has(kind));
  if (missing.length > 0) {
    const names = missing.map((kind) => columns[kind].name);
    return failed({ code: "columns missing", argument, names, required: required.map((kind) => columns[kind].name) });
  }

  const rows = filledRows(lying, header.row + 1);
  if (rows.length > MOST_ROWS) return failed({ code: "too many rows", argument, rows: rows.length, most: MOST_ROWS });
  const places = placesIn(argument, found, header);
  return succeeded({
    argument,
    height: lying.length,
    headerRows: header.row + 1,
    has: (kind) => header.found.has(kind),
    rows,
    cell: (row, kind) => {
      const column = header.found.get(kind);
      return column === undefined ? "" : lying[row]?.[column];
    },
    at: (row, kind) => places.at(row, places.headingOf(header.found.get(kind)) ?? columns[kind].name),
    others: places.others,
    notes: notesOnHeader(argument, found, header),
  });
}

/** The rows from one on that hold anything. */
export function filledRows(cells: Cells, from: number): number[] {
  const rows: number[] = [];
  for (let row = from; row < cells.length; row++) {
    if (!(cells[row] ?? []).every(isBlank)) rows.push(row);
  }
  return rows;
}

/** How the cells of a table are named, and its columns that its reader doesn't know. */
export interface TablePlaces {
  readonly at: (row: number, column: string) => CellPlace;
  /** A column's heading as typed; undefined where it has none. */
  readonly headingOf: (column: number | undefined) => string | undefined;
  readonly others: readonly OtherColumn[];
}

export function placesIn<Kind extends string>(
  argument: string,
  { cells, width, isTurned }: Upright<Kind>,
  header: Header<Kind>,
): TablePlaces {
  const at = (row: number, column: string): CellPlace =>
    isTurned ? { argument, row, column, across: true } : { argument, row, column };
  const above = header.row > 0 && isWords(cells[header.row - 1] ?? []) ? cells[header.row - 1] : undefined;
  const nameAbove = (column: number | undefined): string | undefined => {
    if (column === undefined || header.row < 0) return undefined;
    const own = cells[header.row]?.[column];
    const name = isEmpty(own) ? above?.[column] : own;
    return typeof name === "string" ? tidyText(name) : undefined;
  };
  const taken = new Set(header.found.values());
  const others: OtherColumn[] = [];
  for (let column = 0; column < width; column++) {
    if (taken.has(column)) continue;
    const heading = nameAbove(column) ?? "";
    others.push({ heading, column, cell: (row) => cells[row]?.[column], at: (row) => at(row, heading) });
  }
  return { at, headingOf: nameAbove, others };
}

/** What is worth saying of where a table's header was found. */
export function notesOnHeader<Kind extends string>(
  argument: string,
  { cells, isTurned }: Upright<Kind>,
  header: Header<Kind>,
): Note[] {
  const notes: Note[] = [];
  if (isTurned) notes.push({ code: "table turned", argument });
  const titles = cells.slice(0, Math.max(0, header.row)).filter((row) => !row.every(isBlank)).length;
  if (titles > 0) notes.push({ code: "header rows skipped", argument, rows: titles + 1 });
  return notes;
}

/** The row of a cell. */
export function rowOf({ argument, row = 0, across }: CellPlace): CellPlace {
  return across === true ? { argument, row, across } : { argument, row };
}

export function isBlank(cell: unknown): boolean {
  if (typeof cell !== "string" || cell === "") return isEmpty(cell);
  // Nearly every text has a letter or a sign that shows.
  return !/[!-~]/.test(cell) && tidyText(cell) === "";
}

/** Tables on their side are short and wide; a longer range isn't worth turning. */
const MOST_TURNED_ROWS = 50;

function transposed(cells: Cells): Cells | undefined {
  if (cells.length > MOST_TURNED_ROWS) return undefined;
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
}
