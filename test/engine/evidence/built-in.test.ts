import { describe, expect, it } from "@jest/globals";
import { annualReturns, monthlyReturns } from "../../../src/compute/history";
import { builtInSeries, serialOf, type BuiltInReturns } from "../../../src/engine";

/** Of each series: its sum, and the sum of each figure times its place (from 1), worked out from the source's own file. */
const MONTHLY = {
  stocks: [11_140_937, 6_868_127_827],
  bonds: [4_825_812, 3_156_120_831],
  bills: [3_430_331, 2_251_007_534],
  inflation: [2_915_852, 2_005_630_071],
};
const ANNUAL = {
  stocks: [116_176, 6_079_092],
  bills: [33_470, 1_806_653],
  bonds: [47_254, 2_561_160],
  "corporate bonds": [67_639, 3_569_029],
  "real estate": [42_902, 2_377_773],
  gold: [72_136, 4_411_432],
  inflation: [30_462, 1_668_080],
};

function sums({ series }: BuiltInReturns, parts: number): Record<string, [number, number]> {
  return Object.fromEntries(
    Object.entries(series).map(([name, returns]) => {
      const whole = [...returns].map((each) => Math.round(each * parts));
      const sum = whole.reduce((total, each) => total + each, 0);
      return [name, [sum, whole.reduce((total, each, place) => total + each * (place + 1), 0)]];
    }),
  );
}

function growth(returns: Float64Array, from = 0): number {
  return returns.slice(from).reduce((product, each) => product * (1 + each), 1);
}

describe("the past returns that come with Keel", () => {
  it("are the sources' figures, every one in its place", () => {
    expect(sums(monthlyReturns, 1e6)).toEqual(MONTHLY);
    expect(sums(annualReturns, 1e4)).toEqual(ANNUAL);
    expect(Object.values(monthlyReturns.series).map(({ length }) => length)).toEqual([1200, 1200, 1200, 1200]);
    expect(Object.values(annualReturns.series).every(({ length }) => length === 98)).toBe(true);
  });

  it("begin and end with the figures that their sources print", () => {
    expect([...(monthlyReturns.series["stocks"] as Float64Array).slice(0, 3)]).toEqual([0.019312, 0.005632, -0.063783]);
    expect((annualReturns.series["stocks"] as Float64Array)[0]).toBe(0.4381);
  });

  it("grow as the source of the months says, 1928 to 2025", () => {
    const from1928 = (name: string): number => growth(monthlyReturns.series[name] as Float64Array, 24);
    expect(Math.round(from1928("stocks"))).toBe(13_334);
    expect(from1928("bonds")).toBeCloseTo(96.3, 1);
    expect(from1928("bills")).toBeCloseTo(28.7, 1);
    expect(from1928("inflation")).toBeCloseTo(18.7, 1);
  });

  it("are dated by the months' last days, or by years", () => {
    const months = builtInSeries(monthlyReturns, ["bills", "stocks"]);
    const days = months.dates?.kind === "days" ? months.dates.days : [];
    const dates = [
      { year: 1926, month: 1, day: 31 },
      { year: 1926, month: 2, day: 28 },
      { year: 2025, month: 12, day: 31 },
    ];
    expect([days[0], days[1], days[1199]]).toEqual(dates.map(serialOf));
    expect(months.columns[1]?.[0]).toBe(0.019312);
    const years = builtInSeries(annualReturns, ["gold"], { from: 2, to: 4 });
    expect(years).toMatchObject({ periodsPerYear: 1, dates: { kind: "years", first: 1930 } });
    expect(years.columns[0]).toHaveLength(2);
  });
});
