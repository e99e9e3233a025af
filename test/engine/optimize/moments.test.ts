import { describe, expect, it } from "@jest/globals";
import { estimate, momentsOf, standardErrors } from "../../../src/engine/optimize/moments";

describe("what past returns say of assets", () => {
  it("needs a period more than assets", () => {
    const columns = [Float64Array.of(0.1, 0.2, -0.1), Float64Array.of(0, 0.1, 0.1), Float64Array.of(0.2, 0, 0.1)];
    expect(estimate({ columns, periodsPerYear: 1 })).toEqual({
      ok: false,
      problem: { code: "too few periods for assets", periods: 3, needed: 4 },
    });
    expect(estimate({ columns: columns.slice(0, 2), periodsPerYear: 1 }).ok).toBe(true);
  });

  it("is as sure of a mean as the years allow: the error of a mean a year is that of a period’s × periods a year", () => {
    // ±1 % in four months: the standard deviation is 0.01 × √(4/3), the error of a month's mean half of it.
    const months = { columns: [Float64Array.of(0.01, -0.01, 0.01, -0.01)], periodsPerYear: 12 };
    const [error] = standardErrors(months, momentsOf(months));
    expect(error).toBeCloseTo((12 * (0.01 * Math.sqrt(4 / 3))) / 2, 12);
  });
});
