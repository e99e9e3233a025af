import type { Mix } from "../portfolio/mix";
import type { ReturnHistory } from "../policy/tracking-error";

/** When the periods of a series end: days as serials, or years that follow each other. */
export type PeriodDates =
  { readonly kind: "days"; readonly days: readonly number[] } | { readonly kind: "years"; readonly first: number };

/** Past returns of some assets, period by period, oldest first. Drawn ones, and many that are typed, have no dates. */
export interface ReturnSeries extends ReturnHistory {
  readonly dates?: PeriodDates;
}

/** How many periods a series has. */
export function periodsOf({ columns }: Pick<ReturnSeries, "columns">): number {
  return columns[0]?.length ?? 0;
}

/** The periods from `from` up to and without `to`. */
export function sliceOf({ columns, periodsPerYear, dates }: ReturnSeries, from: number, to: number): ReturnSeries {
  return {
    columns: columns.map((column) => column.subarray(from, to)),
    periodsPerYear,
    ...(dates?.kind === "days" && { dates: { kind: "days" as const, days: dates.days.slice(from, to) } }),
    ...(dates?.kind === "years" && { dates: { kind: "years" as const, first: dates.first + from } }),
  };
}

/** What each asset grows by in each period, 1 + return: row after row (periods × assets), as paths go through it. */
export function growthOf({ columns }: Pick<ReturnSeries, "columns">): Float64Array {
  const periods = periodsOf({ columns });
  const growth = new Float64Array(periods * columns.length);
  for (const [asset, column] of columns.entries()) {
    for (let period = 0; period < periods; period++) {
      growth[period * columns.length + asset] = 1 + (column[period] as number);
    }
  }
  return growth;
}

/** The targets of a mix as fractions that add up to 1 (n × 1). */
export function fractionsOf({ parts, whole }: Mix): Float64Array {
  return parts.map((part) => part / whole);
}

/** What a mix that is held at its targets returns in each period (periods × 1). */
export function mixReturns({ columns }: Pick<ReturnSeries, "columns">, targets: Float64Array): Float64Array {
  const returns = new Float64Array(periodsOf({ columns }));
  for (const [asset, column] of columns.entries()) {
    const target = targets[asset] as number;
    for (let period = 0; period < returns.length; period++) {
      returns[period] = (returns[period] as number) + target * (column[period] as number);
    }
  }
  return returns;
}
