import type { Argument } from "../../ranges";
import type { OperationArgument } from "../operation";
import { AS_OF, POLICY, RETURNS, TARGETS, VALUES } from "../usual-arguments";

// What the functions of evidence take, under the names that their declarations use.

/** Dollars at the start, and at every row's close: − is taken out. */
const START: OperationArgument = { name: "start", holds: "money" };
const CONTRIBUTION: OperationArgument = { name: "contribution", holds: "money" };
const PERIODS_PER_YEAR: OperationArgument = { name: "periodsPerYear", holds: "plain" };

/** What money earns without risk: a rate a year, or a column of rates a period. */
const RISK_FREE: OperationArgument = { name: "riskFree", holds: "percent" };

/** How many paths are drawn, and from which seed. */
const PATHS: OperationArgument = { name: "paths", holds: "plain" };
const SEED: OperationArgument = { name: "seed", holds: "plain" };

/** What HISTORY takes. */
export type HistoryArguments = readonly [series?: Argument, from?: Argument, to?: Argument];

export const HISTORY_ARGUMENTS = [
  { name: "series", holds: "plain" },
  { name: "from", holds: "plain" },
  { name: "to", holds: "plain" },
] as const;

/** What BACKTEST and BACKTESTPATH take. */
export type PathArguments = readonly [
  returns: Argument,
  targets: Argument,
  policy: Argument,
  start?: Argument,
  contribution?: Argument,
  periodsPerYear?: Argument,
  riskFree?: Argument,
];

export const PATH_ARGUMENTS = [RETURNS, TARGETS, POLICY, START, CONTRIBUTION, PERIODS_PER_YEAR, RISK_FREE] as const;

/** What COMPARE takes. */
export type CompareArguments = readonly [
  returns: Argument,
  targets: Argument,
  policies?: Argument,
  start?: Argument,
  contribution?: Argument,
  periodsPerYear?: Argument,
  riskFree?: Argument,
];

export const COMPARE_ARGUMENTS = [
  RETURNS,
  TARGETS,
  { name: "policies", holds: "by label" },
  START,
  CONTRIBUTION,
  PERIODS_PER_YEAR,
  RISK_FREE,
] as const;

/** What SIMULATE takes. */
export type SimulateArguments = readonly [
  returns: Argument,
  targets: Argument,
  policy: Argument,
  years: Argument,
  start?: Argument,
  contribution?: Argument,
  periodsPerYear?: Argument,
  paths?: Argument,
  seed?: Argument,
];

export const SIMULATE_ARGUMENTS = [
  RETURNS,
  TARGETS,
  POLICY,
  { name: "years", holds: "plain" },
  START,
  CONTRIBUTION,
  PERIODS_PER_YEAR,
  PATHS,
  SEED,
] as const;

/** What EPISODES takes. */
export type EpisodesArguments = readonly [targets: Argument, policy?: Argument, returns?: Argument];

export const EPISODES_ARGUMENTS = [TARGETS, POLICY, RETURNS] as const;

/** What LOOKCHANCE takes. */
export type LookChanceArguments = readonly [
  values: Argument,
  targets: Argument,
  policy: Argument,
  returns: Argument,
  asOf: Argument,
  paths?: Argument,
  seed?: Argument,
];

export const LOOK_CHANCE_ARGUMENTS = [VALUES, TARGETS, POLICY, RETURNS, AS_OF, PATHS, SEED] as const;
