import type { ExamplesOf } from "./example";

/** Three years of two assets in A1:B4, and what share each should have in D1:D2. */
const THREE_YEARS = {
  "A1:B4": [
    ["Stocks", "Bonds"],
    [0.2, 0.02],
    [-0.3, 0.05],
    [0.25, 0.01],
  ],
  "D1:D2": [[0.6], [0.4]],
} as const;

/** What the past doesn't say, on each page that shows it. */
const NO_PROMISE = "Past returns promise nothing. Taxes and the funds' own expenses aren't in the figures.";

const RETURNS_READ =
  "Returns are fractions or percents, oldest first, one column an asset in the order of the targets; headings above them and a first column of dates or years are fine. Blank cells count as 0; without dates, a row of nothing but blanks and 0 is passed over, for Excel can't always tell the two apart. A month missing between two dates, a date twice, and a column of prices are errors that name the row or column.";

const MONTHLY_AVERAGES =
  "The built-in months are averages of daily closes (R. Shiller; Federal Reserve; NBER): they look about a fifth calmer than months from end to end, so volatility, drawdowns and the number of trades come out lower. Don't judge a trend rule by them: averages flatter it by 1.5 points a year.";

export const evidence = {
  HISTORY: {
    cells: {},
    formula: '=KEEL.HISTORY("stocks, bonds, bills", 2022, 2024)',
    result: [
      ["Year", "Stocks", "Bonds", "Bills", "Source: A. Damodaran, NYU Stern, January 2026"],
      [2022, -0.1804, -0.1783, 0.0209, ""],
      [2023, 0.2606, 0.0388, 0.0528, ""],
      [2024, 0.2488, -0.0164, 0.0518, ""],
    ],
    remarks: [
      "Annual total returns from 1928: stocks (S&P 500 with dividends), bills (three-month Treasury bills), bonds (ten-year Treasury), corporate bonds (Baa), real estate, gold, inflation. Source: A. Damodaran, NYU Stern.",
      "“monthly” before the names gives months from 1926: stocks, bonds, bills, inflation. The first column then has the last day of each month: format it as a date.",
      MONTHLY_AVERAGES,
      'It feeds the other functions: KEEL.BACKTEST(KEEL.HISTORY("stocks, bonds"), D1:D2, "annual"). The last column is blank below the source; they pass over it.',
      NO_PROMISE,
    ],
  },
  BACKTEST: {
    cells: THREE_YEARS,
    formula: '=KEEL.BACKTEST(A1:B4, D1:D2, "annual; cost 0.1%")',
    result: [
      ["Statistic", "Value"],
      ["Final value", 10931.3566],
      ["CAGR", 0.030128],
      ["Volatility", 0.174343],
      ["Sharpe (risk-free 0)", 0.23277],
      ["Sortino", 0.438851],
      ["Max drawdown", -0.160168],
      ["Worst year", -0.160168],
      ["Rebalances", 2],
      ["Turnover a year", 0.046099],
      ["Average weight of Stocks", 0.616638],
      ["Average weight of Bonds", 0.383362],
      ["Costs", 2.7589],
    ],
    remarks: [
      RETURNS_READ,
      "The money is invested at the targets at the close before the first row. Each row: the returns, then the contribution, then the rule is tested and trades at that row's close, as KEEL.REBALANCE would; never on the last row. Looks fall on the first row at or after their date, or after so many rows where there are no dates.",
      "Costs and fees of the policy are charged on every trade, except the first purchase. Nothing is rounded; trade units, the cash buffer, taxes and “last” are passed over. Without a look and a band nothing is ever traded.",
      "CAGR is time-weighted; volatility has the divisor n − 1; turnover is half of all trades ÷ value, a year, contributions left out. Worst year is a calendar year where the rows are dated. A statistic that doesn't exist is blank. Where the money runs out, a last row says in which period.",
      NO_PROMISE,
    ],
  },
  BACKTESTPATH: {
    cells: THREE_YEARS,
    formula: '=KEEL.BACKTESTPATH(A1:B4, D1:D2, "annual")',
    result: [
      ["Period", "Value", "Weight of Stocks", "Weight of Bonds", "Traded"],
      ["Start", 10000, 0.6, 0.4, 0],
      [1, 11280, 0.6, 0.4, 432],
      [2, 9475.2, 0.6, 0.4, 947.52],
      [3, 10934.3808, 0.64991, 0.35009, 0],
    ],
    remarks: [
      "It takes what KEEL.BACKTEST takes and shows its way: value and weights after each row's contribution, trade and cost, and the money moved by rebalancing, one side. It is made for a chart.",
      "The first column has the period's date or year where the returns have one: format it as they are.",
      NO_PROMISE,
    ],
  },
  COMPARE: {
    cells: {
      "A1:A2": [[0.6], [0.4]],
      "C1:C11": [
        ["monthly"],
        ["monthly and 1%"],
        ["monthly and 5%"],
        ["monthly and 10%"],
        ["quarterly and 1%"],
        ["quarterly and 5%"],
        ["quarterly and 10%"],
        ["annual and 1%"],
        ["annual and 5%"],
        ["annual and 10%"],
        ["never"],
      ],
    },
    formula: '=KEEL.COMPARE(KEEL.HISTORY("monthly stocks, bonds", 1926, 2009), A1:A2, C1:C11)',
    result: [
      ...([
        [
          ...["Policy", "Final value", "CAGR", "Volatility", "Sharpe (risk-free 0)", "Max drawdown"],
          ...["Worst year", "Rebalances", "Turnover a year", "Average weight of Stocks", "Costs"],
        ],
      ] as const),
      ["monthly", 8030013.08, 0.0829, 0.0999, 0.8489, -0.6097, -0.2648, 1007, 0.0931, 0.6, 0],
      ["monthly and 1%", 8189023.84, 0.0831, 0.0999, 0.8509, -0.6093, -0.2652, 352, 0.0733, 0.6009, 0],
      ["monthly and 5%", 9107425.69, 0.0845, 0.1003, 0.8611, -0.6101, -0.2609, 53, 0.0368, 0.609, 0],
      ["monthly and 10%", 10184641.65, 0.0859, 0.0995, 0.8806, -0.5889, -0.2502, 19, 0.0248, 0.6156, 0],
      ["quarterly and 1%", 9676372.37, 0.0853, 0.1001, 0.8699, -0.5915, -0.258, 215, 0.065, 0.6016, 0],
      ["quarterly and 5%", 9858792.77, 0.0855, 0.1006, 0.8683, -0.5946, -0.2609, 44, 0.0358, 0.6109, 0],
      ["quarterly and 10%", 11742546.63, 0.0878, 0.1007, 0.8886, -0.5839, -0.2477, 18, 0.0266, 0.6265, 0],
      ["annual and 1%", 9541593.3, 0.0851, 0.098, 0.8846, -0.5979, -0.2473, 75, 0.039, 0.6076, 0],
      ["annual and 5%", 9608161.41, 0.0852, 0.0983, 0.8837, -0.5948, -0.2473, 28, 0.0274, 0.6162, 0],
      ["annual and 10%", 9446445.4, 0.085, 0.0989, 0.8768, -0.5948, -0.2473, 12, 0.0177, 0.6241, 0],
      ["never", 15333518.63, 0.0913, 0.1227, 0.7763, -0.6296, -0.3842, 0, 0, 0.8698, 0],
    ],
    beside: {
      caption:
        "Beside what Vanguard printed for the same rules in 2010: 60% US stocks and 40% US bonds, 1926 to 2009, month ends",
      rows: [
        ["", "Events", "", "Return", "", "Volatility", "", "Stocks", ""],
        ["Policy", "Vanguard", "Keel", "Vanguard", "Keel", "Vanguard", "Keel", "Vanguard", "Keel"],
        ["monthly", 1008, 1007, "8.5%", "8.3%", "12.1%", "10.0%", "60.1%", "60.0%"],
        ["monthly and 1%", 389, 352, "8.5%", "8.3%", "12.1%", "10.0%", "60.1%", "60.1%"],
        ["monthly and 5%", 58, 53, "8.6%", "8.5%", "12.2%", "10.0%", "61.2%", "60.9%"],
        ["monthly and 10%", 20, 19, "8.8%", "8.6%", "12.2%", "10.0%", "61.6%", "61.6%"],
        ["quarterly and 1%", 210, 215, "8.7%", "8.5%", "12.2%", "10.0%", "60.2%", "60.2%"],
        ["quarterly and 5%", 50, 44, "8.9%", "8.6%", "12.1%", "10.1%", "60.9%", "61.1%"],
        ["quarterly and 10%", 21, 18, "8.6%", "8.8%", "12.3%", "10.1%", "62.6%", "62.6%"],
        ["annual and 1%", 72, 75, "8.6%", "8.5%", "11.9%", "9.8%", "60.5%", "60.8%"],
        ["annual and 5%", 28, 28, "8.6%", "8.5%", "11.8%", "9.8%", "60.7%", "61.6%"],
        ["annual and 10%", 15, 12, "8.7%", "8.5%", "12.1%", "9.9%", "63.0%", "62.4%"],
        ["never", 0, 0, "8.1%", "9.1%", "14.4%", "12.3%", "84.1%", "87.0%"],
      ],
    },
    remarks: [
      "Source of the other figures: C. Jaconetti, F. Kinniry, Y. Zilbering, “Best practices for portfolio rebalancing”, Vanguard, July 2010. They differ because the built-in months are averages of daily closes, which are calmer than month ends: fewer rows leave their bands, and volatility is lower. Keel doesn't trade on the last row (1,007 of 1,008 months). Its bonds are the ten-year Treasury, theirs a broad market with corporate bonds in it. The 8.1% printed for never is how a later article prints it; 9.1% would fit the rest.",
      "What agrees is what the table is for: the rule hardly moves return and risk, and wider bands and rarer looks save most of the trades.",
      "Without policies it compares 18 usual rules and never rebalancing; looks that are finer than the rows are left out. “never” says the last one. A Policy table is one policy.",
      RETURNS_READ,
      MONTHLY_AVERAGES,
      NO_PROMISE,
    ],
  },
  SIMULATE: {
    cells: THREE_YEARS,
    formula: '=KEEL.SIMULATE(A1:B4, D1:D2, "annual", 2, , , , 2)',
    result: [
      ["Statistic", "This policy", "Never rebalancing", "Seed 1"],
      ["End value, 5th percentile", 7354.056, 7638.54, ""],
      ["End value, 25th percentile", 8546.28, 8792.7, ""],
      ["End value, median", 10036.56, 10235.4, ""],
      ["End value, 75th percentile", 11526.84, 11678.1, ""],
      ["End value, 95th percentile", 12719.064, 12832.26, ""],
      ["Worst drawdown, 5th percentile", -0.27968, -0.25175, ""],
      ["Worst drawdown, 25th percentile", -0.2208, -0.19875, ""],
      ["Worst drawdown, median", -0.1472, -0.1325, ""],
      ["Worst drawdown, 75th percentile", -0.0736, -0.06625, ""],
      ["Worst drawdown, 95th percentile", -0.01472, -0.01325, ""],
      ["Chance of ending below the money paid in", 0.5, 0.5, ""],
    ],
    remarks: [
      "Here it draws two paths; usually it draws 10,000. Whole rows are drawn independently, with replacement, so assets keep moving together, and what one month does to the next, momentum and reversion, is lost.",
      "Both columns go through the same draws. The same seed gives the same digits on every machine: xoshiro128** seeded by splitmix32. The last heading names it.",
      "Percentiles are as PERCENTILE.INC has them: of where the paths end, and of each path's worst fall from a peak. The money paid in is the start and all contributions.",
      "It works in slices, so Excel stays free; it stops when you change what it depends on.",
      RETURNS_READ,
      "Draws of past returns show how far results can spread; they promise nothing.",
    ],
  },
  EPISODES: {
    cells: { "A1:A2": [[0.6], [0.4]] },
    formula: '=KEEL.EPISODES(A1:A2, "annual and 5%")',
    result: [
      [
        "From",
        "Bottom",
        "Back",
        "Fall",
        "Months down",
        "Months back",
        "Bought at the bottom",
        "Policy's fall",
        "Never's fall",
      ],
      [10866, 11870, 13362, -0.6097, 33, 49, 0.227692, -0.569581, -0.455896],
      [13605, 14000, 15796, -0.257023, 13, 59, 0.133522, -0.236534, -0.232573],
      [16953, 17106, 17714, -0.11847, 5, 20, 0, -0.11573, -0.11573],
      [22736, 22827, 23131, -0.120314, 3, 10, 0, -0.116635, -0.116635],
      [25172, 25719, 25964, -0.17019, 18, 8, 0, -0.167782, -0.167782],
      [26695, 27302, 27790, -0.250497, 20, 16, 0.050624, -0.242996, -0.231507],
      [32020, 32142, 32567, -0.155593, 4, 14, 0, -0.150317, -0.150317],
      [36769, 37680, 38046, -0.18054, 30, 12, 0.168031, -0.167195, -0.124196],
      [39386, 39903, 40482, -0.270046, 17, 19, 0.133103, -0.244066, -0.210443],
      [44561, 44865, 45382, -0.186373, 10, 17, 0, -0.18764, -0.18764],
    ],
    remarks: [
      "From, Bottom and Back are month ends: format them as dates. 10866 is 30 September 1929. Back is blank where the mix has not come back.",
      "The falls are those of the mix held at its targets, at least 10%, the ten deepest of the built-in months since 1926 or the five deepest of your own returns. The policy and never rebalancing are both bought at the targets at the peak and measured at the bottom.",
      "Bought at the bottom is what the policy bought of the asset that fell most, up to the bottom, as shares of that day's value, added up. Buying on the way down costs until the recovery: a policy often falls further than never rebalancing.",
      "Without returns of your own the targets are of stocks, bonds and bills, in that order. Without a policy it is “annual and 5/25”.",
      MONTHLY_AVERAGES,
      NO_PROMISE,
    ],
  },
  LOOKCHANCE: {
    cells: { ...THREE_YEARS, "F1:F2": [[6000], [4000]] },
    formula: '=KEEL.LOOKCHANCE(F1:F2, D1:D2, "annual; 5%; last 2026-01-05", A1:B4, "2026-01-05")',
    result: [[0.3282]],
    remarks: [
      "The share of 10,000 paths from today's values that are outside the band at the next look: as many rows are drawn as there are periods until then, at least one. Without a calendar any row of the next 12 months counts.",
      "Rows are drawn as in KEEL.SIMULATE, by the same seed. It knows only what your returns know: with three years of them, only three kinds of year.",
      RETURNS_READ,
      "Draws of past returns promise nothing.",
    ],
  },
} as const satisfies ExamplesOf;
