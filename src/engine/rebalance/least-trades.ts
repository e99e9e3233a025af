import { sideOf, type LevelledAccount } from "./level";

/** Rows a leaf: enough that the tree stays small, few enough to look at again at nearly every drop. */
const LEAF_ROWS = 16;

/** So many trades may be the smallest before it is worth working out each. */
const MANY = 200;

/** What a double can have lost of parts × level − value, as a part of the two: far above the few units in their last place. */
export const LOST = 1e-14;

/**
 * Cash that is placed first, at a level of its own: rows on its side of that level trade `weight` times what takes them
 * there, on top of what they trade towards the other level.
 */
export interface FirstFill {
  readonly side: 1 | -1;
  readonly weight: number;
}

/**
 * Finds the rows whose trade, parts × level − value, may be the smallest in whole cents, as the level moves and rows are
 * taken out. Rows are the leaves of a binary tree, some of them a leaf. Each node remembers how near to the level its
 * rows were when it was last looked at; a row comes nearer by no more than its parts × the level's move, so that most
 * nodes need no second look. Like a tournament, but with a promise in place of a winner.
 */
export class LeastTrades {
  readonly #account: LevelledAccount;
  readonly #values: Float64Array;
  readonly #parts: Float64Array;
  readonly #step: number;
  readonly #moves: Float64Array | undefined;
  readonly #fill: FirstFill | undefined;
  /** The rows that are left, leaf by leaf; each leaf's lie from its start on. */
  readonly #rows: Uint32Array;
  readonly #left: Uint8Array;
  readonly #leafOf: Uint32Array;
  /**
   * Per node (1 is the root, below n are 2n and 2n + 1, the leaves come last), as it was last looked at: the level, what
   * its rows that trade don't trade less than, and how far those on the other side of the level are from it, which trade
   * nothing until it passes them. And the largest part of its rows.
   */
  readonly #level: Float64Array;
  readonly #fillLevel: Float64Array;
  readonly #least: Float64Array;
  readonly #nextToTrade: Float64Array;
  readonly #largestPart: Float64Array;
  /** What is asked: the level, how far it may move either way, and the size up to which trades are wanted. */
  #at = 0;
  #fillAt = 0;
  #move = 0;
  #bound = 0;
  /** Whether the size that is wanted falls to what the trades that were found are within. */
  #falls = false;
  /** Where twice as many rows may be the smallest, the search is given up. */
  #most = 0;
  /** The rows found so far, and what their trades can't be below. */
  readonly #found: number[] = [];
  readonly #nearest: number[] = [];

  /**
   * Of `rows`, those of like parts lie together: the largest of a node's parts is then what each of them moves by.
   * `moves` are cents that rows trade to the level's side wherever it is; what they trade towards it comes on top.
   */
  constructor(account: LevelledAccount, rows: Uint32Array, fill?: FirstFill) {
    const { values, parts, moves, step = 1 } = account;
    this.#account = account;
    this.#values = values;
    this.#parts = parts;
    this.#step = step;
    this.#moves = moves;
    this.#fill = fill;
    this.#rows = rows.slice();
    const leaves = Math.max(1, Math.ceil(rows.length / LEAF_ROWS));
    this.#left = new Uint8Array(leaves);
    this.#leafOf = new Uint32Array(values.length);
    this.#level = new Float64Array(2 * leaves);
    this.#fillLevel = new Float64Array(2 * leaves);
    this.#least = new Float64Array(2 * leaves);
    this.#nextToTrade = new Float64Array(2 * leaves);
    this.#largestPart = new Float64Array(2 * leaves);
    this.#rows.forEach((row, place) => {
      const leaf = Math.floor(place / LEAF_ROWS);
      this.#leafOf[row] = leaf;
      this.#left[leaf] = (this.#left[leaf] as number) + 1;
      const part = parts[row] as number;
      for (let node = leaves + leaf; node > 0; node >>= 1) {
        this.#largestPart[node] = Math.max(this.#largestPart[node] as number, part);
      }
    });
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const leaf = this.#leafOf[row] as number;
    const start = leaf * LEAF_ROWS;
    const last = start + (this.#left[leaf] as number) - 1;
    let place = start;
    while (this.#rows[place] !== row) place++;
    this.#rows[place] = this.#rows[last] as number;
    this.#left[leaf] = last - start;
  }

  /**
   * The rows whose trades in whole steps, of all that aren't 0, may be the smallest at a level: those that are within a
   * step of nothing, and those that are within two steps of the least of the rest. Undefined where more than `most` may be.
   */
  candidates(level: number, fillLevel = 0, most = MANY): number[] | undefined {
    this.#falls = true;
    this.#most = most;
    const found = this.#search(level, fillLevel, 0, Number.POSITIVE_INFINITY);
    return found.length > most ? undefined : found;
  }

  /**
   * The rows whose trades may be within `limit` while the level moves by up to `move` either way. A row that doesn't
   * trade is among them if the level may pass it. A move of the level of a first fill counts `weight` times.
   */
  within(level: number, move: number, limit: number, fillLevel = 0): number[] {
    this.#falls = false;
    this.#most = Number.POSITIVE_INFINITY;
    return this.#search(level, fillLevel, move, limit);
  }

  #search(level: number, fillLevel: number, move: number, bound: number): number[] {
    this.#at = level;
    this.#fillAt = fillLevel;
    this.#move = move;
    this.#bound = bound;
    this.#found.length = 0;
    this.#nearest.length = 0;
    this.#visit(1);
    return this.#found.filter((_, place) => (this.#nearest[place] as number) <= this.#bound);
  }

  #visit(node: number): void {
    if (this.#areMany() || this.#promise(node) > this.#bound) return;
    if (node >= this.#left.length) {
      this.#look(node);
      return;
    }
    const [left, right] = [2 * node, 2 * node + 1];
    // The one that promises the least first: what it holds may spare the other a look.
    const leftFirst = this.#promise(left) <= this.#promise(right);
    this.#visit(leftFirst ? left : right);
    this.#visit(leftFirst ? right : left);
    const leftMoved = this.#moved(left, 0);
    const rightMoved = this.#moved(right, 0);
    this.#level[node] = this.#at;
    this.#fillLevel[node] = this.#fillAt;
    this.#least[node] = Math.min(
      (this.#least[left] as number) - leftMoved,
      (this.#least[right] as number) - rightMoved,
    );
    this.#nextToTrade[node] = Math.min(
      (this.#nextToTrade[left] as number) - leftMoved,
      (this.#nextToTrade[right] as number) - rightMoved,
    );
  }

  /** Whether more rows are found than are wanted, of which those are left out that the size wanted has fallen below. */
  #areMany(): boolean {
    if (this.#found.length <= 2 * this.#most) return false;
    let kept = 0;
    for (let place = 0; place < this.#found.length; place++) {
      const nearest = this.#nearest[place] as number;
      if (nearest > this.#bound) continue;
      this.#found[kept] = this.#found[place] as number;
      this.#nearest[kept++] = nearest;
    }
    this.#found.length = this.#nearest.length = kept;
    return kept > 2 * this.#most;
  }

  /** What the trades of a node's rows can't be below, while the level moves as far as is asked. */
  #promise(node: number): number {
    const moved = this.#moved(node, this.#move);
    return moved >= (this.#nextToTrade[node] as number) ? 0 : (this.#least[node] as number) - moved;
  }

  /** By how much a node's trades may have changed since it was last looked at, and in a move from there. */
  #moved(node: number, move: number): number {
    let away = Math.abs(this.#at - (this.#level[node] as number)) + move;
    if (this.#fill) away += Math.abs(this.#fillAt - (this.#fillLevel[node] as number)) * this.#fill.weight;
    return away * (this.#largestPart[node] as number) * (1 + LOST);
  }

  /** Looks at each row of a leaf. */
  #look(node: number): void {
    let least = Number.POSITIVE_INFINITY;
    let nextToTrade = Number.POSITIVE_INFINITY;
    const leaf = node - this.#left.length;
    const start = leaf * LEAF_ROWS;
    const end = start + (this.#left[leaf] as number);
    for (let place = start; place < end; place++) {
      const row = this.#rows[place] as number;
      const part = this.#parts[row] as number;
      const value = this.#values[row] as number;
      let gap = part * this.#at - value;
      let lost = (value + Math.abs(gap)) * LOST;
      if (this.#fill) {
        const { side, weight } = this.#fill;
        const toFill = (part * this.#fillAt - value) * side;
        if (toFill > 0) gap += toFill * side * weight;
        lost += (value + Math.abs(toFill)) * weight * LOST;
      }
      const moved = this.#moves?.[row] ?? 0;
      const side = sideOf(this.#account, row);
      const size = moved > 0 ? moved + Math.max(0, gap * side) : Math.abs(gap);
      const trades = moved > 0 || gap * side >= -lost;
      if (trades) {
        least = Math.min(least, size - lost);
        // At a step and more the trade can't be cut to nothing.
        if (this.#falls && (moved > 0 || size - lost >= this.#step))
          this.#bound = Math.min(this.#bound, size + lost + 2 * this.#step);
      } else nextToTrade = Math.min(nextToTrade, size - lost);
      const nearest = size - lost - part * this.#move;
      if (nearest > (trades ? this.#bound : 0)) continue;
      this.#found.push(row);
      this.#nearest.push(nearest);
    }
    this.#level[node] = this.#at;
    this.#fillLevel[node] = this.#fillAt;
    this.#least[node] = least;
    this.#nextToTrade[node] = nextToTrade;
  }
}
