import { describe, expect, it } from "@jest/globals";
import { Decimal } from "../../src/engine";
import {
  bands,
  bandwidth,
  byClass,
  cashNeeded,
  contribute,
  drift,
  driftTotal,
  elections,
  exchanges,
  isDue,
  monthsToBand,
  optimize,
  rebalance,
  sharpeRatio,
  shares,
  status,
  targetVol,
  trackingError,
  trendFollow,
  weights,
  withdraw,
  type Answer,
  type ResultPlace,
} from "../../src/operations";
import { explanationSentences } from "../../src/ranges";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const VALUES = column(33600, 8000, 11000, 7400);
const TARGETS = column(50, 15, 25, 10);

/** An answer's explanation in sentences. */
function told(answer: Answer): ReturnType<typeof explanationSentences> {
  if (!answer.ok) throw new Error("There is no answer to explain.");
  return explanationSentences(answer.explain());
}

/** The lines below an answer's formulas, with the figures of one of its cells. */
function worked(answer: Answer, at?: ResultPlace): readonly string[] {
  if (!answer.ok) throw new Error("There is no answer to explain.");
  const steps = answer.explain(at).steps.filter(({ fact }) => fact === "formula");
  return explanationSentences({ read: [], steps, bound: [], rounded: [] }).steps.flatMap((sentence) =>
    sentence.split("\n").slice(1),
  );
}

describe("an answer says how it came about", () => {
  it("with what it read, what it did, what bound and what was rounded", () => {
    const answer = rebalance.answer(VALUES, TARGETS, [[1200]], [["5/25; to edge"]]);
    expect(told(answer)).toEqual({
      read: [
        "Values: 4 rows.",
        "Targets: 4 rows.",
        "Total: $60,000.",
        "Cash to invest: $1,200.",
        expect.stringMatching(/^Policy: Rebalance whenever a weight is further from its target/),
      ],
      steps: [
        "The cash goes to the rows that are emptiest for their targets.",
        "Once the cash is placed, the portfolio is outside its band.",
        "Outside the band: row 3.",
        "Rows outside go to the edge of the band.",
        "Weight after trading = (value + trade) ÷ total after trading.\nrow 1: 33,600.00 ÷ 61,200.00 = 54.9%",
      ],
      bound: [],
      rounded: ["Amounts are whole cents and add up exactly; cents that rounding leaves go to the largest cut parts."],
    });
  });

  it("names the day that a look is not due on, and the minimum that left trades out", () => {
    const early = rebalance.answer(VALUES, TARGETS, null, [["annual; last 2026-01-05"]], [["2026-06-01"]]);
    expect(told(early).read).toContain("Date: 2026-06-01.");
    expect(told(early).steps).toEqual([
      "The next look is not due yet, so nothing is traded.",
      "Weight after trading = (value + trade) ÷ total after trading.\nrow 1: 33,600.00 ÷ 60,000.00 = 56%",
    ]);
    const small = rebalance.answer(column(5150, 3920, 930), column(50, 40, 10), null, [["min $100"]]);
    expect(told(small).bound).toEqual(["Left alone, because the trade would be below the minimum: row 3."]);
  });

  it("speaks of cash only where there is some, and of trades only where some are asked for", () => {
    const band = [["5/25"]];
    const steps = (answer: Answer): readonly string[] => told(answer).steps;
    expect(steps(rebalance.answer(VALUES, TARGETS, null, band))).toContain("The portfolio is outside its band.");
    expect(steps(rebalance.answer(VALUES, TARGETS, [[-500]], band))).toContain(
      "Once the money is out, the portfolio is outside its band.",
    );
    expect(steps(rebalance.answer(column(60, 40), column(60, 40), null, band))).toEqual([
      "Everything is in its band: nothing is traded.",
      "Weight after trading = (value + trade) ÷ total after trading.\nrow 1: 60.00 ÷ 100.00 = 60%",
    ]);
    expect(steps(rebalance.answer(column(60, 40), column(60, 40), [[10]], band))).toContain(
      "Once the cash is placed, everything is in its band: nothing else is traded.",
    );
    expect(steps(rebalance.answer(VALUES, TARGETS, null, [["no sells"]]))).toEqual([
      "The policy never sells, so nothing is traded.",
      "Weight after trading = (value + trade) ÷ total after trading.\nrow 1: 33,600.00 ÷ 60,000.00 = 56%",
    ]);
    expect(steps(withdraw.answer(VALUES, TARGETS, [[500]]))).toContain(
      "Only the money is taken out; nothing is traded the other way.",
    );
    expect(told(rebalance.answer(VALUES, TARGETS, null, band)).read).toContain("Cash to invest: none.");
    const judged = isDue.answer(VALUES, TARGETS, band, [["2026-11-23"]]);
    expect(told(judged).steps).toEqual(["The portfolio is outside its band.", "Outside the band: rows 1 and 3."]);
    expect(told(judged).bound).toEqual([]);
    expect(steps(isDue.answer(VALUES, TARGETS, [["annual; last 2026-01-05"]], [["2026-06-01"]]))).toEqual([
      "The next look is not due yet.",
    ]);
  });

  it("has the proof of exchanges among the steps: it holds nothing back", () => {
    const answer = exchanges.answer([["A"], ["B"]], [[100], [100]], [[-10], [10]]);
    expect(told(answer)).toMatchObject({ steps: [expect.stringContaining("the fewest possible")], bound: [] });
  });

  it("says what the cash buffer and whole dollars hold back", () => {
    const kept = contribute.answer(VALUES, TARGETS, [[1000.5]], [["keep $500; whole dollars"]]);
    expect(told(kept).bound).toEqual(["The cash buffer keeps $500 uninvested."]);
    expect(told(kept).rounded).toEqual(["Trades are whole dollars; $0.50 is left over."]);
    const tens = contribute.answer(VALUES, TARGETS, [[1004.5]], [["multiples of $10"]]);
    expect(told(tens).rounded).toEqual(["Trades are multiples of $10; $4.50 is left over."]);
  });

  it("says that trades in shares are proved, and what is left", () => {
    const answer = shares.answer(column(0, 0), column(5.3, 1.3), column(60, 40), [[100]]);
    expect(told(answer).rounded).toEqual([
      "Proved: no other trades in shares come nearer to the targets.",
      "Left in cash: $0.10.",
    ]);
  });

  it("says how far from the best trades in shares can be that aren't proved", () => {
    const sentence = (gap: string): string | undefined =>
      explanationSentences({
        read: [],
        steps: [],
        bound: [],
        rounded: [{ fact: "nearest in shares", gap: new Decimal(gap) }],
      }).rounded[0];
    expect(sentence("1.2")).toBe(
      "The best trades found, within $1.20 of the best possible: other trades may come nearer to the targets, but not by more.",
    );
    expect(sentence("0.0001")).toContain("within $0.01 of the best possible");
    expect(sentence("1234.001")).toContain("within $1,234.01 of the best possible");
    const rows = Array.from({ length: 400 }, (_, row) => row);
    const answer = shares.answer(
      column(...rows.map((row) => row % 7)),
      column(...rows.map((row) => 11 + ((row * 37) % 97) + 0.37)),
      column(...rows.map(() => 0.25)),
      [[5000]],
      [["fee $1"]],
    );
    expect(told(answer).rounded[0]).toMatch(/^The best trades found, within \$[\d,.]+ of the best possible: /);
  });

  it.each<[string, Answer, ResultPlace, ...string[]]>([
    ["a weight", weights.answer(VALUES), { row: 2, column: 0 }, "row 3: 11,000.00 ÷ 60,000.00 = 18.33%"],
    [
      "the drift of issue 11",
      drift.answer(column(58916.4, 286050.48), column(20, 80), null),
      { row: 0, column: 0 },
      "row 1: 58,916.40 ÷ 344,966.88 − 20% = −2.92%",
    ],
    [
      "targets that have no end in percent",
      drift.answer(column(100, 100.01, 50), column(1 / 3, 1 / 3, 1 / 3), "money"),
      { row: 1, column: 0 },
      "row 2: 100.01 − 1 ÷ 3 × 250.01 = $16.67",
    ],
    [
      "the sum of drifts",
      driftTotal.answer(VALUES, TARGETS),
      { row: 0, column: 0 },
      "(|6%| + |−1.6667%| + |−6.6667%| + |2.3333%|) ÷ 2 = 8.33%",
    ],
    [
      "the highest weight, which 5/25 takes from the target",
      bands.answer(TARGETS, [["5/25"]]),
      { row: 1, column: 1 },
      "row 2: 15% + min(5%; 25% × 15%) = 18.75%",
    ],
    [
      "an edge that is clipped",
      bands.answer(column(98, 2), [["5%"]]),
      { row: 1, column: 0 },
      "row 2: max(0%; 2% − 5%) = 0%",
    ],
    [
      "a status, with the digits that it takes to see why",
      status.answer(column(6500000.01, 3499999.99), column(60, 40), [["5%"]]),
      { row: 0, column: 0 },
      "row 1: 6,500,000.01 ÷ 10,000,000.00 = 65.0000001% > 65%: Over",
    ],
    [
      "a trade to the edge (number 4)",
      rebalance.answer(VALUES, TARGETS, [[1200]], [["5/25; to edge"]]),
      { row: 2, column: 0 },
      "row 3: 20% × 61,200.00 − 11,000.00 = $1,240.00",
      "row 3: (11,000.00 + 1,240.00) ÷ 61,200.00 = 20%",
    ],
    [
      "a contribution (number 2)",
      contribute.answer(VALUES, TARGETS, [[4800]]),
      { row: 2, column: 0 },
      "row 3: (4,800.00 + 8,000.00 + 11,000.00) ÷ (15% + 25%) × 25% − 11,000.00 = $3,875.00",
      "row 3: (11,000.00 + 3,875.00) ÷ 64,800.00 = 22.96%",
    ],
    [
      "a withdrawal (number 3)",
      withdraw.answer(VALUES, TARGETS, [[10000]]),
      { row: 0, column: 0 },
      "row 1: (−10,000.00 + 33,600.00 + 8,000.00 + 7,400.00) ÷ (50% + 15% + 10%) × 50% − 33,600.00 = −$7,600.00",
      "row 1: (33,600.00 − 7,600.00) ÷ 50,000.00 = 52%",
    ],
    [
      "the cash needed, with what a buffer keeps",
      cashNeeded.answer(VALUES, TARGETS, [["keep 10%"]]),
      { row: 0, column: 0 },
      "row 4: (7,400.00 ÷ 10% − 60,000.00 + 10% × 60,000.00) ÷ (1 − 10%) = 22,222.222222, which becomes $22,222.23",
    ],
    [
      "months to the band (number 55)",
      monthsToBand.answer(VALUES, TARGETS, [[500]], [["5/25"]]),
      { row: 0, column: 0 },
      "3 × 500.00 = $1,500.00",
      "row 1: 33,600.00 ÷ 61,000.00 = 55.08% > 55%: Over",
      "row 1: 33,600.00 ÷ 61,500.00 = 54.63%, and 45% ≤ 54.63% ≤ 55%: In band",
    ],
    [
      "elections (number 32)",
      elections.answer(column(700, 300, 200)),
      { row: 0, column: 0 },
      "row 1: 700 ÷ (700 + 300 + 200) × 100 = 58.333333, which becomes 58",
    ],
    [
      "shares (number 20)",
      shares.answer(column(0, 0), column(5.3, 1.3), column(60, 40), [[100]]),
      { row: 0, column: 0 },
      "row 1: 60% × 100.00 − 0.00 = $60.00",
      "row 1: 60.00 ÷ 5.3 = 11.320755, which becomes 11",
    ],
    [
      "a class (number 14)",
      byClass.answer(
        [
          ["Fund", "US", "Intl", "Bond", "Value"],
          ["Target date", 0.54, 0.36, 0.1, 80000],
          ["Bond", 0, 0, 1, 20000],
          ["US", 1, 0, 0, 30000],
          ["US", 1, 0, 0, 20000],
        ],
        column("US", "Intl", "Bond"),
      ),
      { row: 0, column: 0 },
      "row 1: 80,000.00 × 54% + 30,000.00 + 20,000.00 = $93,200.00",
    ],
    [
      "the width of a band (number 16)",
      bandwidth.answer([[0.6]], [[0.001]]),
      { row: 0, column: 0 },
      "∛(3 ÷ (2 × 5) × 60% × 60% × (1 − 60%) × (1 − 60%) × 0.1%) = 2.59%",
    ],
    [
      "a tracking error (number 28)",
      trackingError.answer(
        column(65, 35),
        column(60, 40),
        [
          [0.1, 0.02],
          [-0.05, 0.04],
          [0.2, -0.01],
          [0.03, 0.03],
        ],
        [[12]],
      ),
      { row: 0, column: 0 },
      "√(0.0000405 × 12) = 2.2%",
    ],
  ])("with the figures of a cell put in: %s", (_, answer, at, ...lines) => {
    expect(worked(answer, at)).toEqual(lines);
  });

  it("for the cell that is looked at, in a range that lies in a row too; for its header, and a whole result, the first fund", () => {
    const [across] = [[["Value", 100, 300]]];
    expect(worked(weights.answer(across), { row: 0, column: 2 })).toEqual(["row 3: 300.00 ÷ 400.00 = 75%"]);
    expect(worked(weights.answer(column("Value", 100, 300)), { row: 0, column: 0 })).toEqual([
      "row 2: 100.00 ÷ 400.00 = 25%",
    ]);
    expect(worked(weights.answer(column("Value", 100, 300)))).toEqual(["row 2: 100.00 ÷ 400.00 = 25%"]);
    expect(worked(weights.answer(column(100, "", 300)), { row: 1, column: 0 })).toEqual([]);
    const edges = bands.answer([[60, 40]], [["5%"]]);
    expect(worked(edges, { row: 1, column: 1 })).toEqual(["row 2: 40% + 5% = 45%"]);
  });

  it("of a long sum the first terms are said, and what the others come to", () => {
    const funds = [...Array(10).keys()].map((row) => row + 1);
    expect(worked(driftTotal.answer(column(...funds), column(...funds.map(() => 10))))).toEqual([
      "(|−8.1818%| + |−6.3636%| + |−4.5455%| + |−2.7273%| + |−0.9091%| + 22.7273% (5 others)) ÷ 2 = 22.73%",
    ]);
    const even = driftTotal.answer(column(60, 40), column(60, 40));
    expect(worked(even)).toEqual(["0% ÷ 2 = 0%"]);
  });

  it("tells what it made of the inputs", () => {
    expect(told(drift.answer(column("$600.00", 400), column(60, 40), null)).read).toContain(
      'Values, row 1: the text "$600.00" was read as 600.',
    );
  });
});

describe("what rests on past returns says so", () => {
  const R = [
    ["Stocks", "Bonds"],
    [0.2, 0.02],
    [-0.1, 0.05],
    [0.15, -0.01],
    [0.05, 0.04],
    [0.1, 0.03],
  ];

  it("with the periods, and the rate without risk", () => {
    expect(told(sharpeRatio.answer(R, [[0.03]], [[12]])).read).toEqual([
      "Returns: 6 rows, header included.",
      "5 periods, 12 a year.",
      "Rate without risk: 3% a year.",
    ]);
    expect(told(sharpeRatio.answer(R, column(0.01, 0.02, 0.01, 0, 0))).read).toContain(
      "Rate without risk: one for each period.",
    );
  });

  it("with the standard error of each mean", async () => {
    // The standard deviation of stocks, 11.51 %, ÷ √5; of bonds 2.30 %. Their covariance is −.001975.
    const { read, steps } = told(await optimize.answer(R, "max sharpe", [[0.03]]));
    expect(read).toContain("Rate without risk: 3% a year.");
    expect(steps.slice(1)).toEqual([
      "In the past it earned 4.16% a year, with a volatility of 2.37%.",
      "An estimate: mean returns a year with their standard errors are Stocks 8% ± 5.15% and Bonds 2.6% ± 1.03%. Means of the past are weak guesses of what will come.",
    ]);
  });

  it("with the volatility that was found, and with what is below its trend", async () => {
    const three = R.slice(1).map((row, at) => [...row, [0.03, 0.03, 0.04, 0.02, 0.03][at]]);
    expect(told(await targetVol.answer(column(50, 30, 20), three, [[0.03]])).steps).toContain(
      "The risky targets moved by 5.26% a year; they are multiplied by 0.5702.",
    );
    const prices = [
      [1, 2, 1],
      [2, 1, 1],
    ];
    const followed = await trendFollow.answer(column("Target", 50, 30, 20), prices, [[2]]);
    expect(told(followed).steps).toContain("At its mean or below: row 3.");
  });
});
