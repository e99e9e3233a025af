import {
  cents,
  centsFromDollars,
  centsFromShares,
  Decimal,
  exactly,
  LARGEST_TOTAL,
  succeeded,
  type Usd,
} from "../../engine";
import type { Cells } from "../cells";
import { decimalMarkOf, isErrorCell, parseNumber, readNumber, tidyText, type DecimalMark } from "../numbers";
import { failed, type CellPlace, type Note, type Read, type Wanted } from "../problem";
import { LEAST_FACTOR, MOST_FACTOR } from "../share-allocation";
import type { HoldingColumn } from "./headings";
import { isBond, isNoFigure } from "./labels";
import type { RowNames } from "./row-names";

/** Where the figures of a table stand. */
export interface FigureColumns {
  readonly cells: Cells;
  readonly header: number;
  readonly column: (kind: HoldingColumn) => number | undefined;
  readonly at: (row: number, kind: HoldingColumn) => CellPlace;
  /** The decimal mark of the file, if it tells. */
  readonly mark?: DecimalMark | undefined;
}

/** What a cell of figures says: a number, with 0 for a blank; `isMissing` for a text that means that there is none. */
export interface Figure {
  readonly number: number;
  readonly isMissing: boolean;
  readonly note: Note | undefined;
}

/** Reads the figures of a table's columns. */
export type FigureReader = (row: number, kind: HoldingColumn, wanted: Wanted) => Read<Figure>;

const BLANK = succeeded<Figure>({ number: 0, isMissing: false, note: undefined });
const MISSING = succeeded<Figure>({ number: 0, isMissing: true, note: undefined });

/**
 * Makes a reader of figures. Whether `1,200` is a thousand or one and a fifth comes from the other cells of its column,
 * else from all the table, unless the file tells.
 */
export function figureReader({ cells, header, column, at, mark }: FigureColumns): FigureReader {
  const marks = new Map<HoldingColumn, DecimalMark | undefined>();
  let ofTable: DecimalMark | "none" | undefined;
  const markOf = (kind: HoldingColumn, place: number): DecimalMark | undefined => {
    if (mark !== undefined) return mark;
    if (!marks.has(kind)) {
      const own = decimalMarkOf(numbersIn(cells, header, (row) => [row[place]]));
      ofTable ??= own ?? decimalMarkOf(numbersIn(cells, header, (row) => row)) ?? "none";
      marks.set(kind, own ?? (ofTable === "none" ? undefined : ofTable));
    }
    return marks.get(kind);
  };
  return (row, kind, wanted) => {
    const place = column(kind);
    const cell = place === undefined ? undefined : cells[row]?.[place];
    if (typeof cell === "number" && Number.isFinite(cell))
      return succeeded({ number: cell, isMissing: false, note: undefined });
    if (place === undefined || cell === null || cell === undefined || cell === "") return BLANK;
    if (isNoFigure(cell)) return MISSING;
    const reading = readNumber(cell, at(row, kind), wanted, () => markOf(kind, place));
    if (reading.kind === "blank") return BLANK;
    if (reading.kind !== "number") return failed(reading.problem);
    return succeeded({ number: reading.number, isMissing: false, note: reading.note });
  };
}

/** The texts below a header that are numbers, however they are to be read. */
function* numbersIn(
  cells: Cells,
  header: number,
  of: (row: readonly unknown[]) => readonly unknown[],
): Iterable<string> {
  for (let row = header + 1; row < cells.length; row++) {
    for (const cell of of(cells[row] ?? [])) {
      if (typeof cell !== "string" || !/\d[.,]/.test(cell)) continue;
      const text = tidyText(cell);
      if (parseNumber(text, ".") !== undefined || parseNumber(text, ",") !== undefined) yield text;
    }
  }
}

/** A row to be valued. */
export interface ValuedRow {
  readonly row: number;
  /** What its fund is called in sentences; "" for none. */
  readonly fund: string;
  readonly account: number | undefined;
  /** All that the row says of its fund. */
  readonly names: Pick<RowNames, "fund" | "ticker" | "description">;
  readonly isCash: boolean;
  /** Only cash and loans may be below 0. */
  readonly mayBeNegative: boolean;
}

/** What a row is worth, and the figures it has. */
export interface RowFigures {
  readonly value: Usd;
  readonly shares: number | undefined;
  readonly price: number | undefined;
  /** Whether a text says that a figure is missing, and the row is worth nothing by what it has. */
  readonly isMissing: boolean;
}

/** Whether shares at a price are worth more than all money may be. Doubles tell, but next to the limit. */
function isTooMuch(shares: number, price: number): boolean {
  const nearly = Math.abs(shares * price) * 100;
  if (Math.abs(nearly - LARGEST_TOTAL) > LARGEST_TOTAL * 1e-12) return nearly > LARGEST_TOTAL;
  return new Decimal(shares).times(price).abs().times(100).greaterThan(LARGEST_TOTAL);
}

/** A bond with a price of this and more is quoted per 100 of its face value, not per dollar of it. */
const LEAST_QUOTE = 2;

/**
 * Makes a reader of what rows are worth: the value as typed, or, where it is blank, shares × price. Cash without a
 * price counts a dollar a share, and alone may be below 0. It remembers prices, because a fund has one price in an
 * account.
 */
export function rowValueReader(
  argument: string,
  read: FigureReader,
  at: FigureColumns["at"],
  notes: Note[],
): (row: ValuedRow) => Read<RowFigures> {
  const prices = new Map<string, { readonly row: number; readonly fund: string; readonly price: number }>();

  const noted = (figure: Figure): void => {
    if (figure.note) notes.push(figure.note);
  };

  /** Shares or a price: a figure that is multiplied. */
  const factorAt = ({ row, fund, mayBeNegative }: ValuedRow, kind: "shares" | "price"): Read<Figure> => {
    const figure = read(row, kind, kind);
    if (!figure.ok || figure.value.number === 0) return figure;
    noted(figure.value);
    const { number } = figure.value;
    const size = Math.abs(number);
    if (size < LEAST_FACTOR || size > MOST_FACTOR) {
      const range = { least: LEAST_FACTOR, most: MOST_FACTOR };
      return failed({ code: "out of range", at: at(row, kind), found: number, ...range });
    }
    if (number < 0 && !(mayBeNegative && kind === "shares")) {
      const negative = { code: "negative", at: at(row, kind), found: number, wanted: kind } as const;
      return failed(kind === "shares" && fund !== "" ? { ...negative, fund } : negative);
    }
    return figure;
  };

  const priceOf = (valued: ValuedRow, shares: number): Read<number> => {
    const { row, fund, account, names, isCash } = valued;
    const figure = factorAt(valued, "price");
    if (!figure.ok) return figure;
    const price = figure.value.number;
    if (price === 0) {
      const place = at(row, "price");
      if (!isCash) return failed({ code: "price missing", at: place, shares, ...(fund !== "" && { fund }) });
      notes.push({ code: "cash price of 1", at: place });
      return succeeded(1);
    }
    if (
      price >= LEAST_QUOTE &&
      [names.ticker, names.description].some((name) => name !== undefined && isBond(name.text))
    ) {
      return failed({ code: "bond without a value", at: at(row, "value"), fund });
    }
    const key = names.fund && `${account ?? ""}\n${names.fund.key}`;
    const known = key === undefined ? undefined : prices.get(key);
    if (known && known.price !== price) {
      const first = { fund: known.fund, first: known.row, firstPrice: known.price };
      return failed({ code: "two prices", at: at(row, "price"), price, ...first });
    }
    if (key !== undefined && !known) prices.set(key, { row, fund, price });
    return succeeded(price);
  };

  /** The shares beside a value: worth a note if they can't be read, since the value counts. */
  const sharesBeside = ({ row }: ValuedRow): number => {
    const figure = read(row, "shares", "shares");
    if (figure.ok) return figure.value.number;
    const { problem } = figure;
    const found = "found" in problem && !isErrorCell(problem) ? String(problem.found) : undefined;
    if (found !== undefined) notes.push({ code: "shares not read", at: at(row, "shares"), found });
    return 0;
  };

  return (valued) => {
    const { row, mayBeNegative, fund } = valued;
    const value = read(row, "value", "money");
    if (!value.ok) return value;
    const { number } = value.value;
    if (number !== 0) {
      noted(value.value);
      if (number < 0 && !mayBeNegative) {
        const negative = { code: "negative", at: at(row, "value"), found: number, wanted: "money" } as const;
        return failed(fund === "" ? negative : { ...negative, fund });
      }
      if (Math.abs(number) * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
      const shares = sharesBeside(valued);
      return succeeded({
        value: centsFromDollars(number),
        shares: shares === 0 ? undefined : shares,
        price: shares === 0 ? undefined : number / shares,
        isMissing: false,
      });
    }
    const shares = factorAt(valued, "shares");
    if (!shares.ok) return shares;
    if (shares.value.number === 0) {
      const price = read(row, "price", "price");
      const isMissing = [value, shares, price].some((each) => each.ok && each.value.isMissing);
      const quoted = price.ok && price.value.number > 0 ? price.value.number : undefined;
      return succeeded({ value: cents(0), shares: undefined, price: quoted, isMissing });
    }
    const price = priceOf(valued, shares.value.number);
    if (!price.ok) return price;
    if (isTooMuch(shares.value.number, price.value)) return failed({ code: "too much money", argument });
    return succeeded({
      value: centsFromShares(exactly(shares.value.number), exactly(price.value)),
      shares: shares.value.number,
      price: price.value,
      isMissing: false,
    });
  };
}
