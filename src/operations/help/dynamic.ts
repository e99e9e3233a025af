import type { ExamplesOf } from "./example";

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
} as const satisfies ExamplesOf;
