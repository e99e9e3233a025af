import {
  fractionsOf,
  PathGround,
  pathOf,
  statisticsOf,
  type Path,
  type PathStatistics,
  type Policy,
  type ReturnSeries,
} from "../../../src/engine";
import { readPolicy, readReturnSeries, readTargets } from "../../../src/ranges";

/** A policy by its text. */
export function policyOf(text: string): Policy {
  const read = readPolicy([[text]]);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.policy;
}

/** Rows of returns, with or without a first column of dates. */
export function seriesOf(rows: readonly (readonly unknown[])[], periodsPerYear?: number): ReturnSeries {
  const read = readReturnSeries(rows, { periodsPerYear });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.series;
}

/** Targets by percents. */
export function targetsOf(...percents: readonly number[]): Float64Array {
  const read = readTargets(percents.map((percent) => [percent]));
  if (!read.ok) throw new Error(read.problem.code);
  return fractionsOf(read.value.targets);
}

export interface Asked {
  readonly series: ReturnSeries;
  readonly targets: Float64Array;
  readonly policy: string;
  readonly start?: number;
  readonly contribution?: number;
}

export function path({ series, targets, policy, start = 10_000, contribution = 0 }: Asked): Path {
  const answer = pathOf(new PathGround(series, targets), { policy: policyOf(policy), start, contribution });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

export function statistics(asked: Asked): PathStatistics {
  return statisticsOf(path(asked), new PathGround(asked.series, asked.targets), 0);
}

/** The rows, counted from 1, on which a path rebalanced. */
export function rebalancedRows({ rebalances }: Path): number[] {
  return [...rebalances].flatMap((each, row) => (each === 1 ? [row + 1] : []));
}
