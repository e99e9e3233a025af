import { CutCounts } from "./cut-counts";
import type { LeastTrades } from "./least-trades";
import { compareCuts, type LevelledAccount } from "./level";
import { RowCuts, type RoundedLevel } from "./row-cuts";
import { SmallRows } from "./small-rows";
import { firstOf, type WholeTrade } from "./small-trades";

/*
 * The trades of rows towards one level, rounded together: each is cut to whole steps, and what is then missing goes, a
 * step a row, to those that were cut most (`roundToTotal`). Who gets one hangs on how many are missing, and that on what
 * is cut off every row. `CutCounts` counts both without looking at every row.
 *
 * The smallest trade is one of few rows (`SmallRows`). Of these, the ones cut by more than some cents surely get a missing
 * step, as no more rows than there are steps were cut so much; the ones cut by less than some others surely don't. Of
 * those between, which are none as a rule, it is counted how many rows come before them.
 */

/** How far blocks and windows reach at first, as so many times what level and threshold moved of late. */
const REACH = 16;

/** Laying a row in a block takes about as long as looking at so many. */
const LAYING = 3;

/** Once so many times as much was looked at as laying takes, what was laid reaches too far. */
const FAR = 8;

/** Without blocks every row is looked at: for so many levels at first, if blocks weren't worth laying. */
const FLAT = 4;
const MOST_FLAT = 512;

/** A threshold is looked for no more closely than this part of a step, over the number of rows: they lie no nearer as a rule. */
const NARROWEST = 1 / 16;

/** Who gets missing steps, of the rows of one sign: all that were cut by `many` cents or more, none by `few` or less. */
interface Threshold {
  readonly sign: number;
  readonly few: number;
  readonly many: number;
  readonly missing: number;
}

/** How much was looked at since something was laid, for how many levels, and how far it reaches. */
interface Worth {
  looks: number;
  levels: number;
  reach: number;
}

export class RoundedRows {
  readonly #level: RoundedLevel;
  readonly #least: number;
  readonly #gone: Uint8Array;
  readonly #account: LevelledAccount;
  readonly #cuts: RowCuts;
  readonly #counts: CutCounts;
  readonly #small: SmallRows;
  /** The level and the threshold that were last found, in steps (`ofSteps`), and how far each moved of late. */
  #at = Number.NaN;
  #threshold = Number.NaN;
  #levelMoves: number;
  #thresholdMoves = 1 / 1024;
  /** The smallest trade that was last found. */
  #last = 0;
  readonly #blocksWorth: Worth = { looks: 0, levels: 0, reach: REACH };
  readonly #smallWorth: Worth = { looks: 0, levels: 0, reach: REACH };
  /** For how many levels yet no blocks are laid, and for how many they weren't the last time. */
  #flat = 0;
  #flatFor = FLAT;

  /**
   * `rows` trade towards the level; those whose trade is below `least` cents are asked for. `nearest` finds rows by all of
   * their way to the level, and rows that are taken out here are taken out there as well.
   */
  constructor(level: RoundedLevel, account: LevelledAccount, rows: Uint32Array, least: number, nearest: LeastTrades) {
    const step = account.step ?? 1;
    this.#level = level;
    this.#account = account;
    this.#least = Math.ceil(least / step);
    this.#gone = new Uint8Array(account.values.length);
    this.#cuts = new RowCuts(level, account);
    this.#counts = new CutCounts(level, account, this.#cuts, rows, this.#gone);
    this.#small = new SmallRows(account, this.#cuts, nearest, this.#gone, this.#least);
    // Until it has moved: as if a trade of a sixteenth of a step a row were handed over.
    this.#levelMoves = (step * rows.length) / (16 * REACH * level.parts);
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.#gone[row] = 1;
    this.#counts.take(row);
  }

  /**
   * The smallest trade below the minimum, of equal ones the later row's; undefined where none is. "unclear" where rows
   * have too few steps to give, so that others give them.
   */
  smallest(): WholeTrade | undefined | "unclear" {
    const at = this.#level.money / this.#level.parts;
    const moved = Math.abs(at - this.#at);
    if (moved > 0) this.#levelMoves += (moved - this.#levelMoves) / 4;
    this.#at = at;
    const threshold = this.#thresholdOf(this.#missingAt(at));
    if (threshold === undefined) return "unclear";
    this.#layWindow(threshold);
    for (;;) {
      const found = this.#smallestOf(threshold);
      if (this.#small.safe >= this.#least || (found && found.size < this.#small.safe)) {
        if (found) this.#last = found.size;
        return found;
      }
      this.#small.extend(found?.size ?? this.#small.safe);
    }
  }

  #missingAt(at: number): number {
    const counts = this.#counts;
    const worth = this.#blocksWorth;
    if (!counts.holds(at) || counts.looks > FAR * LAYING * counts.rows) {
      if (worth.levels > 0) {
        const laying = LAYING * counts.rows;
        worth.looks = counts.looks;
        if (laying + worth.looks > worth.levels * counts.rows) {
          this.#flat = this.#flatFor;
          this.#flatFor = Math.min(2 * this.#flatFor, MOST_FLAT);
        } else this.#flatFor = FLAT;
        adjust(worth, laying);
      }
      if (this.#flat > 0) {
        this.#flat--;
        counts.lay(at, Number.POSITIVE_INFINITY);
        return counts.missingAt(at);
      }
      counts.lay(at, this.#levelMoves * worth.reach);
    }
    const missing = counts.missingAt(at);
    worth.levels++;
    return missing;
  }

  /** Undefined where there are too few rows to give what is missing. */
  #thresholdOf(steps: number): Threshold | undefined {
    const { step } = this.#cuts;
    const sign = Math.sign(steps);
    const missing = Math.abs(steps);
    let [few, many] = [0, step];
    if (sign !== 0) {
      // Where the last one was, if it was of this sign; else next to nobody gets a step.
      const last = Number.isNaN(this.#threshold) ? step / 2 : step * (1 - sign * this.#threshold);
      const width = Math.max(2 * this.#thresholdMoves, NARROWEST / this.#counts.rows) * step;
      // First upwards, then downwards, in growing steps as far as it is open.
      for (const way of [1, -1]) {
        let cents = last + way * width;
        for (let wider = 2 * width; few < cents && cents < many; wider *= 4) {
          const { above, close } = this.#counts.cutMoreThan(sign, cents);
          if (above + close <= missing) many = cents;
          if (above >= missing) few = cents;
          cents += way * wider;
        }
      }
      if (few === 0) {
        const { above: surely, close } = this.#counts.cutMoreThan(sign, 0);
        if (surely + close < missing) return undefined;
      }
    }
    const threshold = sign === 0 ? 0 : sign * (1 - (few + many) / 2 / step);
    const moved = Math.abs(threshold - this.#threshold);
    // Where it was found at once, it is looked for a little more closely the next time.
    if (moved >= 0) this.#thresholdMoves += (moved - this.#thresholdMoves) / (moved > 0 ? 4 : 16);
    this.#threshold = threshold;
    return { sign, few, many, missing };
  }

  /** Makes sure that the small rows hold for the level and the threshold. */
  #layWindow({ sign, few, many }: Threshold): void {
    const { step } = this.#cuts;
    const at = this.#at;
    const ends = sign === 0 ? [0] : [sign * (1 - few / step), sign * (1 - many / step)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const worth = this.#smallWorth;
    if (!this.#small.holds(at, from, to) || worth.looks > FAR * this.#small.laid) {
      if (worth.levels > 0) adjust(worth, this.#small.laid);
      const move = this.#levelMoves * worth.reach;
      const change = this.#thresholdMoves * worth.reach;
      this.#small.lay(this.#last, { lowest: at - move, highest: at + move, from: from - change, to: to + change });
    }
    worth.levels++;
    worth.looks += this.#small.open.length;
  }

  #smallestOf({ sign, few, many, missing }: Threshold): WholeTrade | undefined {
    const { signs, cuts } = this.#cuts;
    const { open } = this.#small;
    const between: number[] = [];
    let found: WholeTrade | undefined;
    const settled = this.#small.first();
    if (settled !== undefined) found = { row: settled, size: this.#small.sizeOf(settled) };
    const offer = (row: number, size: number): void => {
      if (size > 0 && size < this.#least) found = firstOf(found, { row, size });
    };
    let kept = 0;
    for (const row of open) {
      if (this.#gone[row] === 1) continue;
      open[kept++] = row;
      this.#cuts.cut(row, this.#at);
      const cut = cuts[row] as number;
      const size = this.#sizeOf(row);
      if (found && size > found.size) continue;
      if (signs[row] !== sign || cut === 0) offer(row, size);
      else {
        const lost = this.#cuts.lost(row, this.#at);
        if (cut - lost >= many) offer(row, size + 1);
        else if (cut + lost <= few) offer(row, size);
        else between.push(row);
      }
    }
    open.length = kept;
    if (between.length > 0) this.#offerBetween(between, found, missing, offer);
    return found;
  }

  /** Of rows between those that surely get a missing step and those that don't: counts how many come before them. */
  #offerBetween(
    rows: readonly number[],
    found: WholeTrade | undefined,
    missing: number,
    offer: (row: number, size: number) => void,
  ): void {
    // Larger trades than this are none of the smallest. One that is cut to nothing may stay so, and says nothing.
    let most = found?.size ?? Number.POSITIVE_INFINITY;
    for (const row of rows) if (this.#sizeOf(row) > 0) most = Math.min(most, this.#sizeOf(row) + 1);
    let left = rows.filter((row) => this.#sizeOf(row) <= most);
    while (left.length > 0) {
      const middle = left[left.length >>> 1] as number;
      const gets = this.#counts.before(middle) < missing;
      // Who comes before a row that gets a step gets one, too; who comes behind one that doesn't gets none.
      const isSettled = (row: number): boolean =>
        gets ? !this.#comesBefore(middle, row) : !this.#comesBefore(row, middle);
      for (const row of left) if (isSettled(row)) offer(row, this.#sizeOf(row) + (gets ? 1 : 0));
      left = left.filter((row) => !isSettled(row));
    }
  }

  /** Whether one of two rows of a sign was cut more, or as much and lies earlier. */
  #comesBefore(one: number, other: number): boolean {
    const { cuts, share } = this.#cuts;
    const { parts } = this.#account;
    const more = (cuts[one] as number) - (cuts[other] as number);
    if (Math.abs(more) > this.#cuts.lost(one, this.#at) + this.#cuts.lost(other, this.#at)) return more > 0;
    const alike = share === 1 && this.#cuts.step === 1 && parts[one] === parts[other];
    const compared = alike ? 0 : compareCuts(this.#level.towards(one), this.#level.towards(other));
    return compared > 0 || (compared === 0 && one < other);
  }

  #sizeOf(row: number): number {
    return (this.#account.moves?.[row] ?? 0) + (this.#cuts.steps[row] as number);
  }
}

/** Lets what is laid reach further or less far, so that about as much is looked at in it as it takes to lay. */
function adjust(worth: Worth, laying: number): void {
  if (worth.looks < laying / 2) worth.reach *= 2;
  else if (worth.looks > 2 * laying) worth.reach /= 2;
  worth.looks = worth.levels = 0;
}
