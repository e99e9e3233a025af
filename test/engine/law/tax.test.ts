import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  centsFromDollars,
  dollars,
  federalTax,
  FILING_STATUSES,
  LAW_BY_YEAR,
  type FilingStatus,
  type Taxpayer,
  type YearLaw,
} from "../../../src/engine";
import { slowTax } from "../../oracle/tax";

const LAWS = LAW_BY_YEAR.map((law) => [law.year, law] as const);
const ordinaryRates = [10, 12, 22, 24, 32, 35, 37];

function total(law: YearLaw, taxpayer: Taxpayer, ordinary: number, gains = 0): number {
  return federalTax({ ordinary: cents(ordinary), gains: cents(gains) }, taxpayer, law).total;
}

describe.each(LAWS)("the brackets of %d", (_, law) => {
  it.each(FILING_STATUSES)("at each edge, a cent below and a cent above: %s", (filing) => {
    const deduction = law.standardDeduction.value[filing] * 100;
    // By hand: whole brackets below the edge, in whole cents times percent.
    let full = 0;
    let from = 0;
    for (const [place, end] of law.incomeBrackets.value[filing].entries()) {
      const rate = ordinaryRates[place] as number;
      const next = ordinaryRates[place + 1] as number;
      full += rate * (end * 100 - from);
      from = end * 100;
      const at = deduction + end * 100;
      expect(total(law, { filing }, at)).toBe(Math.round(full / 100));
      expect(total(law, { filing }, at - 1)).toBe(Math.round((full - rate) / 100));
      expect(total(law, { filing }, at + 1)).toBe(Math.round((full + next) / 100));
      // A dollar's distance tells the rates apart where a cent is rounded away.
      expect(total(law, { filing }, at - 100)).toBe(Math.round((full - 100 * rate) / 100));
      expect(total(law, { filing }, at + 100)).toBe(Math.round((full + 100 * next) / 100));
    }
  });

  it.each(FILING_STATUSES)("of gains at each edge: %s", (filing) => {
    const deduction = law.standardDeduction.value[filing] * 100;
    const threshold =
      { single: 200_000, joint: 250_000, separate: 125_000, "head of household": 200_000 }[filing] * 100;
    const [zero, fifteen] = law.gainsBrackets.value[filing];
    const investment = (gains: number): number => 38 * Math.max(0, gains - threshold);
    for (const off of [-100, -1, 0, 1, 100]) {
      const first = deduction + zero * 100 + off;
      expect(total(law, { filing }, 0, first)).toBe(Math.round((150 * Math.max(0, off) + investment(first)) / 1000));
      const second = deduction + fifteen * 100 + off;
      const tax = 150 * (fifteen - zero) * 100 + (off > 0 ? 200 : 150) * off;
      expect(total(law, { filing }, 0, second)).toBe(Math.round((tax + investment(second)) / 1000));
    }
  });
});

describe("the tax of a year", () => {
  const taxpayer = fc.record({
    filing: fc.constantFrom(...FILING_STATUSES),
    age: fc.integer({ min: 20, max: 90 }),
    spouseAge: fc.integer({ min: 20, max: 90 }),
  });
  const law = fc.constantFrom(...LAW_BY_YEAR);
  const money = fc.oneof(
    fc.integer({ min: 0, max: 100_000_00 }),
    fc.integer({ min: 0, max: 2_000_000_00 }),
    fc.integer({ min: 0, max: 9_000_000_000_000_00 / 4 }),
  );

  it("is what a slow count dollar part by dollar part comes to", () => {
    fc.assert(
      fc.property(law, taxpayer, money, money, (of, who, ordinary, gains) => {
        expect(total(of, who, ordinary, gains)).toBe(slowTax(of.year, who, ordinary, gains));
      }),
    );
  });

  it("never falls with income or with gains, and never takes all of a dollar", () => {
    fc.assert(
      fc.property(
        law,
        taxpayer,
        money,
        money,
        fc.integer({ min: 1, max: 50_000_00 }),
        (of, who, ordinary, gains, more) => {
          const now = total(of, who, ordinary, gains);
          const earned = total(of, who, ordinary + more, gains);
          expect(earned).toBeGreaterThanOrEqual(now);
          expect(earned - now).toBeLessThanOrEqual(more + 1);
          expect(total(of, who, ordinary, gains + more)).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });

  it("stacks: its parts add up to it, and the brackets hold all that is taxable", () => {
    fc.assert(
      fc.property(law, taxpayer, money, money, (of, who, ordinary, gains) => {
        const tax = federalTax({ ordinary: cents(ordinary), gains: cents(gains) }, who, of);
        const parts = [...tax.ordinary, ...tax.gains];
        const sum = parts.reduce((all, part) => all.plus(part.tax), tax.investment);
        expect(sum.round().toNumber()).toBe(tax.total);
        const inside = parts.reduce((all, part) => all.plus(part.amount), tax.investment.times(0));
        expect(inside.toString()).toBe(tax.taxableOrdinary.plus(tax.taxableGains).toString());
      }),
    );
  });

  it("is not more with 65 than without, and not more on a joint return than single", () => {
    fc.assert(
      fc.property(
        law,
        money,
        money,
        fc.constantFrom<FilingStatus>(...FILING_STATUSES),
        (of, ordinary, gains, filing) => {
          expect(total(of, { filing, age: 65 }, ordinary, gains)).toBeLessThanOrEqual(
            total(of, { filing }, ordinary, gains),
          );
          expect(total(of, { filing: "joint" }, ordinary, gains)).toBeLessThanOrEqual(
            total(of, { filing: "single" }, ordinary, gains),
          );
        },
      ),
    );
  });
});

describe("published cases", () => {
  // Source: yesiah/ignidash, src/lib/calc/taxes.test.ts; each recomputed from the brackets.
  const law = LAW_BY_YEAR.find(({ year }) => year === 2026) as YearLaw;
  const of = (filing: FilingStatus, ordinary: number, gains = 0): ReturnType<typeof federalTax> =>
    federalTax({ ordinary: centsFromDollars(ordinary), gains: centsFromDollars(gains) }, { filing }, law);

  it.each([
    ["single", 66_500, 50_400, 5_800, 0.12],
    ["single", 115_000, 98_900, 16_470, 0.22],
    ["joint", 57_000, 24_800, 2_480, 0.1],
  ] as const)("%s, %d", (filing, income, taxable, tax, rate) => {
    const found = of(filing, income);
    expect(found.taxableOrdinary.toNumber()).toBe(taxable * 100);
    expect(dollars(found.total)).toBe(tax);
    expect(found.ordinary.at(-1)?.rate).toBe(rate);
  });

  it("the deduction that income leaves comes off the gains", () => {
    const found = of("single", 10_000, 20_000);
    expect([found.taxableOrdinary.toNumber(), found.taxableGains.toNumber()]).toEqual([0, 1_390_000]);
    expect(of("single", 0, 33_125).taxableGains.toNumber()).toBe(1_702_500);
    expect(of("single", 0, 33_125).total).toBe(0);
  });

  it("the net investment income tax is on the lesser of gains and what is above the threshold", () => {
    expect(of("single", 100_000, 50_000).investment.toNumber()).toBe(0);
    expect(of("single", 150_000, 100_000).investment.toNumber()).toBe(190_000);
  });
});

describe("the senior deduction", () => {
  const law = LAW_BY_YEAR.find(({ year }) => year === 2026) as YearLaw;
  const senior = (filing: FilingStatus, income: number, age?: number, spouseAge?: number): number =>
    federalTax(
      { ordinary: centsFromDollars(income), gains: cents(0) },
      { filing, ...(age !== undefined && { age }), ...(spouseAge !== undefined && { spouseAge }) },
      law,
    ).deduction.senior.toNumber() / 100;

  it.each([
    ["single", 75_000, 64, undefined, 0],
    ["single", 75_000, 65, undefined, 6_000],
    ["single", 75_000.01, 65, undefined, 5_999.9994],
    ["head of household", 100_000, 70, undefined, 4_500],
    ["single", 175_000, 65, undefined, 0],
    ["single", 174_999.99, 65, undefined, 0.0006],
    ["joint", 150_000, 65, 65, 12_000],
    ["joint", 200_000, 65, 65, 6_000],
    ["joint", 200_000, 40, 65, 3_000],
    ["joint", 250_000, 65, 65, 0],
    ["separate", 50_000, 70, undefined, 0],
    ["single", 50_000, 40, 70, 0],
  ] as const)("%s, %d, at %p and %p: %d", (filing, income, age, spouseAge, expected) => {
    expect(senior(filing, income, age, spouseAge)).toBeCloseTo(expected, 6);
  });

  it("is not in the law of 2024", () => {
    const before = LAW_BY_YEAR[0] as YearLaw;
    const tax = federalTax({ ordinary: cents(50_000_00), gains: cents(0) }, { filing: "single", age: 70 }, before);
    expect(tax.deduction.senior.toNumber()).toBe(0);
    expect(tax.deduction.from65.toNumber()).toBe(195_000);
  });
});
