import type { CostRates } from "../policy/trading-cost";
import { higher } from "./deepest-fall";
import { DOUBTFUL } from "./doubles";

/** Where a path with something paid in or out stands after a row. */
export interface Standing {
  /** Dollars. */
  before: number;
  /** What a dollar of the start has become by returns alone, its peak so far, and what was left of that at the deepest fall. */
  index: number;
  peak: number;
  deepest: number;
}

/**
 * Rows of drawn paths on which cash is placed as `placeInDoubles` does it and nothing else is done, where no trade is too
 * small: what `PathPortfolio.close` says of them at more length. Most rows of most simulations are of this kind.
 *
 * Each asset is counted in parts of its target: value ÷ target, with the sign turned where cash is to be found. So the
 * least is always the next to be traded: the emptiest to take cash, the fullest to give it.
 */
export class PaidRows {
  readonly #targets: Float64Array;
  readonly #cash: number;
  readonly #rates: CostRates;
  readonly #levels: Float64Array;

  /** `targets` are fractions above 0 that add up to 1 (n × 1), `cash` dollars a row, + to place and − to find. */
  constructor(targets: Float64Array, cash: number, rates: CostRates) {
    this.#targets = targets;
    this.#cash = cash;
    this.#rates = rates;
    this.#levels = new Float64Array(targets.length);
  }

  /** Takes values from one row up to and without another, and writes dollars after each of them (rows × 1). */
  through(
    values: Float64Array,
    first: number,
    end: number,
    drawn: Int32Array,
    growth: Float64Array,
    standing: Standing,
    totals: Float64Array,
  ): void {
    const targets = this.#targets;
    const levels = this.#levels;
    const { rate, fee } = this.#rates;
    const side = this.#cash > 0 ? 1 : -1;
    const cash = Math.abs(this.#cash);
    const assets = values.length;
    for (let asset = 0; asset < assets; asset++) {
      levels[asset] = (side * (values[asset] as number)) / (targets[asset] as number);
    }
    let { before, index, peak, deepest } = standing;
    for (let row = first; row < end; row++) {
      if (before === 0) {
        // The money has run out.
        totals[row] = 0;
        continue;
      }
      const from = (drawn[row] as number) * assets;
      let total = 0;
      let next = 0;
      let least = Infinity;
      for (let asset = 0; asset < assets; asset++) {
        const level = (levels[asset] as number) * (growth[from + asset] as number);
        levels[asset] = level;
        total += level * (targets[asset] as number);
        if (level < least) {
          least = level;
          next = asset;
        }
      }
      total *= side;
      const whole = total + side * cash;
      let cost = 0;
      if (whole > 0) {
        const doubt = (total + cash) * DOUBTFUL;
        let level = least + cash / (targets[next] as number);
        let below = 0;
        for (let asset = 0; asset < assets; asset++) below += (levels[asset] as number) < level ? 1 : 0;
        let moved = cash;
        let made = 1;
        if (below > 1 || cash <= doubt) {
          level = commonLevel(levels, targets, cash, level);
          moved = 0;
          made = 0;
          for (let asset = 0; asset < assets; asset++) {
            const size = (level - (levels[asset] as number)) * (targets[asset] as number);
            if (size <= doubt) continue;
            levels[asset] = level;
            moved += size;
            made += 1;
          }
        } else levels[next] = level;
        cost = Math.min(whole, rate * moved + fee * made);
        if (cost > 0) {
          const left = 1 - cost / whole;
          for (let asset = 0; asset < assets; asset++) levels[asset] = (levels[asset] as number) * left;
        }
      }
      // What is paid in or out is no return; with everything gone, no more could be found than there was.
      index *= (total - cost) / before;
      peak = higher(index, peak);
      if (index < peak * deepest) deepest = index / peak;
      before = whole > 0 ? whole - cost : 0;
      totals[row] = before;
    }
    for (let asset = 0; asset < assets; asset++) {
      values[asset] = side * (levels[asset] as number) * (targets[asset] as number);
    }
    standing.before = before;
    standing.index = index;
    standing.peak = peak;
    standing.deepest = deepest;
  }
}

/** The level that cash lifts the lowest to, from one that is no lower: what stands above it is left out until nothing does. */
function commonLevel(levels: Float64Array, targets: Float64Array, cash: number, from: number): number {
  let level = from;
  for (;;) {
    let kept = cash;
    let parts = 0;
    for (let asset = 0; asset < levels.length; asset++) {
      if ((levels[asset] as number) >= level) continue;
      kept += (levels[asset] as number) * (targets[asset] as number);
      parts += targets[asset] as number;
    }
    const lower = kept / parts;
    if (!(lower < level)) return level;
    level = lower;
  }
}
