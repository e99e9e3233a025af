import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { greatestCommonDivisor, multiplyDivide, productDifference } from "../../../src/engine/units/exact";

const MOST = Number.MAX_SAFE_INTEGER;

/** Safe integers of every size, and the extremes more often than chance would have them. */
const wholes = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(1000),
  fc.constantFrom(0, 1, 2 ** 26, 2 ** 27, 2 ** 27 + 1, 2 ** 52, 1e15, 9e15, MOST - 1, MOST),
);
const integers = fc.tuple(wholes, fc.boolean()).map(([whole, negative]) => (negative && whole !== 0 ? -whole : whole));

function exactDifference(a: number, b: number, c: number, d: number): bigint {
  return BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
}

function expectDifference(a: number, b: number, c: number, d: number): void {
  const exact = exactDifference(a, b, c, d);
  const computed = productDifference(a, b, c, d);
  expect(Math.sign(computed) + 0).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0);
  const size = exact < 0n ? -exact : exact;
  const off = BigInt(computed) - exact;
  // A result that is a safe integer is exact; a larger one is right to a few units in the last place.
  if (size <= BigInt(MOST)) expect(computed + 0).toBe(Number(exact));
  else expect((off < 0n ? -off : off) * 2n ** 51n <= size).toBe(true);
}

describe("productDifference", () => {
  it("has the exact sign, and the exact value where that is a safe integer", () => {
    fc.assert(fc.property(integers, integers, integers, integers, expectDifference), { numRuns: 2000 });
  });

  it("tells products apart that differ by little", () => {
    fc.assert(
      fc.property(wholes, wholes, fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), (a, b, da, db) => {
        const clamped = (number: number): number => Math.min(MOST, Math.max(0, number));
        expectDifference(a, b, clamped(a + da), clamped(b + db));
        expectDifference(a, b, clamped(b + db), clamped(a + da));
      }),
      { numRuns: 2000 },
    );
  });

  it("is right at the extremes", () => {
    expect(productDifference(MOST, MOST, MOST, MOST)).toBe(0);
    expect(productDifference(MOST, MOST, MOST - 1, MOST)).toBe(MOST);
    expect(productDifference(MOST, MOST - 2, MOST - 1, MOST - 1)).toBe(-1);
    expect(productDifference(9e15, 1e15, 1e15, 9e15)).toBe(0);
  });
});

describe("multiplyDivide", () => {
  const divided = fc
    .tuple(wholes, wholes, wholes)
    // The quotient must be a safe integer.
    .filter(([a, b, divisor]) => divisor > 0 && (BigInt(a) * BigInt(b)) / BigInt(divisor) <= BigInt(MOST));

  it("divides exactly, rounding down", () => {
    fc.assert(
      fc.property(divided, ([a, b, divisor]) => {
        const product = BigInt(a) * BigInt(b);
        const { quotient, remainder } = multiplyDivide(a, b, divisor);
        expect(BigInt(quotient)).toBe(product / BigInt(divisor));
        expect(BigInt(remainder)).toBe(product % BigInt(divisor));
      }),
      { numRuns: 2000 },
    );
  });

  it("divides by what is just above or below a factor", () => {
    fc.assert(
      fc.property(wholes, wholes, fc.integer({ min: -2, max: 2 }), (a, b, off) => {
        const divisor = Math.min(MOST, b + off);
        fc.pre(divisor > 0);
        const product = BigInt(a) * BigInt(b);
        fc.pre(product / BigInt(divisor) <= BigInt(MOST));
        const { quotient, remainder } = multiplyDivide(a, b, divisor);
        expect(BigInt(quotient) * BigInt(divisor) + BigInt(remainder)).toBe(product);
        expect(remainder >= 0 && remainder < divisor).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is right at the extremes", () => {
    expect(multiplyDivide(MOST, MOST, MOST)).toEqual({ quotient: MOST, remainder: 0 });
    expect(multiplyDivide(MOST, MOST - 1, MOST)).toEqual({ quotient: MOST - 1, remainder: 0 });
    expect(multiplyDivide(0, MOST, 1)).toEqual({ quotient: 0, remainder: 0 });
    expect(multiplyDivide(9e15, 1e15 - 1, 1e15)).toEqual({ quotient: 9e15 - 9, remainder: 0 });
  });
});

describe("greatestCommonDivisor", () => {
  it.each([
    [12, 18, 6],
    [0, 7, 7],
    [7, 0, 7],
    [0, 0, 0],
    [1e15, 6e14, 2e14],
  ])("of %p and %p is %p", (one, other, divisor) => {
    expect(greatestCommonDivisor(one, other)).toBe(divisor);
  });
});
