import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { dayOf, LAST_DAY, serialOf } from "../../../src/engine";

describe("days", () => {
  it.each([
    [1, 1900, 1, 1],
    [59, 1900, 2, 28],
    [60, 1900, 2, 29],
    [61, 1900, 3, 1],
    [25569, 1970, 1, 1],
    [45657, 2024, 12, 31],
    [46167, 2026, 5, 25],
    [LAST_DAY, 9999, 12, 31],
  ])("serial %p is %p-%p-%p", (serial, year, month, day) => {
    expect(dayOf(serial)).toEqual({ year, month, day });
    expect(serialOf({ year, month, day })).toBe(serial);
  });

  it("takes the whole part of a date with a time", () => {
    expect(dayOf(45657.75)).toEqual({ year: 2024, month: 12, day: 31 });
  });

  it.each([
    [2025, 2, 29],
    [1900, 2, 30],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [1899, 12, 31],
    [10000, 1, 1],
  ])("knows no %p-%p-%p", (year, month, day) => {
    expect(serialOf({ year, month, day })).toBeUndefined();
  });

  it("finds every day again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST_DAY }), (serial) => {
        expect(serialOf(dayOf(serial))).toBe(serial);
      }),
    );
  });
});
