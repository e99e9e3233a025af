import { describe, expect, it } from "@jest/globals";
import { FILING_STATUSES, LAW_BY_YEAR, lawLines, lawOf, type YearLaw } from "../../../src/engine";
import { UNIFORM_LIFETIME } from "../../../src/engine/law/lasting";
import { LIFETIMES, SECOND_TYPING } from "./second-typing";

const numbers = (line: string): number[] => line.split(" ").map((word) => Number(word.replaceAll(",", "")));

function law(year: number): YearLaw {
  const found = lawOf(year);
  if (!found.ok) throw new Error(String(year));
  return found.value;
}

describe.each([2024, 2025, 2026] as const)("the law of %d, typed twice", (year) => {
  const found = law(year);
  const again = SECOND_TYPING[year];

  it.each(FILING_STATUSES)("has the same brackets and deductions: %s", (filing) => {
    expect(found.incomeBrackets.value[filing]).toEqual(numbers(again.brackets[filing]));
    expect(found.gainsBrackets.value[filing]).toEqual(numbers(again.gains[filing]));
    expect([found.standardDeduction.value[filing], found.deductionFrom65.value[filing]]).toEqual(
      numbers(again.deductions[filing]),
    );
  });

  it("has the same limits", () => {
    const { deferral, catchUp, catchUpFrom60, additions, compensation, ira, iraCatchUp, hsa } = found;
    const plan = [deferral, catchUp, catchUpFrom60, additions, compensation, ira, iraCatchUp].map(({ value }) => value);
    expect([...plan, hsa.value.self, hsa.value.family]).toEqual(numbers(again.limits));
    expect(found.domesticAbuse.value).toEqual(numbers(again.domesticAbuse)[0]);
  });

  it("has brackets that rise, and the same for single and separate filers below 35%", () => {
    for (const filing of FILING_STATUSES) {
      const ends = found.incomeBrackets.value[filing];
      expect([...ends].sort((one, other) => one - other)).toEqual(ends);
      expect(new Set(ends).size).toBe(6);
    }
    const { single, separate, joint } = found.incomeBrackets.value;
    expect(separate.slice(0, 5)).toEqual(single.slice(0, 5));
    // IRC 1(j)(2): half of the joint one.
    expect(joint.map((end) => end / 2).slice(0, 4)).toEqual(separate.slice(0, 4));
    expect(separate[5]).toBe((joint[5] as number) / 2);
  });

  it("names a source for every figure, and how sure it is", () => {
    for (const { source, evidence } of lawLines([found])) {
      expect(source).toMatch(/^(IRC|Rev\. Proc\.|Notice|P\.L\.|Treas\. Reg\.) /);
      if (typeof evidence === "object") expect(evidence.sources).toBeGreaterThan(0);
    }
  });
});

it("prints the tax that Rev. Proc. 2025-32 prints at the head of household's edge of 32%", () => {
  const ends = law(2026).incomeBrackets.value["head of household"];
  const rates = [0.1, 0.12, 0.22, 0.24];
  const tax = rates.reduce((sum, rate, place) => sum + rate * ((ends[place] as number) - (ends[place - 1] ?? 0)), 0);
  expect(tax).toBeCloseTo(39_207, 6);
});

it("has the Uniform Lifetime Table, typed twice", () => {
  const again = LIFETIMES.trim()
    .split("\n")
    .flatMap((line) => (line.split(":")[1] as string).trim().split(/\s+/))
    .slice(2)
    .map(Number);
  expect(UNIFORM_LIFETIME.value.from).toBe(72);
  expect(UNIFORM_LIFETIME.value.years).toEqual(again);
});

it("has no law of another year: nothing is carried over", () => {
  expect(LAW_BY_YEAR.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  expect(lawOf(2027)).toEqual({
    ok: false,
    problem: { code: "year without law", year: 2027, known: [2024, 2025, 2026] },
  });
});
