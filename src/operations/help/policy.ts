import { FUNDS, type ExamplesOf } from "./example";

export const policy = {
  POLICY: {
    cells: {},
    formula: '=INDEX(KEEL.POLICY("annual and 5/25"), 20, 2)',
    result: [
      [
        "Look once a year and rebalance only if a weight is further from its target than 5 points or 25% of the target, whichever is smaller, and trade back to the target.",
      ],
    ],
    remarks: [
      "Without INDEX the whole table spills: one row a setting with its value, and whether you gave it or it is the default.",
      "A policy is clauses with semicolons between them, or a range of two columns: setting and value. What you can say:",
      "Look: annual, semiannual, quarterly, monthly, weekly, daily, every 18 months, every 10 days. Last look: last 2026-01-05.",
      "Band: 5% or 5pp (points), 20% relative (of the target), 5/25 (the smaller of 5 points and 25% of the target), drift 3% (half the sum of absolute drifts), tracking error 1% (needs past returns).",
      "Both: annual and 5/25 (look on the dates, trade only outside the band), annual or 5% (trade on the dates, and whenever outside). Volatile look: monthly when volatility > 20%.",
      "Destination: to target, to halfway (between target and band edge), to edge, to 1.75pp.",
      "Trades: no sells, min $100, min 0.5%, whole shares, fractional, whole percent, whole dollars, multiples of $10, keep $500, keep 1%.",
      "Cost: cost 0.1%, fee $4.95. Money without a target: unassigned sell, unassigned hold, unassigned stop.",
      "Taxes, for plans over several accounts: gains none, gains up to $2,000, gains allowed, income 22%, gains rate 15%, after tax (a deferred account counts what the income rate leaves of it), relocate (trade for asset location alone).",
    ],
  },
  ISDUE: {
    cells: FUNDS,
    formula: '=KEEL.ISDUE(B2:B4, C2:C4, "annual and 5%; last 2026-01-05", "2027-01-05")',
    result: [[true]],
    remarks: [
      "With a calendar and a band joined by “and” it is time only on a look date and outside the band; with “or” either is enough.",
      "Put the date of your last look into the policy, traded or not. Without it a look is due now.",
      "With rules of single rows, in the last argument, it is TRUE only if KEEL.REBALANCE with the same arguments and no cash would trade something.",
    ],
  },
  NEXTLOOK: {
    cells: {},
    formula: '=KEEL.NEXTLOOK("annual; last 2026-01-05", "2026-06-01")',
    result: [[46392]],
    remarks: [
      "The result is a date: format the cell as one. 46392 is 5 January 2027.",
      "It is never before the date you give: a look that is overdue is due now.",
    ],
  },
  CHECKUP: {
    cells: FUNDS,
    formula: '=INDEX(KEEL.CHECKUP(B2:B4, C2:C4, "annual and 5%; last 2026-01-05", "2026-06-01"), 2, 2)',
    result: [["No. The next look is due on 2027-01-05."]],
    remarks: ["Without INDEX the whole table spills: a row a finding, and a row for every pitfall that applies."],
  },
  BANDWIDTH: {
    cells: {},
    formula: "=ROUND(KEEL.BANDWIDTH(60%, 0.1%, 5), 6)",
    result: [[0.025853]],
    remarks: [
      "0.0259 is 2.6 points either side of the target.",
      "Source: Gerhold, Guasoni, Muhle-Karbe and Schachermayer, “Transaction costs, trading volume, and the liquidity premium”, arXiv 1108.1167. It is a model for one risky asset against a safe one, not advice.",
    ],
  },
  TRACKINGERROR: {
    cells: {
      "B2:B3": [[65], [35]],
      "C2:C3": [[0.6], [0.4]],
      "E2:F5": [
        [0.1, 0.02],
        [-0.05, 0.04],
        [0.2, -0.01],
        [0.03, 0.03],
      ],
    },
    formula: "=ROUND(KEEL.TRACKINGERROR(B2:B3, C2:C3, E2:F5), 8)",
    result: [[0.00636396]],
    remarks: [
      "Past returns are one column a fund, in the order of the rows, one row a period.",
      "A return is more than -100% and at most 100,000%: anything beyond is taken for a typing mistake.",
    ],
  },
} as const satisfies ExamplesOf;
