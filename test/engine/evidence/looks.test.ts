import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import "../../properties/seed";
import { cadenceOfRows, isFinerThanRows, rowsToLook } from "../../../src/engine/evidence/looks";

describe("how often there are rows", () => {
  it.each([
    [1, 12, "months"],
    [2, 6, "months"],
    [4, 3, "months"],
    [12, 1, "months"],
    [26, 1, "months"],
    [52, 7, "days"],
    [252, 1, "days"],
  ] as const)("%d a year: every %d %s", (periodsPerYear, every, unit) => {
    expect(cadenceOfRows(periodsPerYear)).toEqual({ every, unit });
  });

  it("is never finer than the rows, and at months or years never as rare as every other row", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 366, noNaN: true }), (periodsPerYear) => {
        const cadence = cadenceOfRows(periodsPerYear);
        expect(isFinerThanRows(cadence, periodsPerYear)).toBe(false);
        if (periodsPerYear <= 6) expect(rowsToLook(cadence, periodsPerYear, 1)).toBeLessThan(2);
      }),
    );
  });
});
