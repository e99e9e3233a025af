import { multiplyDivide, productDifference } from "../units/exact";
import { RowsLeft } from "./rows-left";

/** Which trades of a level count: all, or those of one sign. */
export type Side = 1 | 0 | -1;

/** What decides the trades of an account: its rows, and which side of the level trades. */
export interface LevelledAccount {
  /** Whole cents, and parts of a whole, row by row. */
  readonly values: Float64Array;
  readonly parts: Float64Array;
  readonly side: Side;
  /**
   * Whole cents that each row has traded to the side before: `values` are what it holds since then. 0 where absent.
   * What a row trades towards the level comes on top.
   */
  readonly moves?: Float64Array;
}

/** One row's trade before the missing cents are given: its sign, its size cut to whole cents, and what was cut off. */
export interface CutTrade {
  readonly row: number;
  readonly sign: Side;
  readonly size: number;
  /** Of `parts`, the level's divisor. */
  readonly cut: number;
}

/** A level of value ÷ part, the rows that lie on its trading side, and the cash (+ in, − out) that they trade together. */
export class Level {
  money = 0;
  parts = 0;
  #cash = 0;
  readonly #account: LevelledAccount;
  readonly #trades: Uint8Array;
  /**
   * The rows with a target in the order in which the level reaches them, their places in it, and the last place of those
   * that are left that it has reached. Where both sides trade all are reached, and none is here.
   */
  readonly #order: readonly number[];
  readonly #placeOf = new Map<number, number>();
  readonly #left: RowsLeft;
  #reached: number | undefined;
  /** What rows without a target hold. Less than that is taken from them alone, in proportion to their values. */
  #untargeted = 0;

  constructor(account: LevelledAccount, rows: Iterable<number>) {
    const { values, parts, side } = account;
    this.#account = account;
    this.#trades = new Uint8Array(values.length);
    const order: number[] = [];
    for (const row of rows) {
      const part = parts[row] as number;
      if (side !== 0 && part > 0) order.push(row);
      else if (side <= 0) this.#add(row);
      if (part === 0) this.#untargeted += values[row] as number;
    }
    // v₁ ÷ t₁ − v₂ ÷ t₂ has the sign of v₁ t₂ − v₂ t₁, which is exact.
    this.#order = order.sort(
      (one, other) =>
        side *
        productDifference(values[one] as number, parts[other] as number, values[other] as number, parts[one] as number),
    );
    this.#order.forEach((row, place) => this.#placeOf.set(row, place));
    this.#left = new RowsLeft(order.length);
  }

  /** Whether there is a level at all, and money to trade towards. */
  holds(): boolean {
    const proportional = this.#account.side < 0 && this.#untargeted + this.#cash >= 0;
    return this.parts > 0 && this.money >= 0 && !proportional;
  }

  /** Trades so much cash, and not what it was before. */
  trade(cash: number): void {
    this.money += cash - this.#cash;
    this.#cash = cash;
    this.#follow();
  }

  /** A row's trade, cut to whole cents, exactly. */
  tradeOf(row: number): CutTrade {
    const trade = this.#towards(row);
    const { side, moves } = this.#account;
    const moved = moves?.[row] ?? 0;
    if (moved === 0) return trade;
    return trade.sign === 0 ? { row, sign: side, size: moved, cut: 0 } : { ...trade, size: trade.size + moved };
  }

  #towards(row: number): CutTrade {
    const { values, parts, side } = this.#account;
    const { quotient, remainder } = multiplyDivide(parts[row] as number, this.money, this.parts);
    const floor = quotient - (values[row] as number);
    if (floor >= 0) {
      const sign = (floor === 0 && remainder === 0) || side < 0 ? 0 : 1;
      return { row, sign, size: floor, cut: remainder };
    }
    const sign = side > 0 ? 0 : -1;
    return remainder === 0
      ? { row, sign, size: -floor, cut: 0 }
      : { row, sign, size: -floor - 1, cut: this.parts - remainder };
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const place = this.#placeOf.get(row);
    if (place !== undefined) {
      if (place === this.#reached) this.#reached = this.#left.before(place);
      this.#left.take(place);
    }
    if (this.#trades[row] === 1) this.#remove(row);
    if (this.#account.parts[row] === 0) this.#untargeted -= this.#account.values[row] as number;
    this.#follow();
  }

  /** Moves on to the next rows, or back, so that the level lies where the rows that it has reached put it. */
  #follow(): void {
    while (this.#reached !== undefined) {
      const row = this.#order[this.#reached] as number;
      if (this.#isBeyond(row)) break;
      this.#remove(row);
      this.#reached = this.#left.before(this.#reached);
    }
    for (;;) {
      const next = this.#reached === undefined ? this.#left.first() : this.#left.after(this.#reached);
      if (next === undefined) return;
      const row = this.#order[next] as number;
      // Money out may be more than the rows so far hold; the level can't be above another row then.
      if (this.parts > 0 && this.money >= 0 && !this.#isBeyond(row)) return;
      this.#add(row);
      this.#reached = next;
    }
  }

  /** Whether a row trades towards the level. */
  #isBeyond(row: number): boolean {
    const { values, parts, side } = this.#account;
    return productDifference(this.money, parts[row] as number, values[row] as number, this.parts) * side > 0;
  }

  #add(row: number): void {
    this.#trades[row] = 1;
    this.money += this.#account.values[row] as number;
    this.parts += this.#account.parts[row] as number;
  }

  #remove(row: number): void {
    this.#trades[row] = 0;
    this.money -= this.#account.values[row] as number;
    this.parts -= this.#account.parts[row] as number;
  }
}
