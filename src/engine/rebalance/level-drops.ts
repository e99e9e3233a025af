import type { Usd } from "../units/money";
import { multiplyDivide, productDifference } from "../units/exact";
import { LeastOfBlocks } from "./least-of-blocks";
import { ValueClasses, type MissingCents } from "./value-classes";

/*
 * Which rows a minimum trade drops, where one level decides all trades: row i trades parts[i] × level − values[i], cut
 * and settled to whole cents. To target every row trades so; where cash is placed only the rows below the level (money
 * in), or above it (money out), do. The level is money ÷ parts: what the trading rows hold and the cash, over their
 * parts. Dropping a row takes its value and its parts out of the two sums, and hands its trade over to the others.
 *
 * Solving again after each drop would take drops × rows steps. Instead, each drop is found from the level alone:
 * doubles find the rows whose trades may be the smallest, by bounds that hold whatever their last digits are
 * (`LeastOfBlocks`); whole numbers order these few; and only where the order hangs on who gets a missing cent of the
 * rounding is that counted, by weight (`ValueClasses`). Every drop is the one that solving again would have found.
 */

/** Which trades of a level count: all, or those of one sign. */
export type Side = 1 | 0 | -1;

/** What decides the trades of an account: its rows, the cash (+ in, − out), and which side of the level trades. */
export interface LevelledAccount {
  /** Whole cents, and parts of a whole, row by row. */
  readonly values: Float64Array;
  readonly parts: Float64Array;
  readonly cash: Usd;
  readonly side: Side;
}

/** One row's trade before the missing cents are given: its sign, its size cut to whole cents, and what was cut off. */
interface CutTrade {
  readonly row: number;
  readonly sign: -1 | 0 | 1;
  readonly size: number;
  /** Of `parts`, the level's divisor. */
  readonly cut: number;
}

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. Stops early, with the rows so far, where the level no longer
 * says it all: no part or no money is left. Trades are in whole cents.
 */
export function levelDrops(account: LevelledAccount, least: number): number[] {
  const level = new Level(account);
  const { values, parts, side } = account;
  const rows = byPartsAndValue(account);
  const nearest = new LeastOfBlocks(values, parts, side, rows);
  const classes = new ValueClasses(values, parts, rows);
  const dropped: number[] = [];
  for (;;) {
    if (!level.holds()) return dropped;
    const candidates = nearest.candidates(level.money / level.parts).map((row) => level.tradeOf(row));
    const trades = candidates.filter(({ sign }) => sign !== 0);
    let next = firstWhateverIsRounded(trades, least);
    if (next === "unclear") next = dropsInAnyOrder(trades, least, level, nearest);
    if (next === "unclear") next = smallest(trades, least, classes.missingCents(level.money, level.parts, side));
    if (next.length === 0) return dropped;
    for (const row of next) {
      dropped.push(row);
      nearest.take(row);
      classes.take(row);
      level.take(row);
    }
  }
}

/** Rows that are dropped next, none where none is; or that it hangs on the missing cents which they are. */
type Next = readonly number[] | "unclear";

function byPartsAndValue({ values, parts }: LevelledAccount): Uint32Array {
  return Uint32Array.from(values, (_, row) => row).sort(
    (one, other) =>
      (parts[one] as number) - (parts[other] as number) || (values[one] as number) - (values[other] as number),
  );
}

/** A level, and the rows that lie on the trading side of it. */
class Level {
  money: number;
  parts = 0;
  readonly #account: LevelledAccount;
  readonly #gone: Uint8Array;
  /** The rows with a target in the order in which the level reaches them, and how many it has reached. All where both sides trade. */
  readonly #order: readonly number[];
  #reached = 0;
  /** Whether money out comes from rows without a target alone, in proportion to their values. */
  readonly #proportional: boolean;

  constructor(account: LevelledAccount) {
    const { values, parts, cash, side } = account;
    this.#account = account;
    this.#gone = new Uint8Array(values.length);
    this.money = cash;
    const order: number[] = [];
    for (let row = 0; row < values.length; row++) {
      const part = parts[row] as number;
      if (side !== 0 && part > 0) order.push(row);
      else if (side <= 0) this.#add(row);
    }
    this.#proportional = side < 0 && this.money >= 0;
    // v₁ ÷ t₁ − v₂ ÷ t₂ has the sign of v₁ t₂ − v₂ t₁, which is exact.
    this.#order = order.sort(
      (one, other) =>
        side *
        productDifference(values[one] as number, parts[other] as number, values[other] as number, parts[one] as number),
    );
    this.#reach();
  }

  /** Whether there is a level at all, and money to trade towards. */
  holds(): boolean {
    return this.parts > 0 && this.money >= 0 && !this.#proportional;
  }

  partsOf(row: number): number {
    return this.#account.parts[row] as number;
  }

  /** A row's trade, cut to whole cents, exactly. */
  tradeOf(row: number): CutTrade {
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

  /** Takes out a row that trades. */
  take(row: number): void {
    this.#gone[row] = 1;
    this.money -= this.#account.values[row] as number;
    this.parts -= this.#account.parts[row] as number;
    // What the row doesn't trade, others do: the level moves on.
    this.#reach();
  }

  #reach(): void {
    const { values, parts, side } = this.#account;
    for (; this.#reached < this.#order.length; this.#reached++) {
      const row = this.#order[this.#reached] as number;
      if (this.#gone[row] === 1) continue;
      const beyond = productDifference(this.money, parts[row] as number, values[row] as number, this.parts) * side;
      // Money out may be more than the rows so far hold; the level can't be above another row then.
      if (this.parts > 0 && this.money >= 0 && beyond <= 0) return;
      this.#add(row);
    }
  }

  #add(row: number): void {
    this.money += this.#account.values[row] as number;
    this.parts += this.#account.parts[row] as number;
  }
}

/** The row of the smallest trade below `least`, of equal ones the later row. */
function smallest(trades: readonly CutTrade[], least: number, missing: MissingCents): readonly number[] {
  let found: number | undefined;
  let size = least;
  // The likeliest first: whether a row gets a cent is asked of few of them.
  for (const trade of trades.slice().sort((one, other) => one.size - other.size || other.row - one.row)) {
    if (trade.size > size || trade.size >= least) break;
    if (trade.size === size && found !== undefined && trade.row < found) continue;
    const gets = trade.cut > 0 && trade.sign === missing.sign && missing.gets(trade.row, trade.cut);
    const rounded = trade.size + (gets ? 1 : 0);
    if (rounded === 0 || rounded > size || rounded >= least) continue;
    if (rounded < size || found === undefined || trade.row > found) found = trade.row;
    size = rounded;
  }
  return found === undefined ? [] : [found];
}

/**
 * The same, where no missing cent can make a difference: one row's trade is below each of the others whoever gets a
 * cent. Of two trades of one sign, the one that is cut to less, or to the same with less cut off, never rounds to more.
 */
function firstWhateverIsRounded(trades: readonly CutTrade[], least: number): Next {
  let first: CutTrade | undefined;
  for (const trade of trades) {
    if (trade.size === 0) return "unclear";
    if (first === undefined || comesFirst(trade, first)) first = trade;
  }
  if (first === undefined || first.size >= least) return [];
  const most = first.size + (first.cut > 0 ? 1 : 0);
  if (most >= least) return "unclear";
  for (const trade of trades) {
    if (trade === first || most < trade.size) continue;
    const neverMore = trade.sign === first.sign && first.row > trade.row;
    if (!neverMore) return "unclear";
  }
  return [first.row];
}

function comesFirst(one: CutTrade, other: CutTrade): boolean {
  if (one.size !== other.size) return one.size < other.size;
  return one.cut < other.cut || (one.cut === other.cut && one.row > other.row);
}

/** So many rows may be found to be dropped together, in so many attempts, before it is worth counting missing cents. */
const MOST_TOGETHER = 64;
const MOST_ATTEMPTS = 6;

/**
 * Rows that are all dropped next, in whatever order. Dropping some of them hands their trades over: the level moves by
 * at most what they trade, over the parts of the rows that stay. If all of them stay below every other row, below
 * `least` and above nothing wherever the level may move to, then each next drop is one of them until none is left.
 */
function dropsInAnyOrder(trades: readonly CutTrade[], least: number, level: Level, nearest: LeastOfBlocks): Next {
  let rows = trades;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && rows.length <= MOST_TOGETHER; attempt++) {
    // In cents, each trade is below its size + 1; while the level moves, it may grow by its own parts of the move.
    let traded = 0;
    let parts = 0;
    for (const { row, size } of rows) {
      traded += size + 1;
      parts += level.partsOf(row);
    }
    const staying = level.parts - 2 * parts;
    if (staying <= 0) return "unclear";
    // A hair more than the move itself, for what doubles lose.
    const move = (traded / staying) * 1.000001;
    let most = 0;
    for (const { row, sign, size } of rows) {
      const reach = level.partsOf(row) * move;
      if (sign === 0 || size - reach < 1) return "unclear";
      most = Math.max(most, size + 1 + reach);
    }
    // Rounded, a trade is below the next whole cent but one.
    const limit = Math.floor(most) + 2;
    if (limit >= least) return "unclear";
    const near = nearest.within(level.money / level.parts, move, limit);
    if (near.length === rows.length) return near;
    rows = near.map((row) => level.tradeOf(row));
  }
  return "unclear";
}
