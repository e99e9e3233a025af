import type { Cadence } from "../policy/cadence";
import { lookRows } from "./looks";
import { growthOf, mixReturns, periodsOf, type ReturnSeries } from "./series";
import { wholeYearsOf, type RowRange } from "./whole-years";

/** What all paths through the same returns with the same targets have in common, worked out once. */
export class PathGround {
  readonly periods: number;
  readonly assets: number;
  /** 1 + return, row after row (periods × n). */
  readonly growth: Float64Array;
  /** What the targets return in each period (periods × 1). */
  readonly mix: Float64Array;
  /** Every row in order, for what may also go through drawn ones (periods × 1). */
  readonly inOrder: Int32Array;
  #wholeYears: readonly RowRange[] | undefined;
  readonly #looks = new Map<string, Uint8Array>();

  /** `targets` are fractions that add up to 1, one an asset (n × 1). */
  constructor(
    readonly series: ReturnSeries,
    readonly targets: Float64Array,
  ) {
    this.periods = periodsOf(series);
    this.assets = targets.length;
    this.growth = growthOf(series);
    this.mix = mixReturns(series, targets);
    this.inOrder = new Int32Array(this.periods);
    for (let row = 0; row < this.periods; row++) this.inOrder[row] = row;
  }

  /** The rows of each whole year. */
  get wholeYears(): readonly RowRange[] {
    return (this.#wholeYears ??= wholeYearsOf(this.series));
  }

  /** The rows on which a cadence looks (periods × 1). */
  looks(cadence: Cadence): Uint8Array {
    const name = `${cadence.every} ${cadence.unit}`;
    const known = this.#looks.get(name);
    if (known) return known;
    const marks = lookRows(cadence, this.series);
    this.#looks.set(name, marks);
    return marks;
  }
}
