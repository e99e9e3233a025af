import { describe, expect, it } from "@jest/globals";
import { call, down, failure } from "./shipped";

const one = (...given: readonly unknown[]): number => call("CAGR", ...given)[0]?.[0] as number;

describe("KEEL.CAGR", () => {
  it("is the one rate a year that leads to the same money", () => {
    // Worked number 27.
    expect(one(down(-0.1, 0.05, -0.2, 0.3))).toBeCloseTo(-0.00432802, 8);
    expect(one(down(0.01, 0.01), down(12))).toBeCloseTo(1.01 ** 12 - 1, 14);
    expect(
      one([
        [2024, 0.1],
        [2025, 0.21],
      ]),
    ).toBeCloseTo(Math.sqrt(1.1 * 1.21) - 1, 14);
  });

  it("answers each column beside the others", () => {
    expect(
      call("CAGR", [
        ["Year", "A", "B"],
        [2024, 0.5, 0],
        [2025, 0.5, 0],
      ]),
    ).toEqual([[0.5, 0]]);
  });

  it("has no answer beyond what numbers hold, and refuses a loss of all", () => {
    expect(failure("CAGR", down(...Array<number>(3).fill(0.4), 999), down(366)).code).toBe("#N/A");
    expect(failure("CAGR", down(0.1, "-100%", 0.2, 0.1))).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Returns, row 2, column 1: a return of -1 would lose all/),
    });
  });
});
