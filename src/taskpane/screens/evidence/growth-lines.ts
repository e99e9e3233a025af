import type { PeriodDates } from "../../../engine";
import type { FollowedRule, PathPicture } from "../../../operations";
import type { MixReturns } from "../../../ranges";

const DAYS_A_YEAR = 365.25;
const FIRST_YEAR = 1900;

/** Where the end of a period stands on a chart: its year with the part that is gone, or its number. −1 is the start. */
export function placeOfPeriod(dates: PeriodDates | undefined, period: number, periodsPerYear: number): number {
  if (dates?.kind === "years") return dates.first + period + 1;
  if (dates === undefined) return period + 1;
  const first = FIRST_YEAR + (dates.days[0] ?? 1) / DAYS_A_YEAR;
  return period < 0 ? first - 1 / periodsPerYear : FIRST_YEAR + (dates.days[period] ?? 1) / DAYS_A_YEAR;
}

/** The lines of a rule's path and of never rebalancing, with the start before the first period. */
export interface PathLines {
  readonly x: readonly number[];
  readonly values: { readonly rule: readonly number[]; readonly never: readonly number[] };
  readonly falls: { readonly rule: readonly number[]; readonly never: readonly number[] };
  /** Where it was rebalanced. */
  readonly marks: readonly number[];
}

/** More points than these are no different on a screen. */
const MOST_POINTS = 1_500;

/** The periods that are drawn: of very many only each so-manieth, and the last. */
function shownPeriods(periods: number): { readonly step: number; readonly shown: readonly number[] } {
  const step = Math.max(1, Math.ceil(periods / MOST_POINTS));
  const shown: number[] = [];
  for (let period = step - 1; period < periods; period += step) shown.push(period);
  if (shown.at(-1) !== periods - 1) shown.push(periods - 1);
  return { step, shown };
}

/** Lines of several paths through the same returns, with the start before the first period; line by line. */
export interface FollowedLines {
  readonly x: readonly number[];
  readonly values: readonly (readonly number[])[];
  readonly falls: readonly (readonly number[])[];
}

/** What is drawn of paths. Where only each so-manieth period is, its fall is the lowest since the one before. */
export function followedLines(
  { series }: Pick<MixReturns, "series">,
  start: number,
  rules: readonly FollowedRule[],
): FollowedLines {
  const { dates, periodsPerYear, columns } = series;
  const { step, shown } = shownPeriods(columns[0]?.length ?? 0);
  return {
    x: [-1, ...shown].map((period) => placeOfPeriod(dates, period, periodsPerYear)),
    values: rules.map(({ path: { values } }) => [
      start,
      ...shown.filter((period) => period < values.length).map((period) => values[period] as number),
    ]),
    falls: rules.map(({ falls }) => [
      0,
      ...shown
        .filter((period) => period < falls.length)
        .map((period) => {
          let lowest = 0;
          for (let each = Math.max(0, period - step + 1); each <= period; each++) {
            lowest = Math.min(lowest, falls[each] as number);
          }
          return lowest;
        }),
    ]),
  };
}

/** What is drawn of figures that each period has one of, in the places of `followedLines`; 0 at the start. */
export function alongPeriods(figures: Float64Array): readonly number[] {
  return [0, ...shownPeriods(figures.length).shown.map((period) => figures[period] as number)];
}

/** What is drawn of a picture. */
export function pathLines({ mix, money, rule, never }: PathPicture): PathLines {
  const { dates, periodsPerYear } = mix.series;
  const { x, values, falls } = followedLines(mix, money.start, [rule, never]);
  const marks: number[] = [];
  for (const [period, mark] of rule.path.rebalances.entries()) {
    if (mark === 1) marks.push(placeOfPeriod(dates, period, periodsPerYear));
  }
  const both = ([first = [], second = []]: readonly (readonly number[])[]): PathLines["values"] => ({
    rule: first,
    never: second,
  });
  return { x, values: both(values), falls: both(falls), marks };
}
