import type { LevelledAccount } from "./level";

/** Rows a block: few enough to look at again at every other drop, many enough that there are few blocks. */
const BLOCK_ROWS = 256;

/** What a double can have lost of parts × level − value, as a part of the two: far above the few units in their last place. */
export const LOST = 1e-14;

/**
 * Finds the rows whose trade, parts × level − value, may be the smallest in whole cents, as the level moves and rows are
 * taken out. Rows lie in blocks. Each block remembers how near to the level its rows were when it was last looked at; a
 * row comes nearer by no more than its parts × the level's move, so most blocks need no second look.
 */
export class LeastOfBlocks {
  readonly #values: Float64Array;
  readonly #parts: Float64Array;
  readonly #side: number;
  readonly #moves: Float64Array | undefined;
  /** The rows that are left, block by block; each block's lie from its start on. */
  readonly #rows: Uint32Array;
  readonly #left: Uint32Array;
  readonly #blockOf: Uint32Array;
  /**
   * Per block, as it was last looked at: the level, the least trade of its rows that trade, and the least distance of
   * those on the other side of the level, which trade nothing until it passes them. And the largest part of its rows.
   */
  readonly #level: Float64Array;
  readonly #least: Float64Array;
  readonly #nextToTrade: Float64Array;
  readonly #largestPart: Float64Array;

  /**
   * Of `rows`, those of like parts lie together: the largest of a block's parts is then what each of them moves by.
   * `moves` are cents that rows trade to the level's side wherever it is; what they trade towards it comes on top.
   */
  constructor({ values, parts, side, moves }: LevelledAccount, rows: Uint32Array) {
    this.#values = values;
    this.#parts = parts;
    this.#side = side;
    this.#moves = moves;
    this.#rows = rows.slice();
    const blocks = Math.ceil(rows.length / BLOCK_ROWS);
    this.#left = new Uint32Array(blocks);
    this.#blockOf = new Uint32Array(values.length);
    this.#level = new Float64Array(blocks);
    this.#least = new Float64Array(blocks);
    this.#nextToTrade = new Float64Array(blocks);
    this.#largestPart = new Float64Array(blocks);
    this.#rows.forEach((row, place) => {
      const block = Math.floor(place / BLOCK_ROWS);
      this.#blockOf[row] = block;
      this.#left[block] = (this.#left[block] as number) + 1;
      this.#largestPart[block] = Math.max(this.#largestPart[block] as number, parts[row] as number);
    });
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const block = this.#blockOf[row] as number;
    const start = block * BLOCK_ROWS;
    const last = start + (this.#left[block] as number) - 1;
    const place = this.#rows.indexOf(row, start);
    this.#rows[place] = this.#rows[last] as number;
    this.#left[block] = last - start;
  }

  /**
   * The rows whose trades in whole cents, of all that aren't 0, may be the smallest at a level: those that are within a
   * cent of nothing, and those that are within two cents of the least of the rest.
   */
  candidates(level: number): number[] {
    const blocks = this.#least.length;
    // The block that promises the least first: its rows set a bound that spares most of the others a look.
    let first = 0;
    let promised = Number.POSITIVE_INFINITY;
    for (let block = 0; block < blocks; block++) {
      const atLeast = this.#atLeast(block, level, 0);
      if (atLeast < promised) [first, promised] = [block, atLeast];
    }
    let bound = this.#look(first, level);
    for (let block = 0; block < blocks; block++) {
      if (block !== first && this.#atLeast(block, level, 0) <= bound) bound = Math.min(bound, this.#look(block, level));
    }
    return this.within(level, 0, bound);
  }

  /**
   * The rows whose trades may be within `limit` while the level moves by up to `move` either way. A row that doesn't
   * trade is among them if the level may pass it.
   */
  within(level: number, move: number, limit: number): number[] {
    const found: number[] = [];
    for (let block = 0; block < this.#least.length; block++) {
      if (this.#atLeast(block, level, move) > limit) continue;
      const start = block * BLOCK_ROWS;
      for (let place = start; place < start + (this.#left[block] as number); place++) {
        const row = this.#rows[place] as number;
        const gap = this.#gap(row, level);
        const lost = this.#lost(row, gap);
        const moved = this.#moves?.[row] ?? 0;
        const size = moved > 0 ? moved + Math.max(0, gap * this.#side) : Math.abs(gap);
        const nearest = size - lost - (this.#parts[row] as number) * move;
        if (nearest <= (moved > 0 || gap * this.#side >= -lost ? limit : 0)) found.push(row);
      }
    }
    return found;
  }

  /** What the trades of a block's rows can't be below, while the level moves by up to `move` either way. */
  #atLeast(block: number, level: number, move: number): number {
    const away = Math.abs(level - (this.#level[block] as number)) + move;
    const moved = away * (this.#largestPart[block] as number) * (1 + LOST);
    return moved >= (this.#nextToTrade[block] as number) ? 0 : (this.#least[block] as number) - moved;
  }

  /** Looks at a block again. Returns a size within which the smallest trade of its rows must lie. */
  #look(block: number, level: number): number {
    let least = Number.POSITIVE_INFINITY;
    let nextToTrade = Number.POSITIVE_INFINITY;
    let bound = Number.POSITIVE_INFINITY;
    const start = block * BLOCK_ROWS;
    for (let place = start; place < start + (this.#left[block] as number); place++) {
      const row = this.#rows[place] as number;
      const gap = this.#gap(row, level);
      const lost = this.#lost(row, gap);
      const moved = this.#moves?.[row] ?? 0;
      const size = moved > 0 ? moved + Math.max(0, gap * this.#side) : Math.abs(gap);
      if (moved === 0 && gap * this.#side < -lost) {
        nextToTrade = Math.min(nextToTrade, size - lost);
        continue;
      }
      least = Math.min(least, size - lost);
      // At a cent and more the trade can't be cut to nothing.
      if (moved > 0 || size - lost >= 1) bound = Math.min(bound, size + lost + 2);
    }
    this.#level[block] = level;
    this.#least[block] = least;
    this.#nextToTrade[block] = nextToTrade;
    return bound;
  }

  #gap(row: number, level: number): number {
    return (this.#parts[row] as number) * level - (this.#values[row] as number);
  }

  #lost(row: number, gap: number): number {
    return ((this.#values[row] as number) + Math.abs(gap)) * LOST;
  }
}
