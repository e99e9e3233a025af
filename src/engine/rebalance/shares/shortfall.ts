import { productDifference } from "../../units/exact";
import type { SharePosition, SharePositions } from "./positions";
import { Search } from "./search";
import type { Work } from "./work";

/** A choice of rows that get one step above their base, as the cash doesn't reach for all of them. */
export interface Choice {
  /** What the choice costs beyond the cash there is, in units; negative if cash is left. */
  readonly over: number;
  /** Σ of what rows fall short of the wanted values, in units, before anything is given up to pay `over`. */
  readonly short: number;
  /** Money traded, compared with trading every row to its base. */
  readonly traded: number;
  /** Rows that are one step above their base although those of `Shortlist.raised` aren't (+1), or the other way round (−1). */
  readonly changes: readonly { readonly row: number; readonly change: number }[];
}

/** What can become the best answer. */
export interface Shortlist {
  readonly choices: readonly Choice[];
  /** Rows that are one step above their base, but for the changes of each choice. */
  readonly raised: readonly number[];
  /** A shortfall that can be had; no answer has to fall shorter. */
  readonly known: number;
}

const UNCHANGED = { change: 0, over: 0, error: 0, cost: 0, traded: 0 };

/**
 * Rows that a step more would bring to the wanted value or above, as columns, because there may be 100,000 of them: the
 * step costs `price` and makes the row fall short by `gain` < `price` less. The most efficient first, then by row.
 */
class Raises {
  readonly size: number;
  readonly row: Int32Array;
  readonly price: Float64Array;
  readonly gain: Float64Array;
  /** What each adds to the money traded: less than nothing where a sale becomes smaller. */
  readonly traded: Float64Array;

  constructor(rows: readonly SharePosition[]) {
    const prices = Float64Array.from(rows, ({ price }) => price);
    const gains = Float64Array.from(rows, ({ short }) => short);
    const rates = gains.map((gain, row) => gain / (prices[row] as number));
    // Rounding is monotonic, so only rates that are equal once rounded have to be told apart exactly.
    this.row = Int32Array.from(rows.keys())
      .filter((row) => (gains[row] as number) > 0)
      .sort(
        (one, other) =>
          (rates[other] as number) - (rates[one] as number) ||
          productDifference(
            gains[other] as number,
            prices[one] as number,
            gains[one] as number,
            prices[other] as number,
          ) ||
          one - other,
      );
    this.size = this.row.length;
    this.price = Float64Array.from(this.row, (row) => prices[row] as number);
    this.gain = Float64Array.from(this.row, (row) => gains[row] as number);
    this.traded = this.price.map((price, at) =>
      (rows[this.row[at] as number] as SharePosition).trade < 0 ? -price : price,
    );
  }

  /** By how much one lowers the shortfall a dollar. Undefined beyond the ends. */
  rate(at: number): number | undefined {
    return at < 0 || at >= this.size ? undefined : (this.gain[at] as number) / (this.price[at] as number);
  }
}

/**
 * Finds every choice of rows to raise that can be part of the best answer, given that `known` is a shortfall that can
 * be had. Equal shortfalls at different uses of cash are all kept, because which of them leaves less cash shows only
 * once steps are given up and bought. Undefined if the proof goes beyond the work allowed.
 */
export function leastShort(positions: SharePositions, known: number, work: Work): Shortlist | undefined {
  const raises = new Raises(positions.rows);
  let over = -positions.room;
  let short = raises.gain.reduce((sum, gain) => sum + gain, 0);
  let traded = 0;
  let breakAt = 0;
  for (; breakAt < raises.size; breakAt++) {
    const price = raises.price[breakAt] as number;
    if (over + price > 0) break;
    over += price;
    short -= raises.gain[breakAt] as number;
    traded += raises.traded[breakAt] as number;
  }

  const search = new Search({ over, error: short, cost: 0, traded }, known, "all", 0.5, work);
  let [below, above] = [breakAt - 1, breakAt];
  while (below >= 0 || above < raises.size) {
    // Undecided are the raised rows from 0 to `below` and the others from `above` on. The one nearer the break is next.
    const raised = below >= 0 && (above === raises.size || breakAt - 1 - below < above - breakAt);
    const at = raised ? below-- : above++;
    const sign = raised ? -1 : 1;
    const flipped = {
      change: sign,
      over: sign * (raises.price[at] as number),
      error: -sign * (raises.gain[at] as number),
      cost: 0,
      traded: sign * (raises.traded[at] as number),
    };
    const rates = { loss: raises.rate(below) ?? 1, gain: raises.rate(above) ?? 0 };
    if (search.leave(flipped, rates)) continue;
    if (!search.decide(raises.row[at] as number, [UNCHANGED, flipped], rates)) return undefined;
  }

  const choices = [...search.found()]
    .filter(({ over, error }) => error + Math.max(0, over) <= search.least)
    .map(({ over, error, traded, changes }): Choice => ({ over, short: error, traded, changes }));
  return { choices, raised: [...raises.row.subarray(0, breakAt)], known: search.least };
}
