import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cents,
  Decimal,
  exactly,
  sellOrder,
  type Lot,
  type SellMethod,
  type SellOrder,
  type TaxRates,
} from "../../../src/engine";

const TODAY = 46_188;
const LONG = TODAY - 800;
const SHORT = TODAY - 100;
const RATES: TaxRates = { short: new Decimal(0.22), long: new Decimal(0.15) };

function order(
  lots: readonly Lot[],
  amount: number,
  method: SellMethod = "min tax",
  rates: TaxRates | "none" = RATES,
  today: number | undefined = TODAY,
): SellOrder {
  const found = sellOrder(lots, exactly(1), cents(amount), method, today, rates === "none" ? undefined : rates);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

const lot = (row: number, value: number, basis: number | undefined, acquired: number): Lot => ({
  ...{ row, value: cents(value), maySell: true, acquired, shares: exactly(value / 100) },
  ...(basis !== undefined && { basis: cents(basis) }),
});

/** The exact tax and net gain of amounts by lot. */
function costOf(
  lots: readonly Lot[],
  amounts: readonly number[],
  rates: TaxRates,
): readonly [tax: Decimal, gain: Decimal] {
  const net = { short: new Decimal(0), long: new Decimal(0) };
  lots.forEach(({ value, basis = cents(0), acquired = 0 }, index) => {
    const kind = acquired === LONG ? "long" : "short";
    net[kind] = net[kind].plus(new Decimal(value - basis).times(amounts[index] as number).dividedBy(value));
  });
  const tax = Decimal.max(net.short, 0).times(rates.short).plus(Decimal.max(net.long, 0).times(rates.long));
  return [tax, net.short.plus(net.long)];
}

/** Every way to take a number of cents from lots. */
function* ways(lots: readonly Lot[], amount: number): Iterable<readonly number[]> {
  const [first, ...rest] = lots;
  if (first === undefined) {
    if (amount === 0) yield [];
    return;
  }
  for (let part = 0; part <= Math.min(amount, first.value); part++) {
    for (const others of ways(rest, amount - part)) yield [part, ...others];
  }
}

const drawnLots = fc
  .array(
    fc.record({
      value: fc.integer({ min: 1, max: 7 }),
      basis: fc.integer({ min: 1, max: 14 }),
      isLong: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drafts) => drafts.map(({ value, basis, isLong }, row) => lot(row, value, basis, isLong ? LONG : SHORT)));
const drawnRates = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  .map(([short, long]): TaxRates => ({
    short: new Decimal(short).dividedBy(100),
    long: new Decimal(long).dividedBy(100),
  }));

describe("the least tax", () => {
  it("is the least of all ways to raise the amount, and of equal ones the least net gain", () => {
    fc.assert(
      fc.property(drawnLots, drawnRates, fc.double({ min: 0, max: 1, noNaN: true }), (lots, rates, part) => {
        const held = lots.reduce((sum, { value }) => sum + value, 0);
        const amount = Math.max(1, Math.floor(held * part));
        const { sales } = order(lots, amount, "min tax", rates);
        const amounts = lots.map(({ row }) => sales.find((sale) => sale.row === row)?.amount ?? 0);
        const [tax, gain] = costOf(lots, amounts, rates);
        for (const way of ways(lots, amount)) {
          const [otherTax, otherGain] = costOf(lots, way, rates);
          expect(otherTax.greaterThanOrEqualTo(tax)).toBe(true);
          if (otherTax.eq(tax)) expect(otherGain.plus(1e-30).greaterThanOrEqualTo(gain)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is no more than by any other method; amounts and taxes add up", () => {
    const large = fc
      .array(
        fc.record({
          value: fc.integer({ min: 1, max: 5_000_000 }),
          basis: fc.integer({ min: 1, max: 10_000_000 }),
          isLong: fc.boolean(),
        }),
        { minLength: 1, maxLength: 30 },
      )
      .map((drafts) => drafts.map(({ value, basis, isLong }, row) => lot(row, value, basis, isLong ? LONG : SHORT)));
    fc.assert(
      fc.property(large, drawnRates, fc.double({ min: 0, max: 1, noNaN: true }), (lots, rates, part) => {
        const held = lots.reduce((sum, { value }) => sum + value, 0);
        const amount = Math.max(1, Math.floor(held * part));
        const least = order(lots, amount, "min tax", rates);
        for (const method of ["min tax", "fifo", "highest cost"] as const) {
          const { sales, tax } = order(lots, amount, method, rates);
          expect(sales.reduce((sum, sale) => sum + sale.amount, 0)).toBe(amount);
          expect(sales.reduce((sum, sale) => sum + sale.tax, 0)).toBe(tax);
          // Each row's gain is rounded to the cent.
          expect(least.tax).toBeLessThanOrEqual(tax + sales.length);
        }
      }),
    );
  });
});

describe("the order", () => {
  const lots = [lot(0, 100, 50, LONG), lot(1, 100, 95, SHORT), lot(2, 100, 120, LONG - 1)];
  const rows = (...given: Parameters<typeof order>): unknown =>
    order(...given).sales.map(({ row, amount }) => [row, amount]);

  it("shows losses, then long-term, then short-term", () => {
    // Without a loss left to use, the short-term 5% are less than the long-term 50%.
    expect(rows(lots, 150)).toEqual([
      [2, 100],
      [0, 40],
      [1, 10],
    ]);
  });

  it("uses a short-term loss up with short-term gains, and takes the rest where it is taxed least", () => {
    const mixed = [lot(0, 100, 120, SHORT), lot(1, 200, 100, SHORT), lot(2, 200, 160, LONG)];
    expect(rows(mixed, 250)).toEqual([
      [0, 100],
      [2, 110],
      [1, 40],
    ]);
  });

  it("by method", () => {
    expect(rows(lots, 150, "fifo")).toEqual([
      [2, 100],
      [0, 50],
    ]);
    expect(rows(lots, 150, "highest cost")).toEqual([
      [2, 100],
      [1, 50],
    ]);
    expect(rows(lots, 150, "min tax", "none")).toEqual([
      [2, 100],
      [1, 50],
    ]);
  });

  it("of equal lots the older goes first, then the earlier row", () => {
    const alike = [lot(0, 100, 110, SHORT), lot(1, 100, 110, SHORT - 5), lot(2, 100, 110, SHORT - 5)];
    expect(rows(alike, 250)).toEqual([
      [1, 100],
      [2, 100],
      [0, 50],
    ]);
  });

  it("a lot without a basis is all gain, and without a date all is long-term", () => {
    const [sale] = order([lot(0, 100, undefined, SHORT)], 40).sales;
    expect([sale?.gain, sale?.isLongTerm, sale?.tax]).toEqual([40, false, 9]);
    expect(sellOrder([lot(0, 100, undefined, SHORT)], exactly(1), cents(40), "fifo", undefined, RATES)).toMatchObject({
      value: { sales: [{ isLongTerm: true }], tax: 6 },
    });
  });

  it("says when there is less than asked", () => {
    expect(sellOrder(lots, exactly(1), cents(301), "fifo", TODAY, RATES)).toEqual({
      ok: false,
      problem: { code: "more than there is", asked: 301, held: 300 },
    });
  });
});
