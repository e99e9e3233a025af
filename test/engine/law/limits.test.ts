import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  Decimal,
  dollars,
  LAW_BY_YEAR,
  LIMIT_KINDS,
  limitOf,
  lawOf,
  matchOf,
  project,
  requiredDistribution,
  rmdStartAge,
  type LimitKind,
  type MatchFormula,
} from "../../../src/engine";

function limit(year: number, age: number, kind: LimitKind): number | string {
  const law = lawOf(year);
  if (!law.ok) return law.problem.code;
  const found = limitOf(kind, age, law.value);
  return found.ok ? dollars(found.value.amount) : found.problem.code;
}

describe("limits", () => {
  it.each([
    [2026, 49, 24_500],
    [2026, 50, 32_500],
    [2026, 59, 32_500],
    [2026, 60, 35_750],
    [2026, 63, 35_750],
    [2026, 64, 32_500],
    [2025, 60, 34_750],
    [2025, 64, 31_000],
    [2024, 62, 30_500],
    [2024, 49, 23_000],
    [2027, 49, "year without law"],
  ])("of %d at %d", (year, age, expected) => {
    expect(limit(year, age, "deferral + catch-up")).toBe(expected);
  });

  it("by kind", () => {
    const of = (year: number, age: number): unknown => LIMIT_KINDS.map((kind) => limit(year, age, kind));
    expect(of(2026, 61)).toEqual([35_750, 24_500, 11_250, 72_000, 7_500, 8_600, 360_000, 4_400, 8_750, 150_000]);
    expect(of(2026, 40)).toEqual([24_500, 24_500, 0, 72_000, 7_500, 7_500, 360_000, 4_400, 8_750, 150_000]);
    const unverified = "limit not verified";
    expect(of(2025, 50)).toEqual([
      ...[31_000, 23_500, 7_500, 70_000, 7_000, 8_000, 350_000],
      ...[unverified, unverified, "no such limit"],
    ]);
  });

  it("says when the catch-up is up to the plan", () => {
    const offered = LAW_BY_YEAR.map((law) =>
      [59, 60, 63, 64].map((age) => {
        const found = limitOf("deferral + catch-up", age, law);
        return found.ok && found.value.isOfferedOnly;
      }),
    );
    // In 2024 both are the same.
    expect(offered).toEqual([
      [false, false, false, false],
      [false, true, true, false],
      [false, true, true, false],
    ]);
  });
});

const tiers = (...given: readonly (readonly [rate: number, end: number])[]): MatchFormula => ({
  tiers: given.map(([rate, end]) => ({ rate: new Decimal(rate), end: new Decimal(end) })),
});

describe("the match", () => {
  const formula = tiers([1, 0.03], [0.5, 0.05]);
  it.each([
    [0.02, 1_600],
    [0.03, 2_400],
    [0.04, 2_800],
    [0.05, 3_200],
    [0.5, 3_200],
    [0, 0],
  ])("of 80,000 at %d", (rate, expected) => {
    expect(dollars(matchOf(formula, cents(80_000_00), new Decimal(rate)))).toBe(expected);
  });

  it("ends at the most in a year", () => {
    expect(matchOf({ ...formula, most: cents(2_500_00) }, cents(80_000_00), new Decimal(0.04))).toBe(2_500_00);
  });
});

describe("required distributions", () => {
  it.each([
    [1950, 72],
    [1951, 73],
    [1959, 73],
    [1960, 75],
    [undefined, 73],
  ])("of those born in %p begin at %d", (born, age) => {
    expect(rmdStartAge(born)).toBe(age);
    expect(requiredDistribution(cents(100_000_00), age - 1, born)).toBe(0);
    expect(requiredDistribution(cents(100_000_00), age, born)).toBeGreaterThan(0);
  });

  it("divide by the table's years, to the nearest cent", () => {
    expect(requiredDistribution(cents(205_000_00), 74, undefined)).toBe(803_922);
    expect(requiredDistribution(cents(100_000_00), 120, undefined)).toBe(5_000_000);
    expect(requiredDistribution(cents(100_000_00), 130, undefined)).toBe(5_000_000);
  });
});

describe("projections", () => {
  const question = fc.record({
    balance: fc.integer({ min: 0, max: 3_000_000_00 }).map(cents),
    salary: fc.integer({ min: 0, max: 900_000_00 }).map(cents),
    rate: fc.integer({ min: 0, max: 100 }).map((percent) => new Decimal(percent).dividedBy(100)),
    match: fc.constantFrom(tiers([1, 0.03], [0.5, 0.05]), tiers([0.5, 0.06]), tiers([2, 0.2])),
    years: fc.integer({ min: 1, max: 12 }),
    growth: fc.integer({ min: -20, max: 20 }).map((percent) => new Decimal(percent).dividedBy(100)),
    year: fc.constantFrom(2024, 2025, 2026),
    raise: fc.integer({ min: -5, max: 10 }).map((percent) => new Decimal(percent).dividedBy(100)),
    age: fc.integer({ min: 25, max: 75 }),
  });

  it("respect every limit of their year, and add up", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const found = project(asked);
        if (!found.ok || found.value === undefined) throw new Error("no projection");
        let before: number = asked.balance;
        for (const { year, age = 0, salary, contribution, match, growth, end } of found.value) {
          const of = (kind: LimitKind): number => limit(Math.min(year, 2026), age, kind) as number;
          expect(dollars(contribution)).toBeLessThanOrEqual(of("deferral + catch-up"));
          expect(contribution).toBeLessThanOrEqual(salary);
          const catchUp = Math.max(0, dollars(contribution) - of("deferral"));
          expect(dollars(cents(contribution + match))).toBeLessThanOrEqual(of("additions") + catchUp + 1e-6);
          expect(match).toBeLessThanOrEqual(2 * Math.min(contribution, of("compensation") * 20) + 1);
          expect(before + contribution + match + growth).toBe(end);
          const rate = asked.growth.toNumber();
          expect(end).toBeCloseTo(before * (1 + rate) + (contribution + match) * (1 + rate / 2), -1);
          before = end;
        }
        expect(found.value.length).toBe(asked.years);
      }),
    );
  });
});
