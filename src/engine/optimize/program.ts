import { factorise, solveFactorised } from "./cholesky";
import { times } from "./moments";

/**
 * Least ½ w′Hw − gains · w, where the weights w (n × 1) add up to 1 and least ≤ w ≤ most; and where `held` is given, with
 * `held · w` as it is at the start. H (n × n, row by row) is positive definite.
 */
export interface Program {
  readonly curvature: Float64Array;
  readonly gains: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly held?: Float64Array;
}

export interface Optimum {
  readonly weights: Float64Array;
  /** What the least grows by with `held · w`, at the margin; 0 without `held`. */
  readonly price: number;
}

/** Weights that move by no more than this move by rounding. */
const NO_STEP = 1e-14;

/** A gradient is level with another where they differ by less than this, of the largest: that is rounding. */
const LEVEL = 1e-14;

/**
 * Returns the optimum of a program, from weights that keep its bounds and its equations. `loose` are the assets that may
 * move at first: all that stand between their bounds, and with `held` two among them that differ in it.
 *
 * The method is the primal active set (J. Nocedal, S. Wright, Numerical Optimization, 2nd ed., 16.5). Of the loose assets
 * one, or with `held` the two that differ most in it, pay for what the others do: with θ = (held − low) ÷ (high − low), a
 * bit more of an asset is θ less of the one and 1 − θ less of the other. So each step keeps the equations to the last
 * bits, however close to singular H is. The others step to the least, or as far as a bound allows: then the asset at that
 * bound leaves the loose ones. At the least, the asset at a bound that would gain most by moving joins them.
 *
 * Where many bounds meet, steps may have no length. An asset joins once only until a step has length again, so the method
 * ends; and what it ends with is checked by who asks (`certificate.ts`).
 */
export function optimumFrom(program: Program, start: Float64Array, loose: readonly number[]): Optimum {
  const { curvature, least, most, held } = program;
  const weights = start.slice();
  const isLoose = new Uint8Array(weights.length);
  for (const asset of loose) isLoose[asset] = 1;
  const joined = new Set<number>();
  let gradient = gradientAt(program, weights);
  let price = 0;

  // Each round lowers the objective, takes a loose asset away, or adds one of `joined`: so many rounds are never needed.
  for (let round = 0; round < 100 * (weights.length + 1); round++) {
    const moving = [...isLoose.keys()].filter((asset) => isLoose[asset] === 1);
    const payers = payersOf(moving, held);
    const step = stepOf(curvature, gradient, moving, payers);
    if (step) {
      const { length, blocked } = longestOf(step, moving, weights, program);
      for (const asset of moving) {
        const moved = (weights[asset] as number) + length * (step[asset] as number);
        weights[asset] = Math.min(most[asset] as number, Math.max(least[asset] as number, moved));
      }
      if (length > 0) {
        gradient = gradientAt(program, weights);
        joined.clear();
      }
      if (blocked !== undefined) {
        weights[blocked] = ((step[blocked] as number) > 0 ? most : least)[blocked] as number;
        isLoose[blocked] = 0;
        continue;
      }
    }
    const rates = ratesOf(gradient, payers);
    price = rates.price;
    const next = mostGaining(gradient, rates, weights, program, isLoose, joined);
    if (next === undefined) break;
    isLoose[next] = 1;
    joined.add(next);
  }
  return { weights, price };
}

function gradientAt({ curvature, gains }: Program, weights: Float64Array): Float64Array {
  const gradient = times(curvature, weights);
  for (let asset = 0; asset < gradient.length; asset++) {
    gradient[asset] = (gradient[asset] as number) - (gains[asset] as number);
  }
  return gradient;
}

/** The assets that pay for a step, and what part of a bit more of each asset the first of them pays, θ; the second pays the rest. */
interface Payers {
  readonly first: number;
  readonly second: number;
  readonly part: (asset: number) => number;
  /** held of the first less held of the second; 0 where nothing is held. */
  readonly span: number;
  readonly held: Float64Array | undefined;
}

function payersOf(moving: readonly number[], held: Float64Array | undefined): Payers {
  const [one = 0] = moving;
  if (held === undefined) return { first: one, second: one, part: () => 1, span: 0, held };
  const at = (asset: number): number => held[asset] as number;
  const first = moving.reduce((best, asset) => (at(asset) > at(best) ? asset : best), one);
  const second = moving.reduce((worst, asset) => (at(asset) < at(worst) ? asset : worst), one);
  const span = at(first) - at(second);
  return { first, second, part: (asset) => (span === 0 ? 1 : (at(asset) - at(second)) / span), span, held };
}

/** The step of the loose assets to the least of the objective, an entry an asset; undefined where there is none to make. */
function stepOf(
  curvature: Float64Array,
  gradient: Float64Array,
  moving: readonly number[],
  { first, second, part }: Payers,
): Float64Array | undefined {
  const size = gradient.length;
  const others = moving.filter((asset) => asset !== first && asset !== second);
  const count = others.length;
  if (count === 0) return undefined;
  const parts = others.map(part);
  const entry = (row: number, column: number): number => curvature[row * size + column] as number;
  const paid = (asset: number, θ: number, other: number): number =>
    entry(asset, other) - θ * entry(first, other) - (1 - θ) * entry(second, other);
  const reduced = new Float64Array(count * count);
  const slope = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const asset = others[row] as number;
    const θ = parts[row] as number;
    slope[row] = -(
      (gradient[asset] as number) -
      θ * (gradient[first] as number) -
      (1 - θ) * (gradient[second] as number)
    );
    const [byFirst, bySecond] = [paid(asset, θ, first), paid(asset, θ, second)];
    for (let column = 0; column <= row; column++) {
      const other = parts[column] as number;
      const each = paid(asset, θ, others[column] as number) - other * byFirst - (1 - other) * bySecond;
      reduced[row * count + column] = each;
      reduced[column * count + row] = each;
    }
  }
  const factor = reduced.slice();
  if (!factorise(factor, count)) return undefined;
  const moved = solveFactorised(factor, slope);
  // What the rounding of the factors left undone, done.
  const undone = times(reduced, moved).map((each, row) => (slope[row] as number) - each);
  const rest = solveFactorised(factor, undone);
  const step = new Float64Array(size);
  let largest = 0;
  for (let row = 0; row < count; row++) {
    const each = (moved[row] as number) + (rest[row] as number);
    const θ = parts[row] as number;
    step[others[row] as number] = each;
    step[first] = (step[first] as number) - θ * each;
    if (second !== first) step[second] = (step[second] as number) - (1 - θ) * each;
    largest = Math.max(largest, Math.abs(each));
  }
  return largest > NO_STEP ? step : undefined;
}

/** How much of a step the bounds allow, at most all of it, and the asset whose bound ends it. */
function longestOf(
  step: Float64Array,
  moving: readonly number[],
  weights: Float64Array,
  { least, most }: Program,
): { readonly length: number; readonly blocked: number | undefined } {
  let length = 1;
  let blocked: number | undefined;
  for (const asset of moving) {
    const each = step[asset] as number;
    if (Math.abs(each) <= NO_STEP) continue;
    const room = ((each > 0 ? most : least)[asset] as number) - (weights[asset] as number);
    const ratio = Math.max(0, room / each);
    if (ratio < length) [length, blocked] = [ratio, asset];
  }
  return { length, blocked };
}

/** What the equations cost at the margin: λ of the sum, and `price` of what is held. */
interface Rates {
  readonly sum: number;
  readonly price: number;
  readonly held: Float64Array | undefined;
}

function ratesOf(gradient: Float64Array, { first, second, span, held }: Payers): Rates {
  const [one, other] = [gradient[first] as number, gradient[second] as number];
  if (held === undefined || span === 0) return { sum: one, price: 0, held };
  const price = (one - other) / span;
  return { sum: other - price * (held[second] as number), price, held };
}

/** The asset at a bound whose move away from it lowers the objective most, if any does. */
function mostGaining(
  gradient: Float64Array,
  { sum, price, held }: Rates,
  weights: Float64Array,
  { least, most }: Program,
  isLoose: Uint8Array,
  joined: ReadonlySet<number>,
): number | undefined {
  let gain = LEVEL * gradient.reduce((largest, each) => Math.max(largest, Math.abs(each)), 1);
  let next: number | undefined;
  for (let asset = 0; asset < weights.length; asset++) {
    if (isLoose[asset] === 1 || joined.has(asset) || (least[asset] as number) === (most[asset] as number)) continue;
    const excess = (gradient[asset] as number) - sum - price * (held ? (held[asset] as number) : 0);
    const gains = weights[asset] === least[asset] ? -excess : excess;
    if (gains > gain) [gain, next] = [gains, asset];
  }
  return next;
}
