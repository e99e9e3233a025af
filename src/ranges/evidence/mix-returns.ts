import { fractionsOf, succeeded, type PeriodDates, type ReturnSeries } from "../../engine";
import { readTargets } from "../allocation";
import type { Argument } from "../cells";
import type { AlignedColumns } from "../column";
import { failed, type Note, type Read } from "../problem";
import { readReturnSeries } from "../returns/series";
import { readNumberBetween } from "../scalar";

/** Past returns of some assets and the share that each should have: what a rule is followed through. */
export interface MixReturns {
  readonly series: ReturnSeries;
  /** Fractions that add up to 1, one an asset, in the order of the returns' columns (n × 1). */
  readonly targets: Float64Array;
  /** What each asset is called: the heading of its returns, or its number. */
  readonly names: readonly string[];
  /** Where the returns come from, where their range says so. */
  readonly source?: string;
  /** The row of the range of returns, from 0, that each period stands in, and how many rows the range has. */
  readonly rows: readonly number[];
  readonly height: number;
  readonly targetColumns: AlignedColumns;
  /** The row of the range of targets, from 0, that each asset stands in. */
  readonly targetRows: readonly number[];
  readonly notes: readonly Note[];
}

/** The most periods a year that can be meant: a row each day. */
const MOST_PERIODS_A_YEAR = 366;

/**
 * Reads past returns and targets: a column of returns for each row of the targets, or for each row with a target, in that
 * order. Periods a year are taken from the dates of the returns where they aren't given.
 */
export function readMixReturns(returns: Argument, targets: Argument, periodsPerYear?: Argument): Read<MixReturns> {
  if (returns === null || returns === undefined) {
    return failed({ code: "missing argument", argument: "Returns", wanted: "returns" });
  }
  const mix = readTargets(targets);
  if (!mix.ok) return mix;
  const periods = readNumberBetween("Periods per year", periodsPerYear, "number", 0.01, MOST_PERIODS_A_YEAR);
  if (!periods.ok) return periods;
  const fractions = fractionsOf(mix.value.targets);
  const { rows, headerRows } = mix.value.columns;
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  const wanted = places.filter((row) => fractions[row] !== 0);
  const lists = [places, wanted];
  const counts = lists.map(({ length }) => length);
  const read = readReturnSeries(returns, { counts, periodsPerYear: periods.value });
  if (!read.ok) {
    const { problem } = read;
    return problem.code === "returns don't match" ? failed({ ...problem, funds: wanted.length }) : read;
  }
  const { series, names, source } = read.value;
  const assets = lists.find(({ length }) => length === series.columns.length) ?? wanted;
  return succeeded({
    series,
    targets: Float64Array.from(assets, (row) => fractions[row] as number),
    names: names.map((name, asset) => (name === "" ? String(asset + 1) : name)),
    ...(source !== undefined && { source }),
    rows: read.value.rows,
    height: returns.length,
    targetColumns: mix.value.columns,
    targetRows: assets,
    notes: [...mix.value.notes, ...read.value.notes],
  });
}

/** How a period is told: by its day as a serial, its year, or its number counted from 1. `period` counts from 0; −1 is the start. */
export function periodLabel(dates: PeriodDates | undefined, period: number): number | string {
  if (dates?.kind === "years") return dates.first + period;
  if (period < 0) return "Start";
  return dates?.kind === "days" ? (dates.days[period] as number) : period + 1;
}

/** What a period's label stands for, for whoever shows it. */
export function periodKind(dates: PeriodDates | undefined): "day" | "plain" {
  return dates?.kind === "days" ? "day" : "plain";
}
