import { cents } from "../units/money";
import type { BalanceMoves, MovesOutOfBand } from "./destinations";
import { LevelledRows } from "./levelled-rows";
import { smallestBelow } from "./minimum-trade";
import { firstWhateverIsRounded, type Candidate, type Next } from "./next-drop";
import { firstOf, type WholeTrade } from "./small-trades";

/*
 * Which rows a minimum trade drops where rows outside their bands move to a destination short of their targets, and no
 * cash comes or goes. (Where it does, `cash-move-drops.ts` makes it a part of the imbalance.)
 *
 * Dropping a row changes neither the total nor what another row's move is: it changes the imbalance of the moves, and
 * who may meet it. So the next drop is the smallest of
 *   – the moves of the other side, which are whole cents that never change,
 *   – the moves of the needed side, with what their rows give to the imbalance on top, and
 *   – what rows in band give.
 * What rows give is a level-fill, so that a level says it. First the rows outside on the needed side alone trade towards
 * a level, as long as the imbalance is less than what takes them to their targets (their room, cut to whole cents).
 * From then on they trade just that room, and the rows in band beyond their targets trade towards a level of their own.
 * Once these are at their targets too, all of them go on together past the targets, and rows in band on the other side
 * join. That third filling starts from balances that were rounded to within a cent of the target. Once the level has
 * passed the targets so far that each of these rows has moved a cent and more, it has reached them all, and then it
 * hangs on the sum of their balances alone, which the rounding of the first two fillings hasn't changed: the trades are
 * those of one filling of all rows from their moves on. (What is cut off a row's exact balance, and so who gets a
 * missing cent, is the same as well: the balances before are whole cents.) Nearer to the targets than that, and where
 * rows without a target give in proportion to their values, the rows are solved again for the one drop.
 *
 * Drops may turn the sign of the imbalance, again and again: the levels of each side are kept, and moved when needed.
 */

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. Stops early where the rows that are left can't be balanced.
 * Trades are in whole cents.
 */
export function moveDrops(outOfBand: MovesOutOfBand, balance: BalanceMoves, least: number): number[] {
  const left = new RowsLeftToMove(outOfBand, least);
  const dropped: number[] = [];
  for (;;) {
    let next = left.next();
    if (next === "unclear") {
      const trades = balance((row) => !left.isGone(row));
      next = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
    }
    if (next === undefined) return dropped;
    dropped.push(next);
    left.take(next);
  }
}

type Sign = 1 | -1;

/** How the next drop is asked for: see `next` and `nextBeside`. */
interface Asked {
  readonly placedFor?: number | undefined;
  readonly beside?: Candidate<never> | undefined;
  readonly onlyOutside?: boolean;
}

/** Rows that move and meet the imbalance of the moves, of which some are taken out. */
export class RowsLeftToMove {
  readonly #outOfBand: MovesOutOfBand;
  readonly #least: number;
  readonly #gone: Uint8Array;
  #cash: number;
  #imbalance = 0;
  /** Rows outside on either side by the size of their moves, of equal ones the later first, and how many are gone for good. */
  readonly #over: SmallestMoves;
  readonly #under: SmallestMoves;
  #sellers: Givers | undefined;
  #buyers: Givers | undefined;

  /**
   * Trades below `least` cents are dropped. `cash` (+ in, − out) is to be met as well as the imbalance of the moves. `gone`
   * are rows that have been taken out.
   */
  constructor(outOfBand: MovesOutOfBand, least: number, cash = 0, gone: Iterable<number> = []) {
    const { moves } = outOfBand;
    this.#least = least;
    this.#outOfBand = outOfBand;
    this.#cash = cash;
    this.#gone = new Uint8Array(moves.length);
    this.#imbalance = -cash;
    for (const row of gone) this.#gone[row] = 1;
    moves.forEach((move, row) => {
      if (!this.isGone(row)) this.#imbalance += move;
    });
    const isGone = (row: number): boolean => this.isGone(row);
    this.#over = new SmallestMoves(outOfBand, 1, isGone);
    this.#under = new SmallestMoves(outOfBand, -1, isGone);
  }

  isGone(row: number): boolean {
    return this.#gone[row] === 1;
  }

  /** Meets so much cash (+ in, − out) with the imbalance, and not what it was before. */
  place(cash: number): void {
    this.#imbalance += this.#cash - cash;
    this.#cash = cash;
  }

  /**
   * The row that is dropped next where other rows trade beside these, `beside` the smallest of them; as `next` says it.
   * "unclear" too where more than the rows outside their bands on one side must meet the imbalance: of the rows in band
   * some may be among those beside.
   */
  nextBeside(beside: Candidate<never> | undefined): Next {
    return this.#next({ beside, onlyOutside: true });
  }

  /**
   * The row that is dropped next, undefined where no trade is below the minimum; "unclear" where that hangs on how the cents
   * of a filling before were rounded. Where the rows that meet the imbalance were given the cash before, at a level of
   * its own, `placedFor` is the level at which each of them has moved a cent and more from there.
   */
  next(placedFor?: number): Next {
    return this.#next({ placedFor });
  }

  #next({ placedFor, beside, onlyOutside = false }: Asked): Next {
    const moving: Candidate<never>[] = beside === undefined ? [] : [beside];
    let levelled: readonly LevelledRows[] = [];
    if (this.#imbalance === 0) moving.push(...this.#over.first(), ...this.#under.first());
    else {
      // More bought than sold means that rows over their targets are needed.
      const isOver = this.#imbalance > 0;
      moving.push(...(isOver ? this.#under : this.#over).first());
      const alone = this.#imbalance + this.#cash === 0;
      const givers = isOver ? this.#sellersLeft() : this.#buyersLeft();
      const giving = givers.meet(Math.abs(this.#imbalance), alone ? undefined : placedFor);
      if (giving === "unclear" || (onlyOutside && !giving.isOutside)) return "unclear";
      if (giving.onlyMove) moving.push(...(isOver ? this.#over : this.#under).first());
      ({ levelled } = giving);
      if (!levelled.every(({ level }) => level.holds())) return "unclear";
    }
    return this.#firstOf(moving, levelled);
  }

  /** The smallest of some moves and of what rows trade towards levels. */
  #firstOf(moving: readonly Candidate<never>[], levelled: readonly LevelledRows[]): Next {
    const least = this.#least;
    const candidates = levelled.map((to) => to.candidates());
    if (!candidates.includes(undefined)) {
      const trades: Candidate<LevelledRows>[] = [...moving, ...candidates.flatMap((some) => some ?? [])];
      const first = firstWhateverIsRounded(trades, least);
      if (first !== "unclear") return first;
    }
    let found: WholeTrade | undefined;
    for (const trade of moving) if (trade.size < least) found = firstOf(found, trade);
    for (const to of levelled) {
      const smallest = to.smallest();
      if (smallest === "unclear") return "unclear";
      if (smallest !== undefined) found = firstOf(found, smallest);
    }
    return found?.row;
  }

  /** Takes out a row, once. */
  take(row: number): void {
    if (this.isGone(row)) return;
    this.#gone[row] = 1;
    this.#imbalance -= this.#outOfBand.moves[row] as number;
    this.#sellers?.take(row);
    this.#buyers?.take(row);
  }

  #sellersLeft(): Givers {
    return (this.#sellers ??= new Givers(this.#outOfBand, 1, this.#least, (row) => this.isGone(row)));
  }

  #buyersLeft(): Givers {
    return (this.#buyers ??= new Givers(this.#outOfBand, -1, this.#least, (row) => this.isGone(row)));
  }
}

/** The rows outside their bands on one side, of which the one with the smallest move is asked for. */
class SmallestMoves {
  readonly #rows: readonly number[];
  readonly #moves: readonly number[];
  readonly #isGone: (row: number) => boolean;
  #next = 0;

  constructor({ moves, sides }: MovesOutOfBand, side: Sign, isGone: (row: number) => boolean) {
    this.#moves = moves;
    this.#isGone = isGone;
    const size = (row: number): number => Math.abs(moves[row] as number);
    this.#rows = rowsOf(sides, (row) => sides[row] === side && moves[row] !== 0).sort(
      (one, other) => size(one) - size(other) || other - one,
    );
  }

  /** The smallest move that is left, of equal ones the later row's; none where none is left. */
  first(): readonly Candidate<never>[] {
    while (this.#next < this.#rows.length && this.#isGone(this.#rows[this.#next] as number)) this.#next++;
    const row = this.#rows[this.#next];
    if (row === undefined) return [];
    const move = this.#moves[row] as number;
    return [{ row, sign: move > 0 ? 1 : -1, size: Math.abs(move), cutCents: 0, cut: 0 }];
  }
}

function rowsOf(sides: Int8Array, isAmong: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < sides.length; row++) if (isAmong(row)) rows.push(row);
  return rows;
}

/** Which rows meet an imbalance. */
interface Giving {
  /** Those that trade towards levels. */
  readonly levelled: readonly LevelledRows[];
  /** Whether rows outside on the needed side make their moves alone. */
  readonly onlyMove: boolean;
  /** Whether rows outside on the needed side meet all of it. */
  readonly isOutside: boolean;
}

/** The rows that can meet an imbalance of one sign: `side` 1 are those that may sell, −1 those that may buy. */
class Givers {
  readonly #outOfBand: MovesOutOfBand;
  readonly #side: Sign;
  readonly #least: number;
  readonly #isGone: (row: number) => boolean;
  readonly #moves: Float64Array;
  /** What takes each group to its targets, in cents times the mix's whole. */
  readonly #room: { outside: bigint; inBand: bigint } = { outside: 0n, inBand: 0n };
  /** The rows with a target that the first two fillings take to it, by their targets, and how many of the least are gone. */
  readonly #byPart: readonly number[];
  #partsGone = 0;
  #outside: LevelledRows | undefined;
  #inBand: LevelledRows | undefined;
  #either: LevelledRows | undefined;

  constructor(outOfBand: MovesOutOfBand, side: Sign, least: number, isGone: (row: number) => boolean) {
    this.#outOfBand = outOfBand;
    this.#side = side;
    this.#least = least;
    this.#isGone = isGone;
    const { moves, sides, moved } = outOfBand;
    const { parts } = moved.targets;
    this.#moves = Float64Array.from(moves, Math.abs);
    const first = rowsOf(sides, (row) => !isGone(row) && this.#groupOf(row) !== undefined);
    for (const row of first) {
      const group = this.#groupOf(row);
      if (group) this.#room[group] += this.#roomOf(row);
    }
    this.#byPart = first
      .filter((row) => (parts[row] as number) > 0)
      .sort((one, other) => (parts[one] as number) - (parts[other] as number));
  }

  /** Levels such that the rows give `amount` cents in all, of which some may have been given at another level before. */
  meet(amount: number, placedFor?: number): Giving | "unclear" {
    const fromOutside = Math.min(amount, this.#wholeCents(this.#room.outside));
    const fromInBand = Math.min(amount - fromOutside, this.#wholeCents(this.#room.inBand));
    const levelled: LevelledRows[] = [];
    const trade = (rows: LevelledRows, cash: number): void => {
      rows.level.trade(-this.#side * cash);
      levelled.push(rows);
    };
    if (fromOutside + fromInBand < amount) {
      trade((this.#either ??= this.#levelled((row) => this.#mayGive(row))), amount);
      const [either] = levelled as [LevelledRows];
      return this.#isPastTargets(either) && this.#hasReached(placedFor, either)
        ? { levelled, onlyMove: false, isOutside: false }
        : "unclear";
    }
    if (fromOutside > 0)
      trade((this.#outside ??= this.#levelled((row) => this.#groupOf(row) === "outside")), fromOutside);
    if (fromInBand > 0) {
      const inBand = (this.#inBand ??= this.#levelled((row) => this.#groupOf(row) === "inBand"));
      trade(inBand, fromInBand);
      if (!this.#hasReached(placedFor, inBand)) return "unclear";
    }
    return { levelled, onlyMove: fromOutside === 0, isOutside: fromInBand === 0 };
  }

  take(row: number): void {
    if (!this.#mayGive(row)) return;
    this.#either?.take(row);
    const group = this.#groupOf(row);
    if (group === undefined) return;
    this.#room[group] -= this.#roomOf(row);
    (group === "outside" ? this.#outside : this.#inBand)?.take(row);
  }

  #levelled(isAmong: (row: number) => boolean): LevelledRows {
    const { moved, sides } = this.#outOfBand;
    const { values, targets } = moved;
    const side: Sign = this.#side > 0 ? -1 : 1;
    return new LevelledRows(
      { values, parts: targets.parts, side, moves: this.#moves },
      rowsOf(sides, (row) => !this.#isGone(row) && isAmong(row)),
      this.#least,
    );
  }

  #mayGive(row: number): boolean {
    const outside = this.#outOfBand.sides[row];
    return outside === 0 || outside === this.#side;
  }

  #groupOf(row: number): "outside" | "inBand" | undefined {
    const { sides, beyond } = this.#outOfBand;
    if (sides[row] === this.#side) return "outside";
    return sides[row] === 0 && beyond[row] === this.#side ? "inBand" : undefined;
  }

  #roomOf(row: number): bigint {
    const { before, moved } = this.#outOfBand;
    const { parts, whole } = moved.targets;
    const over =
      (BigInt(moved.values[row] as number) * BigInt(whole) - BigInt(parts[row] as number) * BigInt(before.total)) *
      BigInt(this.#side);
    return over > 0n ? over : 0n;
  }

  #wholeCents(room: bigint): number {
    return Number(room / BigInt(this.#outOfBand.moved.targets.whole));
  }

  #hasReached(wanted: number | undefined, { level }: LevelledRows): boolean {
    return wanted === undefined || (wanted - level.money / level.parts) * this.#side > wanted * 1e-12;
  }

  /** Whether a level has taken each row with a target a cent and more past it. */
  #isPastTargets({ level }: LevelledRows): boolean {
    const { before, moved } = this.#outOfBand;
    const { parts, whole } = moved.targets;
    while (this.#partsGone < this.#byPart.length && this.#isGone(this.#byPart[this.#partsGone] as number)) {
      this.#partsGone++;
    }
    const least = this.#byPart[this.#partsGone];
    if (least === undefined) return true;
    const target = before.total / whole;
    const past = (target - level.money / level.parts) * this.#side;
    // A cent, and what doubles may have lost.
    return (past - target * 1e-12) * (parts[least] as number) > 1.001;
  }
}
