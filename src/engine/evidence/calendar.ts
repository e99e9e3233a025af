import { failed, succeeded, type Result } from "../errors";
import type { Cadence } from "../policy/cadence";
import type { Policy } from "../policy/policy";
import { isFinerThanRows } from "./looks";
import type { EvidenceProblem } from "./problem";
import type { ReturnSeries } from "./series";

/** How many rows a path's volatility is measured over; with fewer, times are calm. */
const ROWS_OF_VOLATILITY = 12;

/** On which rows of a path a policy's calendar looks. */
export class PathCalendar {
  readonly #usual: Uint8Array | undefined;
  readonly #volatile: Uint8Array | undefined;
  readonly #above: number;
  readonly #mix: Float64Array;
  readonly #periodsPerYear: number;

  /**
   * `marks` gives the rows on which a cadence looks; `mix` is what the targets would have returned in each row that the
   * path may be made of.
   */
  constructor(
    { look, volatileLook }: Policy,
    marks: (cadence: Cadence) => Uint8Array,
    mix: Float64Array,
    periodsPerYear: number,
  ) {
    this.#usual = look && marks(look);
    this.#volatile = volatileLook && marks(volatileLook.cadence);
    this.#above = volatileLook?.above.toNumber() ?? 0;
    this.#mix = mix;
    this.#periodsPerYear = periodsPerYear;
  }

  /** The first row from one on, below `end`, on which the calendar may look; `end` where it doesn't. */
  nextRow(from: number, end: number): number {
    const usual = this.#usual;
    const volatile = this.#volatile;
    if (usual === undefined && volatile === undefined) return end;
    let row = from;
    while (row < end && usual?.[row] !== 1 && volatile?.[row] !== 1) row += 1;
    return row;
  }

  /** Whether the calendar looks on a row. `drawn` says which row of the returns each row of the path is. */
  isLook(row: number, drawn: Int32Array): boolean {
    const usual = this.#usual?.[row] === 1;
    if (this.#volatile === undefined) return usual;
    const whenVolatile = this.#volatile[row] === 1;
    return usual === whenVolatile ? usual : this.#isVolatile(row, drawn) ? whenVolatile : usual;
  }

  /** Whether the volatility a year of the last rows, this one among them, is above the policy's level. */
  #isVolatile(row: number, drawn: Int32Array): boolean {
    const first = row - ROWS_OF_VOLATILITY + 1;
    if (first < 0) return false;
    let sum = 0;
    for (let each = first; each <= row; each++) sum += this.#mix[drawn[each] as number] as number;
    const middle = sum / ROWS_OF_VOLATILITY;
    let squares = 0;
    for (let each = first; each <= row; each++) {
      const over = (this.#mix[drawn[each] as number] as number) - middle;
      squares += over * over;
    }
    return Math.sqrt((squares / (ROWS_OF_VOLATILITY - 1)) * this.#periodsPerYear) > this.#above;
  }
}

/** Fails for a policy that looks more often than there are rows. */
export function checkLooks(
  { look, volatileLook }: Policy,
  { periodsPerYear }: Pick<ReturnSeries, "periodsPerYear">,
): Result<undefined, EvidenceProblem> {
  const cadence = [look, volatileLook?.cadence].find((each) => each && isFinerThanRows(each, periodsPerYear));
  return cadence
    ? failed<EvidenceProblem>({ code: "look finer than rows", cadence, periodsPerYear })
    : succeeded(undefined);
}
