import { describe, expect, it } from "@jest/globals";
import { leastSum, type SumOfSteps } from "../../../src/engine/rebalance/shares/least-sum";
import { Work } from "../../../src/engine/rebalance/shares/work";
import { drawing } from "./shares-cases";

interface Case {
  readonly steps: readonly { readonly row: number; readonly price: number; readonly count: number }[];
  readonly amount: number;
}

/** The least of all sums that reach the amount, by trying every number of steps of every row. */
function byTrying({ steps, amount }: Case): number | undefined {
  let sums = [0];
  for (const { price, count } of steps) {
    sums = sums.flatMap((sum) => Array.from({ length: count + 1 }, (_, taken) => sum + taken * price));
  }
  const reached = sums.filter((sum) => sum >= amount);
  return reached.length === 0 ? undefined : Math.min(...reached);
}

function drawCase(draw: () => number, rows: number, mostPrice: number, mostCount: number): Case {
  const steps = Array.from({ length: rows }, (_, row) => ({
    row,
    price: 1 + Math.floor(draw() * mostPrice),
    count: 1 + Math.floor(draw() * mostCount),
  }));
  const most = steps.reduce((sum, { price, count }) => sum + price * count, 0);
  return { steps, amount: 1 + Math.floor(draw() * most * 1.05) };
}

describe("the least sum of steps", () => {
  it.each([
    [1, 1000, 50],
    [2, 1000, 40],
    [2, 12, 30],
    [3, 500, 15],
    [4, 5000, 7],
    [5, 60_000, 5],
    [6, 3_000_000, 3],
    [8, 20_000_000, 2],
  ])("is the least there is: %i rows, prices to %i, up to %i steps a row", (rows, mostPrice, mostCount) => {
    const draw = drawing(rows + mostPrice);
    for (let time = 0; time < 60; time++) {
      const drawn = drawCase(draw, rows, mostPrice, mostCount);
      const found = leastSum(drawn.steps, drawn.amount, 0, new Work(1e9));
      expect(found?.sum).toBe(byTrying(drawn));
      if (found === undefined) continue;
      expect(found.least).toBe(true);
      const made = drawn.steps.reduce((sum, { price }, at) => sum + price * (found.counts[at] as number), 0);
      expect(made).toBe(found.sum);
      for (const [at, { count }] of drawn.steps.entries()) {
        expect(found.counts[at]).toBeGreaterThanOrEqual(0);
        expect(found.counts[at]).toBeLessThanOrEqual(count);
      }
    }
  });

  it("meets the amount to the unit where there are many steps", () => {
    const draw = drawing(9);
    for (let time = 0; time < 30; time++) {
      const { steps } = drawCase(draw, 12, 1_000_000, 5_000);
      const odd = [...steps, { row: 12, price: 77_777, count: 900 }];
      const most = odd.reduce((sum, { price, count }) => sum + price * count, 0);
      const amount = Math.floor(most * (0.01 + 0.98 * draw()));
      expect(leastSum(odd, amount, 0, new Work(1e9))?.sum).toBe(amount);
    }
  });

  it("stops at a sum that is near enough", () => {
    const steps = [
      { row: 0, price: 1001, count: 9 },
      { row: 1, price: 1003, count: 9 },
    ];
    const near = leastSum(steps, 5000, 50, new Work(1e9)) as { sum: number };
    expect(near.sum).toBeGreaterThanOrEqual(5000);
    expect(near.sum).toBeLessThanOrEqual(5050);
  });

  it("says that it may not be the least where more steps could meet the amount than it looks at", () => {
    const draw = drawing(6);
    let short = 0;
    for (let time = 0; time < 12; time++) {
      const steps = Array.from({ length: 6 }, (_, row) => ({
        row,
        price: Math.floor(1e11 + draw() * 9e11),
        count: 60,
      }));
      // Some of the steps add up to the amount, so that it is the least itself.
      const amount = steps.reduce((sum, { price }) => sum + price * Math.floor(draw() * 60), 0);
      const found = leastSum(steps, amount, 0, new Work(5_000_000)) as SumOfSteps;
      expect(found.sum).toBeGreaterThanOrEqual(amount);
      expect(found.least).toBe(found.sum === amount);
      if (!found.least) short++;
    }
    expect(short).toBeGreaterThan(0);
  });

  it("says that it may not be the least when the work runs out", () => {
    const draw = drawing(4);
    const { steps, amount } = drawCase(draw, 10, 40_000_000, 4);
    expect(leastSum(steps, amount, 0, new Work(3))?.least ?? false).toBe(false);
  });
});
