import { productDifference, ratio } from "../units/exact";
import type { ExactTrade, Level, LevelledAccount, Side } from "./level";
import type { LeastTrades } from "./least-trades";
import type { RoundedLevel } from "./row-cuts";
import { RoundedRows } from "./rounded-rows";
import { RowsLeft } from "./rows-left";
import { firstOf, type WholeTrade } from "./small-trades";

/** How much of its way to the targets each row trades: moved ÷ all of it, above 0, up to 1. */
export interface ExactShare {
  readonly moved: bigint;
  readonly all: bigint;
  /** Whether what is sold, and what is bought, is rounded up to the cent, each for itself; else both are rounded together. */
  readonly isRoundedUp: boolean;
}

/**
 * Rows that trade a share of their way to a level, as their trades are rounded (`shrinkDrifts`): what finds the smallest
 * of them as rows are taken out. Trades add up to 0.
 */
export class ShrinkingRows {
  readonly #over: RowsOver | undefined;
  readonly #sides: readonly ShrinkingSide[];
  readonly #rounded: readonly RoundedRows[];

  /** `rows` are those that are left; trades below `least` cents are asked for. `nearest` finds them by all of their way to the level. */
  constructor(
    level: Level,
    account: Omit<LevelledAccount, "side">,
    rows: Uint32Array,
    share: ExactShare,
    least: number,
    nearest: LeastTrades,
  ) {
    this.#over = share.isRoundedUp ? new RowsOver(level, account, rows) : undefined;
    const sides: readonly Side[] = share.isRoundedUp ? [1, -1] : [0];
    this.#sides = sides.map((side) => new ShrinkingSide(level, { ...account, side }, share));
    this.#rounded = this.#sides.map((each) => new RoundedRows(each, each.account, rows, least, nearest));
  }

  /** The smallest trade below the minimum, of equal ones the later row's; undefined where none is. */
  smallest(): WholeTrade | undefined | "unclear" {
    const over = this.#over?.over();
    let found: WholeTrade | undefined;
    for (const [place, side] of this.#sides.entries()) {
      if (over !== undefined) side.turnOver(over);
      const smallest = (this.#rounded[place] as RoundedRows).smallest();
      if (smallest === "unclear") return smallest;
      if (smallest !== undefined) found = firstOf(found, smallest);
    }
    return found;
  }

  /** Takes out a row that is left, once the level is without it. */
  take(row: number): void {
    this.#over?.take(row);
    for (const rounded of this.#rounded) rounded.take(row);
  }
}

/** The rows that buy, or sell, or both, a share of their way. */
class ShrinkingSide implements RoundedLevel {
  readonly account: LevelledAccount;
  readonly share: number;
  cash = 0;
  readonly #level: Level;
  readonly #exact: ExactShare;

  constructor(level: Level, account: LevelledAccount, exact: ExactShare) {
    this.account = account;
    this.share = ratio(exact.moved, exact.all);
    this.#level = level;
    this.#exact = exact;
  }

  get money(): number {
    return this.#level.money;
  }

  get parts(): number {
    return this.#level.parts;
  }

  /** What lies over the level, in cents times the level's parts: the share of it, rounded up, is traded. */
  turnOver(over: bigint): void {
    const divisor = this.#divisor();
    this.cash = this.account.side * Number((over * this.#exact.moved + divisor - 1n) / divisor);
  }

  towards(row: number): ExactTrade {
    const { values, parts, side } = this.account;
    const way = BigInt(parts[row] as number) * BigInt(this.money) - BigInt(values[row] as number) * BigInt(this.parts);
    const sign = way > 0n ? 1 : way < 0n ? -1 : 0;
    if (sign === 0 || sign * side < 0) return { row, sign: 0, size: 0, cutCents: 0, cut: 0n };
    const traded = (way < 0n ? -way : way) * this.#exact.moved;
    const divisor = this.#divisor();
    return { row, sign, size: Number(traded / divisor), cutCents: 0, cut: traded % divisor };
  }

  centsCut({ cut }: ExactTrade): number {
    return ratio(BigInt(cut), this.#divisor());
  }

  #divisor(): bigint {
    return BigInt(this.parts) * this.#exact.all;
  }
}

/** What rows hold over a level that moves as they are taken out. */
class RowsOver {
  readonly #level: Level;
  readonly #account: Omit<LevelledAccount, "side">;
  /** The rows by value ÷ part, and the last place of those that are left that lies up to the level. */
  readonly #order: Uint32Array;
  readonly #placeOf = new Map<number, number>();
  readonly #left: RowsLeft;
  #upTo: number | undefined;
  #held = 0;
  #part = 0;

  constructor(level: Level, account: Omit<LevelledAccount, "side">, rows: Uint32Array) {
    const { values, parts } = account;
    this.#level = level;
    this.#account = account;
    // A row without a target lies over any level.
    this.#order = rows
      .slice()
      .sort((one, other) =>
        productDifference(values[one] as number, parts[other] as number, values[other] as number, parts[one] as number),
      );
    this.#order.forEach((row, place) => {
      this.#placeOf.set(row, place);
      this.#add(row, 1);
    });
    this.#left = new RowsLeft(rows.length);
  }

  /** In cents times the level's parts. */
  over(): bigint {
    this.#follow();
    const { money, parts } = this.#level;
    return BigInt(this.#held) * BigInt(parts) - BigInt(this.#part) * BigInt(money);
  }

  take(row: number): void {
    const place = this.#placeOf.get(row);
    if (place === undefined) return;
    if (this.#upTo === undefined || place > this.#upTo) this.#add(row, -1);
    if (place === this.#upTo) this.#upTo = this.#left.before(place);
    this.#left.take(place);
  }

  #follow(): void {
    while (this.#upTo !== undefined && this.#isOver(this.#upTo)) {
      this.#add(this.#order[this.#upTo] as number, 1);
      this.#upTo = this.#left.before(this.#upTo);
    }
    for (;;) {
      const next = this.#upTo === undefined ? this.#left.first() : this.#left.after(this.#upTo);
      if (next === undefined || this.#isOver(next)) return;
      this.#add(this.#order[next] as number, -1);
      this.#upTo = next;
    }
  }

  #isOver(place: number): boolean {
    const row = this.#order[place] as number;
    const { values, parts } = this.#account;
    const { money, parts: all } = this.#level;
    return productDifference(values[row] as number, all, parts[row] as number, money) > 0;
  }

  #add(row: number, times: 1 | -1): void {
    this.#held += times * (this.#account.values[row] as number);
    this.#part += times * (this.#account.parts[row] as number);
  }
}
