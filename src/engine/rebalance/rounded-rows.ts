import { LOST } from "./least-trades";
import { firstOf, SmallTrades, type WholeTrade } from "./small-trades";
import { compareCuts, sideOf, type ExactTrade, type LevelledAccount } from "./level";

/*
 * The trades of rows towards one level, rounded together: each is cut to whole steps, and what is then missing goes, a
 * step a row, to those that were cut most (`roundToTotal`). Who gets one hangs on how many are missing, and that on what
 * is cut off every row. But from one drop to the next the level moves by next to nothing, and nearly all rows go on
 * trading the same whole number of steps.
 *
 * So a window says how far the level may move, and with it the threshold, which is how much must be cut off a trade for
 * it to get a step. Of a row that trades the same wherever in the window the two lie, the trade is a whole number that
 * never changes: it is settled, and only the sum of all such trades counts. The other rows alone are rounded at each
 * drop, to what the settled ones leave of the cash. If the threshold that this takes lies in the window, then no settled
 * row trades anything else, and the rounding is that of all rows: the steps given add up to the cash, and none that got
 * one was cut less than one that didn't.
 *
 * Windows lie in each other, each for an eighth of the rows of the one around it. Where the level has left one, it is
 * laid anew among the rows of the one around it. A drop hands over some steps to the rows that are left, so that about as
 * many trades change by a step: that, and not the number of rows, is what it costs.
 */

/** Each window has so many times fewer rows than the one around it, and the smallest about so many. */
const NARROWER = 8;
const FEW = 48;

/** What doubles lose of a threshold, in steps, and far more. */
const HAIR = 1e-9;

interface Window {
  /** The rows whose trades may change in it, and how many of them are left. */
  readonly rows: Uint32Array;
  count: number;
  /** The levels and thresholds that it holds for. A threshold above 0 is of buys, below 0 of sells (`thresholdOf`). */
  readonly lowest: number;
  readonly highest: number;
  readonly from: number;
  readonly to: number;
  /** What its settled rows trade together (of those that are rounded in the window around it), in steps. */
  settled: number;
  /** Those of them that trade less than the minimum. */
  readonly small: SmallTrades;
}

/** Who gets the missing steps, of the rows of a window: those that were cut more than `last`, and those given one. */
interface Rounding {
  readonly sign: number;
  /** In cents. Nearer to it than `doubt`, doubles can't tell: `given` are the rows there that get one. */
  readonly last: number;
  readonly doubt: number;
  readonly given: ReadonlySet<number>;
  /** The thresholds that say the same. */
  readonly from: number;
  readonly to: number;
}

/** A level, and what rows trade towards it: parts × money ÷ parts of all − value, or a share of that. */
export interface RoundedLevel {
  readonly money: number;
  readonly parts: number;
  /** What all trades add up to, in cents. */
  readonly cash: number;
  /** All of the way where absent. */
  readonly share?: number;
  towards(row: number): ExactTrade;
  /** What was cut off a trade, in cents. */
  centsCut(trade: ExactTrade): number;
}

export class RoundedRows {
  readonly #level: RoundedLevel;
  readonly #account: LevelledAccount;
  readonly #step: number;
  /** The minimum, in steps. */
  readonly #least: number;
  readonly #gone: Uint8Array;
  readonly #windows: Window[];
  /** The level that was last asked about. */
  #at = 0;
  /** Per row that is settled: in which window, and what it trades (+ buys), in steps. */
  readonly #settledIn: Uint8Array;
  readonly #settled: Float64Array;
  /** Per row when it was last rounded: its sign, its size in whole steps, and the cents cut off it. */
  readonly #signs: Int8Array;
  readonly #steps: Float64Array;
  readonly #cuts: Float64Array;
  readonly #candidates: Float64Array;

  /** `rows` trade towards the level; those whose trade is below `least` cents are asked for. */
  constructor(level: RoundedLevel, account: LevelledAccount, rows: Uint32Array, least: number) {
    const all = account.values.length;
    this.#level = level;
    this.#account = account;
    this.#step = account.step ?? 1;
    this.#least = Math.ceil(least / this.#step);
    this.#gone = new Uint8Array(all);
    this.#settledIn = new Uint8Array(all);
    this.#settled = new Float64Array(all);
    this.#signs = new Int8Array(all);
    this.#steps = new Float64Array(all);
    this.#cuts = new Float64Array(all);
    this.#candidates = new Float64Array(rows.length);
    const everywhere = Number.POSITIVE_INFINITY;
    this.#windows = [
      {
        rows: rows.slice(),
        count: rows.length,
        lowest: -everywhere,
        highest: everywhere,
        from: -everywhere,
        to: everywhere,
        settled: 0,
        small: this.#smallTrades([]),
      },
    ];
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.#gone[row] = 1;
    const window = this.#settledIn[row] === 0 ? undefined : this.#windows[this.#settledIn[row] as number];
    if (window) window.settled -= this.#settled[row] as number;
  }

  /**
   * The smallest trade below the minimum, of equal ones the later row's; undefined where none is. "unclear" where rows
   * have too few steps to give, so that others give them.
   */
  smallest(): WholeTrade | undefined | "unclear" {
    const rounding = this.#round();
    if (rounding === undefined) return "unclear";
    let found: WholeTrade | undefined;
    const { rows, count } = this.#windows.at(-1) as Window;
    for (let place = 0; place < count; place++) {
      const row = rows[place] as number;
      const size = this.#movedOf(row) + (this.#steps[row] as number) + (this.#gets(row, rounding) ? 1 : 0);
      if (size > 0 && size < this.#least) found = firstOf(found, { row, size });
    }
    for (const { small } of this.#windows) {
      const row = small.first();
      if (row !== undefined) found = firstOf(found, { row, size: this.#settledSize(row) });
    }
    return found;
  }

  /** Rounds the rows of the narrowest window that level and threshold lie in, and lays narrower ones there. */
  #round(): Rounding | undefined {
    const windows = this.#windows;
    const at = this.#level.money / this.#level.parts;
    const moved = Math.abs(at - this.#at);
    this.#at = at;
    let rounding: Rounding | undefined;
    for (;;) {
      const window = windows.at(-1) as Window;
      if (at >= window.lowest && at <= window.highest) rounding = this.#roundWithin(window, at);
      if (rounding || windows.length === 1) break;
      windows.pop();
    }
    if (rounding === undefined) return undefined;
    for (;;) {
      const around = windows.at(-1) as Window;
      // Half of what is not settled may be so by the level's move, half by the threshold's.
      const share = NARROWER ** -windows.length;
      const { parts, share: ofWay = 1 } = this.#level;
      const move = (share * this.#step * (windows[0] as Window).count) / (4 * parts * ofWay);
      // What the level leaves at once isn't worth its laying.
      if (around.count < NARROWER * FEW || move < moved) return rounding;
      const window = this.#narrower(around, rounding, at, move, share / 4);
      windows.push(window);
      // Rows that were cut alike all lie on the threshold: nothing is won by looking closer.
      if (2 * window.count > around.count) return rounding;
    }
  }

  /** Undefined where the threshold lies outside the window, or there are too few rows to give what is missing. */
  #roundWithin(window: Window, at: number): Rounding | undefined {
    const [step, signs, cuts, candidates] = [this.#step, this.#signs, this.#cuts, this.#candidates];
    const { missing, doubt } = this.#cut(window, at);
    const { rows, count: left } = window;
    const [sign, count] = [Math.sign(missing), Math.abs(missing)];
    let found = 0;
    let [mostBought, mostSold] = [0, 0];
    for (let place = 0; place < left; place++) {
      const row = rows[place] as number;
      const cut = cuts[row] as number;
      if (signs[row] === 0 || cut === 0) continue;
      if (signs[row] === sign) candidates[found++] = cut;
      else if (signs[row] === 1) mostBought = Math.max(mostBought, cut);
      else mostSold = Math.max(mostSold, cut);
    }
    if (found < count) return undefined;
    if (count === 0) {
      const [from, to] = [thresholdOf(-1, mostSold / step), thresholdOf(1, mostBought / step)];
      return isApart(window, from, to) ? undefined : { sign, last: step, doubt, given: new Set(), from, to };
    }
    const last = largest(candidates.subarray(0, found), count);
    const [few, many] = [last - doubt, last + doubt];
    let clear = 0;
    let next = 0;
    const close: ExactTrade[] = [];
    for (let place = 0; place < left; place++) {
      const row = rows[place] as number;
      const cut = cuts[row] as number;
      if (signs[row] !== sign || cut === 0) continue;
      if (cut > many) clear++;
      else if (cut < few) next = Math.max(next, cut);
      else close.push(this.#level.towards(row));
    }
    close.sort((one, other) => compareCuts(other, one) || one.row - other.row);
    const given = new Set(close.slice(0, count - clear).map(({ row }) => row));
    if (given.size < close.length) next = last;
    const [most, least] = [thresholdOf(sign, last / step), thresholdOf(sign, next / step)];
    const [from, to] = sign > 0 ? [most, least] : [least, most];
    return isApart(window, from, to) ? undefined : { sign, last, doubt, given, from, to };
  }

  /** Cuts each trade of a window's rows to whole steps. Returns the steps that are then missing of the cash. */
  #cut(window: Window, at: number): { readonly missing: number; readonly doubt: number } {
    const { values, parts } = this.#account;
    const [step, level, gone] = [this.#step, this.#level, this.#gone];
    const { share = 1 } = level;
    const [signs, steps, cuts] = [this.#signs, this.#steps, this.#cuts];
    const { rows, count } = window;
    let missing = level.cash / step;
    for (const { settled } of this.#windows) missing -= settled;
    let mostLost = 0;
    let kept = 0;
    for (let place = 0; place < count; place++) {
      const row = rows[place] as number;
      if (gone[row] === 1) continue;
      rows[kept++] = row;
      const value = values[row] as number;
      const reached = (parts[row] as number) * at;
      const gap = (reached - value) * share;
      const lost = (reached + value) * LOST * share;
      if (gap * sideOf(this.#account, row) < -lost) {
        signs[row] = steps[row] = cuts[row] = 0;
        continue;
      }
      const whole = Math.abs(gap);
      let sign = gap < 0 ? -1 : 1;
      let size = Math.floor(whole / step);
      let cut = whole - size * step;
      if (whole <= lost || cut <= lost || cut >= step - lost) {
        const trade = level.towards(row);
        ({ sign, size } = trade);
        cut = level.centsCut(trade);
      } else if (sign < 0 && value < (size + 1) * step) cut = 0;
      mostLost = Math.max(mostLost, lost);
      signs[row] = sign;
      steps[row] = size;
      cuts[row] = cut;
      missing -= sign * size;
    }
    window.count = kept;
    return { missing, doubt: 2 * mostLost + step * LOST };
  }

  #gets(row: number, { sign, last, doubt, given }: Rounding): boolean {
    return this.#signs[row] === sign && ((this.#cuts[row] as number) > last + doubt || given.has(row));
  }

  /** Settles the rows of a window that go on trading the same while level and threshold move by no more than is given. */
  #narrower(around: Window, rounding: Rounding, at: number, move: number, change: number): Window {
    const { values, parts } = this.#account;
    const step = this.#step;
    const { share = 1 } = this.#level;
    const depth = this.#windows.length;
    const [lowest, highest] = [Math.max(around.lowest, at - move), Math.min(around.highest, at + move)];
    const middle = (Math.max(around.from, rounding.from) + Math.min(around.to, rounding.to)) / 2;
    const [from, to] = [Math.max(around.from, middle - change), Math.min(around.to, middle + change)];
    const margin = (2 * rounding.doubt) / step + HAIR;
    const [bought, mostBought] = [Math.max(0, from - margin), Math.max(0, to + margin)];
    const [sold, mostSold] = [Math.max(0, 0 - to - margin), Math.max(0, margin - from)];
    const left: number[] = [];
    const small: number[] = [];
    let settled = 0;
    for (let place = 0; place < around.count; place++) {
      const row = around.rows[place] as number;
      const value = values[row] as number;
      const part = parts[row] as number;
      const side = sideOf(this.#account, row);
      const lost = part === 0 ? 0 : (part * highest + value) * 2 * LOST;
      let least = (part * lowest - value - lost) * share;
      let most = (part * highest - value + lost) * share;
      if (side > 0) [least, most] = [Math.max(0, least), Math.max(0, most)];
      else if (side < 0) [least, most] = [Math.min(0, least), Math.min(0, most)];
      let [one, other] = [0, 0];
      if (least < 0) one = -Math.min(Math.floor(value / step), Math.floor(mostSold - least / step));
      else if (most > 0) one = Math.floor(least / step + bought);
      if (most > 0) other = Math.floor(most / step + mostBought);
      else if (least < 0) other = -Math.min(Math.floor(value / step), Math.floor(sold - most / step));
      if (one !== other) {
        left.push(row);
        this.#settledIn[row] = 0;
        continue;
      }
      settled += one;
      this.#settledIn[row] = depth;
      this.#settled[row] = one;
      const size = this.#settledSize(row);
      if (size > 0 && size < this.#least) small.push(row);
    }
    const rows = Uint32Array.from(left);
    return { rows, count: rows.length, lowest, highest, from, to, settled, small: this.#smallTrades(small) };
  }

  #settledSize(row: number): number {
    return this.#movedOf(row) + Math.abs(this.#settled[row] as number);
  }

  #movedOf(row: number): number {
    return this.#account.moves?.[row] ?? 0;
  }

  #smallTrades(rows: number[]): SmallTrades {
    return new SmallTrades(
      rows,
      (row) => this.#settledSize(row),
      (row) => this.#gone[row] === 1,
    );
  }
}

/** How much of a step must be cut off a trade of a sign, as a threshold: so much less than a whole one, with the sign. */
function thresholdOf(sign: number, cut: number): number {
  return sign * (1 - cut);
}

function isApart(window: Window, from: number, to: number): boolean {
  return to < window.from || from > window.to;
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
