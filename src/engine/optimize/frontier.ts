import { cheapest, isOptimum, total } from "./certificate";
import { RIDGE, type Market } from "./market";
import { dot, times } from "./moments";
import { optimumFrom, type Optimum, type Program } from "./program";

/** A proved portfolio of the market's assets. */
export interface FrontierPoint extends Optimum {
  /** Mean return a year. */
  readonly returns: number;
  /** Variance a year, as it is. */
  readonly variance: number;
  /** What was made least: the variance in the market's unit, the ridge included. */
  readonly ridged: number;
}

/** Returns nearer to each other than this, of the largest mean, are equal: sums of the same figures in another order differ by as much. */
const SAME_RETURN = 1e-13;

/**
 * The portfolios of least variance, each for its return. Every one that leaves is proved; undefined stands for one that
 * could not be.
 */
export class Frontier {
  readonly #market: Market;
  readonly #none: Float64Array;
  readonly #tolerance: number;

  constructor(market: Market) {
    this.#market = market;
    this.#none = new Float64Array(market.means.length);
    this.#tolerance = SAME_RETURN * market.means.reduce((largest, mean) => Math.max(largest, Math.abs(mean)), 0);
  }

  /** The least variance of all portfolios within the bounds. */
  leastVariance(): FrontierPoint | undefined {
    return this.#within({ ...this.#market, gains: this.#none });
  }

  /** The most of return − aversion ÷ 2 × variance, both a year. */
  mostUtility(aversion: number): FrontierPoint | undefined {
    const { means, unit } = this.#market;
    return this.#within({ ...this.#market, gains: means.map((mean) => mean / (aversion * unit)) });
  }

  /** The best return within the bounds, or (`sign` −1) the worst; of equal ones the least variance. */
  extreme(sign: 1 | -1): FrontierPoint | undefined {
    const { means, least, most } = this.#market;
    const filled = cheapest(
      means.map((mean) => -sign * mean),
      least,
      most,
    );
    // The asset of which only a part is taken, or else the last that is taken: others of its return may stand in for it.
    const taken = [...filled.keys()].filter((asset) => (filled[asset] as number) > (least[asset] as number));
    if (taken.length === 0)
      return this.#proved({ ...this.#market, gains: this.#none, least: filled, most: filled }, filled);
    const last = Math.min(...taken.map((asset) => sign * (means[asset] as number)));
    const isOpen = (asset: number): boolean => Math.abs(sign * (means[asset] as number) - last) <= this.#tolerance;
    return this.#within({
      ...this.#market,
      gains: this.#none,
      least: least.map((each, asset) => (isOpen(asset) ? each : (filled[asset] as number))),
      most: most.map((each, asset) => (isOpen(asset) ? each : (filled[asset] as number))),
    });
  }

  /** The least variance of the portfolios that have a return, which is between those of two portfolios. */
  withReturn(returns: number, from: FrontierPoint, to: FrontierPoint): FrontierPoint | undefined {
    for (const end of [from, to]) if (Math.abs(end.returns - returns) <= this.#tolerance) return end;
    const { means, least, most } = this.#market;
    const part = (returns - from.returns) / (to.returns - from.returns);
    const start = from.weights.map((weight, asset) => {
      const moved = weight + part * ((to.weights[asset] as number) - weight);
      return Math.min(most[asset] as number, Math.max(least[asset] as number, moved));
    });
    const loose = [...start.keys()].filter(
      (asset) =>
        (least[asset] as number) < (most[asset] as number) &&
        (from.weights[asset] !== to.weights[asset] || isBetween(start, asset, this.#market)),
    );
    return this.#proved({ ...this.#market, gains: this.#none, held: means }, start, loose);
  }

  /** The optimum of a program without a return to hold, from weights in the middle of its bounds. */
  #within(program: Program): FrontierPoint | undefined {
    const { least, most } = program;
    const low = total(least);
    const room = total(most) - low;
    const part = room > 0 ? Math.min(1, Math.max(0, (1 - low) / room)) : 0;
    const start = least.map((each, asset) => each + part * ((most[asset] as number) - each));
    const loose = [...start.keys()].filter((asset) => isBetween(start, asset, program));
    return this.#proved(program, start, loose);
  }

  #proved(program: Program, start: Float64Array, loose: readonly number[] = []): FrontierPoint | undefined {
    const { means, curvature, members, unit } = this.#market;
    const optimum = loose.length > 0 ? optimumFrom(program, start, loose) : { weights: start, price: 0 };
    const { weights, price } = optimum;
    const held = program.held && dot(program.held, start);
    if (!isOptimum(program, optimum, held)) return undefined;
    const ridged = dot(weights, times(curvature, weights));
    const ridge = RIDGE * weights.reduce((sum, each, asset) => sum + each ** 2 / (members[asset]?.length ?? 1), 0);
    const variance = Math.max(0, ridged - ridge) * unit;
    return { weights, price, returns: dot(means, weights), variance, ridged };
  }
}

function isBetween(weights: Float64Array, asset: number, { least, most }: Pick<Program, "least" | "most">): boolean {
  const weight = weights[asset] as number;
  return weight > (least[asset] as number) && weight < (most[asset] as number);
}
