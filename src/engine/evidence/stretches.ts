import type { Path } from "./path";
import { dayOf } from "../units/day";
import { periodsOf, type ReturnSeries } from "./series";

/** Periods of a series that are told together, from `from` up to and without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What became of a path in a stretch. */
export interface StretchOutcome {
  /** Dollars at its end; 0 where the money had run out. */
  readonly value: number;
  readonly rebalances: number;
  /** How far below its highest point so far it was at worst, a fraction from −1 to 0. */
  readonly lowest: number;
}

const YEARS_A_DECADE = 10;
/** Undated periods are told in so many stretches. */
const STRETCHES = 10;

/**
 * Cuts a series into decades where its periods are dated over more than one, into years where they are dated over some
 * years, else into ten stretches of equal length.
 */
export function stretchesOf(series: ReturnSeries): readonly Stretch[] {
  const periods = periodsOf(series);
  const { dates } = series;
  const yearOf = (period: number): number | undefined =>
    dates?.kind === "years"
      ? dates.first + period
      : dates?.kind === "days"
        ? dayOf(dates.days[period] as number).year
        : undefined;
  const span = (yearOf(periods - 1) ?? 0) - (yearOf(0) ?? 0);
  const length = Math.ceil(periods / STRETCHES);
  const partOf = (period: number): number => {
    const year = yearOf(period);
    if (year === undefined || span === 0) return Math.floor(period / length);
    return span < YEARS_A_DECADE ? year : Math.floor(year / YEARS_A_DECADE);
  };
  const stretches: Stretch[] = [];
  for (let from = 0; from < periods;) {
    let to = from + 1;
    while (to < periods && partOf(to) === partOf(from)) to += 1;
    stretches.push({ from, to });
    from = to;
  }
  return stretches;
}

/** Says what became of a path in a stretch, given how far each of its periods lay below its highest point. */
export function outcomeIn(
  { from, to }: Stretch,
  { values, rebalances }: Pick<Path, "values" | "rebalances">,
  falls: Float64Array,
): StretchOutcome {
  let count = 0;
  let lowest = 0;
  for (let period = from; period < to; period++) {
    count += rebalances[period] ?? 0;
    lowest = Math.min(lowest, falls[period] ?? 0);
  }
  return { value: values[to - 1] ?? 0, rebalances: count, lowest };
}
