import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents } from "../../../src/engine";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { allocationOf } from "../allocation-of";

function placed(
  place: typeof contribute,
  values: readonly number[],
  parts: readonly number[],
  amount: number,
): readonly number[] {
  const result = place(allocationOf(values, parts), cents(amount));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const BASE = [3_360_000, 800_000, 1_100_000, 740_000];
const TARGETS = [10, 3, 5, 2];

describe("contribute", () => {
  it("raises the emptiest rows to a common level", () => {
    expect(placed(contribute, BASE, TARGETS, 120_000)).toEqual([0, 0, 120_000, 0]);
    expect(placed(contribute, BASE, TARGETS, 480_000)).toEqual([0, 92_500, 387_500, 0]);
  });

  it("buys nothing without a target, and everything in proportion once all are level", () => {
    expect(placed(contribute, [600, 400, 50], [3, 2, 0], 100)).toEqual([60, 40, 0]);
  });

  it("does nothing with nothing", () => {
    expect(placed(contribute, BASE, TARGETS, 0)).toEqual([0, 0, 0, 0]);
  });
});

describe("withdraw", () => {
  it("lowers the fullest rows to a common level", () => {
    expect(placed(withdraw, BASE, TARGETS, 1_000_000)).toEqual([-760_000, -20_000, 0, -220_000]);
  });

  it("sells rows without a target first, in proportion to their values", () => {
    expect(placed(withdraw, [600, 300, 100, 300], [6, 4, 0, 0], 200)).toEqual([0, 0, -50, -150]);
    expect(placed(withdraw, [600_000, 300_000, 100_000], [6, 4, 0], 150_000)).toEqual([-50_000, 0, -100_000]);
  });

  it("takes out everything, and no more", () => {
    expect(placed(withdraw, [600, 300, 100], [6, 4, 0], 1000)).toEqual([-600, -300, -100]);
    expect(withdraw(allocationOf([600, 300], [6, 4]), cents(901))).toEqual({
      ok: false,
      problem: { code: "more than there is", asked: 901, held: 900 },
    });
  });
});

describe("level-fill", () => {
  const amounts = fc.oneof(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1000 }));
  const accounts = fc
    .array(fc.tuple(amounts, fc.integer({ min: 0, max: 1000 })), { minLength: 1, maxLength: 25 })
    .filter((rows) => rows.some(([, part]) => part > 0));

  /** Value ÷ target of each row with a target, after the trades. */
  function ratios(values: readonly number[], parts: readonly number[], trades: readonly number[]): readonly number[] {
    return parts.flatMap((part, row) => (part > 0 ? [((values[row] as number) + (trades[row] as number)) / part] : []));
  }

  it("buys only rows that end as the emptiest, and adds up", () => {
    fc.assert(
      fc.property(accounts, amounts, (rows, amount) => {
        const values = rows.map(([value]) => value);
        const parts = rows.map(([, part]) => part);
        const trades = placed(contribute, values, parts, amount);
        expect(trades.reduce((sum, trade) => sum + trade, 0)).toBe(amount);
        const lowest = Math.min(...ratios(values, parts, trades));
        trades.forEach((trade, row) => {
          const part = parts[row] as number;
          expect(trade === 0 || part > 0).toBe(true);
          // A cent more or less than the level is rounding.
          if (trade > 1) expect(((values[row] as number) + trade - 1) / part).toBeLessThanOrEqual(lowest + 1);
        });
      }),
    );
  });

  it("sells only rows that end as the fullest, never below zero, and adds up", () => {
    fc.assert(
      fc.property(accounts, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const values = rows.map(([value]) => value);
        const parts = rows.map(([, part]) => part);
        const total = values.reduce((sum, value) => sum + value, 0);
        const amount = Math.floor(total * share);
        const trades = placed(withdraw, values, parts, amount);
        expect(0 - trades.reduce((sum, trade) => sum + trade, 0)).toBe(amount);
        const highest = Math.max(...ratios(values, parts, trades));
        const soldTargeted = trades.some((trade, row) => trade < 0 && (parts[row] as number) > 0);
        trades.forEach((trade, row) => {
          const [value, part] = rows[row] as readonly [number, number];
          expect(trade <= 0 && value + trade >= 0).toBe(true);
          if (part === 0) expect(!soldTargeted || value + trade === 0).toBe(true);
          else if (trade < -1) expect((value + trade + 1) / part).toBeGreaterThanOrEqual(highest - 1);
        });
      }),
    );
  });
});
