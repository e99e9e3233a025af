import { failed, succeeded, type PortfolioProblem, type Result } from "../errors";
import type { ReturnHistory } from "../policy/tracking-error";
import { deviationsOf, dot } from "./moments";

/** A variance below this, of the largest that such weights could have, is rounding. */
const ROUNDING = 1e-15;

/**
 * Returns each asset's share of the portfolio's variance: w_i (Σw)_i ÷ w′Σw (n × 1), for weights w of any sum and Σ the
 * sample covariance. The shares add up to 1; that of an asset that moves against the others is below 0. Fails for a portfolio
 * that never moved.
 *
 * (Σw)_i is the covariance of the asset with the portfolio: so no more is needed than the portfolio's own returns.
 */
export function riskShares(
  weights: Float64Array,
  { columns }: Pick<ReturnHistory, "columns">,
): Result<Float64Array, PortfolioProblem> {
  const deviations = columns.map((column) => deviationsOf(column));
  const periods = columns[0]?.length ?? 0;
  const portfolio = new Float64Array(periods);
  // The largest standard deviation that it could have, if all assets moved together.
  let alone = 0;
  deviations.forEach((column, asset) => {
    const weight = weights[asset] as number;
    if (weight === 0) return;
    let squares = 0;
    for (let period = 0; period < periods; period++) {
      const each = column[period] as number;
      squares += each ** 2;
      portfolio[period] = (portfolio[period] as number) + weight * each;
    }
    alone += Math.abs(weight) * Math.sqrt(squares);
  });
  const variance = dot(portfolio, portfolio);
  if (!(variance > ROUNDING * alone ** 2)) return failed<PortfolioProblem>({ code: "nothing varies" });
  return succeeded(
    weights.map((weight, asset) =>
      weight === 0 ? 0 : (weight * dot(deviations[asset] as Float64Array, portfolio)) / variance,
    ),
  );
}
