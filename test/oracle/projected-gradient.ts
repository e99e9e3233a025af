/** Most return − aversion ÷ 2 × variance, where the weights add up to 1 and keep bounds that are the same for all. */
export interface BoundedUtility {
  readonly means: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly aversion: number;
  readonly least: number;
  readonly most: number;
}

export function utilityOf({ means, covariance, aversion }: BoundedUtility, weights: readonly number[]): number {
  const earned = weights.reduce((sum, weight, asset) => sum + weight * (means[asset] as number), 0);
  return earned - (aversion / 2) * varianceOf(covariance, weights);
}

export function varianceOf(covariance: readonly (readonly number[])[], weights: readonly number[]): number {
  return weights.reduce(
    (sum, weight, row) => sum + weight * productOf(covariance[row] as readonly number[], weights),
    0,
  );
}

const STEPS = 4000;

/**
 * A portfolio by projected gradient steps: up the slope by a length that is safe for the largest curvature, then to the
 * nearest weights that are allowed. Slow and near, and nothing like an active set.
 */
export function byProjectedGradient(asked: BoundedUtility): number[] {
  const { means, covariance, aversion, least, most } = asked;
  const curvature = Math.max(...covariance.map((row) => row.reduce((sum, each) => sum + Math.abs(each), 0)));
  const length = 1 / (aversion * curvature);
  let weights = nearest(
    means.map(() => 1 / means.length),
    least,
    most,
  );
  for (let step = 0; step < STEPS; step++) {
    const moved = weights.map((weight, asset) => {
      const slope = (means[asset] as number) - aversion * productOf(covariance[asset] as readonly number[], weights);
      return weight + length * slope;
    });
    const next = nearest(moved, least, most);
    if (next.every((weight, asset) => Math.abs(weight - (weights[asset] as number)) < 1e-14)) break;
    weights = next;
  }
  return weights;
}

/** The weights of sum 1 within bounds that are nearest: all moved by one level and cut, the level found by halving. */
function nearest(weights: readonly number[], least: number, most: number): number[] {
  const at = (level: number): number[] => weights.map((weight) => Math.min(most, Math.max(least, weight - level)));
  let [low, high] = [Math.min(...weights) - most - 1, Math.max(...weights) - least + 1];
  for (let halving = 0; halving < 80; halving++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, weight) => sum + weight, 0) > 1) low = middle;
    else high = middle;
  }
  return at(high);
}

function productOf(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, each, at) => sum + each * (other[at] as number), 0);
}
