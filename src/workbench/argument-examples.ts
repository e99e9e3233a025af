/**
 * What stands for each argument in the example that is shown while a formula is typed: the sample's table where that holds
 * it, so that the example can be typed as it stands. A function's own example takes the place of the one by the
 * argument's name.
 */
const examples: Readonly<Record<string, string>> = {
  values: "Holdings[Value]",
  targets: "Holdings[Target]",
  measure: '"money"',
  policy: '"5/25"',
  cash: "500",
  amount: "1000",
  contribution: "1500",
  asOf: "TODAY()",
  volatility: "18%",
  returns: "H2:M61",
  rows: "H2:H7",
  holdings: "Holdings[#All]",
  classes: "H2:H4",
  shares: "H2:H7",
  prices: "I2:I7",
  weights: "Holdings[Target]",
  step: "5",
  min: "0",
  max: "50",
  funds: "Holdings[Fund]",
  trades: "KEEL.REBALANCE(Holdings[Value],Holdings[Target])",
  barred: "H2:I4",
  rule: '"vanguard"',
  log: "H2:J20",
  target: "60%",
  cost: "0.1%",
  riskAversion: "5",
  periodsPerYear: "12",
  age: "40",
  retireAge: "67",
  series: '"monthly stocks, bonds"',
  from: "1990",
  to: "2025",
  policies: "H2:H5",
  start: "10000",
  years: "30",
  riskFree: "2%",
  paths: "10000",
  seed: "1",
  points: "20",
  goal: '"max sharpe"',
  cashRow: "6",
  lookback: "10",
  views: "H2:H7",
  strength: "1",
  maxShift: "5%",
  style: '"target date"',
};

/** The targets of a household are classes. */
const household = { targets: "Targets[#All]", policy: '"5/25; gains none"', returns: "H2:J61" };

/** What evidence is asked of: the built-in returns, and a mix of as many assets. */
const evidence = {
  returns: 'KEEL.HISTORY("monthly stocks, bonds")',
  targets: "{60;40}",
  policy: '"annual and 5%"',
  contribution: "100",
};

const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DRIFT: { policy: '"unassigned hold"' },
  DRIFTTOTAL: { policy: '"unassigned hold"' },
  TRACKINGERROR: { policy: '"unassigned hold"' },
  BYCLASS: { policy: '"unassigned hold"' },
  SHARES: { policy: '"5/25; fractional"' },
  POLICY: { policy: '"annual and 5/25"' },
  ISDUE: { policy: '"annual and 5/25"' },
  CHECKUP: { policy: '"annual and 5/25"' },
  NEXTLOOK: { policy: '"annual; last 2026-01-05"' },
  PLAN: household,
  PLANCHECK: household,
  PLANTRADES: household,
  LOCATION: household,
  BACKTEST: evidence,
  BACKTESTPATH: evidence,
  COMPARE: evidence,
  SIMULATE: evidence,
  EPISODES: { targets: evidence.targets, policy: evidence.policy, returns: "H2:I61" },
  LOOKCHANCE: { policy: '"annual; 5%; last 2026-01-05"' },
  TRENDFOLLOW: { prices: "H2:M61" },
  ROUNDTRIPS: { trades: "H1:J20" },
};

/** An example of what an argument of a function takes, as it is typed; the argument's name where there is none. */
export function exampleOf(functionName: string, argument: string): string {
  return own[functionName]?.[argument] ?? examples[argument] ?? argument;
}
