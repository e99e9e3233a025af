import { leftAtDeepest } from "./deepest-fall";

/*
 * Paths on which nothing is paid in or out, for a rule and for never rebalancing at once: both hold so many units of what
 * a dollar of each asset has become since the start, and only a trade changes the units, so one row of growth serves both.
 * Between two rows on which the rule may act, the assets are gone through one after the other, four at a time, with
 * everything in variables of its own: millions of rows are, and what is in a list is read and written anew for each.
 */

/** A rule as it goes through such a path. */
export interface CalmFollower {
  readonly portfolio: { readonly values: Float64Array };
  /** The rows on which it may act, from 0 and rising. */
  readonly acts: Int32Array;
  /** Dollars after the last row. */
  before: number;
  /** What is left of the highest peak at the deepest fall. */
  deepest: number;
  /** Tests and trades `portfolio.values`; undefined where nothing is traded, else the total after it. */
  act(row: number, drawn: Int32Array, growth: Float64Array, total: number): number | undefined;
}

/** Follows a rule and never rebalancing through one path after the other. */
export class CalmPaths {
  /** What a dollar of each asset has become since the start, and how many units of that the rule holds (n × 1). */
  readonly #grown: Float64Array;
  readonly #units: Float64Array;
  /** Dollars after each row of the path that was followed last, of the rule and of never rebalancing (rows × 1). */
  readonly totals: Float64Array;
  readonly neverTotals: Float64Array;

  constructor(assets: number, rows: number) {
    this.#grown = new Float64Array(assets);
    this.#units = new Float64Array(assets);
    this.totals = new Float64Array(rows);
    this.neverTotals = new Float64Array(rows);
  }

  /** Goes through a path from what both followers hold. `drawn` says which row of the growth each of its rows is. */
  follow(rule: CalmFollower, never: CalmFollower, drawn: Int32Array, growth: Float64Array): void {
    const grown = this.#grown.fill(1);
    const units = this.#units;
    const { totals, neverTotals } = this;
    const { values } = rule.portfolio;
    const neverUnits = never.portfolio.values;
    units.set(values);
    const rows = drawn.length;
    const { acts } = rule;
    let first = 0;
    for (const row of acts) {
      grow(growth, drawn, first, row + 1, grown, units, neverUnits, totals, neverTotals);
      first = row + 1;
      for (let asset = 0; asset < values.length; asset++) {
        values[asset] = (units[asset] as number) * (grown[asset] as number);
      }
      const after = rule.act(row, drawn, growth, totals[row] as number);
      if (after === undefined) continue;
      totals[row] = after;
      for (let asset = 0; asset < values.length; asset++) {
        const each = grown[asset] as number;
        units[asset] = each > 0 ? (values[asset] as number) / each : 0;
      }
    }
    grow(growth, drawn, first, rows, grown, units, neverUnits, totals, neverTotals);
    rule.deepest = leftAtDeepest(totals, rule.before);
    never.deepest = leftAtDeepest(neverTotals, never.before);
    rule.before = totals[rows - 1] as number;
    never.before = neverTotals[rows - 1] as number;
  }
}

/** Goes through rows on which nothing is traded, and writes what both rules have after each. */
function grow(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  grown: Float64Array,
  units: Float64Array,
  neverUnits: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
): void {
  const assets = grown.length;
  let asset = 0;
  for (; asset + 5 <= assets; asset += 5) {
    growFive(growth, drawn, first, end, grown, units, neverUnits, totals, neverTotals, asset);
  }
  for (; asset + 2 <= assets; asset += 2) {
    growTwo(growth, drawn, first, end, grown, units, neverUnits, totals, neverTotals, asset);
  }
  if (asset < assets) growOne(growth, drawn, first, end, grown, units, neverUnits, totals, neverTotals, asset);
}

function growFive(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  grown: Float64Array,
  units: Float64Array,
  neverUnits: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = grown.length;
  let one = grown[asset] as number;
  let two = grown[asset + 1] as number;
  let three = grown[asset + 2] as number;
  let four = grown[asset + 3] as number;
  let five = grown[asset + 4] as number;
  const unitsOfOne = units[asset] as number;
  const unitsOfTwo = units[asset + 1] as number;
  const unitsOfThree = units[asset + 2] as number;
  const unitsOfFour = units[asset + 3] as number;
  const unitsOfFive = units[asset + 4] as number;
  const neverOfOne = neverUnits[asset] as number;
  const neverOfTwo = neverUnits[asset + 1] as number;
  const neverOfThree = neverUnits[asset + 2] as number;
  const neverOfFour = neverUnits[asset + 3] as number;
  const neverOfFive = neverUnits[asset + 4] as number;
  for (let row = first; row < end; row++) {
    const from = (drawn[row] as number) * assets + asset;
    one *= growth[from] as number;
    two *= growth[from + 1] as number;
    three *= growth[from + 2] as number;
    four *= growth[from + 3] as number;
    five *= growth[from + 4] as number;
    const total = unitsOfOne * one + unitsOfTwo * two + unitsOfThree * three + unitsOfFour * four + unitsOfFive * five;
    const neverTotal =
      neverOfOne * one + neverOfTwo * two + neverOfThree * three + neverOfFour * four + neverOfFive * five;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? neverTotal : (neverTotals[row] as number) + neverTotal;
  }
  grown[asset] = one;
  grown[asset + 1] = two;
  grown[asset + 2] = three;
  grown[asset + 3] = four;
  grown[asset + 4] = five;
}

function growTwo(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  grown: Float64Array,
  units: Float64Array,
  neverUnits: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = grown.length;
  let one = grown[asset] as number;
  let two = grown[asset + 1] as number;
  const unitsOfOne = units[asset] as number;
  const unitsOfTwo = units[asset + 1] as number;
  const neverOfOne = neverUnits[asset] as number;
  const neverOfTwo = neverUnits[asset + 1] as number;
  for (let row = first; row < end; row++) {
    const from = (drawn[row] as number) * assets + asset;
    one *= growth[from] as number;
    two *= growth[from + 1] as number;
    const total = unitsOfOne * one + unitsOfTwo * two;
    const neverTotal = neverOfOne * one + neverOfTwo * two;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? neverTotal : (neverTotals[row] as number) + neverTotal;
  }
  grown[asset] = one;
  grown[asset + 1] = two;
}

function growOne(
  growth: Float64Array,
  drawn: Int32Array,
  first: number,
  end: number,
  grown: Float64Array,
  units: Float64Array,
  neverUnits: Float64Array,
  totals: Float64Array,
  neverTotals: Float64Array,
  asset: number,
): void {
  const assets = grown.length;
  let one = grown[asset] as number;
  const unitsOfOne = units[asset] as number;
  const neverOfOne = neverUnits[asset] as number;
  for (let row = first; row < end; row++) {
    const from = (drawn[row] as number) * assets + asset;
    one *= growth[from] as number;
    const total = unitsOfOne * one;
    const neverTotal = neverOfOne * one;
    totals[row] = asset === 0 ? total : (totals[row] as number) + total;
    neverTotals[row] = asset === 0 ? neverTotal : (neverTotals[row] as number) + neverTotal;
  }
  grown[asset] = one;
}
