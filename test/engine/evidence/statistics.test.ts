import { describe, expect, it } from "@jest/globals";
import { deepestFall, growth, sharpe, sortino, volatility, type Figure } from "../../../src/engine";

const of = (...numbers: number[]): Float64Array => Float64Array.from(numbers);
const figure = (found: Figure): number | string => (found.ok ? found.value : found.problem);

const RETURNS = of(0.1, 0.2, -0.05, 0.15);
const RATES = of(0.02, 0.03, 0.01, 0.02);
const DEEP = of(-0.1, 0.05, -0.2, 0.3);

describe("the contract's examples", () => {
  it("lines 25, 26 and 69: Sharpe and Sortino", () => {
    expect(figure(sharpe(RETURNS, RATES, 1))).toBeCloseTo(0.797347, 6);
    expect(figure(sortino(RETURNS, RATES, 1))).toBeCloseTo(2.666667, 6);
    expect(figure(sharpe(of(0.01, -0.02, 0.03, 0.015), 0.03 / 12, 12))).toBeCloseTo(1.032643, 6);
  });

  it("line 27: the deepest fall and the growth", () => {
    expect(deepestFall(DEEP)).toBeCloseTo(-0.244, 12);
    expect(figure(growth(DEEP, 1))).toBeCloseTo(-0.00432802, 8);
  });
});

describe("figures that returns don't have", () => {
  it("needs two periods for a deviation, and a loss for a downside", () => {
    expect(figure(sharpe(of(0.1), 0, 1))).toBe("one period");
    expect(figure(volatility(of(0.1), 1))).toBe("one period");
    expect(figure(sortino(of(0.1, 0.2), 0, 1))).toBe("no loss");
    expect(figure(sortino(of(-0.1), 0, 4))).toBe(-2);
  });

  it("takes what rounding leaves of equal returns for no deviation and no loss", () => {
    expect(figure(sharpe(of(0.1, 0.1, 0.1), 0, 12))).toBe("no deviation");
    expect(figure(sharpe(of(0.03, 0.04, 0.05), of(0.02, 0.03, 0.04), 1))).toBe("no deviation");
    expect(figure(sortino(of(0.3, 0.1), of(0.1 + 0.2, 0.1), 1))).toBe("no loss");
    expect(figure(volatility(of(0.1, 0.1, 0.1), 12))).toBe(0);
  });

  it("has no growth where more than all was lost, and none but −1 where all was", () => {
    expect(figure(growth(of(0.5, -1.25, 0.1), 1))).toBe("lost more than all");
    expect(figure(growth(of(0.5, -1, 0.1), 12))).toBe(-1);
    expect(deepestFall(of(0.5, -1.25))).toBe(-1);
  });

  it("grows as far as numbers go", () => {
    expect(figure(growth(of(1000), 366))).toBe("too large");
    expect(figure(growth(new Float64Array(200_000).fill(1000), 1))).toBeCloseTo(1000, 6);
    expect(figure(growth(new Float64Array(200_000).fill(-0.9), 1))).toBeCloseTo(-0.9, 11);
  });
});

describe("the deepest fall", () => {
  it("counts the start as a high, and starts anew from each high", () => {
    expect(deepestFall(of(-0.5, 2, -0.1))).toBe(-0.5);
    expect(deepestFall(of(0.1, 0.2))).toBe(0);
    expect(deepestFall(of(0.5, -0.2, 0.1, -0.2))).toBeCloseTo(0.8 * 1.1 * 0.8 - 1, 15);
    expect(deepestFall(new Float64Array(200_000).fill(1000))).toBe(0);
  });
});
