import {
  cents,
  centsFromDollars,
  centsFromShares,
  Decimal,
  exactly,
  LARGEST_TOTAL,
  succeeded,
  type Usd,
} from "../engine";
import { failed, type Note, type Read, type Wanted } from "./problem";
import type { Name } from "./names";
import { decimalMarkOf, readNumber } from "./numbers";
import { LEAST_FACTOR, MOST_FACTOR } from "./share-allocation";
import type { Table } from "./table";

type Figure = "shares" | "price" | "value";

/** A row to be valued: its fund's name, and whether a share of it is a dollar. */
export interface ValuedRow {
  readonly row: number;
  readonly fund: Name | undefined;
  readonly isCash: boolean;
}

/** What a table without the column says. */
const NO_FIGURE = succeeded(0);

/**
 * Makes a reader of what rows are worth: the value as typed, or, where it is blank, shares × price. Cash without a
 * price counts a dollar a share, and alone may be below 0. It remembers prices, because a fund has one price.
 */
export function rowValueReader<Kind extends string>(
  table: Table<Kind | Figure>,
  notes: Note[],
): (row: ValuedRow) => Read<Usd> {
  const { argument, rows, has, cell, at } = table;
  const markOf = (kind: Figure): ReturnType<typeof decimalMarkOf> =>
    has(kind) ? decimalMarkOf(rows.map((row) => cell(row, kind))) : undefined;
  const marks = { shares: markOf("shares"), price: markOf("price"), value: markOf("value") };
  const prices = new Map<string, { readonly row: number; readonly fund: string; readonly price: number }>();

  const numberAt = (row: number, kind: Figure, wanted: Wanted): Read<number> => {
    if (!has(kind)) return NO_FIGURE;
    const reading = readNumber(cell(row, kind), at(row, kind), wanted, marks[kind]);
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    if (reading.kind === "blank") return succeeded(0);
    if (reading.note) notes.push(reading.note);
    return succeeded(reading.number);
  };

  /** Shares or a price: a figure that is multiplied. */
  const factorAt = (row: number, kind: "shares" | "price", mayBeNegative: boolean): Read<number> => {
    const number = numberAt(row, kind, kind === "price" ? "price" : "shares");
    if (!number.ok || number.value === 0) return number;
    const size = Math.abs(number.value);
    const place = at(row, kind);
    if (size < LEAST_FACTOR || size > MOST_FACTOR) {
      return failed({ code: "out of range", at: place, found: number.value, least: LEAST_FACTOR, most: MOST_FACTOR });
    }
    if (number.value < 0 && !mayBeNegative) {
      const wanted = kind === "price" ? "price" : "shares";
      return failed({ code: "negative", at: place, found: number.value, wanted });
    }
    return number;
  };

  const priceOf = ({ row, fund, isCash }: ValuedRow, shares: number): Read<number> => {
    const price = factorAt(row, "price", false);
    if (!price.ok) return price;
    if (price.value === 0) {
      const place = at(row, "price");
      if (!isCash) return failed({ code: "price missing", at: place, shares, ...(fund && { fund: fund.text }) });
      notes.push({ code: "cash price of 1", at: place });
      return succeeded(1);
    }
    const known = fund && prices.get(fund.key);
    if (known && known.price !== price.value) {
      const first = { fund: known.fund, first: known.row, firstPrice: known.price };
      return failed({ code: "two prices", at: at(row, "price"), price: price.value, ...first });
    }
    if (fund && !known) prices.set(fund.key, { row, fund: fund.text, price: price.value });
    return price;
  };

  return (valued) => {
    const { row, isCash } = valued;
    const value = numberAt(row, "value", "money");
    if (!value.ok) return value;
    if (value.value !== 0) {
      if (value.value < 0 && !isCash) {
        return failed({ code: "negative", at: at(row, "value"), found: value.value, wanted: "money" });
      }
      if (Math.abs(value.value) * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument });
      return succeeded(centsFromDollars(value.value));
    }
    const shares = factorAt(row, "shares", isCash);
    if (!shares.ok) return shares;
    if (shares.value === 0) return succeeded(cents(0));
    const price = priceOf(valued, shares.value);
    if (!price.ok) return price;
    const product = new Decimal(shares.value).times(price.value);
    if (product.abs().times(100).greaterThan(LARGEST_TOTAL)) return failed({ code: "too much money", argument });
    return succeeded(centsFromShares(exactly(shares.value), exactly(price.value)));
  };
}

/** Whether a row holds words where figures belong, and no figure: what columns are counted in, say. */
export function isUnitsRow<Kind extends string>({ cell, at }: Table<Kind | Figure>, row: number): boolean {
  const kinds = (["shares", "price", "value"] as const).map(
    (kind) => readNumber(cell(row, kind), at(row, kind), "money").kind,
  );
  return kinds.includes("text") && !kinds.includes("number");
}
