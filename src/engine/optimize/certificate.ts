import { dot, times } from "./moments";
import type { Optimum, Program } from "./program";

/** What rounding may leave of the proofs below, of the largest figures in them. */
const ROUNDING = 1e-12;

/**
 * Returns whether weights keep a program's bounds exactly and its equations to rounding, and are proved to be its optimum.
 *
 * The proof is by duality, and needs no word of how the weights were found. A convex objective lies above its tangent, so
 * no weights v that keep the bounds and the equations come below the objective by more than (g − price · held) · (w − v),
 * g its gradient at w, whatever the price is. The most that this can be, over all v within the bounds that add up to 1, is
 * found by filling the lowest entries of g − price · held first. For the optimum and its price it is 0: these are the
 * conditions of Karush, Kuhn and Tucker.
 */
export function isOptimum(program: Program, { weights, price }: Optimum, returns: number | undefined): boolean {
  const { curvature, gains, least, most, held } = program;
  if (weights.some((weight, asset) => !(weight >= (least[asset] as number) && weight <= (most[asset] as number)))) {
    return false;
  }
  if (Math.abs(total(weights) - 1) > ROUNDING) return false;
  if (held && returns !== undefined) {
    const largest = held.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    if (Math.abs(dot(held, weights) - returns) > ROUNDING * largest) return false;
  }
  const gradient = times(curvature, weights).map((each, asset) => each - (gains[asset] as number));
  const scale = gradient.reduce((largest, each) => Math.max(largest, Math.abs(each)), 1);
  const tilted = held ? gradient.map((each, asset) => each - price * (held[asset] as number)) : gradient;
  return dot(tilted, weights) - dot(tilted, cheapest(tilted, least, most)) <= ROUNDING * scale;
}

/** Returns the weights within bounds, of sum 1, whose costs (a figure an asset) are least: the cheapest assets are filled first. */
export function cheapest(costs: Float64Array, least: Float64Array, most: Float64Array): Float64Array {
  const weights = least.slice();
  let left = 1 - total(least);
  for (const asset of [...costs.keys()].sort((one, other) => (costs[one] as number) - (costs[other] as number))) {
    if (left <= 0) break;
    const taken = Math.min(left, (most[asset] as number) - (least[asset] as number));
    // Whole bounds are kept to the last bit.
    weights[asset] = taken < left ? (most[asset] as number) : (least[asset] as number) + taken;
    left -= taken;
  }
  return weights;
}

export function total(numbers: Float64Array): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
