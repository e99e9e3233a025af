import { failed, succeeded, type Result } from "../errors";
import { roundingGridOf, type Allocation } from "../portfolio/allocation";
import { multiplyDivide, productDifference } from "../units/exact";
import { negated, NO_MONEY, type Usd } from "../units/money";
import { roundToTotal } from "../units/round-to-total";

/*
 * Level-fill: A. H. Mao, "Optimal lazy portfolio rebalancing" (2013). The ratio value ÷ target says how full a row is.
 * A contribution raises the emptiest rows to a common ratio, a withdrawal lowers the fullest ones; no other split of
 * the same cash, without trading the other way, leaves the fullest (or emptiest) row nearer to the rest.
 */

/** The rows with a target by value ÷ target, lowest first, ties by row order. */
export function byRatio({ values, targets: { parts } }: Allocation): readonly number[] {
  const rows: number[] = [];
  parts.forEach((part, row) => {
    if (part > 0) rows.push(row);
  });
  return rows.sort((one, other) => {
    // v₁ ÷ t₁ − v₂ ÷ t₂ has the sign of v₁ t₂ − v₂ t₁, which is exact.
    const difference = productDifference(
      values[one] as number,
      parts[other] as number,
      values[other] as number,
      parts[one] as number,
    );
    return difference || one - other;
  });
}

/** A common level of value ÷ target, as an exact ratio: row i reaches `parts[i] × money ÷ parts` cents. */
interface Level {
  readonly money: number;
  readonly parts: number;
}

/**
 * Moves the given rows to the level, and empties others, as exact amounts that add up to `amount`, and rounds them. Rows
 * that are in neither list get 0.
 */
function moveToLevel(
  allocation: Allocation,
  rows: readonly number[],
  level: Level,
  amount: Usd,
  emptied: readonly number[] = [],
): Usd[] {
  const { values, targets } = allocation;
  const floors = new Float64Array(values.length);
  const remainders = new Float64Array(values.length);
  for (const row of rows) {
    const reached = multiplyDivide(targets.parts[row] as number, level.money, level.parts);
    floors[row] = reached.quotient - (values[row] as number);
    remainders[row] = reached.remainder;
  }
  for (const row of emptied) floors[row] = 0 - (values[row] as number);
  return roundToTotal({ floors, remainders, divisor: level.parts }, amount, roundingGridOf(allocation));
}

/**
 * Splits a contribution without selling: raises the lowest value ÷ target ratios to a common level until `amount` is
 * used. Returns what each row buys (n × 1, whole cents, none negative, adding up to `amount`). Rows with a target of 0
 * buy nothing; where there are no others the contribution fails. `order` may be `byRatio` of these values and more rows.
 */
export function contribute(
  allocation: Allocation,
  amount: Usd,
  order: readonly number[] = byRatio(allocation),
): Result<readonly Usd[]> {
  const { values, targets } = allocation;
  const rows = order.filter((row) => (targets.parts[row] as number) > 0);
  if (rows.length === 0 && amount > 0) return failed({ code: "no targets" });
  let money: number = amount;
  let parts = 0;
  let filled = 0;
  for (const row of rows) {
    // A row joins while it lies below the level that the rows before it would reach: v ÷ t < money ÷ parts.
    const value = values[row] as number;
    const part = targets.parts[row] as number;
    if (parts > 0 && productDifference(value, parts, money, part) >= 0) break;
    money += value;
    parts += part;
    filled += 1;
  }
  return succeeded(moveToLevel(allocation, rows.slice(0, filled), { money, parts }, amount));
}

/**
 * Raises money without buying: sells rows with a target of 0 first, in proportion to their values, then lowers the
 * highest value ÷ target ratios to a common level. Returns what each row trades (n × 1, whole cents, none positive,
 * adding up to −`amount`). Fails when `amount` is more than there is.
 */
export function withdraw(allocation: Allocation, amount: Usd, order?: readonly number[]): Result<readonly Usd[]> {
  const { values, total, targets } = allocation;
  if (amount > total) return failed({ code: "more than there is", asked: amount, held: total });

  const untargeted = sum(values, (row) => targets.parts[row] === 0);
  if (amount <= untargeted) return succeeded(sellUntargeted(allocation, untargeted, amount));

  const rows = (order ?? byRatio(allocation)).filter((row) => (targets.parts[row] as number) > 0).reverse();
  let money = untargeted - amount;
  let parts = 0;
  let lowered = 0;
  for (const row of rows) {
    const value = values[row] as number;
    const part = targets.parts[row] as number;
    // The level may still be below 0 while the rows so far don't hold the amount; it can't be above this row then.
    if (parts > 0 && money >= 0 && productDifference(value, parts, money, part) <= 0) break;
    money += value;
    parts += part;
    lowered += 1;
  }
  const emptied = Array.from(values, (_, row) => row).filter((row) => targets.parts[row] === 0);
  return succeeded(moveToLevel(allocation, rows.slice(0, lowered), { money, parts }, negated(amount), emptied));
}

/** Sells `amount` from the rows without a target, in proportion to their values (`untargeted` is their sum). */
function sellUntargeted(allocation: Allocation, untargeted: number, amount: Usd): Usd[] {
  const { values, targets } = allocation;
  const floors = new Float64Array(values.length);
  const remainders = new Float64Array(values.length);
  if (amount === 0) return Array.from(values, () => NO_MONEY);
  for (let row = 0; row < values.length; row++) {
    if (targets.parts[row] !== 0) continue;
    const sale = multiplyDivide(values[row] as number, amount, untargeted);
    // −(q + r ÷ d) = −(q + 1) + (d − r) ÷ d
    floors[row] = sale.remainder === 0 ? -sale.quotient : -sale.quotient - 1;
    remainders[row] = sale.remainder === 0 ? 0 : untargeted - sale.remainder;
  }
  return roundToTotal({ floors, remainders, divisor: untargeted }, negated(amount), roundingGridOf(allocation));
}

function sum(values: Float64Array, counts: (row: number) => boolean): number {
  return values.reduce((total, value, row) => (counts(row) ? total + value : total), 0);
}
