import type { OperationArgument } from "./operation";

// What most functions take, under the names that their declarations use.

/** What each fund is worth (n × 1, dollars). */
export const VALUES: OperationArgument = { name: "values", holds: "money" };

/** The share that each fund should have (n × 1, percents or fractions that add up to one whole). */
export const TARGETS: OperationArgument = { name: "targets", holds: "percent" };

/** Dollars: + to invest, − to take out. */
export const CASH: OperationArgument = { name: "cash", holds: "money" };

/** The owner's rule: a text, or a range of labels and values. */
export const POLICY: OperationArgument = { name: "policy", holds: "by label" };

/** The day to judge from. */
export const AS_OF: OperationArgument = { name: "asOf", holds: "day" };

/** Volatility a year, as a fraction. */
export const VOLATILITY: OperationArgument = { name: "volatility", holds: "percent" };

/** The rules of single rows: a lock, a band, or both (n × 1, or n × 2). */
export const ROWS: OperationArgument = { name: "rows", holds: "percent" };

/** Past returns (periods × funds, fractions). */
export const RETURNS: OperationArgument = { name: "returns", holds: "percent" };

/** What money earns without risk: a fraction a year, or one a period (n × 1). */
export const RISK_FREE: OperationArgument = { name: "riskFree", holds: "percent" };

/** How many periods of the returns make a year. */
export const PERIODS_PER_YEAR: OperationArgument = { name: "periodsPerYear", holds: "plain" };
