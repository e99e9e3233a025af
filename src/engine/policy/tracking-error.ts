/** Past returns of the funds: one column a fund in row order, one entry a period, as fractions. */
export interface ReturnHistory {
  readonly columns: readonly Float64Array[];
  /** Periods a year: 12 for months, 1 for years. */
  readonly periodsPerYear: number;
}

/**
 * Returns the tracking error a year that drifts predict: √(d′Σd × periods a year), d = weight − target (n × 1), Σ the
 * sample covariance of the funds' returns (divisor periods − 1). A fraction: 0.01 is 1 % a year.
 *
 * d′Σd is the sample variance of the one series Σ d × return that the drifts make of the funds' returns. So no matrix is
 * needed: the work is one pass over the returns, and a sum of squares can't come out below 0.
 */
export function trackingError(drifts: Float64Array, history: ReturnHistory): number {
  return Math.sqrt(driftVariance(drifts, history) * history.periodsPerYear);
}

/** Returns d′Σd: the sample variance, a period, of what the drifts make of the funds' returns. */
export function driftVariance(drifts: Float64Array, { columns }: ReturnHistory): number {
  const periods = columns[0]?.length ?? 0;
  const series = new Float64Array(periods);
  columns.forEach((column, row) => {
    const drift = drifts[row] as number;
    if (drift === 0) return;
    let mean = 0;
    for (const value of column) mean += value;
    mean /= periods;
    for (let period = 0; period < periods; period++) {
      series[period] = (series[period] as number) + drift * ((column[period] as number) - mean);
    }
  });
  const squares = series.reduce((sum, value) => sum + value * value, 0);
  return squares / (periods - 1);
}
