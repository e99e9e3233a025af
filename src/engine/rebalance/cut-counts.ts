import { CutBlocks, firstFrom, type Block, type Phases, type Places } from "./cut-blocks";
import { compareCuts, sideOf, type LevelledAccount } from "./level";
import type { RoundedLevel, RowCuts } from "./row-cuts";

/*
 * Counts, at a level that moves, what the trades of all rows add up to once each is cut to whole steps, and how many of
 * them were cut by more than so much.
 *
 * Rows lie in blocks of like parts and one sign, each in the order of what was cut off its trades at the level where the
 * blocks were laid. When the level moves, every trade of a block moves by nearly as much, so that the order turns like
 * the hours of a clock: the rows that pass a whole step, and those that are cut by more than so much, are found by
 * halving the block. Parts that differ a little move apart a little: only the rows that lie nearer than that to the place
 * that is looked for are looked at one by one. Rows of equal parts stay together however far the level moves.
 *
 * The level may move so far (the drift) until the blocks are laid anew. Rows that may turn their sign by then, or whose
 * holding may end, are in no block, and are looked at one by one as well.
 */

/** Neighbours in a block that were all cut alike, at a level. */
interface Run extends Places {
  readonly sign: 1 | -1;
}

/** How many trades were surely cut by more than so much, and how many may have been: doubles can't tell of these. */
export interface CutCount {
  readonly above: number;
  readonly close: number;
}

export class CutCounts {
  readonly #level: RoundedLevel;
  readonly #account: LevelledAccount;
  readonly #cuts: RowCuts;
  readonly #gone: Uint8Array;
  /** By parts, and of equal parts in row order: all rows that were left when the blocks were laid. */
  #rows: Uint32Array;
  readonly #blocks: CutBlocks;
  readonly #phases: Phases;
  /** The rows whose trade is whole wherever the level is, and what they trade together, in steps. */
  readonly #isWhole: Uint8Array;
  #whole = 0;
  /** The rows that are looked at one by one. */
  #loose: number[] = [];
  #laidAt = Number.NaN;
  #drift = 0;
  #at = 0;
  /** The runs of blocks that may have passed a whole step or not, at the level. */
  #doubtful: Run[] = [];
  /** How much was looked at since blocks were laid: rows and blocks. */
  looks = 0;

  /** `gone` are rows that were taken out: whoever takes one out marks it there, too. */
  constructor(level: RoundedLevel, account: LevelledAccount, cuts: RowCuts, rows: Uint32Array, gone: Uint8Array) {
    const { values, parts } = account;
    const all = values.length;
    this.#level = level;
    this.#account = account;
    this.#cuts = cuts;
    this.#gone = gone;
    this.#rows = rows.slice().sort();
    this.#rows.sort((one, other) => (parts[one] as number) - (parts[other] as number));
    this.#blocks = new CutBlocks(rows.length, all);
    this.#phases = { signs: new Int8Array(all), steps: new Float64Array(all), cut: new Float64Array(all) };
    this.#isWhole = new Uint8Array(all);
  }

  /** How many rows were left when the blocks were laid. */
  get rows(): number {
    return this.#rows.length;
  }

  /** Whether blocks were laid that hold for a level. */
  holds(at: number): boolean {
    return this.#drift !== Number.POSITIVE_INFINITY && Math.abs(at - this.#laidAt) <= this.#drift;
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    if (this.#isWhole[row] === 1) this.#whole -= this.#phases.steps[row] as number;
    if (this.#phases.signs[row] !== 0) this.#blocks.take(row, this.#phases);
  }

  /** Lays the blocks at a level, for so far around it; for an infinite way none, so that each row is looked at. */
  lay(at: number, drift: number): void {
    const { signs, steps } = this.#phases;
    this.#laidAt = at;
    this.#drift = drift;
    this.#rows = this.#rows.filter((row) => this.#gone[row] === 0);
    this.#loose = [];
    this.#whole = 0;
    this.looks = 0;
    const isFlat = drift === Number.POSITIVE_INFINITY;
    for (const row of this.#rows) {
      signs[row] = this.#isWhole[row] = 0;
      if (isFlat) this.#loose.push(row);
      else this.#sort(row, at);
      if (this.#isWhole[row] === 1) this.#whole += steps[row] as number;
    }
    const { step, share } = this.#cuts;
    const lost = (row: number): number => this.#doubtOf(row) / step;
    const rates = { parts: this.#account.parts, ofPart: share / step, drift, lost };
    this.#blocks.lay(isFlat ? new Uint32Array() : this.#rows, this.#phases, rates);
  }

  /** What doubles may lose of a trade, wherever in the drift, and of how far it has moved there, in cents. */
  #doubtOf(row: number): number {
    return 4 * this.#cuts.lost(row, this.#laidAt + this.#drift);
  }

  /** Moves with the level. Returns the steps that are missing of the cash once every trade is cut to whole ones. */
  missingAt(at: number): number {
    const { signs, steps, step } = this.#cuts;
    const { all, sorted } = this.#blocks;
    this.#at = at;
    this.#doubtful = [];
    this.looks += all.length;
    let missing = this.#level.cash / step - this.#whole;
    let kept = 0;
    for (const row of this.#loose) {
      if (this.#gone[row] === 1) continue;
      this.#loose[kept++] = row;
      this.#cuts.cut(row, at);
      missing -= (signs[row] as number) * (steps[row] as number);
    }
    this.#loose.length = kept;
    this.looks += kept;
    for (const block of all) {
      block.follow(at - this.#laidAt, sorted);
      const { sign, from, to, turned, before, after } = block;
      let traded = block.steps + turned * (to - from) + (to - after.from);
      if (from < before.from) traded += this.#doubted(block, { from, to: before.from }, turned);
      if (before.to < after.from) traded += this.#doubted(block, { from: before.to, to: after.from }, turned);
      if (after.to < to) traded += this.#doubted(block, { from: after.to, to }, turned + 1);
      missing -= sign * traded;
    }
    return missing;
  }

  /** How many trades of a sign were cut by more than so many cents. */
  cutMoreThan(sign: number, cents: number): CutCount {
    const { cuts } = this.#cuts;
    let [above, close] = [0, 0];
    const clear = this.#eachNear(sign, cents, 0, (row, rows) => {
      const cut = cuts[row] as number;
      if (cut === 0) return;
      const more = cut - cents;
      const lost = this.#cuts.lost(row, this.#at);
      if (more > lost) above += rows;
      else if (more >= -lost) close += rows;
    });
    return { above: above + clear, close };
  }

  /** How many trades of a row's sign come before its own: they were cut more, or as much and lie in an earlier row. */
  before(row: number): number {
    const { signs, cuts, share, step } = this.#cuts;
    const { parts } = this.#account;
    const cents = cuts[row] as number;
    const trade = this.#level.towards(row);
    const doubt = this.#cuts.lost(row, this.#at);
    let before = 0;
    const clear = this.#eachNear(signs[row] as number, cents, doubt, (other, rows, run) => {
      if (cuts[other] === 0) return;
      const more = (cuts[other] as number) - cents;
      const lost = doubt + this.#cuts.lost(other, this.#at);
      if (more > lost) before += rows;
      if (Math.abs(more) > lost) return;
      const alike = share === 1 && step === 1 && parts[other] === parts[row];
      const compared = alike ? 0 : compareCuts(this.#level.towards(other), trade);
      if (compared > 0) before += rows;
      else if (compared === 0) before += run ? this.#earlier(row, run) : Number(other < row);
    });
    return before + clear;
  }

  /**
   * Returns how many trades of a sign, of those in blocks, were clearly cut by more than so many cents; `look` is given each
   * of the others that may have been, and for a run of trades one of its rows.
   */
  #eachNear(
    sign: number,
    cents: number,
    doubt: number,
    look: (row: number, rows: number, run?: Places) => void,
  ): number {
    const { signs, step } = this.#cuts;
    const { all, sorted } = this.#blocks;
    let more = 0;
    this.looks += all.length;
    const lookAt = (run: Places): void => look(this.#rowAt(run.from), run.to - run.from, run);
    const lookNear = (run: Places): void => {
      this.#cuts.cut(this.#rowAt(run.from), this.#at);
      lookAt(run);
    };
    for (const row of this.#loose) if (signs[row] === sign) look(row, 1);
    for (const run of this.#doubtful) if (run.sign === sign) lookAt(run);
    const least = cents / step;
    for (const block of all) {
      if (block.sign !== sign) continue;
      const near = block.margin + doubt / step;
      for (let passed = 0; passed < 2; passed++) {
        const { from, to } = passed === 0 ? block.before : block.after;
        const sought = least - block.shift + passed;
        // As a rule all of them were cut by more, or none.
        if (from === to || (sorted[to - 1] as number) < sought - near) continue;
        const first = (sorted[from] as number) >= sought - near ? from : firstFrom(sorted, from, to, sought - near);
        const clear = firstFrom(sorted, first, to, sought + near);
        more += to - clear;
        if (first < clear) this.#eachRun({ from: first, to: clear }, lookNear);
      }
    }
    return more;
  }

  /** How many rows of a run, which are in row order, lie above a row. */
  #earlier(row: number, { from, to }: Places): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#rowAt(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low - from;
  }

  /**
   * Works out where a row lies: in a block of its sign, among the rows that are looked at one by one, with those whose trade
   * is whole, or nowhere, as it doesn't trade.
   */
  #sort(row: number, at: number): void {
    const { values, parts } = this.#account;
    const { step, share } = this.#cuts;
    const value = values[row] as number;
    const part = parts[row] as number;
    const side = sideOf(this.#account, row);
    if (part === 0 && share === 1) {
      // Sold whole, or as far as whole steps go, wherever the level is.
      if (side > 0) return;
      this.#isWhole[row] = 1;
      this.#phases.steps[row] = 0 - Math.floor(value / step);
      return;
    }
    const reached = part * at;
    const gap = (reached - value) * share;
    const drift = this.#drift * share;
    const doubt = this.#doubtOf(row);
    if (Math.abs(gap) <= part * drift + doubt) this.#loose.push(row);
    else if (gap * side < 0) return;
    // A holding of less than a further step can't give one (`Level.towards`).
    else if (gap < 0 && step > 1 && reached - part * this.#drift <= step + doubt) this.#loose.push(row);
    else this.#split(row, reached, value);
  }

  /** Cuts a trade to whole steps. What rows of equal parts have in common is the same double, so that they stay together. */
  #split(row: number, reached: number, value: number): void {
    const { step, share } = this.#cuts;
    const { signs, steps, cut } = this.#phases;
    const sign = reached < value ? -1 : 1;
    let whole = Math.abs(reached - value) * share;
    let fraction = 0;
    if (share === 1) {
      const floor = Math.floor(reached);
      fraction = reached - floor;
      whole = Math.abs(floor - value);
      if (sign < 0 && fraction > 0) {
        whole -= 1;
        fraction = 1 - fraction;
      }
    }
    const size = Math.floor(whole / step);
    signs[row] = sign;
    steps[row] = size;
    cut[row] = (whole - size * step + fraction) / step;
  }

  /** What some rows of a block, which may have passed a whole step, trade beyond `turned` steps more than where they were laid. */
  #doubted({ sign }: Block, places: Places, turned: number): number {
    const { steps } = this.#cuts;
    let beyond = 0;
    this.#eachRun(places, ({ from, to }) => {
      const row = this.#rowAt(from);
      this.#cuts.cut(row, this.#at);
      beyond += ((steps[row] as number) - (this.#phases.steps[row] as number) - turned) * (to - from);
      this.#doubtful.push({ sign, from, to });
    });
    return beyond;
  }

  /** Goes through the runs of rows that were cut alike. */
  #eachRun({ from, to }: Places, look: (run: Places) => void): void {
    for (let start = from; start < to;) {
      const end = this.#cuts.share === 1 ? this.#endOfRun(start, to) : start + 1;
      look({ from: start, to: end });
      this.looks++;
      start = end;
    }
  }

  /** The place behind the last row that was cut like the one at `start`: such rows of equal parts are neighbours. */
  #endOfRun(start: number, to: number): number {
    const { parts } = this.#account;
    const { sorted } = this.#blocks;
    const cut = sorted[start];
    const part = parts[this.#rowAt(start)];
    const isAlike = (place: number): boolean => sorted[place] === cut && parts[this.#rowAt(place)] === part;
    let [low, ahead] = [start + 1, 1];
    while (low + ahead <= to && isAlike(low + ahead - 1)) {
      low += ahead;
      ahead *= 2;
    }
    let high = Math.min(to, low + ahead - 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isAlike(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rowAt(place: number): number {
    return this.#blocks.rows[place] as number;
  }
}
