import { succeeded } from "../../engine";
import { isEmpty, plainValue, type Argument, type Cells } from "../cells";
import { usedRows } from "../column";
import { decimalMarkOf, readNumber } from "../numbers";
import { failed, type Note, type Read } from "../problem";
import { countHeaderRows, FIRST_YEAR, isDay, returnPlace } from "./body";
import { readCashRow } from "./cash-row";
import { readPeriodDates } from "./dates";
import { fundLists, type FundRows } from "./of-account";
import { refusedPortfolio } from "../wording/portfolio-problems";

const PRICES = "Prices";

/** Past prices of rows with targets. */
export interface PastPrices {
  /** A column of the last prices a row, oldest first; 1 for rows that need none: cash, and rows without a target. */
  readonly columns: readonly Float64Array[];
  /** The row of the range that is cash. */
  readonly cashRow: number;
  readonly notes: readonly Note[];
}

/**
 * Reads the last `lookback` prices of each row's fund: one column a fund in the order of the rows, one row a day or month,
 * oldest first, optionally below a header and behind a first column of dates. Rows with nothing in them are passed over.
 */
export function readPastPrices(
  cells: Argument,
  account: FundRows,
  { lookback, cashRow }: { readonly lookback: number; readonly cashRow: Argument },
): Read<PastPrices> {
  if (cells === null || cells === undefined) {
    return failed({ code: "missing argument", argument: PRICES, wanted: "prices" });
  }
  const found = findPrices(cells, account);
  if (!found.ok) return found;
  const { funds, rows, from, header } = found.value;
  const cash = readCashRow(cashRow, account, funds);
  if (!cash.ok) return cash;
  const notes: Note[] = [];
  if (from > 0) {
    const dates = readPeriodDates(cells, { rows }, notes, PRICES);
    if (!dates.ok) return dates;
  }
  if (rows.length < lookback) return refusedPortfolio({ code: "too few prices", prices: rows.length, lookback });
  const asked = rows.slice(-lookback);
  const none = new Float64Array(lookback).fill(1);
  const columns: Float64Array[] = Array.from({ length: account.rows }, () => none);
  for (const [index, fund] of funds.entries()) {
    if (fund === cash.value || !account.counts(fund)) continue;
    const column = readPrices(cells, { header, rows: asked, column: from + index }, notes);
    if (!column.ok) return column;
    columns[fund] = column.value;
  }
  return succeeded({ columns, cashRow: cash.value, notes });
}

/** Where prices stand: the rows of the range that hold some, the funds that have a column, and the first of those columns. */
interface PricesBody {
  readonly rows: readonly number[];
  readonly funds: readonly number[];
  readonly from: number;
  readonly header: number | undefined;
}

function findPrices(cells: Cells, account: FundRows): Read<PricesBody> {
  const width = cells[0]?.length ?? 0;
  // A formula's own error, such as a misspelt column, arrives as one cell that is nobody's row.
  if (cells.length === 1 && width === 1) {
    const reading = readNumber(cells[0]?.[0], { argument: PRICES }, "prices");
    if (reading.kind === "problem") return failed(reading.problem);
  }
  const headerRows = countHeaderRows(cells);
  const used = usedRows(cells.length, (row) => (cells[row] ?? []).find((cell) => !isEmpty(cell)));
  const below = Array.from({ length: Math.max(0, used - headerRows) }, (_, index) => headerRows + index);
  const lists = fundLists(account);
  const fits = (count: number): readonly number[] | undefined => lists.find(({ length }) => length === count);
  const isDated = fits(width - 1) !== undefined && (fits(width) === undefined || areDates(cells, below));
  const from = isDated ? 1 : 0;
  const funds = fits(width - from);
  if (width - from < 1 || funds === undefined) {
    const columns = Math.max(0, width - from);
    return failed({ code: "returns don't match", argument: PRICES, columns, funds: lists[1]?.length ?? 0 });
  }
  const rows = below.filter((row) => (cells[row] ?? []).some((cell) => !isEmpty(cell)));
  return succeeded({ rows, funds, from, header: headerRows === 0 ? undefined : headerRows - 1 });
}

/** Whether the first column holds days or years: texts that are days, or whole numbers that grow from row to row. */
function areDates(cells: Cells, rows: readonly number[]): boolean {
  const first = rows.map((row) => plainValue(cells[row]?.[0])).filter((cell) => !isEmpty(cell));
  return first.every((cell, index) => {
    if (typeof cell === "string") return isDay(cell);
    const before = first[index - 1];
    const grows = typeof before !== "number" || (typeof cell === "number" && cell > before);
    return typeof cell === "number" && Number.isInteger(cell) && cell >= FIRST_YEAR && grows;
  });
}

function readPrices(
  cells: Cells,
  { header, rows, column }: Pick<PricesBody, "header" | "rows"> & { readonly column: number },
  notes: Note[],
): Read<Float64Array> {
  const prices = new Float64Array(rows.length);
  const mark = (): ReturnType<typeof decimalMarkOf> => decimalMarkOf(rows.map((row) => cells[row]?.[column]));
  for (const [index, row] of rows.entries()) {
    const at = { ...returnPlace(cells, { header }, row, column), argument: PRICES };
    const reading = readNumber(cells[row]?.[column], at, "price", mark);
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    const price = reading.kind === "number" ? reading.number : 0;
    if (price === 0) return failed({ code: "past price missing", at });
    if (price < 0) return failed({ code: "negative", at, found: price, wanted: "price" });
    if (reading.kind === "number" && reading.note) notes.push(reading.note);
    prices[index] = price;
  }
  return succeeded(prices);
}
