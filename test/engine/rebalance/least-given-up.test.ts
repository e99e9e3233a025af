import { describe, expect, it } from "@jest/globals";
import { LeastGivenUp, type Kinds } from "../../../src/engine/rebalance/shares/least-given-up";
import type { Steps } from "../../../src/engine/rebalance/shares/steps";
import { Work } from "../../../src/engine/rebalance/shares/work";
import { drawing } from "./shares-cases";

/** All sums of steps, one combination after another. */
function sumsOf(steps: readonly Steps[]): number[] {
  return steps.reduce(
    (sums, { price, count }) =>
      sums.flatMap((sum) => Array.from({ length: count + 1 }, (_, taken) => sum + taken * price)),
    [0],
  );
}

const total = (steps: readonly Steps[], counts: readonly number[]): number =>
  steps.reduce((sum, { price, count }, at) => {
    const taken = counts[at] as number;
    expect(taken >= 0 && taken <= count).toBe(true);
    return sum + taken * price;
  }, 0);

describe("the least of two kinds of steps that raises some cash", () => {
  it.each([
    ["as fine", 40, 40],
    ["the better coarser", 400, 10],
    ["the worse coarser", 10, 400],
  ])("is that of all combinations: %s", (_, ofBetter, ofWorse) => {
    const draw = drawing(ofBetter);
    const drawn = (most: number): Steps[] =>
      Array.from({ length: Math.floor(4 * draw()) }, (_, row) => ({
        row,
        price: 1 + Math.floor(most * draw()),
        count: Math.floor(6 * draw()),
      }));
    let mixed = 0;
    for (let time = 0; time < 400; time++) {
      const [steps, others] = [drawn(ofBetter), drawn(ofWorse)];
      const kinds: Kinds = {
        better: { steps, raised: 1000 + Math.floor(30 * draw()) },
        worse: { steps: others, raised: 999 - Math.floor(30 * draw()) },
      };
      const sums = [sumsOf(steps), sumsOf(others)] as const;
      const missing = 1 + Math.floor(1.05 * draw() * 1000 * (Math.max(...sums[0]) + Math.max(...sums[1])));
      const below = draw() < 0.5 ? Number.POSITIVE_INFINITY : missing / 900;
      let least = Number.POSITIVE_INFINITY;
      for (const one of sums[0]) {
        for (const other of sums[1]) {
          const raises = one * kinds.better.raised + other * kinds.worse.raised >= missing;
          if (raises && one + other < below) least = Math.min(least, one + other);
        }
      }
      const search = new LeastGivenUp(missing, kinds, below, 0, new Work(1_000_000));
      expect([time, search.found?.sum ?? Number.POSITIVE_INFINITY, search.least]).toEqual([time, least, true]);
      if (search.found === undefined) continue;
      const [one, other] = [total(steps, search.found.better), total(others, search.found.worse)];
      expect(one + other).toBe(least);
      expect(one * kinds.better.raised + other * kinds.worse.raised).toBeGreaterThanOrEqual(missing);
      if (one > 0 && other > 0) mixed += 1;
    }
    expect(mixed).toBeGreaterThan(20);
  });
});
