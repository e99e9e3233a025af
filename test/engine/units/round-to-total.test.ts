import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents } from "../../../src/engine";
import { roundToTotal } from "../../../src/engine/units/round-to-total";

/** Amounts given as numerators over one divisor. */
function settled(numerators: readonly number[], divisor: number, total: number): readonly number[] {
  const floors = Float64Array.from(numerators, (numerator) => Math.floor(numerator / divisor));
  const remainders = Float64Array.from(numerators, (numerator, row) => numerator - (floors[row] as number) * divisor);
  return roundToTotal({ floors, remainders, divisor }, cents(total));
}

describe("settle", () => {
  it("leaves whole cents alone", () => {
    expect(settled([300, -200, -100], 100, 0)).toEqual([3, -2, -1]);
  });

  it("gives a missing cent to the largest cut part, ties by row order", () => {
    expect(settled([10_000, 10_000, 10_000], 3, 10_000)).toEqual([3334, 3333, 3333]);
    expect(settled([-10_000, -10_000, -10_000], 3, -10_000)).toEqual([-3334, -3333, -3333]);
    expect(settled([140, 160, 100], 100, 4)).toEqual([1, 2, 1]);
  });

  it("gives it to a row that trades in the missing sign", () => {
    // Buys of 0.5 and 0.5 against a sale of 1: cut, the buys miss a cent; the sale doesn't.
    expect(settled([50, 50, -100], 100, 0)).toEqual([1, 0, -1]);
    expect(settled([100, -50, -50], 100, 0)).toEqual([1, -1, 0]);
  });

  it("passes over a holding that has no dollar left to sell", () => {
    const grid = { step: 100, holdings: Float64Array.of(190, 500, 0) };
    // Sales of $1.90 and $1.60 for a purchase of $3.50: cut, a dollar is missing of the sales, and the first was cut more.
    expect(
      roundToTotal(
        { floors: Float64Array.of(-190, -160, 350), remainders: new Float64Array(3), divisor: 1 },
        cents(0),
        grid,
      ),
    ).toEqual([-100, -200, 300]);
  });

  it("adds up, moves no amount a whole cent, and turns no sign", () => {
    const rows = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10_000 }), (numerators, divisor) => {
        const sum = numerators.reduce((total, numerator) => total + numerator, 0);
        const mended = [...numerators, (divisor - (((sum % divisor) + divisor) % divisor)) % divisor];
        const total = mended.reduce((all, numerator) => all + numerator, 0) / divisor;
        const amounts = settled(mended, divisor, total);
        expect(amounts.reduce((all, amount) => all + amount, 0) + 0).toBe(total + 0);
        amounts.forEach((amount, row) => {
          const exact = (mended[row] as number) / divisor;
          expect(Math.abs(amount - exact)).toBeLessThan(1);
          expect(amount * exact).toBeGreaterThanOrEqual(0);
          expect(Object.is(amount, -0)).toBe(false);
        });
      }),
    );
  });
});
