/** Past returns of the funds: one column a fund in row order, one entry a period, as fractions. */
export interface ReturnHistory {
  readonly columns: readonly Float64Array[];
  /** Periods a year: 12 for months, 1 for years. */
  readonly periodsPerYear: number;
}

/** Returns the sample covariance matrix (n × n, divisor periods − 1) of the columns of a history. */
export function covariance({ columns }: ReturnHistory): readonly Float64Array[] {
  const periods = columns[0]?.length ?? 0;
  const deviations = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / periods;
    return column.map((value) => value - mean);
  });
  return deviations.map((one) =>
    Float64Array.from(deviations, (other) => {
      let sum = 0;
      for (let period = 0; period < periods; period++) sum += (one[period] as number) * (other[period] as number);
      return sum / (periods - 1);
    }),
  );
}

/**
 * Returns the tracking error a year that drifts predict: √(d′Σd × periods a year), d = weight − target (n × 1), Σ the
 * sample covariance of the funds' returns. A fraction: 0.01 is 1 % a year.
 */
export function trackingError(drifts: Float64Array, history: ReturnHistory): number {
  const matrix = covariance(history);
  let variance = 0;
  matrix.forEach((row, one) => {
    row.forEach((value, other) => {
      variance += (drifts[one] as number) * value * (drifts[other] as number);
    });
  });
  // Rounding can leave a sum of squares a hair below 0.
  return Math.sqrt(Math.max(0, variance) * history.periodsPerYear);
}
