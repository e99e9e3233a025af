import { LOST } from "./least-trades";
import { sideOf, type ExactTrade, type LevelledAccount } from "./level";

/** A level, and what rows trade towards it: parts × money ÷ parts of all − value, or a share of that. */
export interface RoundedLevel {
  readonly money: number;
  readonly parts: number;
  /** What all trades add up to, in cents. */
  readonly cash: number;
  /** All of the way where absent. */
  readonly share?: number;
  towards(row: number): ExactTrade;
  /** What was cut off a trade, in cents. */
  centsCut(trade: ExactTrade): number;
}

/** Each row's trade towards a level, cut to whole steps: in doubles, and exactly where these can't tell. */
export class RowCuts {
  /** Per row when it was last cut: its sign, its size in whole steps, and the cents cut off it. */
  readonly signs: Int8Array;
  readonly steps: Float64Array;
  readonly cuts: Float64Array;
  readonly step: number;
  readonly share: number;
  readonly #level: RoundedLevel;
  readonly #account: LevelledAccount;

  constructor(level: RoundedLevel, account: LevelledAccount) {
    const rows = account.values.length;
    this.signs = new Int8Array(rows);
    this.steps = new Float64Array(rows);
    this.cuts = new Float64Array(rows);
    this.step = account.step ?? 1;
    this.share = level.share ?? 1;
    this.#level = level;
    this.#account = account;
  }

  /** The level, in cents a part. */
  at(): number {
    return this.#level.money / this.#level.parts;
  }

  /** What a double may have lost of a row's trade at a level, in cents, and far more. */
  lost(row: number, at: number): number {
    const { values, parts } = this.#account;
    return ((parts[row] as number) * at + (values[row] as number)) * LOST * this.share;
  }

  /** Cuts a row's trade at the level. */
  cut(row: number, at: number): void {
    const { values, parts } = this.#account;
    const { step, share } = this;
    const value = values[row] as number;
    const reached = (parts[row] as number) * at;
    const gap = (reached - value) * share;
    const lost = (reached + value) * LOST * share;
    if (gap * sideOf(this.#account, row) < -lost) {
      this.signs[row] = this.steps[row] = this.cuts[row] = 0;
      return;
    }
    const whole = Math.abs(gap);
    let sign = gap < 0 ? -1 : 1;
    let size = Math.floor(whole / step);
    let cut = whole - size * step;
    if (whole <= lost || cut <= lost || cut >= step - lost) {
      const trade = this.#level.towards(row);
      ({ sign, size } = trade);
      cut = this.#level.centsCut(trade);
    } else if (sign < 0 && value < (size + 1) * step) cut = 0;
    this.signs[row] = sign;
    this.steps[row] = size;
    this.cuts[row] = cut;
  }
}
