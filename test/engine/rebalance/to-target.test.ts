import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents } from "../../../src/engine";
import { rebalanceToTarget } from "../../../src/engine/rebalance/to-target";
import { allocationOf } from "../allocation-of";

function trades(values: readonly number[], parts: readonly number[], cash: number): readonly number[] {
  const result = rebalanceToTarget(allocationOf(values, parts), cents(cash));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("rebalanceToTarget", () => {
  it("takes every row to its target of the total after the cash", () => {
    expect(trades([60_000, 30_000, 0], [6, 3, 1], 0)).toEqual([-6000, -3000, 9000]);
    expect(trades([50_000, 50_000], [3, 2], 20_000)).toEqual([22_000, -2000]);
    expect(trades([50_000, 50_000], [3, 2], -100_000)).toEqual([-50_000, -50_000]);
    expect(trades([0, 0], [3, 2], 100)).toEqual([60, 40]);
  });

  it("doesn't take out more than there is", () => {
    expect(rebalanceToTarget(allocationOf([50, 50], [1, 1]), cents(-101))).toEqual({
      ok: false,
      problem: { code: "more than there is", asked: 101, held: 100 },
    });
  });

  it("has nothing to invest in an empty portfolio without cash", () => {
    expect(rebalanceToTarget(allocationOf([0, 0], [1, 1]), cents(0))).toMatchObject({
      problem: { code: "nothing to invest" },
    });
  });

  it("adds up to the cash, sells no more than is held, and ends less than a cent from each target", () => {
    const amounts = fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 300 }));
    const rows = fc.array(fc.tuple(amounts, fc.integer({ min: 0, max: 10_000 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.double({ min: -1, max: 2, noNaN: true }), (pairs, part) => {
        const values = pairs.map(([value]) => value);
        const parts = pairs.map(([, each]) => each);
        const total = values.reduce((sum, value) => sum + value, 0);
        const whole = parts.reduce((sum, each) => sum + each, 0);
        fc.pre(whole > 0 && total > 0);
        const cash = Math.round(total * part);
        const answer = trades(values, parts, cash);
        expect(answer.reduce((sum, trade) => sum + trade, 0) + 0).toBe(cash + 0);
        answer.forEach((trade, row) => {
          const end = (values[row] as number) + trade;
          expect(end).toBeGreaterThanOrEqual(0);
          // |end × whole − part × (total + cash)| < whole, in whole numbers.
          const gap = BigInt(end) * BigInt(whole) - BigInt(parts[row] as number) * BigInt(total + cash);
          expect((gap < 0n ? -gap : gap) < BigInt(whole)).toBe(true);
        });
      }),
    );
  });
});
