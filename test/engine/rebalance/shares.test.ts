import { describe, expect, it } from "@jest/globals";
import { cents, Decimal } from "../../../src/engine";
import { errorOf } from "../../oracle/shares-highs";
import { shares, type SharePlan, type ShareProblem } from "./shares-asked";
import { drawAccount, drawCosted, drawing, problemOf, tradesOf, type Question } from "./shares-cases";

function planOf(problem: ShareProblem): SharePlan {
  const result = shares(problem);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("shares", () => {
  it("comes as near as whole shares can", () => {
    const plan = planOf(problemOf({ held: [0, 0], prices: [5.3, 1.3], wanted: [60, 40], cash: 100 }));
    expect(plan.trades.map(Number)).toEqual([11, 32]);
    expect(plan.left.toNumber()).toBe(0.1);
    expect(plan.error.toNumber()).toBe(1.7 + 1.6 + 0.1);
    expect(plan.gap.toNumber()).toBe(0);
  });

  it("gives the odd share to the earlier row", () => {
    expect(tradesOf({ held: [0, 0], prices: [30, 30], wanted: [45, 45], cash: 90 })).toEqual([2, 1]);
    expect(tradesOf({ held: [0, 0, 0, 0], prices: [30, 30, 30, 30], wanted: [45, 45, 45, 45], cash: 180 })).toEqual([
      2, 2, 1, 1,
    ]);
  });

  it("trades the least money among equally near answers", () => {
    // Either row can be the one a share above: the second is there already.
    expect(tradesOf({ held: [1, 2], prices: [30, 30], wanted: [45, 45] })).toEqual([0, 0]);
    // $6 moved or $12 moved, both end $6 from what is wanted with no cash left.
    expect(tradesOf({ held: [1, 4, 1], prices: [4, 2, 6], wanted: [0, 3, 15] })).toEqual([-1, -1, 1]);
  });

  it("leaves the least cash among equally near answers, even beyond the wanted value", () => {
    expect(tradesOf({ held: [0, 0], prices: [100, 7], wanted: [80, 20], cash: 100 })).toEqual([1, 0]);
    expect(tradesOf({ held: [0, 0], prices: [500, 7], wanted: [80, 20], cash: 100 })).toEqual([0, 14]);
  });

  it("sells to buy, and only what is needed", () => {
    expect(tradesOf({ held: [10, 0], prices: [100, 100], wanted: [600, 400] })).toEqual([-4, 4]);
    expect(tradesOf({ held: [10, 10], prices: [10, 10], wanted: [100, 100] })).toEqual([0, 0]);
  });

  it("sells nothing where nothing may be sold", () => {
    const question: Question = { held: [10, 0], prices: [100, 70], wanted: [1000, 200], cash: 200, sells: false };
    expect(tradesOf(question)).toEqual([0, 2]);
    expect(tradesOf({ ...question, wanted: [600, 600] })).toEqual([0, 2]);
  });

  it("raises negative cash in full", () => {
    expect(tradesOf({ held: [10, 10], prices: [30, 50], wanted: [245, 455], cash: -100 })).toEqual([-2, -1]);
    expect(tradesOf({ held: [2, 0], prices: [30, 50], wanted: [0, 0], cash: -60 })).toEqual([-2, 0]);
    expect(tradesOf({ held: [2, 0.9], prices: [30, 50], wanted: [5, 0], cash: -100 })).toBe("cash not raised");
    expect(tradesOf({ held: [9, 9], prices: [30, 50], wanted: [305, 305], cash: -10, sells: false })).toBe(
      "cash not raised",
    );
  });

  it("keeps the fraction of a position", () => {
    expect(tradesOf({ held: [2.75, 1.5], prices: [100, 100], wanted: [0, 425] })).toEqual([-2, 2]);
    expect(tradesOf({ held: ["0.123456789012"], prices: [100], wanted: [0] })).toEqual([0]);
  });

  it("trades ten thousandths of a share where fractions are allowed", () => {
    // The last 0.0007 shares of the first row are beyond what is wanted: they are as near, and leave less cash.
    const question: Question = { held: [0, 0], prices: [58.748, 1700.2179], wanted: [60, 40], cash: 100, step: 0.0001 };
    expect(tradesOf(question)).toEqual([1.022, 0.0235]);
    expect(tradesOf({ held: [0.071039, 1], prices: [24104.6465, 100], wanted: [0, 1812.36], step: 0.0001 })).toEqual([
      -0.071, 17.1142,
    ]);
  });

  it("reserves fees and proportional cost", () => {
    const plan = planOf(problemOf({ held: [0, 0], prices: [100, 100], wanted: [500, 500], cash: 1000, fee: 4.95 }));
    expect(plan.trades.map(Number)).toEqual([5, 4]);
    expect([plan.left.toNumber(), plan.costs.toNumber()]).toEqual([90.1, 9.9]);
    expect(tradesOf({ held: [0], prices: [100], wanted: [1000], cash: 1000, cost: 0.001 })).toEqual([9]);
    expect(tradesOf({ held: [0], prices: [100], wanted: [1000], cash: 1001, cost: 0.001 })).toEqual([10]);
  });

  it("doesn't pay a fee that isn't worth it", () => {
    expect(tradesOf({ held: [10, 10], prices: [10, 10.5], wanted: [102.5, 102.5], fee: 9 })).toEqual([0, 0]);
  });

  it("raises cash and its fees", () => {
    const plan = planOf(problemOf({ held: [10, 10], prices: [30, 50], wanted: [245, 455], cash: -100, fee: 5 }));
    expect(plan.left.toNumber()).toBeGreaterThanOrEqual(0);
    expect(tradesOf({ held: [2], prices: [30], wanted: [0], cash: -60, fee: 1 })).toBe("cash not raised");
  });

  it.each([
    ["where trading is free", {}],
    ["with a cost", { cost: new Decimal("0.001") }],
    ["with a fee", { fee: cents(495) }],
    ["with both, in fractions", { fee: cents(495), cost: new Decimal("0.001"), step: 0.0001 as const }],
  ])("gives the best found and a true gap when the work runs out, %s", (_, costs) => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = { ...drawAccount(drawing(seed), { rows: 40, decimals: 4 }), ...costs };
      const best = planOf(problem);
      expect(best.gap.toNumber()).toBe(0);
      for (const nodes of [0, 10, 1_000, 30_000]) {
        const result = shares(problem, nodes);
        if (!result.ok) throw new Error(result.problem.code);
        const { error, gap, left } = result.value;
        expect(left.greaterThanOrEqualTo(0)).toBe(true);
        expect(error.greaterThanOrEqualTo(best.error)).toBe(true);
        expect(error.minus(gap).lessThanOrEqualTo(best.error)).toBe(true);
        // A gap that says little is no use: no first answer is off by more than a few of the dearest steps.
        expect(gap.lessThan(Decimal.max(...problem.prices).times(4))).toBe(true);
      }
    }
  });

  it("proves no more than it can when it has no work at all", () => {
    const result = shares(drawAccount(drawing(1), { rows: 40, decimals: 4 }), 0);
    expect(result.ok && result.value.gap.greaterThan(0)).toBe(true);
  });

  it("names a price that can't be counted", () => {
    const question = { held: [0, 0], prices: ["0.000000000001", 25000], wanted: [1, 1], cash: 2 };
    expect(shares(problemOf(question))).toMatchObject({
      ok: false,
      problem: { code: "prices too fine", row: 0, price: new Decimal("1e-12") },
    });
    const many = { held: [0, 0], prices: [25000, "0.000000001"], wanted: [1, 9e12], cash: 9e12 };
    expect(shares(problemOf(many))).toMatchObject({
      ok: false,
      problem: { code: "too many shares", row: 1, price: new Decimal("1e-9") },
    });
  });

  it("counts the largest portfolios exactly", () => {
    const [first, second] = tradesOf({
      held: [0, 0],
      prices: [412.37, 97.13],
      wanted: ["54000000000000.01", "35999999999999.99"],
      cash: 90e12,
    }) as readonly number[];
    expect(first).toBeGreaterThan(130e9);
    expect(second).toBeGreaterThan(370e9);
  });

  it("finds rows that are alike as quickly as others", () => {
    const rows = 200;
    const each = (value: number): number[] => Array.from({ length: rows }, () => value);
    const trades = tradesOf({ held: each(0), prices: each(30), wanted: each(45), cash: 45 * rows });
    expect(trades).toEqual(Array.from({ length: rows }, (_, row) => (row < rows / 2 ? 2 : 1)));
  });

  it("puts cash that can't reach its row into whole shares of others, the earliest first", () => {
    const question: Question = {
      held: [2, 2, 2, 0],
      prices: [61, 50, 70.5, 500],
      wanted: [122, 100, 141, 300],
      cash: 300,
      sells: false,
    };
    // 300 is 6 × 50, and no sum with 61 or 70.50 in it; 161 is 61 + 2 × 50.
    expect(tradesOf(question)).toEqual([0, 6, 0, 0]);
    expect(tradesOf({ ...question, wanted: [122, 100, 141, 161], cash: 161 })).toEqual([1, 2, 0, 0]);
  });
});

describe("shares at prices millions apart", () => {
  it("that can do no better trade the least money that uses the cash, the earlier row first", () => {
    const question = {
      held: [321022225, 0, 1549623],
      prices: ["0.0001", 999999, "0.0056"],
      wanted: [11865.7613, 27326.72, 1608.13],
      cash: 20.5,
    };
    // No purchase of the second row is affordable, so all that tells answers apart is the cash, and what is traded.
    expect(tradesOf(question)).toEqual([205000, 0, 0]);
    // 3,661 × 0.0056 = 20.5016, for which 16 × 0.0001 is sold.
    expect(tradesOf({ ...question, buys: [false, true, true] })).toEqual([-16, 0, 3661]);
  });

  it("take little work where cheap steps make up what dear ones can't", () => {
    const question = { held: [1738893, 2718, 13], prices: ["0.3637", "724.0811", "172763.0395"], cash: 89299.13 };
    const wanted = [3070549.3074, 1207270.4, 657886.75];
    const plan = shares(problemOf({ ...question, wanted }), 200_000);
    expect(plan.ok && plan.value.gap.isZero() && plan.value.left.toNumber()).toBe(0.0205);
  });
});

describe("shares of drawn accounts", () => {
  const cases = [30, 100, 200].flatMap((rows) =>
    [2, 3, 4].flatMap((decimals) => ([1, 0.0001] as const).map((step) => ({ rows, decimals, step }))),
  );
  it.each(cases)(
    "never overspend or sell what isn't there: $rows rows, $decimals decimals, steps of $step",
    (drawn) => {
      const draw = drawing(drawn.rows + drawn.decimals);
      for (let time = 0; time < 10; time++) {
        const problem = drawAccount(draw, drawn);
        const plan = planOf(problem);
        const paid = plan.trades.reduce(
          (sum, trade, row) => sum.plus(trade.times(problem.prices[row] as Decimal)),
          new Decimal(0),
        );
        expect(plan.left.equals(new Decimal(problem.cash).div(100).minus(paid))).toBe(true);
        expect(plan.left.greaterThanOrEqualTo(0)).toBe(true);
        for (const [row, trade] of plan.trades.entries()) {
          expect(trade.div(drawn.step).isInteger()).toBe(true);
          expect(trade.plus(problem.held[row] as Decimal).greaterThanOrEqualTo(0)).toBe(true);
        }
        // No price costs more than the error can fall by one step of it.
        const dearest = Decimal.max(...problem.prices).times(drawn.step);
        expect(plan.error.lessThan(dearest.times(drawn.rows))).toBe(true);
      }
    },
  );
});

describe("shares of drawn accounts with fees and costs", () => {
  const kinds = [
    { fee: true, cost: false },
    { fee: false, cost: true },
    { fee: true, cost: true },
  ];
  const cases = [2, 5, 10, 20, 30].flatMap((rows) =>
    ([1, 0.0001] as const).flatMap((step) => kinds.map((kind) => ({ rows, step, ...kind }))),
  );
  it.each(cases)("are proved: $rows rows, steps of $step, fee $fee, cost $cost", (drawn) => {
    const draw = drawing(drawn.rows);
    for (let time = 0; time < 8; time++) {
      const problem = drawCosted(draw, drawn);
      const result = shares(problem);
      if (!result.ok) {
        expect(result.problem.code).toBe("cash not raised");
        continue;
      }
      const plan = result.value;
      expect(plan.gap.toNumber()).toBe(0);
      expect(errorOf(problem, plan.trades)?.equals(plan.error)).toBe(true);
      expect(plan.left.greaterThanOrEqualTo(0)).toBe(true);
      for (const trade of plan.trades) expect(trade.div(drawn.step).isInteger()).toBe(true);
    }
  });

  it.each(cases.filter(({ rows }) => rows <= 10))(
    "can't be bettered by a step here and a step there: $rows rows, steps of $step, fee $fee, cost $cost",
    (drawn) => {
      const draw = drawing(100 + drawn.rows);
      for (let time = 0; time < 3; time++) {
        const problem = drawCosted(draw, drawn);
        const result = shares(problem);
        if (!result.ok) continue;
        const { trades, error } = result.value;
        for (const [one] of trades.entries()) {
          for (const [other] of trades.entries()) {
            for (const [more, less] of [
              [1, 0],
              [-1, 0],
              [1, -1],
              [2, -1],
              [1, -2],
            ] as const) {
              const changed = trades.map((trade, row) =>
                trade.plus(((row === one ? more : 0) + (row === other ? less : 0)) * drawn.step),
              );
              const theirs = errorOf(problem, changed);
              // Amounts too large to be counted exactly are proved to less than a millionth of a dollar.
              if (theirs !== undefined) expect(error.minus(theirs).toNumber()).toBeLessThan(1e-6);
            }
          }
        }
      }
    },
  );

  it("are answered at any size, within a gap", () => {
    for (const rows of [60, 200, 1_000]) {
      for (const kind of kinds) {
        const problem = drawCosted(drawing(rows), { rows, step: 1, ...kind });
        const plan = planOf(problem);
        expect(plan.left.greaterThanOrEqualTo(0)).toBe(true);
        expect(plan.gap.lessThan(plan.error)).toBe(true);
      }
    }
  });
});

describe("shares with costs among equal answers", () => {
  it.each([3, 10, 20, 30].flatMap((rows) => [true, false].map((fee) => ({ rows, fee, step: 1 as const, cost: !fee }))))(
    "leave the larger purchases and the smaller sales to the earlier rows: $rows rows, fee $fee",
    (drawn) => {
      const draw = drawing(1000 + drawn.rows);
      for (let time = 0; time < 12; time++) {
        const problem = drawCosted(draw, drawn);
        const result = shares(problem);
        if (!result.ok) continue;
        const { trades, error } = result.value;
        const inCents = problem.prices.map((price) => price.times(10_000).toNumber());
        const turnover = (each: readonly Decimal[]): Decimal =>
          each.reduce((sum, trade, row) => sum.plus(trade.times(problem.prices[row] as Decimal).abs()), new Decimal(0));
        for (const [one, earlier] of trades.entries()) {
          for (const [other, later] of trades.entries()) {
            if (other <= one || earlier.isZero() || later.isZero()) continue;
            // As many dollars more of the one as less of the other.
            const [a, b] = [inCents[one] as number, inCents[other] as number];
            let [divisor, rest] = [a, b];
            while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
            const moved = trades.slice();
            moved[one] = earlier.plus(b / divisor);
            moved[other] = later.minus(a / divisor);
            if (
              [one, other].some((row) => moved[row]?.isZero() || moved[row]?.isNegative() !== trades[row]?.isNegative())
            )
              continue;
            const equal = errorOf(problem, moved)?.equals(error) && turnover(moved).equals(turnover(trades));
            expect([one, other, equal ?? false]).toEqual([one, other, false]);
          }
        }
      }
    },
  );
});
