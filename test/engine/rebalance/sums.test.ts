import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Sums, type Steps } from "../../../src/engine/rebalance/shares/sums";
import { Work } from "../../../src/engine/rebalance/shares/work";

const steps = fc.array(
  fc.record({
    price: fc.oneof(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 28, max: 70 }),
      fc.integer({ min: 1, max: 400 }),
    ),
    count: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.POSITIVE_INFINITY)),
  }),
  { maxLength: 4 },
);

/** All sums, one step after the other. */
function summed(list: readonly Omit<Steps, "row">[], most: number): boolean[] {
  let reached = Array.from({ length: most + 1 }, (_, amount) => amount === 0);
  for (const { price, count } of list) {
    const next = reached.slice();
    for (let amount = 0; amount <= most; amount++) {
      for (let taken = 1; taken <= count && taken * price <= amount; taken++) {
        if (reached[amount - taken * price]) next[amount] = true;
      }
    }
    reached = next;
  }
  return reached;
}

describe("sums of steps", () => {
  it("are all that can be added up, and no others; the next below and above any amount is found", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 300 }), (list, most) => {
        const sums = Sums.of(
          list.map((each, row) => ({ ...each, row })),
          most,
          new Work(1e9),
        ) as Sums;
        const expected = summed(list, most);
        const amounts = Array.from({ length: sums.most + 1 }, (_, amount) => amount);
        expect(amounts.map((amount) => sums.has(amount))).toEqual(expected.slice(0, amounts.length));
        expect(amounts.map((amount) => sums.largestUpTo(amount))).toEqual(
          amounts.map((amount) => expected.lastIndexOf(true, amount)),
        );
        expect(amounts.map((amount) => sums.smallestFrom(amount) ?? -1)).toEqual(
          amounts.map((amount) => expected.indexOf(true, amount)),
        );
        expect(expected.indexOf(true, amounts.length)).toBe(-1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
