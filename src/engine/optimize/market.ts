import { succeeded, type PortfolioProblem, type Result } from "../errors";
import { total } from "./certificate";
import type { Moments } from "./moments";

/** The least and the most weight of each asset (n × 1 each), fractions. */
export interface WeightBounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * Assets as the optimiser takes them. Equal ones are one asset here, and the order is by their figures alone: so the
 * answer doesn't depend on the order of the columns, and equal columns share equally. m assets, m ≤ n.
 */
export interface Market {
  /** The assets as given that each asset here stands for. */
  readonly members: readonly (readonly number[])[];
  /** Mean returns a year (m × 1). */
  readonly means: Float64Array;
  /** Covariance a year ÷ the mean of the variances, with the ridge on its diagonal (m × m, row by row). */
  readonly curvature: Float64Array;
  /** The mean of the variances a year, by which the covariance was divided. */
  readonly unit: number;
  /** Bounds of what each asset's members have together. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The bounds of the members, as given. */
  readonly bounds: WeightBounds;
}

/**
 * What is added to each variance, of the mean variance: so little that no figure shows it, and enough that of portfolios
 * which the past can't tell apart one is the least.
 */
export const RIDGE = 1e-10;

/** Bounds may miss 100 % by the rounding of a third or a seventh. */
const ROUNDING = 1e-12;

/** Lays assets out for the optimiser. Fails for bounds that no portfolio keeps, and for assets of which none ever moved. */
export function marketOf({ means, covariance }: Moments, bounds: WeightBounds): Result<Market, PortfolioProblem> {
  const size = means.length;
  const { least, most } = bounds;
  const crossed = least.findIndex((each, asset) => each > (most[asset] as number));
  if (crossed >= 0) {
    const [low, high] = [least[crossed] as number, most[crossed] as number];
    return { ok: false, problem: { code: "weight bounds cross", asset: crossed, least: low, most: high } };
  }
  if (total(least) > 1 + ROUNDING || total(most) < 1 - ROUNDING) {
    return { ok: false, problem: { code: "bounds conflict", least: total(least) * 100, most: total(most) * 100 } };
  }
  const members = equalAssets(inOrder(means, covariance), means, covariance);
  const first = members.map(([one = 0]) => one);
  const count = members.length;
  const variance = (asset: number): number => covariance[asset * size + asset] as number;
  const unit = first.reduce((sum, asset, at) => sum + variance(asset) * (members[at]?.length ?? 0), 0) / size;
  if (!(unit > 0)) return { ok: false, problem: { code: "nothing varies" } };
  const curvature = new Float64Array(count * count);
  first.forEach((asset, row) => {
    first.forEach((other, column) => {
      curvature[row * count + column] = (covariance[asset * size + other] as number) / unit;
    });
    // Σ w² of members that share a sum equally is its square ÷ their number.
    const diagonal = row * count + row;
    curvature[diagonal] = (curvature[diagonal] as number) + RIDGE / (members[row]?.length ?? 1);
  });
  const together = (each: Float64Array): Float64Array =>
    Float64Array.from(members, (assets) => assets.reduce((sum, asset) => sum + (each[asset] as number), 0));
  return succeeded({
    members,
    means: Float64Array.from(first, (asset) => means[asset] as number),
    ...{ curvature, unit, bounds },
    least: together(least),
    most: together(most),
  });
}

/** The assets in an order that depends on their figures alone: mean, variance, then covariances from the least to the largest. */
function inOrder(means: Float64Array, covariance: Float64Array): readonly number[] {
  const size = means.length;
  const figures = Array.from(means, (mean, asset) => [
    mean,
    covariance[asset * size + asset] as number,
    ...covariance.slice(asset * size, (asset + 1) * size).sort(),
  ]);
  return [...means.keys()].sort((one, other) => {
    const [left = [], right = []] = [figures[one], figures[other]];
    const at = left.findIndex((figure, index) => figure !== right[index]);
    return at < 0 ? one - other : (left[at] as number) - (right[at] as number);
  });
}

/** Assets of the same mean whose difference never varies, together. */
function equalAssets(
  order: readonly number[],
  means: Float64Array,
  covariance: Float64Array,
): readonly (readonly number[])[] {
  const size = means.length;
  const entry = (row: number, column: number): number => covariance[row * size + column] as number;
  const groups: number[][] = [];
  for (const asset of order) {
    const same = groups.find(
      ([one = 0]) =>
        means[one] === means[asset] &&
        entry(one, one) === entry(asset, asset) &&
        order.every((other) => entry(one, other) === entry(asset, other)),
    );
    if (same) same.push(asset);
    else groups.push([asset]);
  }
  return groups;
}

/**
 * Returns the weights of the assets as given (n × 1). Members share what their asset has equally, as far as their bounds
 * allow: all at one level, or at the bound nearest to it. They add up to 1.
 */
export function weightsOf(market: Market, weights: Float64Array): Float64Array {
  const { members, bounds } = market;
  const all = new Float64Array(bounds.least.length);
  members.forEach((assets, at) => {
    const level = levelOf(assets, weights[at] as number, bounds);
    for (const asset of assets) {
      all[asset] = Math.min(bounds.most[asset] as number, Math.max(bounds.least[asset] as number, level));
    }
  });
  return withSumOne(all, market);
}

/** The level at which assets, each kept within its bounds, have a sum. */
function levelOf(assets: readonly number[], sum: number, { least, most }: WeightBounds): number {
  if (assets.length === 1) return sum;
  const at = (level: number): number =>
    assets.reduce((all, asset) => all + Math.min(most[asset] as number, Math.max(least[asset] as number, level)), 0);
  const equal = sum / assets.length;
  if (assets.every((asset) => (least[asset] as number) <= equal && (most[asset] as number) >= equal)) return equal;
  // The sum grows with the level in straight lines between the bounds: the line that the sum is on is found, then the level.
  const corners = [...new Set(assets.flatMap((asset) => [least[asset] as number, most[asset] as number]))].sort(
    (left, right) => left - right,
  );
  const above = corners.findIndex((corner) => at(corner) >= sum);
  const high = corners[above < 0 ? corners.length - 1 : above] as number;
  const low = corners[above - 1] ?? high;
  const span = at(high) - at(low);
  return span > 0 ? low + ((sum - at(low)) / span) * (high - low) : high;
}

/** Gives what the sum is short of 1 by rounding to the largest weights that have room for it. Sums are in the market's order. */
function withSumOne(weights: Float64Array, { members, bounds: { least, most } }: Market): Float64Array {
  const order = members.flat();
  const sum = (): number => order.reduce((all, asset) => all + (weights[asset] as number), 0);
  for (const asset of [...order].sort((one, other) => (weights[other] as number) - (weights[one] as number))) {
    const short = 1 - sum();
    if (short === 0) break;
    const moved = (weights[asset] as number) + short;
    weights[asset] = Math.min(most[asset] as number, Math.max(least[asset] as number, moved));
  }
  return weights;
}
