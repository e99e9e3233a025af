import { failed, succeeded, type PortfolioProblem, type Result } from "../errors";
import type { ReturnHistory } from "../policy/tracking-error";

/** What is known of assets from their past returns. n assets. */
export interface Moments {
  /** Mean return a year, a fraction an asset (n × 1). */
  readonly means: Float64Array;
  /** Sample covariance a year, row by row (n × n): how two assets moved together. */
  readonly covariance: Float64Array;
}

/**
 * Returns what is known of assets. Fails for fewer periods than assets and one more: then some mix of them never moved in
 * all of that time, and would be taken for riskless.
 */
export function estimate(history: ReturnHistory): Result<Moments, PortfolioProblem> {
  const { columns } = history;
  const periods = columns[0]?.length ?? 0;
  const needed = columns.length + 1;
  return periods < needed
    ? failed<PortfolioProblem>({ code: "too few periods for assets", periods, needed })
    : succeeded(momentsOf(history));
}

/**
 * Returns the arithmetic mean and the sample covariance (divisor periods − 1) of the columns, both × periods a year. Of
 * columns that are equal to the last bit, so are the figures.
 */
export function momentsOf({ columns, periodsPerYear }: ReturnHistory): Moments {
  const size = columns.length;
  const periods = columns[0]?.length ?? 0;
  const means = new Float64Array(size);
  const deviations = columns.map((column, asset) => {
    means[asset] = averageOf(column) * periodsPerYear;
    return deviationsOf(column);
  });
  const covariance = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const one = deviations[row] as Float64Array;
    for (let column = 0; column <= row; column++) {
      const other = deviations[column] as Float64Array;
      let sum = 0;
      for (let period = 0; period < periods; period++) sum += (one[period] as number) * (other[period] as number);
      const each = (sum / (periods - 1)) * periodsPerYear;
      covariance[row * size + column] = each;
      covariance[column * size + row] = each;
    }
  }
  return { means, covariance };
}

/** Returns what each period is above the mean of all (periods × 1). */
export function deviationsOf(column: Float64Array): Float64Array {
  // A column that never moves has no deviation, whatever the rounding of its mean.
  if (column.every((value) => value === column[0])) return new Float64Array(column.length);
  const mean = averageOf(column);
  return column.map((value) => value - mean);
}

function averageOf(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum / column.length;
}

/**
 * Returns how far the means may be from those that the past was drawn from: the standard error of each mean a year,
 * √(variance a year × periods a year ÷ periods) (n × 1).
 */
export function standardErrors(
  { columns, periodsPerYear }: ReturnHistory,
  { means, covariance }: Moments,
): Float64Array {
  const periods = columns[0]?.length ?? 0;
  const size = means.length;
  return means.map((_, asset) => Math.sqrt(((covariance[asset * size + asset] as number) * periodsPerYear) / periods));
}

/** Returns what weights (n × 1) come to: Σ weight × mean return, a fraction a year. */
export function meanOf({ means }: Moments, weights: Float64Array): number {
  return weights.reduce((sum, weight, asset) => sum + weight * (means[asset] as number), 0);
}

/** Returns w′Σw a year, of weights w (n × 1). What rounding leaves below 0 is 0. */
export function varianceOf({ covariance }: Moments, weights: Float64Array): number {
  const towards = times(covariance, weights);
  return Math.max(0, dot(weights, towards));
}

/** Returns the product of a square matrix, row by row, and a column. */
export function times(matrix: Float64Array, column: Float64Array): Float64Array {
  const size = column.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let at = 0; at < size; at++) sum += (matrix[row * size + at] as number) * (column[at] as number);
    product[row] = sum;
  }
  return product;
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
