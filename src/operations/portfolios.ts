import { laterOperation } from "./later";
import type { OperationArgument } from "./operation";
import type * as Work from "./portfolios/index";
import { PERIODS_PER_YEAR, RETURNS, RISK_FREE, TARGETS, VALUES, VOLATILITY } from "./usual-arguments";

const work = (): Promise<typeof Work> => import(/* webpackChunkName: "portfolios" */ "./portfolios/index");

/** The least and the most weight: one for all funds, or one each (n × 1). */
const MIN: OperationArgument = { name: "min", holds: "percent" };
const MAX: OperationArgument = { name: "max", holds: "percent" };

/** Which row is cash, counted from 1 below the header. */
const CASH_ROW = plain("cashRow");

/** RISKSHARE: each row's share of the variance of the portfolio. */
export const riskShare = laterOperation(
  { name: "RISKSHARE", family: "statistics", arguments: [VALUES, RETURNS] },
  async () => (await work()).riskShare,
);

/** FRONTIER: the portfolios of least variance, from the least of all to the best return. */
export const frontier = laterOperation(
  { name: "FRONTIER", family: "statistics", arguments: [RETURNS, plain("points"), MIN, MAX, PERIODS_PER_YEAR] },
  async () => (await work()).frontier,
);

/** OPTIMIZE: the portfolio that is best for a goal. */
export const optimize = laterOperation(
  {
    name: "OPTIMIZE",
    family: "statistics",
    arguments: [RETURNS, plain("goal"), RISK_FREE, MIN, MAX, PERIODS_PER_YEAR],
  },
  async () => (await work()).optimize,
);

/** TARGETVOL: targets of which so much is in cash that the rest has a volatility. */
export const targetVol = laterOperation(
  { name: "TARGETVOL", family: "dynamic", arguments: [TARGETS, RETURNS, VOLATILITY, CASH_ROW, PERIODS_PER_YEAR] },
  async () => (await work()).targetVol,
);

/** TRENDFOLLOW: targets of which those below their trend are in cash. */
export const trendFollow = laterOperation(
  {
    name: "TRENDFOLLOW",
    family: "dynamic",
    arguments: [TARGETS, { name: "prices", holds: "money" }, plain("lookback"), CASH_ROW],
  },
  async () => (await work()).trendFollow,
);

/** TILT: targets moved by views. */
export const tilt = laterOperation(
  {
    name: "TILT",
    family: "dynamic",
    arguments: [TARGETS, plain("views"), plain("strength"), { name: "maxShift", holds: "percent" }],
  },
  async () => (await work()).tilt,
);

function plain(name: string): OperationArgument {
  return { name, holds: "plain" };
}
