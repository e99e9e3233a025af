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
  if (step <= 0 || !Number.isInteger(step) || 100 % step !== 0)
    return failed({ code: "step doesn't divide 100", found: step });

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

  const { counts, cutParts } = boundedShares(weights, steps, least, most);
  const byCutPart = counts.map((_, row) => row);
  byCutPart.sort((one, other) => compare(cutParts[other] as bigint, cutParts[one] as bigint) || one - other);
  for (const row of byCutPart.slice(0, steps - sum(counts))) counts[row] = (counts[row] as number) + 1;
  return succeeded(counts.map((count) => count * step));
}

/** Whole steps a row, cut, and what was cut off, in parts of one common whole: 0 where a bound binds. */
interface CutShares {
  readonly counts: number[];
  readonly cutParts: readonly bigint[];
}

/**
 * Shares out `steps` in proportion to the weights, within bounds: the one scale at which clamped shares add up. Each
 * round freezes the rows that break the bounds on the side that breaks them more, which a later round never undoes.
 * Weights are taken by their decimal digits, so that equal cut parts are equal. The bounds leave room for `steps`.
 */
function boundedShares(
  weights: readonly number[],
  steps: number,
  least: readonly number[],
  most: readonly number[],
): CutShares {
  const whole = wholeNumbers(weights);
  const counts = least.slice();
  let free = weights.flatMap((weight, row) => (weight > 0 ? [row] : []));
  let left = steps - weights.reduce((sum, weight, row) => sum + (weight > 0 ? 0 : (least[row] as number)), 0);
  for (;;) {
    const all = free.reduce((sum, row) => sum + (whole[row] as bigint), 0n);
    // A share of left × weight ÷ all is below its least, or above its most, by so many parts of `all`.
    const shortfall = (row: number): bigint => {
      const share = BigInt(left) * (whole[row] as bigint);
      const [lowest, highest] = [BigInt(least[row] as number) * all, BigInt(most[row] as number) * all];
      return share < lowest ? lowest - share : share > highest ? highest - share : 0n;
    };
    const balance = compare(
      free.reduce((sum, row) => sum + shortfall(row), 0n),
      0n,
    );
    // Rows that break both sides by equal amounts cancel, and are frozen together.
    const frozen = free.filter((row) => shortfall(row) !== 0n && balance * compare(shortfall(row), 0n) >= 0);
    if (frozen.length === 0) {
      const cutParts = weights.map(() => 0n);
      for (const row of free) {
        const share = BigInt(left) * (whole[row] as bigint);
        counts[row] = Number(share / all);
        cutParts[row] = share % all;
      }
      return { counts, cutParts };
    }
    for (const row of frozen) {
      counts[row] = shortfall(row) > 0n ? (least[row] as number) : (most[row] as number);
    }
    left -= frozen.reduce((sum, row) => sum + (counts[row] as number), 0);
    const out = new Set(frozen);
    free = free.filter((row) => !out.has(row));
  }
}

/** The weights in one unit in which all of them are whole. */
function wholeNumbers(weights: readonly number[]): readonly bigint[] {
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt);
  const decimals = weights.map((weight) => new Decimal(weight));
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.decimalPlaces()), 0);
  return decimals.map((decimal) => BigInt(decimal.toFixed(places).replace(".", "")));
}

function compare(one: bigint, other: bigint): -1 | 0 | 1 {
  return one === other ? 0 : one < other ? -1 : 1;
}
