/** Mean returns a year and their covariance, as published examples give them. */
export interface GivenMoments {
  readonly returns: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** So many periods a year that no period loses all of the money. */
export const PERIODS = 252;

/**
 * Returns a history, one row a period, whose means and sample covariance a year are those given. With z the contrasts of
 * Helmert, of mean 0 and covariance 1, the returns of period t are mean + L z_t, L L′ the covariance.
 */
export function historyOf({ returns, covariance }: GivenMoments): number[][] {
  const size = returns.length;
  const factor = choleskyOf(covariance);
  return Array.from({ length: size + 1 }, (_, period) =>
    returns.map((mean, asset) => {
      const move = (factor[asset] as number[]).reduce((sum, each, at) => sum + each * contrast(period, at + 1, size), 0);
      return mean / PERIODS + move / Math.sqrt(PERIODS);
    }),
  );
}

/** Of so many contrasts the one that compares period `at` with all before it. */
function contrast(period: number, at: number, size: number): number {
  const scale = Math.sqrt(size / (at * (at + 1)));
  if (period < at) return scale;
  return period === at ? -at * scale : 0;
}

/** L of L L′, with a column of zeros for an asset without risk of its own. */
function choleskyOf(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, at) => {
    for (let column = 0; column <= at; column++) {
      const [one, other] = [factor[at] as number[], factor[column] as number[]];
      const rest = (row[column] as number) - other.slice(0, column).reduce((sum, each, k) => sum + each * (one[k] as number), 0);
      one[column] = column === at ? Math.sqrt(Math.max(0, rest)) : other[column] === 0 ? 0 : rest / (other[column] as number);
    }
  });
  return factor;
}
