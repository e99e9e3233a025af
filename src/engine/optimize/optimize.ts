import { failed, succeeded, type PortfolioProblem, type Result } from "../errors";
import { Frontier, type FrontierPoint } from "./frontier";
import { marketOf, weightsOf, type Market, type WeightBounds } from "./market";
import { meanOf, varianceOf, type Moments } from "./moments";
import { riskParity } from "./risk-parity";
import { signChange } from "./search";

/** What a portfolio is chosen for. Rates are fractions a year. */
export type Goal =
  | { readonly goal: "min variance" }
  /** The most of (return − riskless rate) ÷ volatility. */
  | { readonly goal: "max sharpe" }
  /** Each asset has the same share of the variance. */
  | { readonly goal: "risk parity" }
  | { readonly goal: "return"; readonly returns: number }
  | { readonly goal: "volatility"; readonly volatility: number }
  /** The most of return − aversion ÷ 2 × variance. */
  | { readonly goal: "utility"; readonly aversion: number };

/** Weights (n × 1, of sum 1) and what the past makes of them: mean return and volatility a year. */
export interface Portfolio {
  readonly weights: Float64Array;
  readonly returns: number;
  readonly volatility: number;
}

/** What a goal is asked of. */
export interface Choice {
  readonly moments: Moments;
  /** Absent where every weight from 0 to 1 is allowed. */
  readonly bounds?: WeightBounds;
  /** The riskless rate a year. */
  readonly riskFree: number;
}

type Chosen<T> = Result<T, PortfolioProblem>;

const NOT_FOUND = failed<PortfolioProblem>({ code: "no portfolio found" });

/** Returns the portfolio within the bounds that is best for a goal, proved to be. */
export function optimize(goal: Goal, { moments, bounds, riskFree }: Choice): Chosen<Portfolio> {
  if (goal.goal === "risk parity") {
    if (bounds) return failed<PortfolioProblem>({ code: "bounds on risk parity" });
    const weights = riskParity(moments);
    return weights.ok ? succeeded(portfolioOf(weights.value, moments)) : weights;
  }
  const market = marketOf(moments, bounds ?? anyWeights(moments));
  if (!market.ok) return market;
  const chosen = pointFor(goal, new Frontier(market.value), market.value, riskFree);
  return chosen.ok ? succeeded(portfolioOf(weightsOf(market.value, chosen.value.weights), moments)) : chosen;
}

/**
 * Returns portfolios from the least variance to the best return within the bounds, at equal steps of return, each of the
 * least variance for its return. `points` is 2 or more.
 */
export function frontier(
  moments: Moments,
  bounds: WeightBounds | undefined,
  points: number,
): Chosen<readonly Portfolio[]> {
  const market = marketOf(moments, bounds ?? anyWeights(moments));
  if (!market.ok) return market;
  const all = new Frontier(market.value);
  const [first, best] = [all.leastVariance(), all.extreme(1)];
  if (!first || !best) return NOT_FOUND;
  const found: FrontierPoint[] = [first];
  for (let step = 1; step < points; step++) {
    const returns = first.returns + ((best.returns - first.returns) * step) / (points - 1);
    const point = step === points - 1 ? best : all.withReturn(returns, found[step - 1] as FrontierPoint, best);
    if (!point) return NOT_FOUND;
    found.push(point);
  }
  return succeeded(found.map(({ weights }) => portfolioOf(weightsOf(market.value, weights), moments)));
}

/** Works out what weights come to. Volatility is of the covariance as it is, without the ridge. */
export function portfolioOf(weights: Float64Array, moments: Moments): Portfolio {
  return { weights, returns: meanOf(moments, weights), volatility: Math.sqrt(varianceOf(moments, weights)) };
}

function anyWeights({ means }: Moments): WeightBounds {
  return { least: new Float64Array(means.length), most: new Float64Array(means.length).fill(1) };
}

function pointFor(
  goal: Exclude<Goal, { goal: "risk parity" }>,
  all: Frontier,
  { unit }: Market,
  riskFree: number,
): Chosen<FrontierPoint> {
  if (goal.goal === "utility") return orNotFound(all.mostUtility(goal.aversion));
  const least = all.leastVariance();
  if (!least) return NOT_FOUND;
  switch (goal.goal) {
    case "min variance":
      return succeeded(least);
    case "return":
      return atReturn(goal.returns, all, least);
    case "volatility":
      return atVolatility(goal.volatility, all, least, NO_VOLATILITY * Math.sqrt(unit));
    case "max sharpe":
      return mostSharpe(riskFree, all, least);
  }
}

function orNotFound(point: FrontierPoint | undefined): Chosen<FrontierPoint> {
  return point ? succeeded(point) : NOT_FOUND;
}

/** A return typed in whole or half percents may be the end of what is reached, which is rounded. */
const ROUNDING = 1e-12;

/** The least variance for a return: all that the bounds allow, also below the return of the least variance of all. */
function atReturn(asked: number, all: Frontier, least: FrontierPoint): Chosen<FrontierPoint> {
  const [worst, best] = [all.extreme(-1), all.extreme(1)];
  if (!worst || !best) return NOT_FOUND;
  if (asked < worst.returns - ROUNDING || asked > best.returns + ROUNDING) {
    const reached = { least: worst.returns, most: best.returns };
    return failed<PortfolioProblem>({ code: "goal out of reach", goal: "return", asked, ...reached });
  }
  const within = Math.min(best.returns, Math.max(worst.returns, asked));
  return orNotFound(all.withReturn(within, least, within < least.returns ? worst : best));
}

/** A volatility that differs by so little, of the root of the mean variance, is the ridge's. */
const NO_VOLATILITY = 1e-9;

/** The best return for a volatility; those nearer than `none` are one. Volatility grows with the return from the least variance on. */
function atVolatility(asked: number, all: Frontier, least: FrontierPoint, none: number): Chosen<FrontierPoint> {
  const best = all.extreme(1);
  if (!best) return NOT_FOUND;
  const volatility = ({ variance }: FrontierPoint): number => Math.sqrt(variance);
  const [low, high] = [volatility(least), volatility(best)];
  if (asked < low - none || asked > high + none) {
    return failed<PortfolioProblem>({ code: "goal out of reach", goal: "volatility", asked, least: low, most: high });
  }
  return orNotFound(signChange((point) => volatility(point) - asked, all, least, best));
}

/**
 * The most of (return − riskless rate) ÷ volatility. Along the frontier it grows as long as variance is below excess ×
 * price, where price is what half the variance grows by with the return.
 */
function mostSharpe(riskFree: number, all: Frontier, least: FrontierPoint): Chosen<FrontierPoint> {
  const best = all.extreme(1);
  if (!best) return NOT_FOUND;
  if (best.returns - riskFree <= ROUNDING) {
    const worst = all.extreme(-1);
    const reached = { least: worst?.returns ?? best.returns, most: best.returns };
    return failed<PortfolioProblem>({ code: "no excess return", riskFree, ...reached });
  }
  return orNotFound(signChange((point) => (point.returns - riskFree) * point.price - point.ridged, all, least, best));
}
