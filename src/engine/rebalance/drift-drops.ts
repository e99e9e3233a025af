import type { Result } from "../errors";
import { ratio } from "../units/exact";
import { cents, type Usd } from "../units/money";
import { LeastTrades } from "./least-trades";
import { Level, type LevelledAccount } from "./level";
import { smallestBelow } from "./minimum-trade";
import { ShrinkingRows, type ExactShare } from "./shrinking-rows";
import { WorthAsking } from "./worth-asking";

/*
 * Which rows a minimum trade drops where all drifts shrink by one share, short of the targets.
 *
 * Each row trades that share of what would take it to the targets of the rows that are left, so that the same level
 * says which trade is the smallest (see `level-drops.ts`). Where cash is placed first, it takes the rows that it reaches
 * to a level of its own, and the share is of the way from there: a row trades
 *   share × (parts × level − value) + (1 − share) × (parts × fill − value),
 * the second only where it lies before the fill. Fill and level move as rows are dropped, the fill in one direction.
 *
 * What is measured, and with it the share, is of the whole account. Without cash it never changes. Cash comes to rows
 * under their targets (or goes from rows over them) and leaves them there, so that what lies on the other side, which is
 * as much, stays as it is; but for what a missing cent takes across, where a row's target is next to nothing. Once the
 * fill has reached the targets that is no longer so, and the rows are solved again for each drop.
 *
 * A trade is its exact size but for a cent of each rounding. Where that leaves open which comes first, rows are dropped
 * together if each of them is dropped before any other row in whatever order. Else, without cash, the rows are rounded
 * whose trades may have changed (`ShrinkingRows`); with cash, which is rounded before, all are solved again for the one drop.
 */

/** What doubles lose of a size or of a share, and far more. */
const HAIR = 1e-9;

/** So many rows may be found to be dropped together, in so many attempts, before it is worth solving again. */
const MOST_TOGETHER = 64;
const MOST_ATTEMPTS = 6;

/** How the drifts of an account shrink. */
export interface Shrinking {
  /** Whole cents, and parts of a whole, row by row. */
  readonly account: Omit<LevelledAccount, "side">;
  /** What is placed first: + in, − out. */
  readonly cash: number;
  readonly share: ExactShare;
  /** What lies over the targets once the cash is placed, in cents. */
  readonly over: number;
}

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again; some of them together, in any order. `solve` trades the given
 * rows alone. Stops early where cash has brought its rows to their targets. Trades are in whole cents.
 */
export function driftDrops(
  shrinking: Shrinking,
  least: number,
  solve: (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>,
): number[] {
  const gone = new Uint8Array(shrinking.account.values.length);
  const left = new RowsLeftToShrink(shrinking, gone, least);
  const dropped: number[] = [];
  while (left.holds()) {
    let next = left.next();
    if (next === "unclear") {
      const trades = solve((row) => gone[row] === 0);
      const smallest = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
      next = smallest === undefined ? [] : [smallest];
    }
    if (next.length === 0) break;
    for (const row of next) {
      gone[row] = 1;
      dropped.push(row);
      left.take(row);
    }
  }
  return dropped;
}

class RowsLeftToShrink {
  readonly #shrinking: Shrinking;
  readonly #gone: Uint8Array;
  readonly #least: number;
  readonly #share: number;
  #rounded: ShrinkingRows | undefined;
  readonly #bounds = new WorthAsking();
  readonly #level: Level;
  readonly #fill: Level | undefined;
  /** What a row trades to the fill counts so many times, where what it trades to the level counts once. */
  readonly #weight: number;
  readonly #nearest: LeastTrades;
  readonly #rows: Uint32Array;
  /** The fill that takes rows to the targets of the whole account, and its parts from the least on. */
  readonly #targetLevel: number;
  readonly #parts: Float64Array;
  /** By how many cents rounding may change a trade. */
  readonly #rounding: number;

  constructor(shrinking: Shrinking, gone: Uint8Array, least: number) {
    const { account, cash } = shrinking;
    const share = ratio(shrinking.share.moved, shrinking.share.all);
    const { values, parts } = account;
    // A row without money and without a target never trades.
    const rows = Uint32Array.from(values.keys()).filter((row) => values[row] !== 0 || parts[row] !== 0);
    rows.sort((one, other) => (parts[one] as number) - (parts[other] as number));
    const side = cash > 0 ? 1 : -1;
    this.#shrinking = shrinking;
    this.#gone = gone;
    this.#least = least;
    this.#share = share;
    this.#rows = rows;
    this.#weight = (1 - share) / share;
    this.#level = new Level({ ...account, side: 0 }, rows);
    this.#level.trade(cash);
    this.#targetLevel = this.#level.money / this.#level.parts;
    this.#parts = Float64Array.from(rows, (row) => parts[row] as number);
    this.#rounding = cash === 0 ? 1 : 2;
    if (cash !== 0) {
      this.#fill = new Level({ ...account, side }, rows);
      this.#fill.trade(cash);
    }
    const fill = cash === 0 ? undefined : ({ side, weight: this.#weight } as const);
    this.#nearest = new LeastTrades({ ...account, side: 0 }, rows, fill);
  }

  holds(): boolean {
    return this.#level.holds() && (this.#fill?.holds() ?? true) && this.#isBeforeTargets(0);
  }

  take(row: number): void {
    this.#nearest.take(row);
    this.#level.take(row);
    this.#fill?.take(row);
    this.#rounded?.take(row);
  }

  /** The rows that are dropped next, none where no trade is below the minimum. */
  next(): readonly number[] | "unclear" {
    if (this.#bounds.isWorthAsking()) {
      const next = this.#nextHoweverRounded();
      if (next !== "unclear" || this.#fill) return next;
    }
    this.#bounds.leftOpen();
    const { account, share } = this.#shrinking;
    if (!this.#rounded) {
      const rows = this.#rows.filter((row) => this.#gone[row] === 0);
      this.#rounded = new ShrinkingRows(this.#level, account, rows, share, this.#least, this.#nearest);
    }
    const smallest = this.#rounded.smallest();
    if (smallest === "unclear") return smallest;
    return smallest === undefined ? [] : [smallest.row];
  }

  /** The same, where the order is that of the exact trades. */
  #nextHoweverRounded(): readonly number[] | "unclear" {
    const { account } = this.#shrinking;
    const [share, least] = [this.#share, this.#least];
    const rounding = this.#rounding;
    // Trades that differ by so much stay in order however each is rounded; so do these on the way to it.
    const apart = (2 * rounding + HAIR) / share;
    const [at, fillAt] = [levelOf(this.#level), levelOf(this.#fill)];
    let smallest = Number.POSITIVE_INFINITY;
    const candidates = this.#nearest.candidates(at, fillAt);
    if (candidates === undefined) return "unclear";
    for (const row of candidates) smallest = Math.min(smallest, this.#sizeOf(row));
    const reach = smallest * share;
    if (reach * (1 - HAIR) - rounding >= least) return [];
    if (reach * (1 - HAIR) < rounding || reach * (1 + HAIR) + rounding >= least) return "unclear";
    const limit = (smallest + apart) * (1 + HAIR);
    const near = this.#nearest.within(at, 0, limit, fillAt).filter((row) => this.#sizeOf(row) <= limit);
    // Of like rows an earlier one gets a missing cent first, so that the last of them comes first.
    const last = near.reduce((later, row) => Math.max(later, row), 0);
    const { values, parts } = account;
    const alike = near.every((row) => values[row] === values[last] && parts[row] === parts[last]);
    if (near.length === 1 || (alike && this.#filledOf(last) === 0)) return [last];
    return this.#together(near, least, apart) ?? "unclear";
  }

  /**
   * Rows that are all dropped next, in whatever order: however far dropping some of them moves level and fill, all of
   * them stay below every other row, below `least` and above nothing.
   */
  #together(near: readonly number[], least: number, apart: number): readonly number[] | undefined {
    const { account } = this.#shrinking;
    const share = this.#share;
    const partOf = (row: number): number => account.parts[row] as number;
    const rounding = this.#rounding / share;
    let rows = near;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && rows.length <= MOST_TOGETHER; attempt++) {
      const moved = moveWithout(
        rows.map((row) => [partOf(row), signedTrade(this.#level, row)]),
        this.#level,
      );
      const filled = rows.filter((row) => this.#filledOf(row) !== 0);
      const refilled = this.#fill
        ? moveWithout(
            filled.map((row) => [partOf(row), this.#filledOf(row)]),
            this.#fill,
          )
        : 0;
      if (moved === undefined || refilled === undefined || !this.#isBeforeTargets(refilled)) return undefined;
      const move = moved + refilled * this.#weight;
      let most = 0;
      for (const row of rows) {
        const size = this.#sizeOf(row);
        if ((size - partOf(row) * move) * (1 - HAIR) < rounding) return undefined;
        most = Math.max(most, (size + partOf(row) * move) * (1 + HAIR));
      }
      if (most + rounding >= least / share) return undefined;
      const close = this.#nearest.within(levelOf(this.#level), move, (most + apart) * (1 + HAIR), levelOf(this.#fill));
      if (close.length === rows.length) return this.#bySize(rows);
      rows = close;
    }
    return undefined;
  }

  /** Rows as they would be dropped, were nothing rounded and no trade handed over: near to their true order. */
  #bySize(rows: readonly number[]): readonly number[] {
    return rows.slice().sort((one, other) => this.#sizeOf(one) - this.#sizeOf(other) || other - one);
  }

  /** What a row trades, were the share all of its way. */
  #sizeOf(row: number): number {
    const size = Math.abs(signedTrade(this.#level, row) + this.#weight * this.#filledOf(row));
    return size === 0 ? Number.POSITIVE_INFINITY : size;
  }

  #filledOf(row: number): number {
    return this.#fill ? signedTrade(this.#fill, row) : 0;
  }

  /** Whether the fill, moved on by so much, leaves all that it reaches short of its targets, or next to all. */
  #isBeforeTargets(move: number): boolean {
    const { cash, over } = this.#shrinking;
    if (!this.#fill) return true;
    const short = (this.#targetLevel - levelOf(this.#fill)) * Math.sign(cash) - move - this.#targetLevel * HAIR;
    if (short <= 0) return false;
    // A missing cent may take rows across whose parts of what is short are less than it: as many don't matter.
    const mayCross = Math.floor((over * HAIR) / 2 / this.#weight);
    const next = this.#parts[mayCross];
    return next === undefined || next * short >= 1;
  }
}

function levelOf(level: Level | undefined): number {
  return level ? level.money / level.parts : 0;
}

function signedTrade(level: Level, row: number): number {
  const { sign, size, cut } = level.tradeOf(row);
  return sign * (size + cut / level.parts);
}

/** How far a level moves at most where some of these rows are taken out; undefined where they may be all. */
function moveWithout(rows: readonly (readonly [part: number, trade: number])[], level: Level): number | undefined {
  let [parts, traded] = [0, 0];
  for (const [part, trade] of rows) {
    parts += part;
    traded += Math.abs(trade);
  }
  return parts >= level.parts ? undefined : (traded / (level.parts - parts)) * (1 + HAIR);
}
