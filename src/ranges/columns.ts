import { isEmpty, plainValue, type Cells } from "./cells";
import { HEADER_SEARCH_ROWS } from "./header";
import { isTotalRow } from "./names";
import { parseNumber, tidyText, wordsIn } from "./numbers";

/** What a column of a holdings table can hold. */
export type ColumnKind =
  "fund" | "ticker" | "account" | "account type" | "asset class" | "value" | "target" | "shares" | "price";

/** What people call each column, whole names in lower case; the first kind that knows a name takes it. */
export const SYNONYMS: Readonly<Record<ColumnKind, RegExp>> = {
  fund: /^(fund|fund name|name|investment|investment option|holding|security|asset|description|position)$/,
  ticker: /^(ticker|symbol|ticker symbol|code)$/,
  account: /^(account|account name)$/,
  "account type": /^(account type|type|tax treatment)$/,
  "asset class": /^(asset class|class|category|asset category|asset type)$/,
  value:
    /^(value|market value|current value|balance|amount|current balance|current amount|total value|worth|value \(usd\)|\$)$/,
  target:
    /^(target|targets|target weight|target %|target percent|target allocation|target allocation %|goal|desired|desired %|allocation|weight target|% target)$/,
  shares: /^(shares|units|quantity|qty)$/,
  price: /^(price|share price|unit price|nav|last price|current price)$/,
};

/** What people call a column in short, once units in brackets and dots are taken off: `Current bal. ($)` is `current bal`. */
const IN_SHORT: Readonly<Partial<Record<ColumnKind, RegExp>>> = {
  fund: /^((fund|investment)( name)? ?\/ ?)?(option|option name|fund option|investment name|fund names?|funds|holdings)$/,
  value:
    /^((my|your|current|account|total|market|fund) )?(bal|balance|amt|amount|value|val|worth|dollars|mkt val|mkt value)$/,
  target:
    /^((my|your|new) )?(target|goal|desired|mix|allocation|alloc)( mix| alloc| allocation)?( ?%| pct| percent)?$|^(pct|percent|%)$/,
  shares: /^(no of shares|number of shares|no of units)$/,
};

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
export function recogniseColumns(rows: Cells): RecognisedColumns {
  let best: RecognisedColumns = { headerRow: -1, columns: {} };
  rows.slice(0, HEADER_SEARCH_ROWS).forEach((row, headerRow) => {
    const columns = columnsByName(row);
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headerRow, columns };
  });
  if (best.headerRow < 0) return { headerRow: -1, columns: columnsByContent(rows) };
  return { ...best, columns: { ...plainByContent(rows, best), ...best.columns } };
}

function columnsByName(row: readonly unknown[]): Partial<Record<ColumnKind, number>> {
  const columns: Partial<Record<ColumnKind, number>> = {};
  const names = row.map(wordsIn);
  // A name in full wins over a short one, and that over two in one, wherever they stand.
  for (const knows of [isNamed, isNamedInShort, isNamedInPart]) {
    names.forEach((name, column) => {
      if (name === "" || Object.values(columns).includes(column)) return;
      const kind = kinds.find((each) => columns[each] === undefined && knows(each, name));
      if (kind !== undefined) columns[kind] = column;
    });
  }
  return columns;
}

const kinds = Object.keys(SYNONYMS) as ColumnKind[];

function isNamed(kind: ColumnKind, name: string): boolean {
  return SYNONYMS[kind].test(name);
}

function isNamedInShort(kind: ColumnKind, name: string): boolean {
  const [, bare = "", unit = ""] = /^(.*?) ?(?:[([]([^)\]]*)[)\]])?$/.exec(name.replaceAll(".", "")) ?? [];
  // A target in dollars is no target, and a balance in percent no value.
  if (kind === "value" && /%|percent|pct/.test(unit)) return false;
  if (kind === "target" && /[$€£]|usd|dollar/.test(unit)) return false;
  return SYNONYMS[kind].test(bare) || IN_SHORT[kind]?.test(bare) === true;
}

/** One of two names with a slash between them: `Symbol/CUSIP`, `Market value / USD`. `Value/Target` names two kinds, and so neither. */
function isNamedInPart(kind: ColumnKind, name: string): boolean {
  const parts = name.split("/").map((part) => part.trim());
  if (parts.length < 2) return false;
  const named = parts.flatMap((part) => kinds.filter((each) => isNamed(each, part) || isNamedInShort(each, part)));
  // A ticker and a name both say which fund it is.
  const others = named.filter((each) => each !== kind && !(isOfFund(kind) && isOfFund(each)));
  return named[0] === kind && others.length === 0;
}

function isOfFund(kind: ColumnKind): boolean {
  return kind === "fund" || kind === "ticker";
}

/** Values and targets that have other names, below a header that names other columns, where only one column can be meant. */
function plainByContent(
  rows: Cells,
  { headerRow, columns }: RecognisedColumns,
): Partial<Record<"fund" | "value" | "target", number>> {
  const body = rows.slice(headerRow + 1).filter((row) => !isTotalRow(row));
  const open = Array.from({ length: rows[headerRow]?.length ?? 0 }, (_, column) => column).filter((column) => {
    const heading = wordsIn(rows[headerRow]?.[column]);
    return !Object.values(columns).includes(column) && !OTHER_NUMBERS.test(heading);
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
  const worth = value === undefined ? [] : body.map((row) => numberIn(row[value]) ?? 0);
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
