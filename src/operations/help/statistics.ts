import type { ExamplesOf } from "./example";

/** Four years of a fund, and what money earned without risk in each. */
const YEARS = { "B2:B5": [[0.1], [0.2], [-0.05], [0.15]], "C2:C5": [[0.02], [0.03], [0.01], [0.02]] } as const;

/** Two losses, a gain between them and one after. */
const FALLS = { "B2:B5": [[-0.1], [0.05], [-0.2], [0.3]] } as const;

/** Five years of stocks and bonds. */
const TWO_FUNDS = {
  "B1:C6": [
    ["Stocks", "Bonds"],
    [0.2, 0.02],
    [-0.1, 0.05],
    [0.15, -0.01],
    [0.05, 0.04],
    [0.1, 0.03],
  ],
} as const;

const ESTIMATE =
  "It is an estimate. Means of past returns are weak guesses of future ones: here stocks earned 8% a year with a standard error of 5.15 points, bonds 2.6% with 1.03. Explain says them for your own returns.";
const RIDGE =
  "Means and covariance (n − 1) are × periods a year. To each variance 1e−10 of the mean variance is added, so that funds which the past can't tell apart have one answer. There must be a row more than funds.";
const BOUNDS =
  "Min and Max are one percent for all funds or one each; up to 1 they are fractions, above it percent. A Min below 0% allows short positions, and a Max of 0 is no bound, as a blank cell may arrive as 0.";

const PERIODS =
  "One row is one period, oldest first. With dates in front, the periods a year come from them; without dates say them, such as 12 for months, or each row counts as a year. A blank counts as 0, and without dates a row of nothing but blanks and 0 is passed over, for Excel can't always tell the two apart: put dates in front where a return of 0 must count.";
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
  RISKSHARE: {
    cells: { ...TWO_FUNDS, "E2:E3": [[0.6], [0.4]] },
    formula: "=KEEL.RISKSHARE(E2:E3, B1:C6)",
    result: [[1.0996], [-0.0996]],
    remarks: [
      "Share = w × (Σw) ÷ w′Σw: w the weights, Σ the sample covariance of the returns. A fund that rises when the rest falls has a share below 0.",
      "Values may be dollars or weights. The returns have one column a fund, in the order of the rows.",
    ],
  },
  FRONTIER: {
    cells: TWO_FUNDS,
    formula: "=KEEL.FRONTIER(B1:C6, 3)",
    result: [
      ["Volatility", "Return", "Stocks", "Bonds"],
      [0.013269, 0.033629, 0.141286, 0.858714],
      [0.05869, 0.056815, 0.570643, 0.429357],
      [0.115109, 0.08, 1, 0],
    ],
    remarks: [
      "Each row has the least variance for its return (H. Markowitz, 1952), at equal steps of return from the calmest mix to the best return within Min and Max. Each is proved to be that before it is shown.",
      ESTIMATE,
      BOUNDS,
      RIDGE,
    ],
  },
  OPTIMIZE: {
    cells: TWO_FUNDS,
    formula: '=KEEL.OPTIMIZE(B1:C6, "max sharpe", 3%)',
    result: [[0.289044], [0.710956]],
    remarks: [
      "Goals: “min variance”, “max sharpe”, “risk parity” (each fund has the same share of the risk), “return 7%” (the least variance for it), “volatility 10%” (the most return for it), “utility 4” (the most of return − 4/2 × variance).",
      "A return or volatility that no mix has is #N/A, and the message says which are within reach. “risk parity” takes no Min and Max.",
      ESTIMATE,
      BOUNDS,
      RIDGE,
    ],
  },
} as const satisfies ExamplesOf;
