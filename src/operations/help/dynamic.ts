import type { ExamplesOf } from "./example";

const ROUNDTRIPS_WARNING =
  "Such a rule trades often, and soon back again. Many plans bar a fund for weeks after a roundtrip: KEEL.ROUNDTRIPS says until when.";
const NO_HISTORY =
  "The built-in months don't serve here: they are averages of days, which flatter a trend rule by some 1.5 points a year and show about a fifth too little volatility. Give month-end figures of your own.";

export const dynamic = {
  GLIDEPATH: {
    cells: {},
    formula: '=KEEL.GLIDEPATH(50, 65, "target date")',
    result: [[0.74, 0.26, 0]],
    remarks: [
      "“110 minus age” and “120 minus age” hold that percent of stocks. “target date” holds 90% until 25 years before retirement, 50% at retirement and 30% from seven years after, linear between.",
      "Without a style it is the target-date path where a retirement age is given, and 110 minus age where none is. It is a rule of thumb, not advice.",
      "The shares lie side by side; TRANSPOSE stands them in a column of targets.",
    ],
  },
  TARGETVOL: {
    cells: {
      "B2:B4": [[0.5], [0.3], [0.2]],
      "D1:F6": [
        ["Stocks", "Bonds", "Cash"],
        [0.2, 0.02, 0.03],
        [-0.1, 0.05, 0.03],
        [0.15, -0.01, 0.04],
        [0.05, 0.04, 0.02],
        [0.1, 0.03, 0.03],
      ],
    },
    formula: "=KEEL.TARGETVOL(B2:B4, D1:F6, 3%)",
    result: [[0.2851], [0.1711], [0.5438]],
    remarks: [
      "The risky targets, all but cash, are multiplied by min(volatility wanted ÷ their volatility, 1 ÷ their sum); the rest is cash, which counts as riskless. Nothing is ever borrowed.",
      "It judges by the volatility of all the rows that you give, so give recent ones, such as the last 12 months.",
      ROUNDTRIPS_WARNING,
      NO_HISTORY,
    ],
  },
  TRENDFOLLOW: {
    cells: {
      "B2:B4": [[0.5], [0.3], [0.2]],
      "D1:F5": [
        ["Stocks", "Bonds", "Cash"],
        [100, 100, 1],
        [104, 99, 1],
        [103, 98, 1],
        [106, 97, 1],
      ],
    },
    formula: "=KEEL.TRENDFOLLOW(B2:B4, D1:F5, 4)",
    result: [[0.5], [0], [0.5]],
    remarks: [
      "A fund is held at its target while its last price is above the simple mean of its last prices, the last included; the paper takes ten month ends (M. Faber, 2007). The prices of cash are not looked at.",
      "Take prices with distributions reinvested: a payout looks like a fall.",
      ROUNDTRIPS_WARNING,
      NO_HISTORY,
    ],
  },
  TILT: {
    cells: {
      "B2:B4": [[0.6], [0.3], [0.1]],
      "C2:C4": [[1], [0], [0]],
    },
    formula: "=KEEL.TILT(B2:B4, C2:C4)",
    result: [[0.6333], [0.2833], [0.0833]],
    remarks: [
      "Shift = largest shift × view × strength − λ, within the largest shift and not below −target. One λ for all rows makes the shifts add up to 0.",
      "A fund without a target is bought only for a view above 0. A largest shift below 1 is a share, above 1 points.",
      "Views are yours. Most of them don’t pay in the long run; a small largest shift keeps a wrong one cheap.",
    ],
  },
} as const satisfies ExamplesOf;
