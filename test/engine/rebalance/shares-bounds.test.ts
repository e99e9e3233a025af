import { describe, expect, it } from "@jest/globals";
import { cents, Decimal } from "../../../src/engine";
import { leastError, planted } from "../../oracle/shares-bounds";
import { errorOf } from "../../oracle/shares-highs";
import { shares, type SharePlan, type ShareProblem } from "./shares-asked";
import { drawCosted, drawing, tradesOf } from "./shares-cases";

function planOf(problem: ShareProblem): SharePlan {
  const result = shares(problem);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Accounts whose costs are whole cents: prices in tens of dollars, and a cost of a tenth of a percent. */
function drawRound(draw: () => number, rows: number, fee: number, cost: string): ShareProblem {
  const prices = Array.from({ length: rows }, () => new Decimal(10 * (1 + Math.floor(60 * draw() ** 2))));
  const held = prices.map(() => new Decimal(Math.floor(60 * draw())));
  const wanted = prices.map((price, row) =>
    price
      .times(held[row] as Decimal)
      .times(2 * draw())
      .plus(400 * draw())
      .toDecimalPlaces(2),
  );
  const buys = prices.map(() => draw() < 0.9);
  return { held, prices, wanted, cash: cents(0), step: 1, sells: true, buys, fee: cents(fee), cost: new Decimal(cost) };
}

describe("shares with costs against answers that are known by construction", () => {
  const kinds = [
    { fee: 495, cost: "0" },
    { fee: 0, cost: "0.001" },
    { fee: 495, cost: "0.001" },
  ];
  it.each([21, 30, 45, 60].flatMap((rows) => kinds.map((kind) => ({ rows, ...kind }))))(
    "come as near: $rows rows, a fee of $fee cents, a cost of $cost",
    ({ rows, fee, cost }) => {
      const draw = drawing(rows + fee);
      for (let time = 0; time < 5; time++) {
        const known = planted(drawRound(draw, rows, fee, cost), 0.05 + 0.9 * draw());
        if (known === undefined) throw new Error("The cash is not in whole cents.");
        const { problem, trades } = known;
        const least = errorOf(problem, trades) as Decimal;
        const plan = planOf(problem);
        expect(errorOf(problem, plan.trades)?.equals(plan.error)).toBe(true);
        // What is planted uses up the cash just where the first answer has its bound, so all sizes are proved.
        expect([plan.error.toFixed(), plan.gap.toFixed()]).toEqual([least.toFixed(), "0"]);

        // With a little less cash the best is unknown, but what they claim of it can be held against the bound.
        const short = { ...problem, cash: cents(problem.cash - Math.floor(draw() * 5000)) };
        const next = planOf(short);
        const error = errorOf(short, next.trades) as Decimal;
        expect(error.equals(next.error)).toBe(true);
        expect(error.toNumber()).toBeGreaterThanOrEqual(leastError(short) - 1e-6);
        if (rows <= 30) expect(next.gap.toNumber()).toBe(0);
      }
    },
  );
});

/** Accounts in which a share of one row is worth up to ten billion of another: dust beside the dearest shares there are. */
function drawUneven(draw: () => number, { rows, least, most, ...asked }: Uneven): ShareProblem {
  const prices = Array.from({ length: rows }, (_, row) =>
    new Decimal([least, most][row] ?? least * (most / least) ** draw()).toDecimalPlaces(4),
  );
  const held = prices.map((price) =>
    new Decimal(100 * 100_000 ** draw()).div(price).toDecimalPlaces(asked.step === 1 ? 0 : 4),
  );
  const total = held.reduce((sum, number, row) => sum.plus(number.times(prices[row] as Decimal)), new Decimal(0));
  const cash = cents(Math.round(total.toNumber() * 100 * (0.4 * draw() - 0.2)));
  const parts = prices.map(() => draw());
  const all = parts.reduce((sum, part) => sum + part, 0);
  const after = total.plus(new Decimal(cash).div(100));
  const wanted = parts.map((part) => after.times(part).div(all).toDecimalPlaces(2, Decimal.ROUND_DOWN));
  const buys = prices.map(() => true);
  const { step, fee, cost } = asked;
  return { held, prices, wanted, cash, step, sells: true, buys, fee: cents(fee), cost: new Decimal(cost) };
}

interface Uneven {
  readonly rows: number;
  readonly least: number;
  readonly most: number;
  readonly step: 1 | 0.0001;
  readonly fee: number;
  readonly cost: string;
}

describe("shares with costs where prices are worlds apart", () => {
  const prices = [
    [0.0001, 999_999],
    [0.01, 100_000],
    [0.5, 600_000],
  ] as const;
  const kinds = [
    { fee: 495, cost: "0" },
    { fee: 0, cost: "0.001" },
    { fee: 495, cost: "0.0025" },
  ];
  it.each(
    prices.flatMap(([least, most]) =>
      ([1, 0.0001] as const).flatMap((step) => kinds.map((kind) => ({ least, most, step, ...kind }))),
    ),
  )("are proved, and not below the bound: $least to $most, steps of $step, fee $fee, cost $cost", (drawn) => {
    const draw = drawing(drawn.fee + drawn.step);
    for (let time = 0; time < 12; time++) {
      const problem = drawUneven(draw, { rows: 2 + (time % 4), ...drawn });
      const plan = planOf(problem);
      expect([time, plan.gap.toFixed()]).toEqual([time, "0"]);
      expect(errorOf(problem, plan.trades)?.equals(plan.error)).toBe(true);
      const bound = leastError(problem);
      expect(plan.error.toNumber()).toBeGreaterThanOrEqual(bound - 1e-9 * Math.max(1, Math.abs(bound)) - 1e-5);
    }
  });
});

describe("shares with costs against a Lagrangian bound", () => {
  const kinds = [
    { fee: true, cost: false },
    { fee: false, cost: true },
    { fee: true, cost: true },
  ];
  it.each(
    [21, 30, 45, 60].flatMap((rows) =>
      ([1, 0.0001] as const).flatMap((step) => kinds.map((kind) => ({ rows, step, ...kind }))),
    ),
  )(
    "are allowed, not below it, and within their gap of it: $rows rows, steps of $step, fee $fee, cost $cost",
    (drawn) => {
      const draw = drawing(drawn.rows);
      for (let time = 0; time < 4; time++) {
        const problem = drawCosted(draw, drawn);
        const result = shares(problem);
        if (!result.ok) continue;
        const { trades, error, gap } = result.value;
        expect(errorOf(problem, trades)?.equals(error)).toBe(true);
        const bound = leastError(problem);
        const rounding = 1e-9 * Math.max(1, Math.abs(bound)) + 1e-5;
        expect(error.toNumber()).toBeGreaterThanOrEqual(bound - rounding);
        // A gap never says more than the first bound already proves.
        expect(error.minus(gap).toNumber()).toBeGreaterThanOrEqual(bound - rounding);
      }
    },
  );

  it("buy what the cash pays for beside the fee in a long list", () => {
    const others = Array.from({ length: 400 }, () => 100);
    // $104 pay for nine shares at $10 and a fee of $5, and would for ten without it.
    const held = [0, ...others];
    const wanted = [1000, ...others.map((number) => number * 10)];
    const prices = held.map(() => 10);
    expect(tradesOf({ held, prices, wanted, cash: 104, fee: 5 })).toEqual([9, ...others.map(() => 0)]);
  });

  it.each([false, true])("spend what cash is left in long lists, with a fee %s", (fee) => {
    const draw = drawing(500);
    for (let time = 0; time < 3; time++) {
      const problem = drawCosted(draw, { rows: 400, step: 1, fee, cost: true });
      const { trades, error } = planOf(problem);
      for (const row of trades.keys()) {
        const more = trades.map((trade, index) => (index === row && !trade.isZero() ? trade.plus(1) : trade));
        const theirs = errorOf(problem, more);
        if (theirs !== undefined) expect(theirs.greaterThanOrEqualTo(error)).toBe(true);
      }
    }
  });
});
