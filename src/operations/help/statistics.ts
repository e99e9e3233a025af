import type { ExamplesOf } from "./example";

/** Four years of a fund, and what money earned without risk in each. */
const YEARS = { "B2:B5": [[0.1], [0.2], [-0.05], [0.15]], "C2:C5": [[0.02], [0.03], [0.01], [0.02]] } as const;

/** Two losses, a gain between them and one after. */
const FALLS = { "B2:B5": [[-0.1], [0.05], [-0.2], [0.3]] } as const;

const PERIODS =
  "One row is one period, oldest first. With dates in front, the periods a year come from them; without dates say them, such as 12 for months, or each row counts as a year.";
const COLUMNS = "Several columns give one figure each, side by side. A column without the figure shows #N/A.";

export const statistics = {
  SHARPE: {
    cells: YEARS,
    formula: "=KEEL.SHARPE(B2:B5, C2:C5)",
    result: [[0.7973466]],
    remarks: [
      "Mean ÷ standard deviation (n − 1) of the returns above the rate without risk, × √periods a year (W. Sharpe, 1994). A rate a year counts for each period as rate ÷ periods a year.",
      PERIODS,
      COLUMNS,
    ],
  },
  SORTINO: {
    cells: YEARS,
    formula: "=KEEL.SORTINO(B2:B5, C2:C5)",
    result: [[2.6666667]],
    remarks: [
      "Mean of the returns above the rate without risk ÷ √(Σ min(0, each)² ÷ n), n all periods, × √periods a year. Without a period below the rate there is none: #N/A.",
      PERIODS,
      COLUMNS,
    ],
  },
  VOLATILITY: {
    cells: FALLS,
    formula: "=KEEL.VOLATILITY(B2:B5)",
    result: [[0.2174665]],
    remarks: ["Standard deviation (n − 1) × √periods a year.", PERIODS, COLUMNS],
  },
  CAGR: {
    cells: FALLS,
    formula: "=KEEL.CAGR(B2:B5)",
    result: [[-0.004328]],
    remarks: ["(product of 1 + return)^(periods a year ÷ periods) − 1.", PERIODS, COLUMNS],
  },
  MAXDRAWDOWN: {
    cells: FALLS,
    formula: "=KEEL.MAXDRAWDOWN(B2:B5)",
    result: [[-0.244]],
    remarks: ["The start counts as a high: a loss in the first period is a fall. 0 says that it never fell.", COLUMNS],
  },
} as const satisfies ExamplesOf;
