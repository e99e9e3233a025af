/** The most rows of a block: their numbers in it, and 40 binary places of what was cut off, make one double. */
const MOST_ROWS = 4096;
const PLACES = 2 ** 40;

/** Trades where they were cut to whole steps, row by row: their signs (0 for rows of no block), whole steps, and what was cut off, of a step. */
export interface Phases {
  readonly signs: Int8Array;
  readonly steps: Float64Array;
  readonly cut: Float64Array;
}

/** How trades move with the level. */
export interface Rates {
  readonly parts: Float64Array;
  /** By how many steps a trade moves with the level, for each of its parts. */
  readonly ofPart: number;
  /** How far the level may move from where the trades were cut. */
  readonly drift: number;
  /** What doubles may have lost of a row's trade by then, of a step. */
  readonly lost: (row: number) => number;
}

/** Some places of a block: from one up to the one before another. */
export interface Places {
  from: number;
  to: number;
}

/** Rows of like parts that trade one way, in the order of what was cut off their trades where they were laid. */
export class Block implements Places {
  readonly sign: 1 | -1;
  readonly from: number;
  to: number;
  /** What its rows trade together, in whole steps, where they were laid. */
  steps = 0;
  /** By what a trade moves with the level: on average, and at most by so much more or less. */
  readonly #rate: number;
  readonly #apart: number;
  readonly #lost: number;
  /** How far each trade has moved: in whole steps, and the part of a step beyond; and how surely so. */
  turned = 0;
  shift = 0;
  margin = 0;
  /** The places of rows that surely have passed no further step, and of those that surely have. Others may have. */
  readonly before: Places = { from: 0, to: 0 };
  readonly after: Places = { from: 0, to: 0 };

  constructor(sign: 1 | -1, { from, to }: Places, least: number, most: number, lost: number) {
    this.sign = sign;
    this.from = from;
    this.to = to;
    this.#rate = (least + most) / 2;
    this.#apart = (most - least) / 2;
    this.#lost = lost;
  }

  /** Moves with the level, which has `moved` so far from where the block was laid. */
  follow(moved: number, sorted: Float64Array): void {
    const { from, to, before, after } = this;
    const all = this.sign * this.#rate * moved;
    const turned = (this.turned = Math.floor(all));
    const shift = (this.shift = all - turned);
    // A hair more for what doubles lose of the product.
    const margin = (this.margin = this.#apart * Math.abs(moved) * (1 + 1e-9) + this.#lost);
    before.from = before.to = after.from = from;
    after.to = to;
    if (2 * margin >= 1) {
      after.from = to;
      return;
    }
    if (shift <= margin) before.from = firstFrom(sorted, from, to, margin - shift);
    before.to = firstFrom(sorted, before.from, to, 1 - shift - margin);
    after.from = firstFrom(sorted, before.to, to, 1 - shift + margin);
    if (shift >= 1 - margin) after.to = firstFrom(sorted, after.from, to, 2 - shift - margin);
  }
}

/** Blocks of rows, and the places where these lie. */
export class CutBlocks {
  readonly all: Block[] = [];
  readonly rows: Uint32Array;
  /** What was cut off each place's row where the blocks were laid, of a step. */
  readonly sorted: Float64Array;
  /** The number of each row's block. */
  readonly #blockOf: Int32Array;

  constructor(places: number, rows: number) {
    this.rows = new Uint32Array(places);
    this.sorted = new Float64Array(places);
    this.#blockOf = new Int32Array(rows);
  }

  /**
   * Lays rows, which come by parts and of equal parts in row order, in as few blocks as leave about one row of each too
   * near to a place to tell.
   */
  lay(rows: Uint32Array, phases: Phases, rates: Rates): void {
    this.all.length = 0;
    const end = this.#laySide(rows, 1, 0, phases, rates);
    this.#laySide(rows, -1, end, phases, rates);
  }

  /** Takes out a row of a block. */
  take(row: number, { steps, cut }: Phases): void {
    const block = this.all[this.#blockOf[row] as number] as Block;
    let place = firstFrom(this.sorted, block.from, block.to, cut[row] as number);
    while (this.rows[place] !== row) place++;
    this.rows.copyWithin(place, place + 1, block.to);
    this.sorted.copyWithin(place, place + 1, block.to);
    block.to--;
    block.steps -= steps[row] as number;
  }

  #laySide(rows: Uint32Array, sign: 1 | -1, start: number, phases: Phases, rates: Rates): number {
    const { parts, ofPart, drift } = rates;
    let [from, end] = [start, start];
    let [first, last, lost] = [0, 0, 0];
    const close = (): void => {
      if (end === from) return;
      const block = new Block(sign, { from, to: end }, first * ofPart, last * ofPart, lost);
      this.#sort(block, phases, parts);
      this.all.push(block);
      from = end;
    };
    for (const row of rows) {
      if (phases.signs[row] !== sign) continue;
      const part = parts[row] as number;
      const count = end - from;
      if (count >= MOST_ROWS || (part - first) * ofPart * drift * (count + 1) > 1) close();
      if (end === from) [first, lost] = [part, 0];
      last = part;
      lost = Math.max(lost, rates.lost(row));
      this.#blockOf[row] = this.all.length;
      this.rows[end++] = row;
    }
    close();
    return end;
  }

  /** Puts a block's rows in the order of what was cut off, then of parts, then of row. They come in that of the last two. */
  #sort(block: Block, { steps, cut }: Phases, parts: Float64Array): void {
    const { from, to } = block;
    const [all, sorted] = [this.rows, this.sorted];
    const rows = all.slice(from, to);
    // Numbers are sorted many times as quickly as rows: what was cut off, and behind it which row it was of.
    for (let place = from; place < to; place++) {
      const row = all[place] as number;
      block.steps += steps[row] as number;
      sorted[place] = Math.floor((cut[row] as number) * PLACES) * MOST_ROWS + (place - from);
    }
    sorted.subarray(from, to).sort();
    const comesBefore = (one: number, other: number): boolean => {
      const more = (cut[one] as number) - (cut[other] as number) || (parts[one] as number) - (parts[other] as number);
      return more < 0 || (more === 0 && one < other);
    };
    // Those that 40 places don't tell apart are neighbours by now.
    for (let place = from; place < to; place++) {
      const row = rows[(sorted[place] as number) % MOST_ROWS] as number;
      let free = place;
      for (; free > from && comesBefore(row, all[free - 1] as number); free--) all[free] = all[free - 1] as number;
      all[free] = row;
    }
    for (let place = from; place < to; place++) sorted[place] = cut[all[place] as number] as number;
  }
}

/** The first place, from one up to another, whose number is not below `least`. */
export function firstFrom(sorted: Float64Array, from: number, to: number, least: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
