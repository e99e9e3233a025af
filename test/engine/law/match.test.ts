import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Decimal } from "../../../src/engine/decimal";
import { matchOf, wholeMatchOf, type MatchFormula } from "../../../src/engine/law/match";
import { cents } from "../../../src/engine/units/money";

const tier = (rate: number, end: number) => ({ rate: new Decimal(rate), end: new Decimal(end) });

describe("the whole match", () => {
  it("is reached at the end of the last tier", () => {
    const { amount, deferred } = wholeMatchOf({ tiers: [tier(1, 0.03), tier(0.5, 0.05)] }, cents(100_000_00));
    expect(amount).toBe(4000_00);
    expect(deferred.toNumber()).toBe(0.05);
  });

  it("is reached earlier where the formula has a most: 3,000 at 3 %, and 500 more at 4 % of 100,000", () => {
    const formula: MatchFormula = { tiers: [tier(1, 0.03), tier(0.5, 0.05)], most: cents(3500_00) };
    const { amount, deferred } = wholeMatchOf(formula, cents(100_000_00));
    expect(amount).toBe(3500_00);
    expect(deferred.toNumber()).toBe(0.04);
  });

  it("asks for nothing where nothing is matched", () => {
    expect(wholeMatchOf({ tiers: [tier(0, 0.05)] }, cents(100_000_00))).toEqual({
      amount: 0,
      deferred: new Decimal(0),
    });
    expect(wholeMatchOf({ tiers: [tier(1, 0.05)] }, cents(0)).amount).toBe(0);
  });

  it("is what the match of that share comes to; all of pay gives no more, and a point less gives less", () => {
    const tiers = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 10 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((drawn) => {
        let end = 0;
        return drawn.map(([rate, width]) => tier(rate / 100, (end += width) / 100));
      });
    const most = fc.option(fc.integer({ min: 0, max: 20_000_00 }), { nil: undefined });
    fc.assert(
      fc.property(tiers, most, fc.integer({ min: 0, max: 1_000_000_00 }), (drawn, cap, pay) => {
        const formula: MatchFormula = { tiers: drawn, ...(cap !== undefined && { most: cents(cap) }) };
        const { amount, deferred } = wholeMatchOf(formula, cents(pay));
        expect(matchOf(formula, cents(pay), new Decimal(1))).toBe(amount);
        expect(matchOf(formula, cents(pay), deferred)).toBe(amount);
        const less = deferred.minus(0.01);
        // A point of much pay is more than the half cent that rounding hides.
        if (pay > 10_000_00 && amount > 0 && less.greaterThan(0)) {
          const below = matchOf(formula, cents(pay), less);
          const rateThere = drawn.find(({ end }) => end.greaterThanOrEqualTo(deferred))?.rate ?? new Decimal(0);
          if (rateThere.greaterThan(0)) expect(below).toBeLessThan(amount);
        }
      }),
    );
  });
});
