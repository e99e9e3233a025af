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
  /** Rows that trade one way alone where both sides of the level trade: 1 only buys, −1 only sells. */
  readonly locks?: Int8Array;
  /** What trades are multiples of, in cents: 1 where absent. */
  readonly step?: number;
  /**
   * Whole cents that each row has traded to the side before: `values` are what it holds since then. 0 where absent.
   * What a row trades towards the level comes on top.
   */
  readonly moves?: Float64Array;
}

/** Which side of the level a row trades on: 1 where it may only buy, −1 where it may only sell, 0 on both. */
export function sideOf({ side, locks }: LevelledAccount, row: number): Side {
  return side !== 0 ? side : ((locks?.[row] ?? 0) as Side);
}

/** One row's trade before what is missing is given: its sign, its size cut to whole steps, and what was cut off. */
export interface ExactTrade {
  readonly row: number;
  readonly sign: Side;
  /** In steps: whole cents, unless trades are multiples of more. */
  readonly size: number;
  /** What was cut off: whole cents, and what is less than one, as a part of one divisor for all. */
  readonly cutCents: number;
  readonly cut: number | bigint;
}

/** A trade towards a level, whose parts are the divisor. */
export interface CutTrade extends ExactTrade {
  readonly cut: number;
}

/** Whether something is cut off a trade, so that it may get a missing step. */
export function isCut({ cutCents, cut }: ExactTrade): boolean {
  return cutCents > 0 || cut > 0;
}

/** Compares what was cut off two trades with one divisor. */
export function compareCuts(one: ExactTrade, other: ExactTrade): number {
  return one.cutCents - other.cutCents || (one.cut > other.cut ? 1 : one.cut < other.cut ? -1 : 0);
}

/** A level of value ÷ part, the rows that trade towards it, and the cash (+ in, − out) that they trade together. */
export class Level {
  money = 0;
  parts = 0;
  #cash = 0;
  readonly #account: LevelledAccount;
  readonly #trades: Uint8Array;
  /**
   * The rows with a target that trade on one side alone, by value ÷ part, their places, and the last place of those that
   * are left that lies below the level. Those below it buy, the others sell.
   */
  readonly #order: readonly number[];
  readonly #placeOf = new Map<number, number>();
  readonly #left: RowsLeft;
  #below: number | undefined;
  /** What rows without a target hold. Less than that is taken from them alone, in proportion to their values. */
  #untargeted = 0;

  constructor(account: LevelledAccount, rows: Iterable<number>) {
    const { values, parts } = account;
    this.#account = account;
    this.#trades = new Uint8Array(values.length);
    const order: number[] = [];
    for (const row of rows) {
      const part = parts[row] as number;
      const side = sideOf(account, row);
      if (side !== 0 && part > 0) order.push(row);
      if (side <= 0) this.#add(row);
      if (part === 0) this.#untargeted += values[row] as number;
    }
    // v₁ ÷ t₁ − v₂ ÷ t₂ has the sign of v₁ t₂ − v₂ t₁, which is exact.
    this.#order = order.sort((one, other) =>
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

  /** What all trades add up to, in cents. */
  get cash(): number {
    return this.#cash;
  }

  /** Trades so much cash, and not what it was before. */
  trade(cash: number): void {
    this.money += cash - this.#cash;
    this.#cash = cash;
    this.#follow();
  }

  /** A row's trade, cut to whole steps, exactly. */
  tradeOf(row: number): CutTrade {
    const trade = this.towards(row);
    const { side, moves } = this.#account;
    const moved = moves?.[row] ?? 0;
    if (moved === 0) return trade;
    return trade.sign === 0
      ? { row, sign: side, size: moved, cutCents: 0, cut: 0 }
      : { ...trade, size: trade.size + moved };
  }

  /** What a row trades towards the level, without what it has traded before. */
  towards(row: number): CutTrade {
    const { values, parts, step = 1 } = this.#account;
    const value = values[row] as number;
    const { quotient, remainder } = multiplyDivide(parts[row] as number, this.money, this.parts);
    const floor = quotient - value;
    const sign = floor >= 0 ? (floor === 0 && remainder === 0 ? 0 : 1) : -1;
    if (sign * sideOf(this.#account, row) < 0) return { row, sign: 0, size: 0, cutCents: 0, cut: 0 };
    const [whole, cut] =
      floor >= 0 ? [floor, remainder] : remainder === 0 ? [-floor, 0] : [-floor - 1, this.parts - remainder];
    if (step === 1) return { row, sign, size: whole, cutCents: 0, cut };
    const size = Math.floor(whole / step);
    // A holding without a further whole step is sold to the last whole one: as if nothing more were to be sold.
    const isAll = sign < 0 && value < (size + 1) * step;
    return isAll
      ? { row, sign: size === 0 ? 0 : sign, size, cutCents: 0, cut: 0 }
      : { row, sign, size, cutCents: whole - size * step, cut };
  }

  /** What was cut off a trade towards the level, in cents. */
  centsCut({ cutCents, cut }: CutTrade): number {
    return cutCents + cut / this.parts;
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const place = this.#placeOf.get(row);
    if (place !== undefined) {
      if (place === this.#below) this.#below = this.#left.before(place);
      this.#left.take(place);
    }
    if (this.#trades[row] === 1) this.#remove(row);
    if (this.#account.parts[row] === 0) this.#untargeted -= this.#account.values[row] as number;
    this.#follow();
  }

  /** Moves up past rows, or back, so that the level lies where the rows that trade put it. */
  #follow(): void {
    while (this.#below !== undefined) {
      const row = this.#order[this.#below] as number;
      if (this.#isAbove(row)) break;
      this.#pass(row, -1);
      this.#below = this.#left.before(this.#below);
    }
    for (;;) {
      const next = this.#below === undefined ? this.#left.first() : this.#left.after(this.#below);
      if (next === undefined) return;
      const row = this.#order[next] as number;
      if (!this.#isAbove(row)) return;
      this.#pass(row, 1);
      this.#below = next;
    }
  }

  /** The level moves up past a row, which then buys or no longer sells; or down (−1). */
  #pass(row: number, direction: 1 | -1): void {
    if (sideOf(this.#account, row) === direction) this.#add(row);
    else this.#remove(row);
  }

  /**
   * Whether the level is above a row: what all trade at the row's own ratio adds up to less than the cash. On it, the row
   * doesn't trade.
   */
  #isAbove(row: number): boolean {
    const { values, parts } = this.#account;
    const above = productDifference(this.money, parts[row] as number, values[row] as number, this.parts);
    return above > 0 || (above === 0 && sideOf(this.#account, row) < 0);
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
