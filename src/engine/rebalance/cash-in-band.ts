import type { Level } from "./level";
import type { Candidate } from "./next-drop";
import { firstOf, type WholeTrade } from "./small-trades";

/*
 * What cash does in the rows that it leaves in their bands, where it leaves others that it reaches outside.
 *
 * Cash brings the rows that it reaches to one level of value ÷ target, and is rounded to whole cents among all of them.
 * Those in band keep what they get; the others move on from there to a balance that doesn't hang on it. So each trade of
 * a row in band has to be known to the cent, and of the others only that they get the rest. A missing cent goes to a row
 * if fewer were cut by more than cents are missing, of equal cuts the earlier row first (`roundToTotal`): the rows that
 * the cash reaches are cut and their cuts put in order, and no other row of the account is looked at.
 */

/** What doubles lose of a level, and far more. */
const HAIR = 1e-12;

/** The rows that cash is placed in as its level moves, and how far it has brought each (all n × 1, times the sign of the cash). */
export interface IntoBand {
  /** The level that reaches the row; NaN for a row without a target, which is in neither list. */
  readonly reached: Float64Array;
  /** Up to here the level leaves the row outside its band, or doesn't reach it if it is in band without cash. */
  readonly from: Float64Array;
  /** Beyond this the row is in band, however it is rounded; NaN where it is so without cash. */
  readonly surely: Float64Array;
  /** Whether a row that is given so many cents is in band, where the level lies between the two. */
  readonly isIn: (row: number, cents: number) => boolean;
}

/** What the rows in band trade: all of it together, and the smallest trade, of equal ones the later row's. */
export interface PlacedInBand {
  /** In whole cents, + in, − out. */
  readonly cash: number;
  readonly smallest: Candidate<never> | undefined;
}

/** Rows that cash is placed in while others are taken out, so that its level never goes back. */
export class CashInBand {
  readonly #level: Level;
  readonly #sign: 1 | -1;
  readonly #gone: Uint8Array;
  readonly #into: IntoBand;
  readonly #reachedNext: Passing;
  readonly #inBandNext: Passing;
  /** Rows that are given cash, those among them of which a cent decides whether they are in band, and those that were last. */
  #given: number[] = [];
  #undecided: number[] = [];
  readonly #inBand: Uint8Array;
  /** What was cut off the rows that are given cash, in parts of the level's, and the same in order. */
  readonly #cuts: Float64Array;

  /** `level` and `gone`, the rows that were taken out, are kept up by the one who asks. */
  constructor(level: Level, sign: 1 | -1, gone: Uint8Array, into: IntoBand) {
    this.#level = level;
    this.#sign = sign;
    this.#gone = gone;
    this.#into = into;
    this.#reachedNext = new Passing(into.reached);
    this.#inBandNext = new Passing(into.from);
    this.#inBand = new Uint8Array(gone.length);
    this.#cuts = new Float64Array(gone.length);
  }

  /**
   * What the rows in band trade, where the rows with a target are given `amount` whole cents in all (0 or more). Tells of
   * each row that it has brought into its band, once; "unclear" where a cent takes one of them out again.
   */
  placed(amount: number, bring: (row: number) => void): PlacedInBand | "unclear" {
    this.#follow(bring);
    const inBand = this.#inBand;
    // They may be many: rows of one weight come to their edges together.
    const undecided = new Set(this.#undecided);
    const trades: (WholeTrade & { readonly cut: number })[] = [];
    let missing = amount;
    this.#given.forEach((row, place) => {
      const { size, cut } = this.#level.towards(row);
      missing -= size;
      this.#cuts[place] = cut;
      if (inBand[row] === 1 || undecided.has(row)) trades.push({ row, size, cut });
    });
    const isGivenOne = this.#whoGets(missing);
    let cash = 0;
    let smallest: WholeTrade | undefined;
    for (const { row, size: cutSize, cut } of trades) {
      const size = cutSize + (isGivenOne(row, cut) ? 1 : 0);
      if (undecided.has(row)) {
        if (!this.#into.isIn(row, this.#sign * size)) {
          if (inBand[row] === 1) return "unclear";
          continue;
        }
        this.#bring(row, bring);
      }
      cash += this.#sign * size;
      if (size > 0) smallest = firstOf(smallest, { row, size });
    }
    return { cash, smallest: smallest && { ...smallest, sign: this.#sign, cutCents: 0, cut: 0 } };
  }

  /** Follows the level. */
  #follow(bring: (row: number) => void): void {
    const { surely } = this.#into;
    const at = (this.#level.money / this.#level.parts) * this.#sign;
    const isLeft = (row: number): boolean => this.#gone[row] === 0;
    this.#given = [...this.#given, ...this.#reachedNext.upTo(at)].filter(isLeft);
    this.#undecided = [...this.#undecided, ...this.#inBandNext.upTo(at)].filter(isLeft).filter((row) => {
      const from = surely[row] as number;
      if (Number.isNaN(from)) this.#inBand[row] = 1;
      else if (at - from > HAIR * Math.abs(at)) this.#bring(row, bring);
      else return true;
      return false;
    });
  }

  #bring(row: number, bring: (row: number) => void): void {
    if (this.#inBand[row] === 0) bring(row);
    this.#inBand[row] = 1;
  }

  /** Who gets one of the missing cents: those that were cut by more than some cut, and the earlier of those that were cut by it. */
  #whoGets(missing: number): (row: number, cut: number) => boolean {
    // Where none is missing, that is behind the last, and nothing was cut as much.
    const inOrder = this.#cuts.slice(0, this.#given.length).sort();
    const least = inOrder[inOrder.length - missing] ?? Number.POSITIVE_INFINITY;
    const above = inOrder.length - 1 - inOrder.lastIndexOf(least);
    const alike = this.#given.filter((_, place) => this.#cuts[place] === least).sort((one, other) => one - other);
    const last = alike[missing - above - 1] as number;
    return (row, cut) => cut > least || (cut === least && row <= last);
  }
}

/** Rows by a key, which a level passes one after another. */
class Passing {
  readonly #keys: Float64Array;
  readonly #rows: Uint32Array;
  #next = 0;

  /** Rows whose key is NaN aren't among them. */
  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#rows = Uint32Array.from(keys.keys())
      .filter((row) => !Number.isNaN(keys[row]))
      .sort((one, other) => (keys[one] as number) - (keys[other] as number));
  }

  /** The rows whose key a level has come to since it was asked last, or nearly. */
  upTo(level: number): readonly number[] {
    const from = this.#next;
    const isPassed = (key: number): boolean => key - level <= HAIR * (Math.abs(key) + Math.abs(level));
    while (this.#next < this.#rows.length && isPassed(this.#keys[this.#rows[this.#next] as number] as number))
      this.#next++;
    return [...this.#rows.subarray(from, this.#next)];
  }
}
