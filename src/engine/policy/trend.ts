/** Prices that the mean is of where no number is given: ten months, as in the paper. */
export const USUAL_LOOKBACK = 10;

/** Prices that are nearer to their mean than this, of it, are at it: a sum of equal prices is rounded. */
const AT_THE_MEAN = 1e-12;

/** Targets of which those below their trend are in cash. */
export interface TrendTargets {
  /** Fractions (n × 1), of the same sum as the targets. */
  readonly weights: Float64Array;
  /** Each row's last price ÷ the mean of its last prices, less 1; 0 for the row of cash. */
  readonly above: Float64Array;
}

/**
 * Returns targets by trend: an asset whose last price is above the mean of its last `lookback` prices, the last included,
 * keeps its target; the targets of the others go to `cashRow`. `prices` has a column of prices above 0 a row of the
 * targets, oldest first, at least `lookback` of them. Source: M. Faber, "A Quantitative Approach to Tactical Asset
 * Allocation", Journal of Wealth Management 9, 2007.
 */
export function trendFollow(
  targets: Float64Array,
  prices: readonly Float64Array[],
  lookback: number,
  cashRow: number,
): TrendTargets {
  const above = Float64Array.from(prices, (column, row) => {
    if (row === cashRow) return 0;
    const latest = column.slice(-lookback);
    const mean = latest.reduce((sum, price) => sum + price, 0) / lookback;
    return (latest.at(-1) as number) / mean - 1;
  });
  const weights = new Float64Array(targets.length);
  targets.forEach((target, row) => {
    const held = row === cashRow || (above[row] as number) > AT_THE_MEAN ? row : cashRow;
    weights[held] = (weights[held] as number) + target;
  });
  return { weights, above };
}
