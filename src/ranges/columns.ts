import type { Cells } from "./cells";
import { isEmpty } from "./column";
import { parseNumber, tidyText } from "./numbers";

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

/** A table's header row, counted from 0 (−1 if it has none), and which column holds what. */
export interface RecognisedColumns {
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<ColumnKind, number>>>;
}

/** Header rows lie among the first rows; what comes above them are titles. */
const HEADER_SEARCH_ROWS = 6;

/**
 * Finds the header row of a table and the columns by their names, in any order. The row that names the most columns is
 * the header. Where no row names any, columns are taken by what they hold: the first column of texts is the fund, the
 * first column of numbers the value, and one that adds up to 1 or 100 the target.
 */
export function recogniseColumns(rows: Cells): RecognisedColumns {
  let best: RecognisedColumns = { headerRow: -1, columns: {} };
  rows.slice(0, HEADER_SEARCH_ROWS).forEach((row, headerRow) => {
    const columns = columnsByName(row);
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headerRow, columns };
  });
  return best.headerRow >= 0 ? best : { headerRow: -1, columns: columnsByContent(rows) };
}

function columnsByName(row: readonly unknown[]): Partial<Record<ColumnKind, number>> {
  const columns: Partial<Record<ColumnKind, number>> = {};
  row.forEach((cell, column) => {
    if (typeof cell !== "string") return;
    const name = tidyText(cell).toLowerCase();
    for (const kind of Object.keys(SYNONYMS) as ColumnKind[]) {
      if (columns[kind] === undefined && SYNONYMS[kind].test(name)) {
        columns[kind] = column;
        return;
      }
    }
  });
  return columns;
}

function columnsByContent(rows: Cells): Partial<Record<ColumnKind, number>> {
  const columns: Partial<Record<ColumnKind, number>> = {};
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => row[column]).filter((cell) => !isEmpty(cell));
    const numbers = cells.map(numberIn).filter((number) => number !== undefined);
    if (cells.length === 0) continue;
    if (numbers.length < cells.length / 2) columns.fund ??= column;
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
