import { version } from "./about";
import { bands, drift, driftTotal, status, weights } from "./allocation";
import { byClass } from "./by-class";
import { glidePath } from "./dynamic";
import { backtest, backtestPath, compare, episodes, history, lookChance, simulate } from "./evidence";
import { exchanges, roundtrips } from "./exchanges";
import { QUESTIONS, type Family } from "./families";
import type { Operation } from "./operation";
import { bandwidth, checkup, isDue, nextLook, policy, trackingError } from "./policy";
import { location, plan, planCheck, planTrades } from "./household";
import { elections } from "./elections";
import { followed, harvest, safeDates, sellOrder, washSales } from "./harvest";
import { cashNeeded, contribute, monthsToBand, rebalance, withdraw } from "./rebalance";
import { earlyWithdrawal, employerMatch, jobChange, law, limit, project, rmd, rothConversion, tax } from "./retirement";
import { shares } from "./shares";
import { frontier, optimize, riskShare, targetVol, tilt, trendFollow } from "./portfolios";
import { cagr, maxDrawdown, sharpeRatio, sortinoRatio, volatilityAYear } from "./statistics";

/** Every operation, in the order in which they are shown within their families. */
const OPERATIONS = [
  weights,
  drift,
  driftTotal,
  bands,
  status,
  byClass,
  rebalance,
  contribute,
  withdraw,
  cashNeeded,
  monthsToBand,
  elections,
  shares,
  exchanges,
  roundtrips,
  plan,
  planCheck,
  planTrades,
  location,
  policy,
  isDue,
  nextLook,
  checkup,
  bandwidth,
  trackingError,
  history,
  backtest,
  backtestPath,
  compare,
  simulate,
  episodes,
  lookChance,
  sharpeRatio,
  sortinoRatio,
  volatilityAYear,
  cagr,
  maxDrawdown,
  riskShare,
  frontier,
  optimize,
  glidePath,
  targetVol,
  trendFollow,
  tilt,
  tax,
  limit,
  employerMatch,
  project,
  earlyWithdrawal,
  rothConversion,
  rmd,
  jobChange,
  law,
  harvest,
  washSales,
  sellOrder,
  followed,
  safeDates,
  version,
] as const;

/** The name of an Excel function, in capitals and without its namespace. */
export type OperationName = (typeof OPERATIONS)[number]["name"];

export const operations: readonly Operation<OperationName>[] = OPERATIONS;

const byName: ReadonlyMap<string, Operation<OperationName>> = new Map(
  operations.map((operation) => [operation.name, operation]),
);

/** The operation behind a function's name in capitals: `DRIFT`. */
export function operationByName(name: string): Operation<OperationName> | undefined {
  return byName.get(name);
}

/** The names of the functions by the question they answer. */
export const families: readonly { readonly question: string; readonly functions: readonly OperationName[] }[] =
  Object.entries(QUESTIONS).map(([family, question]) => ({
    question,
    functions: operations.filter((operation) => operation.family === (family as Family)).map(({ name }) => name),
  }));
