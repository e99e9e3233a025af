import { failed, succeeded, type PortfolioProblem, type Result } from "../errors";
import { dot, times, type Moments } from "./moments";

/** A variance below this, of the largest that such weights could have, is rounding. */
const ROUNDING = 1e-15;

/**
 * Returns each asset's share of the portfolio's variance: w_i (Σw)_i ÷ w′Σw (n × 1), for weights w of sum 1. The shares add
 * up to 1; that of an asset that moves against the others is below 0. Fails for a portfolio that never moved.
 */
export function riskShares(weights: Float64Array, { covariance }: Moments): Result<Float64Array, PortfolioProblem> {
  const size = weights.length;
  const towards = times(covariance, weights);
  const variance = dot(weights, towards);
  // The largest that it could be, if all assets moved together.
  let alone = 0;
  for (let asset = 0; asset < size; asset++) {
    alone += Math.abs(weights[asset] as number) * Math.sqrt(covariance[asset * size + asset] as number);
  }
  if (!(variance > ROUNDING * alone ** 2)) return failed<PortfolioProblem>({ code: "nothing varies" });
  return succeeded(weights.map((weight, asset) => (weight * (towards[asset] as number)) / variance));
}
