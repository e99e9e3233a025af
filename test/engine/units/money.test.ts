import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, centsFromDollars, Decimal, dollars, NO_MONEY, type Usd } from "../../../src/engine";
import { negated } from "../../../src/engine/units/money";

describe("centsFromDollars", () => {
  it.each([
    [1.005, 101],
    [-1.005, -101],
    [2.675, 268],
    [1.115, 112],
    [0.285, 29],
    [1e-320, 0],
    [-0.004, 0],
    [-0, 0],
    [99_999_999_999.995, 10_000_000_000_000],
    [90e12, 9e15],
  ])("reads %p as %p cents", (amount, whole) => {
    expect(centsFromDollars(amount)).toBe(whole);
  });

  it("rounds the decimal digits half away from zero", () => {
    const amounts = fc.oneof(
      fc.double({ min: -90e12, max: 90e12, noNaN: true }),
      // Half cents as people and spreadsheets write them.
      fc.integer({ min: -1e12, max: 1e12 }).map((thousandths) => thousandths / 1000),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(centsFromDollars(amount)).toBe(new Decimal(amount).times(100).round().toNumber() + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("shows every amount of cents again, as far as a double can", () => {
    // Above $70 trillion neighbouring doubles lie more than a cent apart.
    const most = 100 * 2 ** 46;
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), (whole) => {
        expect(centsFromDollars(dollars(cents(whole)))).toBe(whole + 0);
      }),
    );
  });
});

it("never makes −0", () => {
  expect([cents(-0), negated(NO_MONEY)]).toEqual([0, 0]);
});

describe("money's type", () => {
  it("keeps plain numbers, dollars and sums of them from passing for cents", () => {
    const amount = cents(5);
    const takesMoney = (given: Usd): number => given;
    // @ts-expect-error a plain number says no unit
    takesMoney(5);
    // @ts-expect-error dollars are not cents
    takesMoney(dollars(amount));
    // @ts-expect-error a sum has to be taken as money again, so that someone looks at its range
    takesMoney(amount + amount);
    // @ts-expect-error text is no money
    takesMoney("5");
    expect(takesMoney(cents(amount + amount))).toBe(10);
  });
});
