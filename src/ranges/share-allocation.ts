import {
  centsFromShares,
  Decimal,
  exactDecimalOf,
  exactly,
  LARGEST_TOTAL,
  succeeded,
  type ExactDecimal,
  type Policy,
  type Usd,
} from "../engine";
import { failed, type Read } from "./problem";
import { assembleAllocation, type AllocationRange } from "./allocation";
import { argumentNames } from "./argument-names";
import type { Argument } from "./cells";
import { alignColumns, position, readColumn, type NumberColumn } from "./column";

/** An account whose values are shares × price, row by row. */
export interface ShareAllocationRange extends AllocationRange {
  /** Shares held, not negative. */
  readonly held: readonly ExactDecimal[];
  /** Dollars a share; 0 in rows that neither hold nor want anything. */
  readonly prices: readonly ExactDecimal[];
}

/** Shares and prices outside these are a slip of the keyboard, and would take a product beyond what can be counted. */
export const LEAST_FACTOR = 1e-9;
export const MOST_FACTOR = 1e15;

/** Reads shares, prices and targets, row by row. A row with shares or a target needs a price. */
export function readShareAllocation(
  shareCells: Argument,
  priceCells: Argument,
  targetCells: Argument,
  unassigned: Policy["unassigned"],
  ruleCells?: Argument,
): Read<ShareAllocationRange> {
  const shareColumn = readColumn("Shares", shareCells, "shares");
  if (!shareColumn.ok) return shareColumn;
  const priceColumn = readColumn("Prices", priceCells, "price");
  if (!priceColumn.ok) return priceColumn;
  const targetColumn = readColumn(argumentNames.targets, targetCells, "weight");
  if (!targetColumn.ok) return targetColumn;
  const columns = alignColumns([shareColumn.value, priceColumn.value, targetColumn.value]);
  if (!columns.ok) return columns;
  const [shares, prices, targets] = columns.value.columns as readonly [NumberColumn, NumberColumn, NumberColumn];

  for (const column of [shares, prices]) {
    const checked = checkSizes(column);
    if (!checked.ok) return checked;
  }
  const held = Array.from(shares.numbers, exactly);
  const dollarsAShare = Array.from(prices.numbers, priceOf);
  const values = new Float64Array(columns.value.rows);
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const owned = shares.numbers[row] as number;
    if (prices.numbers[row] === 0 && (owned > 0 || (targets.numbers[row] as number) > 0)) {
      return failed({ code: "price missing", at: position("Prices", row, prices.across), shares: owned });
    }
    values[row] = centsFromShares(held[row] as ExactDecimal, dollarsAShare[row] as ExactDecimal);
    total += values[row] as number;
    if (total > LARGEST_TOTAL) return failed({ code: "too much money", argument: "Shares × prices" });
  }
  const money = { values, total: total as Usd };
  const allocation = assembleAllocation(money, shares, targets, columns.value, unassigned, ruleCells);
  return allocation.ok ? succeeded({ ...allocation.value, held, prices: dollarsAShare }) : allocation;
}

/** Digits after the point of a price, unless it is too small to have any digits then. */
const PRICE_DECIMALS = 8;
const PRICE_DIGITS = 10;

/**
 * Reads a price to ten digits, and at most eight decimals: what a formula leaves beyond them is no price but noise. A
 * price below a ten thousandth of a dollar is read to five digits instead, so that none becomes 0.
 */
function priceOf(number: number): ExactDecimal {
  const given = exactly(number);
  if (given.places <= PRICE_DECIMALS && given.digits < 10 ** PRICE_DIGITS) return given;
  const price = new Decimal(number).toSignificantDigits(PRICE_DIGITS);
  return exactDecimalOf(number < 1e-4 ? price.toSignificantDigits(5) : price.toDecimalPlaces(PRICE_DECIMALS));
}

function checkSizes({ argument, across, numbers }: NumberColumn): Read<void> {
  for (let row = 0; row < numbers.length; row++) {
    const found = numbers[row] as number;
    if (found === 0 || (found >= LEAST_FACTOR && found <= MOST_FACTOR)) continue;
    const at = position(argument, row, across);
    if (found < 0) return failed({ code: "negative", at, found, wanted: argument === "Prices" ? "price" : "shares" });
    return failed({ code: "out of range", at, found, least: LEAST_FACTOR, most: MOST_FACTOR });
  }
  return succeeded(undefined);
}
