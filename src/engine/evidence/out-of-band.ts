import type { NumericRowBand } from "./bands";
import { placeInDoubles } from "./placing";

/**
 * Moves the rows outside their bands to where they stop, and meets the imbalance by level-fill, as REBALANCE does
 * (`rebalance/destinations.ts`), in doubles: first from rows that were outside on the needed side, then from rows in band,
 * none past its target unless nothing else is left.
 */
export class MovesInDoubles {
  readonly #band: NumericRowBand;
  readonly #targets: Float64Array;
  readonly #sides: Int8Array;
  readonly #moved: Float64Array;
  readonly #group: Uint8Array;
  readonly #filled: Float64Array;

  constructor(band: NumericRowBand, targets: Float64Array) {
    this.#band = band;
    this.#targets = targets;
    this.#sides = new Int8Array(targets.length);
    this.#moved = new Float64Array(targets.length);
    this.#group = new Uint8Array(targets.length);
    this.#filled = new Float64Array(targets.length);
  }

  /** Adds the moves of the rows that may trade to `trades`; `values` are what rows hold, `total` their sum. */
  add(values: Float64Array, total: number, mayTrade: Uint8Array, trades: Float64Array, doubt: number): boolean {
    const { reach, leftOver, leftUnder } = this.#band;
    let imbalance = 0;
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number;
      const target = targets(this.#targets, row) * total;
      const drift = value - target;
      const isOutside = Math.abs(drift) > (reach[row] as number) * total + doubt;
      const side = isOutside ? Math.sign(drift) : 0;
      this.#sides[row] = side;
      const left = side > 0 ? leftOver : leftUnder;
      const goal = side === 0 ? value : target + side * (left[row] as number) * total;
      this.#moved[row] = goal;
      if (mayTrade[row] === 0 || side === 0) continue;
      trades[row] = (trades[row] as number) + goal - value;
      imbalance += goal - value;
    }
    return this.#meet(imbalance, total, mayTrade, trades, doubt);
  }

  /** Trades what balances the moves: after more buying than selling something must still be sold, and the reverse. */
  #meet(imbalance: number, total: number, mayTrade: Uint8Array, trades: Float64Array, doubt: number): boolean {
    const needed = imbalance > 0 ? 1 : -1;
    let left = Math.abs(imbalance);
    for (const pass of PASSES) {
      if (left <= doubt) return true;
      let room = 0;
      for (let row = 0; row < trades.length; row++) {
        const side = this.#sides[row] as number;
        const over = ((this.#moved[row] as number) - targets(this.#targets, row) * total) * needed;
        const belongs =
          pass === "outside" ? side === needed : pass === "in band" ? side === 0 && over > doubt : side !== -needed;
        this.#group[row] = belongs && mayTrade[row] === 1 ? 1 : 0;
        if (this.#group[row] === 1) room += Math.max(0, over);
      }
      const amount = pass === "either" ? left : Math.min(left, room);
      if (amount <= doubt) continue;
      if (!placeInDoubles(this.#moved, this.#targets, -needed * amount, this.#group, this.#filled, doubt)) return false;
      for (let row = 0; row < trades.length; row++) {
        const filled = this.#filled[row] as number;
        trades[row] = (trades[row] as number) + filled;
        this.#moved[row] = (this.#moved[row] as number) + filled;
      }
      left -= amount;
    }
    return true;
  }
}

const PASSES = ["outside", "in band", "either"] as const;

function targets(all: Float64Array, row: number): number {
  return all[row] as number;
}
