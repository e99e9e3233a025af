import type { PeriodDates } from "../../engine";

/** What the statistics of a path are called. */
export const statisticLabels = {
  finalValue: "Final value",
  growth: "CAGR",
  volatility: "Volatility",
  sortino: "Sortino",
  maxDrawdown: "Max drawdown",
  worstYear: "Worst year",
  rebalances: "Rebalances",
  turnover: "Turnover a year",
  averageWeight: (name: string): string => `Average weight of ${name}`,
  costs: "Costs",
  ranOut: "Money ran out in period",
} as const;

/** What the Sharpe ratio is called, without a rate of what money earns without risk and with one. */
export function sharpeLabel(hasRate: boolean): string {
  return hasRate ? "Sharpe" : "Sharpe (risk-free 0)";
}

/** The headings of a path's rows. */
export function pathHeadings(dates: PeriodDates | undefined, names: readonly string[]): readonly string[] {
  const period = dates === undefined ? "Period" : dates.kind === "days" ? "Date" : "Year";
  return [period, "Value", ...names.map((name) => `Weight of ${name}`), "Traded"];
}

/** What the policy is called that never trades. */
export const NEVER = "never";

/** Where the built-in returns come from, and what monthly averages are no good for. */
export function builtInSource(frequency: "annual" | "monthly"): string {
  return frequency === "annual"
    ? "Source: A. Damodaran, NYU Stern, January 2026"
    : "Source: R. Shiller, Federal Reserve, NBER; monthly averages: volatility about a fifth too low, not for signals";
}

/** What the rows and columns of a simulation are called. */
export const simulationLabels = {
  rule: "This policy",
  never: "Never rebalancing",
  seed: (seed: number): string => `Seed ${seed}`,
  end: (share: number): string => `End value, ${percentile(share)}`,
  drawdown: (share: number): string => `Worst drawdown, ${percentile(share)}`,
  loss: "Chance of ending below the money paid in",
} as const;

function percentile(share: number): string {
  return share === 0.5 ? "median" : `${share * 100}th percentile`;
}

/** The headings of the deepest falls. */
export function episodeHeadings(isDated: boolean): readonly string[] {
  const [down, back] = isDated ? ["Months down", "Months back"] : ["Rows down", "Rows back"];
  return ["From", "Bottom", "Back", "Fall", down, back, "Bought at the bottom", "Policy's fall", "Never's fall"];
}
