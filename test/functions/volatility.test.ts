import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

const one = (...given: readonly unknown[]): number => call("VOLATILITY", ...given)[0]?.[0] as number;

describe("KEEL.VOLATILITY", () => {
  it("is the standard deviation (n − 1), a year", () => {
    expect(one(down(0.1, 0.2))).toBeCloseTo(0.1 / Math.SQRT2, 15);
    expect(one(down(0.1, 0.2), down(12))).toBeCloseTo((0.1 / Math.SQRT2) * Math.sqrt(12), 15);
  });

  it("is 0 where nothing differs, whatever rounding leaves of the mean", () => {
    expect(
      call("VOLATILITY", [
        ["Cash", "Idle"],
        [0.1, null],
        [0.1, null],
        [0.1, null],
      ]),
    ).toEqual([[0, 0]]);
  });

  it("passes over rows without a figure and without a date", () => {
    expect(one(down(0.1, "", null, 0.2, 0))).toBeCloseTo(0.1 / Math.SQRT2, 15);
  });

  it("has no answer for one period, and names what is wrong", () => {
    expect(failure("VOLATILITY", down("Fund", 0.1))).toMatchObject({
      code: "#N/A",
      message: "Returns, Fund: one period has no volatility; at least 2 are needed. Select more rows.",
    });
    expect(failure("VOLATILITY", down("", null, 0)).message).toMatch(/^Returns has 0 periods; at least 1/);
    expect(failure("VOLATILITY", down(0.1, 0.2), down("monthly")).message).toMatch(
      /^Periods per year: "monthly" is not a number/,
    );
  });
});
