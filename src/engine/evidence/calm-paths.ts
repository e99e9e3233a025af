import { leftAtDeepest } from "./deepest-fall";

/*
 * Paths on which nothing is paid in or out, for a rule and for never rebalancing at once: of each asset the rule holds so
 * many times what never rebalancing holds, and only a trade changes how many, so one row of growth serves both. Between
 * two rows on which the rule may act, the assets are gone through one after the other, five at a time, with everything in
 * variables of its own: millions of rows are, what is in a list is read and written anew for each, and a processor has
 * room for no more than these.
 */

/** A rule as it goes through such a path. */
export interface CalmFollower {
  readonly portfolio: { readonly values: Float64Array };
  /** The rows on which it may act, from 0 and rising. */
  readonly acts: Int32Array;
  /** Buys everything at its target, for so many dollars. */
  begin(start: number): void;
  /** Dollars after the last row. */
  before: number;
  /** What is left of the highest peak at the deepest fall. */
  deepest: number;
  /** Tests and trades `portfolio.values`; undefined where nothing is traded, else the total after it. */
  act(row: number, drawn: Int32Array, growth: Float64Array, total: number): number | undefined;
}

/** Follows a rule and never rebalancing through one path after the other. */
export class CalmPaths {
  /** Dollars that never rebalancing has in each asset, and how many times that the rule has (n × 1). */
  readonly #held: Float64Array;
  readonly #times: Float64Array;
  /** Dollars after each row of the path that was followed last, of the rule and of never rebalancing (rows × 1). */
  readonly totals: Float64Array;
  readonly neverTotals: Float64Array;

  constructor(assets: number, rows: number) {
    this.#held = new Float64Array(assets);
    this.#times = new Float64Array(assets);
    this.totals = new Float64Array(rows);
    this.neverTotals = new Float64Array(rows);
  }

  /**
   * Goes through a path with so many dollars to begin with. `drawn` says which row of the growth each of its rows is.
   * False where the rule buys what never rebalancing has none of, as after a loss of all of it: then the path is to be
   * gone through another way.
   */
  follow(rule: CalmFollower, never: CalmFollower, start: number, drawn: Int32Array, growth: Float64Array): boolean {
    rule.begin(start);
    never.begin(start);
    const held = this.#held;
    const times = this.#times.fill(1);
    const { totals, neverTotals } = this;
    const { values } = rule.portfolio;
    held.set(values);
    const rows = drawn.length;
    let first = 0;
    for (const row of rule.acts) {
      grow(growth, drawn, first, row + 1, held, times, totals, neverTotals);
      first = row + 1;
      for (let asset = 0; asset < values.length; asset++) {
        values[asset] = (times[asset] as number) * (held[asset] as number);
      }
      const after = rule.act(row, drawn, growth, totals[row] as number);
      if (after === undefined) continue;
      totals[row] = after;
      for (let asset = 0; asset < values.length; asset++) {
        const value = values[asset] as number;
        const now = value === 0 ? 0 : value / (held[asset] as number);
        if (now > MOST_TIMES) return false;
        times[asset] = now;
      }
    }
    grow(growth, drawn, first, rows, held, times, totals, neverTotals);
    [rule.deepest, never.deepest] = leftAtDeepest(totals, neverTotals, start);
    rule.before = totals[rows - 1] as number;
    never.before = neverTotals[rows - 1] as number;
    return true;
  }
}

/** With more than this, what never rebalancing holds is next to nothing, and soon too little to be counted with. */
const MOST_TIMES = 1e100;

/** Goes through rows on which nothing is traded, and writes what both rules have after each. */
function grow(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  held: Float64Array,
  times: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
): void {
  const assets = held.length;
  let asset = 0;
  for (; asset + 5 <= assets; asset += 5) {
    growFive(growth, drawn, first, end, held, times, totals, neverTotals, asset);
  }
  for (; asset + 2 <= assets; asset += 2) {
    growTwo(growth, drawn, first, end, held, times, totals, neverTotals, asset);
  }
  if (asset < assets) growOne(growth, drawn, first, end, held, times, totals, neverTotals, asset);
}

function growFive(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  held: Float64Array,
  times: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = held.length;
  let one = held[asset] as number;
  let two = held[asset + 1] as number;
  let three = held[asset + 2] as number;
  let four = held[asset + 3] as number;
  let five = held[asset + 4] as number;
  const timesOne = times[asset] as number;
  const timesTwo = times[asset + 1] as number;
  const timesThree = times[asset + 2] as number;
  const timesFour = times[asset + 3] as number;
  const timesFive = times[asset + 4] as number;
  for (let row = first; row < end; row++) {
    const from = (drawn[row] as number) * assets + asset;
    one *= growth[from] as number;
    two *= growth[from + 1] as number;
    three *= growth[from + 2] as number;
    four *= growth[from + 3] as number;
    five *= growth[from + 4] as number;
    const total = timesOne * one + timesTwo * two + timesThree * three + timesFour * four + timesFive * five;
    const neverTotal = one + two + three + four + five;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? neverTotal : (neverTotals[row] as number) + neverTotal;
  }
  held[asset] = one;
  held[asset + 1] = two;
  held[asset + 2] = three;
  held[asset + 3] = four;
  held[asset + 4] = five;
}

function growTwo(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  held: Float64Array,
  times: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = held.length;
  let one = held[asset] as number;
  let two = held[asset + 1] as number;
  const timesOne = times[asset] as number;
  const timesTwo = times[asset + 1] as number;
  for (let row = first; row < end; row++) {
    const from = (drawn[row] as number) * assets + asset;
    one *= growth[from] as number;
    two *= growth[from + 1] as number;
    const total = timesOne * one + timesTwo * two;
    const neverTotal = one + two;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? neverTotal : (neverTotals[row] as number) + neverTotal;
  }
  held[asset] = one;
  held[asset + 1] = two;
}

function growOne(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  held: Float64Array,
  times: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = held.length;
  let one = held[asset] as number;
  const timesOne = times[asset] as number;
  for (let row = first; row < end; row++) {
    one *= growth[(drawn[row] as number) * assets + asset] as number;
    const total = timesOne * one;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? one : (neverTotals[row] as number) + one;
  }
  held[asset] = one;
}
