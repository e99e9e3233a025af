import { expect, it } from "@jest/globals";
import { cheapest, isOptimum } from "../../../src/engine/optimize/certificate";
import type { Program } from "../../../src/engine/optimize/program";

/** Variances 1 and 4 without correlation: the least variance is 80 % and 20 %. */
const program: Program = {
  curvature: Float64Array.of(1, 0, 0, 4),
  gains: Float64Array.of(0, 0),
  least: Float64Array.of(0, 0),
  most: Float64Array.of(1, 1),
};

const proved = (weights: readonly number[], of: Program = program, price = 0, returns?: number): boolean =>
  isOptimum(of, { weights: Float64Array.from(weights), price }, returns);

it("knows the optimum, and refuses what is near it", () => {
  expect(proved([0.8, 0.2])).toBe(true);
  expect(proved([0.800002, 0.199998])).toBe(false);
  expect(proved([0.5, 0.5])).toBe(false);
});

it("refuses weights that don't add up, or leave their bounds by a bit", () => {
  expect(proved([0.8, 0.2 + 1e-11])).toBe(false);
  const bound = { ...program, most: Float64Array.of(0.7, 1) };
  expect(proved([0.7, 0.3], bound)).toBe(true);
  expect(proved([0.7 + 2 ** -53, 0.3], bound)).toBe(false);
  expect(proved([NaN, 0.3], bound)).toBe(false);
});

it("takes the price of a return that is held, and refuses another", () => {
  const held = { ...program, held: Float64Array.of(0.02, 0.1) };
  // Half of each returns 6 %: the variance grows by (4 × 0.5 − 1 × 0.5) ÷ (0.1 − 0.02) with the return.
  expect(proved([0.5, 0.5], held, 18.75, 0.06)).toBe(true);
  expect(proved([0.5, 0.5], held, 18, 0.06)).toBe(false);
  expect(proved([0.5, 0.5], held, 18.75, 0.061)).toBe(false);
});

it("fills the cheapest assets first", () => {
  const filled = cheapest(Float64Array.of(3, 1, 2), Float64Array.of(0.1, 0, 0), Float64Array.of(1, 0.3, 0.9));
  expect([...filled]).toEqual([0.1, 0.3, 0.6000000000000001]);
});
