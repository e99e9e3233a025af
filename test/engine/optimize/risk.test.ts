import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { momentsOf, optimize, riskShares, type Moments, type ReturnHistory } from "../../../src/engine";
import "../../properties/seed";
import { histories } from "./histories";

/** Line 66 of the contract's worked numbers. */
const R = {
  columns: [Float64Array.of(0.2, -0.1, 0.15, 0.05, 0.1), Float64Array.of(0.02, 0.05, -0.01, 0.04, 0.03)],
  periodsPerYear: 1,
};

function sharesOf(weights: Float64Array, history: ReturnHistory): Float64Array {
  const shares = riskShares(weights, history);
  if (!shares.ok) throw new Error(shares.problem.code);
  return shares.value;
}

/** Equal shares of the risk by cyclical coordinate descent, one root of a quadratic equation a step: another way there. */
function byCoordinates({ covariance, means }: Moments): number[] {
  const size = means.length;
  const entry = (row: number, column: number): number => covariance[row * size + column] as number;
  const found = Array.from({ length: size }, (_, asset) => 1 / Math.sqrt(size * entry(asset, asset)));
  for (let round = 0; round < 20_000; round++) {
    let moved = 0;
    for (let asset = 0; asset < size; asset++) {
      const rest = found.reduce((sum, each, other) => sum + (other === asset ? 0 : each * entry(asset, other)), 0);
      const next = (Math.sqrt(rest ** 2 + (4 * entry(asset, asset)) / size) - rest) / (2 * entry(asset, asset));
      moved = Math.max(moved, Math.abs(next / (found[asset] as number) - 1));
      found[asset] = next;
    }
    if (moved < 1e-14) break;
  }
  const sum = found.reduce((all, each) => all + each, 0);
  return found.map((each) => each / sum);
}

describe("riskShares", () => {
  it("line 67: 60/40", () => {
    const shares = sharesOf(Float64Array.of(0.6, 0.4), R);
    expect(shares[0]).toBeCloseTo(1.099621, 6);
    expect(shares[1]).toBeCloseTo(-0.099621, 6);
  });

  it("has none where the portfolio never moved", () => {
    const hedged = {
      columns: [Float64Array.of(0.1, 0.3, 0.2), Float64Array.of(0.3, 0.1, 0.2)],
      periodsPerYear: 1,
    };
    expect(riskShares(Float64Array.of(0.5, 0.5), hedged)).toEqual({ ok: false, problem: { code: "nothing varies" } });
    expect(riskShares(Float64Array.of(0, 0), R).ok).toBe(false);
  });

  it("is w (Σw) ÷ w′Σw of the covariance, and adds up to 1, whatever the money", () => {
    fc.assert(
      fc.property(
        histories({ most: 30, periods: 300 }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 30, maxLength: 30 }),
        (drawn, money, parts) => {
          const size = drawn.columns.length;
          const weights = Float64Array.from(drawn.columns, (_, asset) => money * (parts[asset] as number));
          const found = riskShares(weights, drawn);
          const { covariance } = momentsOf(drawn);
          const towards = weights.map((_, row) =>
            weights.reduce((sum, each, column) => sum + each * (covariance[row * size + column] as number), 0),
          );
          const variance = weights.reduce((sum, each, row) => sum + each * (towards[row] as number), 0);
          const spread = weights.reduce(
            (sum, each, row) => sum + each * Math.sqrt(covariance[row * size + row] as number),
            0,
          );
          // Of a mix that hedges itself away, what is left is rounding.
          if (!(variance > 1e-9 * spread ** 2)) return;
          if (!found.ok) throw new Error(found.problem.code);
          found.value.forEach((share, row) =>
            expect(share).toBeCloseTo(((weights[row] as number) * (towards[row] as number)) / variance, 6),
          );
          expect(found.value.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("risk parity", () => {
  const parity = (moments: Moments): ReturnType<typeof optimize> =>
    optimize({ goal: "risk parity" }, { moments, riskFree: 0 });

  it("gives every asset the same share, as coordinate descent finds it", () => {
    fc.assert(
      fc.property(histories({ most: 30, periods: 300 }), (drawn) => {
        const moments = momentsOf(drawn);
        const found = parity(moments);
        if (!found.ok) {
          expect(found.problem.code).toBe("no risk to share");
          return;
        }
        const { weights } = found.value;
        const size = weights.length;
        sharesOf(weights, drawn).forEach((share) => expect(share).toBeCloseTo(1 / size, 6));
        if (!["as drawn", "whole percents", "three values"].includes(drawn.kind) || size > 10) return;
        byCoordinates(moments).forEach((weight, asset) => expect(weights[asset]).toBeCloseTo(weight, 8));
      }),
      { numRuns: 100 },
    );
  });

  it("names the asset that never moved, and says so of assets that hedge each other", () => {
    const still = [Float64Array.of(0.1, 0.2, 0), Float64Array.of(0.01, 0.01, 0.01)];
    expect(parity(momentsOf({ columns: still, periodsPerYear: 1 }))).toEqual({
      ok: false,
      problem: { code: "no risk to share", asset: 1 },
    });
    const hedged = [Float64Array.of(0.1, 0.3, 0.2), Float64Array.of(0.3, 0.1, 0.2)];
    expect(parity(momentsOf({ columns: hedged, periodsPerYear: 1 }))).toEqual({
      ok: false,
      problem: { code: "no risk to share" },
    });
  });
});
