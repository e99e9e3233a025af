import { isRowBand, succeeded, type Lock, type RowBand, type RowRules } from "../engine";
import { argumentNames } from "./argument-names";
import { isEmpty, plainValue, type Argument, type Cells } from "./cells";
import { position, usedRows, type AlignedColumns } from "./column";
import { readNumber, tidyText } from "./numbers";
import { bandInCell, readBand } from "./policy/settings/band";
import { failed, type CellPlace, type Note, type Problem, type Read } from "./problem";

const LOCKS: readonly { readonly shape: RegExp; readonly lock: Lock }[] = [
  { shape: /^hold$/, lock: "hold" },
  { shape: /^no buys?$/, lock: "no buy" },
  { shape: /^no sells?$/, lock: "no sell" },
];

/** The lock that tidied words in lower case are; undefined if they are none. */
export function lockNamed(words: string): Lock | undefined {
  return LOCKS.find(({ shape }) => shape.test(words))?.lock;
}

/**
 * Reads the rules of rows: one column with a text a row, or two, Lock and Band; blank is nothing. A number or a date is
 * read as in a policy's Band cell. `columns` are the ranges that the rules stand beside: theirs are the header rows, and
 * a range of another height is accepted only where the surplus is blank. Undefined where the argument is left out or blank.
 * \`placeOf\` says where a row's rules stand, if not in an argument of their own.
 */
export function readRowRules(
  cells: Argument,
  columns: AlignedColumns,
  notes: Note[],
  placeOf?: (row: number) => CellPlace,
): Read<RowRules | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  const lines = linesOf(cells, columns);
  if (lines === undefined) {
    return failed({ code: "not row rules", height: cells.length, width: cells[0]?.length ?? 0 });
  }
  const { across, given, used, cellsAt } = lines;
  const heights = checkHeights(given, used, cellsAt, columns);
  if (heights) return failed(heights);
  const at = placeOf ?? ((row: number): CellPlace => position(argumentNames.rows, row, across));
  const locks = new Map<number, Lock>();
  const bands = new Map<number, RowBand>();
  // Rows that say the same share one reading: most say one of a few things.
  const known = new Map<string, RowRule>();
  for (let row = 0; row < Math.min(used, columns.rows); row++) {
    if (columns.headerRows.has(row)) continue;
    const said: Said = {};
    for (const cell of cellsAt(row)) {
      const value = plainValue(cell);
      if (isEmpty(value) || value === false) continue;
      const text = typeof value === "string" ? value : undefined;
      const before = text === undefined ? undefined : known.get(text);
      const read = before ? succeeded(before) : readCell(value, at(row), notes);
      if (!read.ok) return read;
      if (text !== undefined) known.set(text, read.value);
      const twice = add(said, read.value);
      if (twice) return failed({ code: "row rule twice", at: at(row), ...twice });
    }
    if (said.lock) locks.set(row, said.lock.value);
    if (said.band) bands.set(row, said.band.value);
  }
  return succeeded(locks.size === 0 && bands.size === 0 ? undefined : { locks, bands });
}

/** What a cell says of its row, with the words that say it. */
interface RowRule {
  readonly lock?: { readonly value: Lock; readonly words: string };
  readonly band?: { readonly value: RowBand; readonly words: string };
}

type Said = { -readonly [Part in keyof RowRule]: RowRule[Part] };

/** Adds what a cell or a clause says. A lock that differs and a second band are no guess: they are given back. */
function add(said: Said, { lock, band }: RowRule): { readonly first: string; readonly second: string } | undefined {
  if (lock && said.lock && said.lock.value !== lock.value) return { first: said.lock.words, second: lock.words };
  if (band && said.band) return { first: said.band.words, second: band.words };
  if (lock) said.lock = lock;
  if (band) said.band = band;
  return undefined;
}

function readCell(value: unknown, at: CellPlace, notes: Note[]): Read<RowRule> {
  if (typeof value === "number" && Number.isFinite(value)) return readNumberAsBand(value, String(value), at, notes);
  const read = readNumber(value, at, "row rule");
  if (read.kind === "problem" && read.problem.code !== "ambiguous number") {
    return failed(value === true ? { code: "unknown row rule", at, found: "TRUE" } : read.problem);
  }
  const said: Said = {};
  for (const part of String(value).split(/;|\r?\n|, /)) {
    const words = tidyText(part);
    if (words === "" || words.toLowerCase() === "none") continue;
    const clause = readClause(words, at, notes);
    if (!clause.ok) return clause;
    const twice = add(said, clause.value);
    if (twice) return failed({ code: "row rule twice", at, ...twice });
  }
  return succeeded(said);
}

function readClause(words: string, at: CellPlace, notes: Note[]): Read<RowRule> {
  const lower = words.toLowerCase();
  const lock = lockNamed(lower);
  if (lock) return succeeded({ lock: { value: lock, words } });
  // A cell that is formatted as text holds digits alone for a number.
  if (/^\d*\.?\d+$/.test(lower)) return readNumberAsBand(Number(lower), words, at, notes);
  const band = readBand(lower, words);
  if (band === undefined) return failed({ code: "unknown row rule", at, found: words });
  if (!band.ok) return failed(inRow(band.problem, words, at));
  return isRowBand(band.value)
    ? succeeded({ band: { value: band.value, words } })
    : failed({ code: "row band of the whole", at, found: words });
}

function readNumberAsBand(number: number, words: string, at: CellPlace, notes: Note[]): Read<RowRule> {
  if (number === 0) return succeeded({});
  const read: Note[] = [];
  const band = bandInCell(number, words, at, read);
  if (read.length > 0) notes.push({ code: "date read as row band", at });
  if (!band.ok) return failed(inRow(band.problem, words, at));
  return isRowBand(band.value)
    ? succeeded({ band: { value: band.value, words } })
    : failed({ code: "row band of the whole", at, found: words });
}

/** A problem with a policy's band, as one of this row. */
function inRow(problem: Problem, found: string, at: CellPlace): Problem {
  switch (problem.code) {
    case "clause out of range":
      return { code: "row band out of range", at, found, least: problem.least, most: problem.most };
    case "unknown clause":
      return { code: "unknown row rule", at, found };
    default:
      return problem;
  }
}

/** The cells of each row: one, or two where Lock and Band stand side by side. */
interface Lines {
  readonly across: boolean;
  readonly given: number;
  readonly used: number;
  readonly cellsAt: (row: number) => readonly unknown[];
}

/** Takes a range as the rules of rows, which lie as the other ranges do where both ways are possible. */
function linesOf(cells: Cells, { rows, columns }: AlignedColumns): Lines | undefined {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const lieAcross = columns[0]?.across === true;
  const across = height <= 2 && width > 1 && (width > 2 || (height === 1 ? rows > 1 : lieAcross));
  if (width === 0 || (across ? height : width) > 2) return undefined;
  const given = across ? width : height;
  const cellsAt = (row: number): readonly unknown[] => (across ? cells.map((line) => line[row]) : (cells[row] ?? []));
  return { across, given, used: usedRows(given, (row) => cellsAt(row).find((cell) => !isEmpty(cell))), cellsAt };
}

function checkHeights(
  given: number,
  used: number,
  cellsAt: Lines["cellsAt"],
  { rows, columns }: AlignedColumns,
): Problem | undefined {
  const heightOfOthers = Math.min(...columns.map(({ height }) => height));
  for (let row = heightOfOthers; row < used; row++) {
    if (cellsAt(row).every(isEmpty)) continue;
    const [shortest] = columns.filter(({ height }) => height === heightOfOthers);
    const first = { argument: shortest?.argument ?? "", rows: heightOfOthers };
    return { code: "unequal heights", first, second: { argument: argumentNames.rows, rows: row + 1 } };
  }
  for (const { argument, numbers, textRows } of columns) {
    for (let row = given; row < rows; row++) {
      if (numbers[row] === 0 && !textRows.has(row)) continue;
      return {
        code: "unequal heights",
        first: { argument, rows: numbers.length },
        second: { argument: argumentNames.rows, rows: given },
      };
    }
  }
  return undefined;
}
