import { driftVariance, type ReturnHistory } from "./tracking-error";

/** Targets at which a mix has a volatility. Fractions (n × 1), of the same sum as the targets. */
export interface VolatilityTargets {
  readonly weights: Float64Array;
  /** The volatility a year of the risky targets as they were given. */
  readonly volatility: number;
  /** By what the risky targets were multiplied. */
  readonly multiple: number;
}

/**
 * Returns targets whose volatility a year is `wanted`: the risky ones, all but `cashRow`, times
 * min(wanted ÷ their volatility, 1 ÷ their sum), and the rest in `cashRow`, which counts as riskless. So nothing is ever
 * borrowed. Their volatility is √(t′Σt × periods a year), t the risky targets as they are, Σ the sample covariance (divisor
 * periods − 1). Risky targets that never moved are taken as far as they go.
 */
export function targetVolatility(
  targets: Float64Array,
  history: ReturnHistory,
  wanted: number,
  cashRow: number,
): VolatilityTargets {
  const risky = targets.map((target, row) => (row === cashRow ? 0 : target));
  const sum = risky.reduce((all, target) => all + target, 0);
  const volatility = Math.sqrt(driftVariance(risky, history) * history.periodsPerYear);
  const most = sum > 0 ? 1 / sum : 0;
  const multiple = volatility > 0 ? Math.min(wanted / volatility, most) : most;
  const weights = risky.map((target) => target * multiple);
  weights[cashRow] = multiple === most && sum > 0 ? 0 : Math.max(0, 1 - sum * multiple);
  return { weights, volatility, multiple };
}
