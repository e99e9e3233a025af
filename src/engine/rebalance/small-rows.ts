import type { LeastTrades } from "./least-trades";
import { sideOf, type LevelledAccount } from "./level";
import type { RowCuts } from "./row-cuts";
import { SmallTrades } from "./small-trades";

/** Fewer rows than this aren't worth asking for again soon, if there are more below the minimum. */
const FEW = 64;

/** What doubles lose of a threshold, in steps, and far more. */
const HAIR = 1e-9;

/** Levels and thresholds (`thresholdOf`), either from one up to another. */
export interface Window {
  readonly lowest: number;
  readonly highest: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The rows whose trades may be the smallest. In a window of levels and thresholds most of them trade one whole number of
 * steps: they are settled, and lie in a heap by it. The others are to be looked at for each drop.
 */
export class SmallRows {
  /** The rows that aren't settled; those that were taken out are still among them. */
  open: number[] = [];
  /** No other row's trade can be rounded to fewer steps in the window. */
  safe = 0;
  #window: Window = { lowest: 1, highest: 0, from: 1, to: 0 };
  #small: SmallTrades;
  /** How many rows were looked at to lay the window, and how many steps beyond the smallest trade were asked for. */
  laid = 0;
  #beyond = 2;
  readonly #account: LevelledAccount;
  readonly #cuts: RowCuts;
  readonly #nearest: LeastTrades;
  readonly #gone: Uint8Array;
  readonly #settled: Float64Array;
  /** The minimum, in steps. */
  readonly #least: number;

  constructor(account: LevelledAccount, cuts: RowCuts, nearest: LeastTrades, gone: Uint8Array, least: number) {
    this.#account = account;
    this.#cuts = cuts;
    this.#nearest = nearest;
    this.#gone = gone;
    this.#least = least;
    this.#settled = new Float64Array(account.values.length);
    this.#small = this.#heap([]);
  }

  holds(at: number, from: number, to: number): boolean {
    const window = this.#window;
    return at >= window.lowest && at <= window.highest && from >= window.from && to <= window.to;
  }

  /** The settled row whose trade is the smallest, of equal ones the later; undefined where none is below the minimum. */
  first(): number | undefined {
    return this.#small.first();
  }

  /** What a settled row trades, with what it moved before, in steps. */
  sizeOf(row: number): number {
    return (this.#account.moves?.[row] ?? 0) + Math.abs(this.#settled[row] as number);
  }

  /** Finds the rows that may be the smallest in a window, where no trade is below `smallest` steps. */
  lay(smallest: number, window: Window): void {
    this.#window = window;
    if (this.laid > 8 * FEW && this.#beyond > 2) this.#beyond /= 2;
    this.#find(smallest);
  }

  /** Finds more of them, as there is none below `smallest` steps, or there may be others as small. */
  extend(smallest: number): void {
    this.#beyond *= 2;
    this.#find(smallest);
  }

  /** Finds the rows that may be the smallest, and settles those that it can. */
  #find(smallest: number): void {
    const { step, share } = this.#cuts;
    const window = this.#window;
    const [middle, move] = [(window.lowest + window.highest) / 2, (window.highest - window.lowest) / 2];
    let rows: readonly number[];
    for (;;) {
      this.safe = smallest + this.#beyond;
      // A hair more, for what doubles lose of a share.
      rows = this.#nearest.within(middle, move, ((this.safe * step) / share) * (1 + HAIR));
      if (rows.length >= FEW || this.safe >= this.#least) break;
      this.#beyond *= 2;
    }
    this.laid = rows.length;
    this.open = [];
    const small: number[] = [];
    for (const row of rows) {
      if (this.#gone[row] === 1) continue;
      const trade = this.#settledTrade(row, window);
      if (trade === undefined) this.open.push(row);
      else {
        this.#settled[row] = trade;
        const size = this.sizeOf(row);
        if (size > 0 && size < this.#least) small.push(row);
      }
    }
    this.#small = this.#heap(small);
  }

  /** What a row trades in steps (+ buys) wherever in a window level and threshold lie; undefined where that isn't sure. */
  #settledTrade(row: number, { lowest, highest, from, to }: Window): number | undefined {
    const { values, parts } = this.#account;
    const { step, share } = this.#cuts;
    const value = values[row] as number;
    const part = parts[row] as number;
    const side = sideOf(this.#account, row);
    const lost = part === 0 && share === 1 ? 0 : 2 * this.#cuts.lost(row, highest);
    let least = (part * lowest - value) * share - lost;
    let most = (part * highest - value) * share + lost;
    if (side > 0) [least, most] = [Math.max(0, least), Math.max(0, most)];
    else if (side < 0) [least, most] = [Math.min(0, least), Math.min(0, most)];
    if (least === 0 && most === 0) return 0;
    // A higher level and a higher threshold both buy more, or sell less.
    const steps = (cents: number, threshold: number): number =>
      cents < 0
        ? -Math.min(Math.floor(value / step), Math.floor(Math.max(0, 0 - threshold) - cents / step))
        : Math.floor(cents / step + Math.max(0, threshold));
    const margin = lost / step + HAIR;
    const fewest = steps(least, from - margin);
    return fewest === steps(most, to + margin) ? fewest : undefined;
  }

  #heap(rows: number[]): SmallTrades {
    return new SmallTrades(
      rows,
      (row) => this.sizeOf(row),
      (row) => this.#gone[row] === 1,
    );
  }
}
