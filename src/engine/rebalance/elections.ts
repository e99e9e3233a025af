import { Decimal } from "../decimal";
import { failed, succeeded, type Result } from "../errors";

/** What a plan's web page accepts for one fund, in whole percents, both ends allowed. */
export interface ElectionBounds {
  readonly least: number;
  readonly most: number;
}

/**
 * Scales weights to the percents that a plan's web page wants typed: multiples of `step` that add up to exactly 100,
 * each within its bounds (n × 1, whole numbers, 34 and not 0.34). Weights are any column that is not negative. Bounds
 * first hold back or lift the rows that they bind while the others share the rest in proportion; then every row is cut
 * to a multiple of the step, and the missing steps go one each to the largest cut parts (Hamilton's method), ties by
 * row order. A row of weight 0 gets its least. `step` divides 100. Bounds that can't be met are a failure.
 */
export function elections(
  weights: readonly number[],
  step: number,
  bounds: readonly ElectionBounds[],
): Result<readonly number[]> {
  if (!weights.some((weight) => weight > 0)) return failed({ code: "nothing to elect" });
  if (step <= 0 || 100 % step !== 0) return failed({ code: "step doesn't divide 100", found: step });

  const steps = 100 / step;
  // A bound between two multiples binds at the multiple inside it.
  const least = bounds.map((bound) => Math.ceil(bound.least / step));
  const most = bounds.map((bound, row) =>
    weights[row] === 0 ? (least[row] as number) : Math.floor(bound.most / step),
  );
  const crossing = bounds.findIndex((_, row) => (least[row] as number) > (most[row] as number));
  if (crossing >= 0) {
    const bound = bounds[crossing] as ElectionBounds;
    return failed({ code: "bounds cross", row: crossing, least: bound.least, most: bound.most });
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  if (sum(least) > steps || sum(most) < steps) {
    return failed({ code: "bounds conflict", least: sum(least) * step, most: sum(most) * step });
  }

  const shares = boundedShares(weights, steps, least, most);
  const whole = shares.map((share) => share.floor().toNumber());
  const cutParts = shares.map((share) => share.minus(share.floor()));
  const byCutPart = cutParts.map((_, row) => row);
  byCutPart.sort((one, other) => (cutParts[other] as Decimal).comparedTo(cutParts[one] as Decimal) || one - other);
  for (const row of byCutPart.slice(0, steps - sum(whole))) whole[row] = (whole[row] as number) + 1;
  return succeeded(whole.map((count) => count * step));
}

/**
 * Shares out `steps` in proportion to the weights, within bounds: the one scale at which clamped shares add up. Each
 * round freezes the rows that break the bounds on the side that breaks them more, which a later round never undoes.
 * The bounds leave room for `steps`.
 */
function boundedShares(
  weights: readonly number[],
  steps: number,
  least: readonly number[],
  most: readonly number[],
): Decimal[] {
  const clamp = (share: Decimal, row: number): Decimal =>
    Decimal.max(least[row] as number, Decimal.min(most[row] as number, share));
  const shares = weights.map((_, row) => new Decimal(least[row] as number));
  let free = weights.flatMap((weight, row) => (weight > 0 ? [row] : []));
  let left = new Decimal(steps);
  weights.forEach((weight, row) => {
    if (weight === 0) left = left.minus(shares[row] as Decimal);
  });
  while (free.length > 0) {
    const weightOfFree = free.reduce((total, row) => total.plus(weights[row] as number), new Decimal(0));
    let violation = new Decimal(0);
    for (const row of free) {
      const share = left.times(weights[row] as number).dividedBy(weightOfFree);
      shares[row] = share;
      violation = violation.plus(clamp(share, row)).minus(share);
    }
    const frozen = free.filter((row) => {
      const moved = clamp(shares[row] as Decimal, row).comparedTo(shares[row] as Decimal);
      // Rows that break both sides by equal amounts cancel, and are frozen together.
      return moved !== 0 && (violation.isZero() || moved > 0 === violation.isPositive());
    });
    if (frozen.length === 0) break;
    for (const row of frozen) {
      shares[row] = clamp(shares[row] as Decimal, row);
      left = left.minus(shares[row]);
    }
    free = free.filter((row) => !frozen.includes(row));
  }
  return shares;
}
