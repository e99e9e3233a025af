import { optimize as optimizeFor, succeeded, type Portfolio } from "../../engine";
import { failedPortfolio, readGoal, readNumberBetween, readWeightBounds, type Argument } from "../../ranges";
import type { Work } from "../later";
import { formulaFact, type Decided } from "../operation";
import { readPast, type Past } from "./past";

export interface DecidedPortfolio extends Decided {
  readonly past: Past;
  readonly portfolio: Portfolio;
  /** A fraction a year. */
  readonly riskFree: number;
}

/** What OPTIMIZE does. */
export const optimize: Work<
  readonly [
    returns: Argument,
    goal: unknown,
    riskFree?: Argument,
    min?: Argument,
    max?: Argument,
    periodsPerYear?: Argument,
  ],
  DecidedPortfolio
> = {
  holds: "percent",
  decide: (returns, goal, riskFree, min, max, periodsPerYear) => {
    const past = readPast(returns, periodsPerYear);
    if (!past.ok) return past;
    const asked = readGoal(goal);
    if (!asked.ok) return asked;
    const rate = readNumberBetween("Risk free", riskFree, "percentage", -1, 1);
    if (!rate.ok) return rate;
    const { moments, called, notes } = past.value;
    const bounds = readWeightBounds(min, max, called.length);
    if (!bounds.ok) return bounds;
    const choice = { moments, riskFree: rate.value ?? 0, ...(bounds.value && { bounds: bounds.value }) };
    const found = optimizeFor(asked.value, choice);
    if (!found.ok) return failedPortfolio(found.problem, called);
    return succeeded({ past: past.value, portfolio: found.value, riskFree: choice.riskFree, notes });
  },
  show: ({ portfolio }) => Array.from(portfolio.weights, (weight) => [weight === 0 ? 0 : weight]),
  explain: ({ past, portfolio: { returns, volatility }, riskFree }) => ({
    read: [...past.facts, { fact: "risk-free rate", rate: riskFree }],
    steps: [
      formulaFact("portfolio", []),
      { fact: "past portfolio", returns, volatility },
      { fact: "past means", means: past.means },
    ],
  }),
};
