import { failed, succeeded, type PortfolioProblem, type Result } from "../errors";
import { factorise, solveFactorised } from "./cholesky";
import { RIDGE } from "./market";
import { dot, times, type Moments } from "./moments";

/** Shares of the variance may differ from equal ones by this: rounding. */
const EQUAL = 1e-10;

/** A variance below this, of the largest that the weights could have, is mostly the ridge: the assets hedge each other away. */
const HEDGED = 1e-8;

/** A step shorter than this, in Newton's own measure, is the last. */
const SETTLED = 1e-14;

/** Newton's method takes less than a tenth of these steps for a thousand assets. */
const MOST_STEPS = 500;

/**
 * Returns the weights above 0 of which each has the same share of the portfolio's variance: w_i (Σw)_i is the same for all
 * (n × 1, of sum 1). Fails for an asset that never
 * moved, and for assets of which some mix never did.
 *
 * They are y ÷ Σ y for the least of ½ y′Σy − Σ ln y ÷ n, which is strictly convex and whose slope is 0 just where
 * y_i (Σy)_i is 1 ÷ n (S. Maillard, T. Roncalli, J. Teïletche, "The properties of equally weighted risk contribution
 * portfolios", Journal of Portfolio Management 36, 2010). The logarithm times a constant is self-concordant, so Newton's
 * method, damped where a step is long, comes to that least from any start (Y. Nesterov, Lectures on Convex Optimization,
 * 5.1.5). That it did is proved by the shares that come out.
 */
export function riskParity({ covariance, means }: Moments): Result<Float64Array, PortfolioProblem> {
  const size = means.length;
  const variance = Float64Array.from(means, (_, asset) => covariance[asset * size + asset] as number);
  const still = variance.indexOf(0);
  if (still >= 0) return failed<PortfolioProblem>({ code: "no risk to share", asset: still });
  // In units of each asset's own volatility all variances are 1, and the start is near.
  const scaled = covariance.map((each, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return each / Math.sqrt((variance[row] as number) * (variance[column] as number)) + (row === column ? RIDGE : 0);
  });
  const settled = leastWithLogarithms(scaled, size);
  const towards = times(scaled, settled);
  const all = dot(settled, towards);
  if (all < HEDGED * settled.reduce((sum, each) => sum + each, 0) ** 2) {
    return failed<PortfolioProblem>({ code: "no risk to share" });
  }
  const unequal = settled.some((each, asset) => Math.abs((each * (towards[asset] as number)) / all - 1 / size) > EQUAL);
  if (unequal) return failed<PortfolioProblem>({ code: "no portfolio found" });
  const weights = settled.map((each, asset) => each / Math.sqrt(variance[asset] as number));
  const sum = weights.reduce((total, each) => total + each, 0);
  return succeeded(weights.map((each) => each / sum));
}

/** The y above 0 with the least of ½ y′Hy − Σ ln y ÷ n, for H with 1 on its diagonal. */
function leastWithLogarithms(matrix: Float64Array, size: number): Float64Array {
  const share = 1 / size;
  const each = Math.sqrt(share / Math.max(1e-8, mean(matrix)) / size);
  let current = new Float64Array(size).fill(Number.isFinite(each) ? Math.min(1, each) : share);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = times(matrix, current).map((entry, asset) => share / (current[asset] as number) - entry);
    const bend = matrix.slice();
    for (let asset = 0; asset < size; asset++) {
      bend[asset * size + asset] = (bend[asset * size + asset] as number) + share / (current[asset] as number) ** 2;
    }
    if (!factorise(bend, size)) break;
    const move = solveFactorised(bend, slope);
    // The objective times n is self-concordant: a step of λ, in Newton's measure times √n, is safe when divided by 1 + λ.
    const length = Math.sqrt(Math.max(0, dot(slope, move)) * size);
    const damped = length < 0.25 ? 1 : 1 / (1 + length);
    current = current.map((entry, asset) => entry + damped * (move[asset] as number));
    if (length < SETTLED) break;
  }
  return current;
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
