import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { assetClasses } from "../../src/ranges";
import { mixOf, spreadOver, type PresetMix } from "../../src/lists/mixes";

describe("mixes", () => {
  const ages = { age: 50, retireAge: 65 };
  it("are what their names say, in whole percents that add up to 100", () => {
    expect(mixOf("three-fund", ages)).toMatchObject({ "US stocks": 64, "International stocks": 16, Bonds: 20 });
    expect(mixOf("60/40", ages)).toMatchObject({ "US stocks": 48, "International stocks": 12, Bonds: 40 });
    expect(mixOf("110 minus age", ages)).toMatchObject({ "US stocks": 48, "International stocks": 12, Bonds: 40 });
    expect(mixOf("120 minus age", ages)).toMatchObject({ "US stocks": 56, "International stocks": 14, Bonds: 30 });
    expect(mixOf("target date", ages)).toMatchObject({ "US stocks": 59, "International stocks": 15, Bonds: 26 });
    for (let age = 1; age <= 130; age++) {
      for (const name of ["110 minus age", "120 minus age", "target date"] as const) {
        const parts = Object.values(mixOf(name, { age, retireAge: 65 }) ?? {});
        expect(parts.every(Number.isInteger)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100);
      }
    }
  });

  it("give each class its percents, in proportion to the funds' values", () => {
    const funds = fc.array(
      fc.record({
        assetClass: fc.constantFrom(undefined, ...assetClasses),
        value: fc.oneof(
          fc.constant(0),
          fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100),
        ),
      }),
      { minLength: 1, maxLength: 12 },
    );
    const mix = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }).map((cuts): PresetMix => {
      const [a = 0, b = 0, c = 0, d = 0] = [...cuts].sort((one, other) => one - other);
      return {
        "US stocks": a,
        "International stocks": b - a,
        Bonds: c - b,
        Cash: d - c,
        "Real estate and other": 100 - d,
      };
    });
    fc.assert(
      fc.property(funds, mix, (given, parts) => {
        const { percents, left } = spreadOver(given, parts);
        expect(percents.every((percent) => Number.isInteger(percent) && percent >= 0)).toBe(true);
        const all = [...percents, ...left.map(({ percent }) => percent)];
        expect(all.reduce((sum, percent) => sum + percent, 0)).toBe(100);
        for (const assetClass of assetClasses) {
          const members = given.flatMap((fund, row) => (fund.assetClass === assetClass ? [row] : []));
          const total = members.reduce((sum, row) => sum + (given[row]?.value ?? 0), 0);
          for (const row of members) {
            const share = total === 0 ? 1 / members.length : (given[row]?.value ?? 0) / total;
            expect(Math.abs((percents[row] ?? 0) - share * parts[assetClass])).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
