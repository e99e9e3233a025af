import type { Result } from "../errors";
import { edgesOfRow, nearlyReach, side, type RowBand } from "../policy/band";
import type { Allocation } from "../portfolio/allocation";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { CashInBand } from "./cash-in-band";
import { movesOutOfBand, type MovesOutOfBand, type PartWay } from "./destinations";
import { Level } from "./level";
import { smallestBelow } from "./minimum-trade";
import { RowsLeftToMove } from "./move-drops";
import type { Next } from "./next-drop";

/*
 * Which rows a minimum trade drops where cash is placed first, and rows that are then outside their bands move to a
 * destination short of their targets.
 *
 * A row outside its band ends at the same balance however much of the cash it was given before: its trade is that less
 * its value. So where cash goes to rows alone that it leaves outside their bands, it is as if it were met together with
 * the imbalance of the moves, and nobody need know who got how much. And where it brings all its rows into their bands,
 * what the moves leave goes on filling the same rows: the two fillings are one, once the second
 * has taken each row a cent past the first, which rounded it.
 *
 * Cash brings its rows to one level of value ÷ target. Dropping rows leaves more of it to the others, so that the level
 * only moves towards the fuller rows (money in) or the emptier ones (money out): first the cash may leave all its rows
 * outside, in the end none. In between it leaves some outside and others not: soon over where bands are a share of the
 * targets, but bands in points make it last. Then the rows that it has brought into their bands keep what they are given,
 * to the cent (`cash-in-band.ts`), and the others move with the rest of it, as if there were no more. While a cent
 * decides which those are, or rows in band must give to the moves, the rows are solved again for each drop.
 */

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. `cash` is placed first (+ in, − out, not 0); `solve` places it
 * and moves with the given rows alone. Stops early where they can't. Trades are in whole cents.
 */
export function cashMoveDrops(
  allocation: Allocation,
  cash: Usd,
  band: RowBand,
  destination: PartWay,
  least: number,
  solve: (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>,
): number[] {
  const left = new RowsLeftWithCash(allocation, cash, band, destination, least);
  const isClear = cash > 0 || !holdsBandedStray(allocation, band);
  for (;;) {
    let next: Next = isClear ? left.next() : "unclear";
    if (next === "unclear") {
      const trades = solve((row) => !left.isGone(row));
      next = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
    }
    if (next === undefined) return left.dropped;
    left.take(next);
  }
}

/** Whether a row without a target holds money and has room to: money out would be taken from it in shares, not to a level. */
function holdsBandedStray({ values, targets }: Allocation, band: RowBand): boolean {
  const hasRoom = nearlyReach(band, targets.whole)(0) > 0;
  return hasRoom && values.some((value, row) => value > 0 && targets.parts[row] === 0);
}

/** A cent by which a balance may be rounded, and a hair. */
const ROUNDED = 1.01;

/** What doubles lose of a level, and far more. */
const HAIR = 1e-12;

class RowsLeftWithCash {
  readonly dropped: number[] = [];
  readonly #gone: Uint8Array;
  readonly #cash: Usd;
  readonly #least: number;
  /** 1 where money comes in, so that rows below the level are given it, −1 where it goes out. */
  readonly #sign: number;
  readonly #level: Level;
  /** What rows without a target hold: money out is taken from them first. */
  #untargeted: number;
  /** The account with its cash, and the moves of rows that are outside their bands without it. */
  readonly #moves: MovesOutOfBand;
  /**
   * Up to the first of these levels the cash leaves all its rows outside their bands, from the second on none; from the
   * third on it may take some out of them on the other side.
   */
  readonly #allOutside: FirstLeft;
  readonly #noneOutside: FirstLeft;
  readonly #noneBeyond: FirstLeft;
  readonly #leastPart: FirstLeft;
  readonly #inBandByCash: CashInBand;
  #outside: RowsLeftToMove | undefined;
  #inBand: RowsLeftToMove | undefined;

  constructor(allocation: Allocation, cash: Usd, band: RowBand, destination: PartWay, least: number) {
    const { values, targets } = allocation;
    const { parts, whole } = targets;
    const total = cents(allocation.total + cash);
    const sign = cash > 0 ? 1 : -1;
    this.#cash = cash;
    this.#least = least;
    this.#sign = sign;
    this.#gone = new Uint8Array(values.length);
    this.#level = new Level({ values, parts, side: sign }, values.keys());
    this.#level.trade(cash);
    this.#untargeted = values.reduce((sum, value, row) => (parts[row] === 0 ? sum + value : sum), 0);
    this.#moves = movesOutOfBand({ ...allocation, total }, band, destination);

    const { sides } = this.#moves;
    const reachOf = nearlyReach(band, whole);
    const rows = parts.length;
    const [allOutside, noneOutside] = [new Float64Array(rows), new Float64Array(rows)];
    const noneBeyond = new Float64Array(rows);
    const reached = new Float64Array(rows);
    const edgeOf = (part: number, side: number): number =>
      ((part + side * Math.min(reachOf(part), side > 0 ? whole - part : part)) / whole) * total;
    for (let row = 0; row < rows; row++) {
      const part = parts[row] as number;
      const value = values[row] as number;
      const edge = edgeOf(part, -sign);
      const isOutside = sides[row] === -sign;
      allOutside[row] = part === 0 ? Number.NaN : ((isOutside ? edge - sign * ROUNDED : value) / part) * sign;
      noneOutside[row] = part === 0 || !isOutside ? Number.NaN : (-(edge + sign * ROUNDED) / part) * sign;
      reached[row] = part === 0 ? Number.NaN : (value / part) * sign;
      noneBeyond[row] = part === 0 ? Number.NaN : ((edgeOf(part, sign) - sign * ROUNDED) / part) * sign;
    }
    const isIn = (row: number, given: number): boolean =>
      side((values[row] as number) + given, total, whole, edgesOfRow(parts[row] as number, whole, band)) === 0;
    this.#inBandByCash = new CashInBand(this.#level, sign, this.#gone, {
      reached,
      from: allOutside,
      surely: noneOutside.map((key) => -key),
      isIn,
    });
    this.#allOutside = new FirstLeft(allOutside, this.#gone);
    this.#noneOutside = new FirstLeft(noneOutside, this.#gone);
    this.#noneBeyond = new FirstLeft(noneBeyond, this.#gone);
    this.#leastPart = new FirstLeft(
      parts.map((part) => part || Number.NaN),
      this.#gone,
    );
  }

  isGone(row: number): boolean {
    return this.#gone[row] === 1;
  }

  next(): Next {
    const sign = this.#sign;
    const toOthers = sign > 0 || this.#untargeted + this.#cash < 0;
    if (toOthers && !this.#level.holds()) return "unclear";
    const level = this.#level.money / this.#level.parts;
    const isBefore = (bound: number): boolean => bound - level * sign > HAIR * (Math.abs(bound) + level);
    if (!toOthers || isBefore(this.#allOutside.key())) {
      const outside = this.#rowsOutside();
      outside.place(this.#cash);
      return outside.next();
    }
    const isAfter = level * sign + this.#noneOutside.key() > HAIR * level;
    const aCent = ROUNDED / this.#leastPart.key();
    if (!isBefore(this.#noneBeyond.key())) return "unclear";
    if (!isAfter) return this.#nextOfBoth();
    // Nothing but cash is left to be met in its own direction, so that the second filling goes on from this level. Near
    // the targets it ends on this side of them less than a cent further on, and says that it is unclear; or past them.
    this.#inBand ??= new RowsLeftToMove(broughtIntoBand(this.#moves, -sign), this.#least, this.#cash, this.dropped);
    return this.#inBand.next(level + sign * aCent);
  }

  /** The next drop while cash leaves some of its rows outside their bands and others in them. */
  #nextOfBoth(): Next {
    // A row without a target gives first, and then moves as well.
    if (this.#sign < 0 && this.#untargeted > 0) return "unclear";
    const outside = this.#rowsOutside();
    // Rows that it has brought into their bands no longer move.
    const placed = this.#inBandByCash.placed(Math.abs(this.#cash), (row) => outside.take(row));
    if (placed === "unclear") return placed;
    outside.place(this.#cash - placed.cash);
    return outside.nextBeside(placed.smallest);
  }

  #rowsOutside(): RowsLeftToMove {
    return (this.#outside ??= new RowsLeftToMove(this.#moves, this.#least, this.#cash, this.dropped));
  }

  take(row: number): void {
    const { values, targets } = this.#moves.before;
    this.#gone[row] = 1;
    this.dropped.push(row);
    this.#level.take(row);
    if (targets.parts[row] === 0) this.#untargeted -= values[row] as number;
    this.#outside?.take(row);
    this.#inBand?.take(row);
  }
}

/** The rows that are left by a key, least first. */
class FirstLeft {
  readonly #keys: Float64Array;
  readonly #rows: Uint32Array;
  readonly #gone: Uint8Array;
  #first = 0;

  /** Rows whose key is NaN aren't among them. */
  constructor(keys: Float64Array, gone: Uint8Array) {
    this.#keys = keys;
    this.#gone = gone;
    this.#rows = Uint32Array.from(keys.keys())
      .filter((row) => !Number.isNaN(keys[row]))
      .sort((one, other) => (keys[one] as number) - (keys[other] as number));
  }

  /** The least key of the rows that are left; infinite where none is. */
  key(): number {
    while (this.#first < this.#rows.length && this.#gone[this.#rows[this.#first] as number] === 1) this.#first++;
    const row = this.#rows[this.#first];
    return row === undefined ? Number.POSITIVE_INFINITY : (this.#keys[row] as number);
  }
}

/** The same where the rows with a target that lie outside their bands on one side don't move, as if they were in band. */
function broughtIntoBand(outOfBand: MovesOutOfBand, side: number): MovesOutOfBand {
  const { before, moved } = outOfBand;
  const isBrought = (row: number): boolean => outOfBand.sides[row] === side && before.targets.parts[row] !== 0;
  return {
    before,
    moves: outOfBand.moves.map((move, row) => (isBrought(row) ? NO_MONEY : move)),
    moved: {
      ...moved,
      values: moved.values.map((value, row) => (isBrought(row) ? (before.values[row] as number) : value)),
    },
    sides: outOfBand.sides.map((each, row) => (isBrought(row) ? 0 : each)),
    beyond: outOfBand.beyond.map((each, row) => (isBrought(row) ? side : each)),
  };
}
