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

/** The rows that trade towards a level, and the level. */
interface Reached extends Level {
  readonly rows: readonly number[];
}

/**
 * Finds the rows that a level reaches from below (`side` 1, which buy) or from above (−1, which sell), where they trade
 * `money` together. A row is reached if the level that those before it make, in order of value ÷ target, lies beyond it;
 * then it lies beyond those before it too. So they are found by parting the rows about one of them, again and again, and
 * no more of them are put in order than need be (C. A. R. Hoare, "Algorithm 65: Find", 1961).
 */
function reach({ values, targets }: Allocation, side: 1 | -1, trades: number): Reached {
  const { parts: all } = targets;
  const rows: number[] = [];
  for (let row = 0; row < all.length; row++) if ((all[row] as number) > 0) rows.push(row);
  const swap = (one: number, other: number): void => {
    const row = rows[one] as number;
    rows[one] = rows[other] as number;
    rows[other] = row;
  };
  let money = trades;
  let parts = 0;
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = rows[(from + to) >>> 1] as number;
    const value = values[middle] as number;
    const part = all[middle] as number;
    let [low, place, high] = [from, from, to];
    let [held, before] = [0, 0];
    let [alikeHeld, alike] = [0, 0];
    while (place < high) {
      const row = rows[place] as number;
      // v₁ ÷ t₁ − v₂ ÷ t₂ has the sign of v₁ t₂ − v₂ t₁, which is exact.
      const later = side * productDifference(values[row] as number, part, value, all[row] as number);
      if (later > 0) swap(place, --high);
      else if (later < 0) {
        held += values[row] as number;
        before += all[row] as number;
        swap(place++, low++);
      } else {
        alikeHeld += values[row] as number;
        alike += all[row] as number;
        place++;
      }
    }
    // The level lies beyond the row in the middle if it does so once all before it have joined.
    if (side * productDifference(money + held, part, value, parts + before) > 0) {
      money += held + alikeHeld;
      parts += before + alike;
      from = high;
    } else to = low;
  }
  return { rows: rows.slice(0, from), money, parts };
}

/**
 * Moves the given rows to the level, and empties others, as exact amounts that add up to `amount`, and rounds them. Rows
 * that are in neither list get 0.
 */
function moveToLevel(
  allocation: Allocation,
  { rows, ...level }: Reached,
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
 * buy nothing; where there are no others the contribution fails.
 */
export function contribute(allocation: Allocation, amount: Usd): Result<readonly Usd[]> {
  if (amount > 0 && !allocation.targets.parts.some((part) => part > 0)) return failed({ code: "no targets" });
  return succeeded(moveToLevel(allocation, reach(allocation, 1, amount), amount));
}

/**
 * Raises money without buying: sells rows with a target of 0 first, in proportion to their values, then lowers the
 * highest value ÷ target ratios to a common level. Returns what each row trades (n × 1, whole cents, none positive,
 * adding up to −`amount`). Fails when `amount` is more than there is.
 */
export function withdraw(allocation: Allocation, amount: Usd): Result<readonly Usd[]> {
  const { values, total, targets } = allocation;
  if (amount > total) return failed({ code: "more than there is", asked: amount, held: total });

  const untargeted = sum(values, (row) => targets.parts[row] === 0);
  if (amount <= untargeted) return succeeded(sellUntargeted(allocation, untargeted, amount));

  const emptied = Array.from(values, (_, row) => row).filter((row) => targets.parts[row] === 0);
  const left = untargeted - amount;
  return succeeded(moveToLevel(allocation, reach(allocation, -1, left), negated(amount), emptied));
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
