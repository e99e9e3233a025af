import { isEmpty, plainValue, type Cells } from "./cells";
import { know, WEAK, type HoldingColumn } from "./holdings/headings";
import { isTotalRow } from "./holdings/labels";
import { holdingsVocabulary, withTellingColumns } from "./holdings/vocabulary";
import { withoutLongTexts } from "./long-texts";
import { parseNumber, tidyText, wordsIn } from "./numbers";
import { findHeader, type Headings } from "./table";

/** What a column of a holdings table can hold. */
export type ColumnKind =
  | "fund"
  | "ticker"
  | "account"
  | "account type"
  | "asset class"
  | "value"
  | "target"
  | "shares"
  | "price"
  // What is said of single rows: whether they may be traded, and a band of their own.
  | "lock"
  | "band";

/** Names of columns of numbers that are neither what a fund is worth nor what it should be: nothing is guessed from these. */
const OTHER_NUMBERS =
  /\b(expenses?|fees?|ratio|returns?|yield|gains?|loss|cost|basis|price|nav|shares?|units?|change|date|year|ytd|age|rank|rating|stars?|drift|trades?|weights?|actual|current %|now|today|low|lowest|high|highest|min|max|bands?|number|no|id|cusip)\b/;

/** A table's header row, counted from 0 (−1 if it has none), and which column holds what. */
export interface RecognisedColumns {
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<ColumnKind, number>>>;
}

/**
 * Finds the header row of a table and the columns by their names, in any order. The row that names the most columns is
 * the header. What it leaves open is taken from what columns hold where that is plain: a single column of numbers is the
 * value, a single one that adds up to 1 or 100 the target. Where no row names any, the first column of texts is the
 * fund, the first column of numbers the value, and one that adds up to 1 or 100 the target.
 */
export function recogniseColumns(given: Cells): RecognisedColumns {
  const rows = withoutLongTexts(given);
  const header = findHeader(rows, holdingsVocabulary(rows));
  if (header.row < 0) return { headerRow: -1, columns: columnsByContent(rows) };
  const found = withTellingColumns(rows, header.row, header.found);
  const named = columnsOf(rows, header.row, found);
  return { headerRow: header.row, columns: { ...plainByContent(rows, header.row, named), ...named } };
}

/** The columns that lists have, of those that a header names. */
function columnsOf(
  rows: Cells,
  headerRow: number,
  found: Headings<HoldingColumn>,
): Partial<Record<ColumnKind, number>> {
  const columns: Partial<Record<ColumnKind, number>> = {};
  for (const kind of KINDS) {
    const column = found.get(kind) ?? (kind === "account" ? found.get("account number") : undefined);
    if (column !== undefined) columns[kind] = column;
  }
  const { target, value } = columns;
  if (target === undefined || value === undefined || know(rows[headerRow]?.[target])?.rank !== WEAK) return columns;
  // An `Allocation` that is what each fund has of the total is where the money lies, not where it should be.
  const body = bodyBelow(rows, headerRow);
  if (isShareOf(body, target, worthsIn(body, value))) delete columns.target;
  return columns;
}

const KINDS: readonly ColumnKind[] = [
  ...(["fund", "ticker", "account", "account type", "asset class"] as const),
  ...(["value", "target", "shares", "price", "lock", "band"] as const),
];

function bodyBelow(rows: Cells, headerRow: number): Cells {
  return rows.slice(headerRow + 1).filter((row) => !isTotalRow(row));
}

function worthsIn(body: Cells, value: number): readonly number[] {
  return body.map((row) => numberIn(row[value]) ?? 0);
}

/** Values and targets that have other names, below a header that names other columns, where only one column can be meant. */
function plainByContent(
  rows: Cells,
  headerRow: number,
  columns: RecognisedColumns["columns"],
): Partial<Record<"fund" | "value" | "target", number>> {
  const body = bodyBelow(rows, headerRow);
  const open = Array.from({ length: rows[headerRow]?.length ?? 0 }, (_, column) => column).filter((column) => {
    const heading = wordsIn(rows[headerRow]?.[column]);
    return know(rows[headerRow]?.[column]) === undefined && !OTHER_NUMBERS.test(heading);
  });
  const held = new Map(
    open.flatMap((column) => {
      const numbers = numbersIn(body, column);
      return numbers ? [[column, numbers] as const] : [];
    }),
  );
  const amounts = [...held].flatMap(([column, numbers]) => (isMix(numbers) ? [] : [column]));
  const priced = columns.shares !== undefined && columns.price !== undefined;
  const value = columns.value ?? (priced ? undefined : only(amounts));
  const worth = value === undefined ? [] : worthsIn(body, value);
  const target =
    columns.target ??
    only(
      [...held].flatMap(([column, numbers]) =>
        // What every fund is of the total is no target, though it adds up to 100 %.
        numbers.length > 1 && isMix(numbers) && !isShareOf(body, column, worth) ? [column] : [],
      ),
    );
  const named = columns.fund ?? columns.ticker;
  const fund = named ?? open.find((column) => !held.has(column) && body.some((row) => hasLetters(row[column])));
  return {
    ...(named === undefined && fund !== undefined ? { fund } : {}),
    ...(value === undefined ? {} : { value }),
    ...(target === undefined ? {} : { target }),
  };
}

/** The one of several columns that can be meant; undefined if there is none, or a choice. */
function only(columns: readonly number[]): number | undefined {
  return columns.length === 1 ? columns[0] : undefined;
}

/** The numbers of a column; undefined for one that mostly holds other things, or nothing. */
function numbersIn(rows: Cells, column: number): readonly number[] | undefined {
  const cells = rows.map((row) => row[column]).filter((cell) => !isEmpty(cell));
  const numbers = cells.map(numberIn).filter((number) => number !== undefined);
  return cells.length === 0 || numbers.length < cells.length / 2 ? undefined : numbers;
}

/** Whether a column says what part of the total each row's worth is, be it rounded to a whole percent. */
function isShareOf(rows: Cells, column: number, worth: readonly number[]): boolean {
  const total = worth.reduce((sum, one) => sum + one, 0);
  const shares = rows.map((row) => numberIn(row[column]) ?? 0);
  const whole = shares.reduce((sum, one) => sum + one, 0);
  return total > 0 && shares.every((share, row) => Math.abs(share / whole - (worth[row] ?? 0) / total) <= 0.0051);
}

function hasLetters(cell: unknown): boolean {
  const shown = plainValue(cell);
  return typeof shown === "string" && /\p{L}/u.test(shown);
}

function columnsByContent(rows: Cells): Partial<Record<ColumnKind, number>> {
  const columns: Partial<Record<ColumnKind, number>> = {};
  const body = rows.filter((row) => !isTotalRow(row));
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    if (body.every((row) => isEmpty(row[column]))) continue;
    const numbers = numbersIn(body, column);
    if (numbers === undefined) columns.fund ??= column;
    else if (isMix(numbers)) columns.target ??= column;
    else columns.value ??= column;
  }
  return columns;
}

function numberIn(cell: unknown): number | undefined {
  if (typeof cell === "number") return cell;
  const parsed = typeof cell === "string" ? parseNumber(tidyText(cell)) : undefined;
  return typeof parsed === "number" ? parsed : undefined;
}

function isMix(numbers: readonly number[]): boolean {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return numbers.every((number) => number >= 0) && (Math.abs(sum - 1) <= 0.005 || Math.abs(sum - 100) <= 0.5);
}
