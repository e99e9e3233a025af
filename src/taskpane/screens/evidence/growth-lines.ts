import type { PeriodDates } from "../../../engine";
import type { PathPicture } from "../../../operations";

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

/** What is drawn of a picture. Of very many periods only each so-manieth is, and the lowest falls between them. */
export function pathLines({ mix, money, rule, never }: PathPicture): PathLines {
  const { dates, periodsPerYear, columns } = mix.series;
  const periods = columns[0]?.length ?? 0;
  const step = Math.max(1, Math.ceil(periods / MOST_POINTS));
  const shown: number[] = [];
  for (let period = step - 1; period < periods; period += step) shown.push(period);
  if (shown.at(-1) !== periods - 1) shown.push(periods - 1);
  const valuesOf = (values: Float64Array): readonly number[] => [
    money.start,
    ...shown.filter((period) => period < values.length).map((period) => values[period] as number),
  ];
  const fallsOf = (falls: Float64Array): readonly number[] => [
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
  ];
  const marks: number[] = [];
  for (const [period, mark] of rule.path.rebalances.entries()) {
    if (mark === 1) marks.push(placeOfPeriod(dates, period, periodsPerYear));
  }
  return {
    x: [-1, ...shown].map((period) => placeOfPeriod(dates, period, periodsPerYear)),
    values: { rule: valuesOf(rule.path.values), never: valuesOf(never.path.values) },
    falls: { rule: fallsOf(rule.falls), never: fallsOf(never.falls) },
    marks,
  };
}
