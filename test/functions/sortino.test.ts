import { describe, expect, it } from "@jest/globals";
import { call, CellError, down, failure } from "./shipped";

const RETURNS = down(0.1, 0.2, -0.05, 0.15);
const one = (...given: readonly unknown[]): number => call("SORTINO", ...given)[0]?.[0] as number;

describe("KEEL.SORTINO", () => {
  it("is mean ÷ the root of the mean square of what is below the rate, a year", () => {
    // Worked number 26; only the third period is below its rate, by 6 %.
    expect(one(RETURNS, down(0.02, 0.03, 0.01, 0.02))).toBeCloseTo(2.666667, 6);
    expect(one(down(-0.1), null, down(4))).toBe(-2);
  });

  it("counts all periods, a blank one with a date among them", () => {
    const dated = [
      ["2024-12-31", 0.1],
      ["2025-12-31", -0.1],
      ["2026-12-31", ""],
    ];
    expect(one(dated)).toBe(0);
    expect(one(dated, down("5%"))).toBeCloseTo(-0.05 / Math.sqrt((0.15 ** 2 + 0.05 ** 2) / 3), 12);
  });

  it("has no answer without a period below the rate", () => {
    expect(failure("SORTINO", down(0.1, 0.2))).toMatchObject({
      code: "#N/A",
      message:
        "Returns, column 1: no period is below the rate without risk, so there is no Sortino ratio. Select more rows.",
    });
    const [row] = call("SORTINO", [
      [0.1, 0.1],
      [0.2, -0.1],
    ]);
    expect(row?.[0]).toBeInstanceOf(CellError);
    expect(row?.[1]).toBe(0);
  });

  it("names a rate that doesn't fit", () => {
    expect(failure("SORTINO", RETURNS, down(0.01, "high", 0.01, 0.01)).message).toMatch(
      /^Risk free, row 2: "high" is not a number/,
    );
  });
});
