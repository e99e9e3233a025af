import type { Result } from "../errors";
import { cents, type Usd } from "../units/money";
import { LOST } from "./least-trades";
import { Level, type CutTrade, type LevelledAccount } from "./level";
import { smallestBelow } from "./minimum-trade";
import type { Next } from "./next-drop";

/*
 * Which rows a minimum trade drops where one level decides all trades (see `level-drops.ts`) and they are rounded to
 * whole dollars, or to multiples of some. A dollar is a hundred times as coarse as a cent, so that who gets a missing one decides nearly every
 * drop, and that hangs on all rows. So each drop looks at each row once, in doubles, and exactly only at those near to a
 * whole dollar, or to the last that gets one. Where a holding stands in the way, so that the rows of its sign have too
 * few dollars to give, the rows are solved again for the one drop.
 */

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. `cash` is what all trades add up to (+ in, − out); trades are
 * multiples of `step` cents. `solve` trades the given rows alone. Stops early where the level no longer says it all.
 */
export function stepDrops(
  account: LevelledAccount,
  cash: Usd,
  step: number,
  least: number,
  solve: (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>,
): number[] {
  const left = new RowsLeftInSteps(account, cash, step);
  while (left.holds()) {
    let next = left.next(least);
    if (next === "unclear") {
      const trades = solve((row) => !left.isGone(row));
      next = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
    }
    if (next === undefined) break;
    left.take(next);
  }
  return left.dropped;
}

class RowsLeftInSteps {
  readonly dropped: number[] = [];
  readonly #account: LevelledAccount;
  readonly #cash: number;
  readonly #step: number;
  readonly #level: Level;
  readonly #gone: Uint8Array;
  #rows: Uint32Array;
  /** Per row at the level that was last asked about: its sign, its size in whole steps, and the cents cut off it. */
  readonly #signs: Int8Array;
  readonly #steps: Float64Array;
  readonly #cuts: Float64Array;
  readonly #candidates: Float64Array;
  /** What doubles may have lost of the cents cut off. */
  #doubt = 0;

  constructor(account: LevelledAccount, cash: number, step: number) {
    const { values, parts } = account;
    const rows = values.length;
    this.#account = account;
    this.#cash = cash;
    this.#step = step;
    this.#gone = new Uint8Array(rows);
    // A row without money and without a target never trades.
    this.#rows = Uint32Array.from(values.keys()).filter((row) => values[row] !== 0 || parts[row] !== 0);
    this.#level = new Level(account, this.#rows);
    this.#level.trade(cash);
    this.#signs = new Int8Array(rows);
    this.#steps = new Float64Array(rows);
    this.#cuts = new Float64Array(rows);
    this.#candidates = new Float64Array(rows);
  }

  holds(): boolean {
    return this.#level.holds();
  }

  isGone(row: number): boolean {
    return this.#gone[row] === 1;
  }

  take(row: number): void {
    this.dropped.push(row);
    this.#gone[row] = 1;
    this.#level.take(row);
    const place = this.#rows.indexOf(row);
    this.#rows.copyWithin(place, place + 1);
    this.#rows = this.#rows.subarray(0, -1);
  }

  next(least: number): Next {
    const missing = this.#cut();
    const gets = this.#whoGets(Math.sign(missing), Math.abs(missing));
    if (gets === "unclear") return "unclear";
    let found: number | undefined;
    let smallest = Math.ceil(least / this.#step);
    const [rows, steps, signs] = [this.#rows, this.#steps, this.#signs];
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      const size = steps[row] as number;
      if (size > smallest || signs[row] === 0) continue;
      const rounded = size + (gets(row) ? 1 : 0);
      if (rounded === 0 || rounded > smallest || (rounded === smallest && found === undefined)) continue;
      // The rows come in their order, so that of equal trades the last is found.
      found = row;
      smallest = rounded;
    }
    return found;
  }

  /** Cuts each trade to whole steps. Returns the steps that are then missing of the cash. */
  #cut(): number {
    const { values, parts, side } = this.#account;
    const [step, level, rows] = [this.#step, this.#level, this.#rows];
    const [signs, steps, cuts] = [this.#signs, this.#steps, this.#cuts];
    const at = level.money / level.parts;
    let missing = this.#cash / step;
    let mostLost = 0;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      const value = values[row] as number;
      const reached = (parts[row] as number) * at;
      const gap = reached - value;
      const lost = (reached + value) * LOST;
      let sign = gap < 0 ? -1 : 1;
      const isNear = Math.abs(gap) <= lost;
      if (!isNear && sign * side < 0) {
        signs[row] = 0;
        continue;
      }
      let size = Math.floor(Math.abs(gap) / step);
      let cut = Math.abs(gap) - size * step;
      if (isNear || cut <= lost || cut >= step - lost) {
        const trade = level.tradeOf(row);
        sign = trade.sign;
        size = Math.floor(trade.size / step);
        cut = trade.size - size * step + trade.cut / level.parts;
      }
      if (lost > mostLost) mostLost = lost;
      signs[row] = sign;
      steps[row] = size;
      cuts[row] = cut;
      missing -= sign * size;
    }
    this.#doubt = 2 * mostLost + step * LOST;
    return missing;
  }

  /** Which rows get one of the missing steps: those that were cut most among those of the sign, ties by row order. */
  #whoGets(sign: number, count: number): ((row: number) => boolean) | "unclear" {
    if (count === 0) return () => false;
    const { values } = this.#account;
    const [rows, signs, steps, cuts, candidates] = [this.#rows, this.#signs, this.#steps, this.#cuts, this.#candidates];
    const step = this.#step;
    let found = 0;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      const cut = cuts[row] as number;
      if (signs[row] !== sign || cut === 0) continue;
      // No sale exceeds its holding.
      if (sign < 0 && (values[row] as number) < ((steps[row] as number) + 1) * step) cuts[row] = 0;
      else candidates[found++] = cut;
    }
    if (found < count) return "unclear";
    const last = largest(candidates.subarray(0, found), count);
    const [from, to] = [last - this.#doubt, last + this.#doubt];
    let clear = 0;
    const close: CutTrade[] = [];
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] as number;
      const cut = cuts[row] as number;
      if (cut < from || cut === 0 || signs[row] !== sign) continue;
      if (cut > to) clear++;
      else close.push(this.#level.tradeOf(row));
    }
    close.sort((one, other) => (other.size % step) - (one.size % step) || other.cut - one.cut || one.row - other.row);
    const given = new Set(close.slice(0, count - clear).map(({ row }) => row));
    return (row) => signs[row] === sign && ((cuts[row] as number) > to || given.has(row));
  }
}

/** The `count`th largest of some numbers, whose order changes (C. A. R. Hoare, "Algorithm 65: Find", 1961). */
function largest(numbers: Float64Array, count: number): number {
  let from = 0;
  let to = numbers.length - 1;
  const place = count - 1;
  while (from < to) {
    const middle = numbers[(from + to) >>> 1] as number;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((numbers[low] as number) > middle) low++;
      while ((numbers[high] as number) < middle) high--;
      if (low > high) break;
      const swapped = numbers[low] as number;
      numbers[low++] = numbers[high] as number;
      numbers[high--] = swapped;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return numbers[place] as number;
}
