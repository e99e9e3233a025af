import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, Decimal, serialOf, washSaleLedger, type LossSale, type ShareTrade } from "../../../src/engine";
import { slowWashSales } from "../../oracle/wash-sales";

const day = (iso: string): number => {
  const [year = 0, month = 0, date = 0] = iso.split("-").map(Number);
  return serialOf({ year, month, day: date }) as number;
};

const ACCOUNTS = ["taxable", "taxable", "ira", "plan"] as const;

/** A trade of one fund: dollars in all. */
function trade(on: string | number, account: number, shares: number, amount: number, row: number): ShareTrade {
  return {
    row,
    day: typeof on === "number" ? on : day(on),
    account,
    fund: 0,
    security: 0,
    kind: ACCOUNTS[account] as ShareTrade["kind"],
    shares: new Decimal(shares),
    amount: cents(Math.round(amount * 100)),
  };
}

function salesOf(
  ...trades: readonly (readonly [on: string, account: number, shares: number, amount: number])[]
): readonly LossSale[] {
  const ledger = washSaleLedger(trades.map((each, row) => trade(...each, row)));
  if (!ledger.ok) throw new Error(`row ${ledger.row}`);
  return ledger.sales;
}

const summary = (sales: readonly LossSale[]): unknown =>
  sales.map(({ loss, allowed, replacements }) => [
    loss / 100,
    allowed / 100,
    replacements.map(({ disallowed, newBasis }) => [
      disallowed / 100,
      newBasis === undefined ? "gone" : newBasis / 100,
    ]),
  ]);

describe("wash sales", () => {
  it("in an IRA the loss is gone: Rev. Rul. 2008-5", () => {
    const sales = salesOf(["2007-01-05", 0, 100, 1000], ["2007-12-20", 0, -100, 600], ["2007-12-21", 2, 100, 600]);
    expect(summary(sales)).toEqual([[400, 0, [[400, "gone"]]]]);
  });

  it("disallow by shares, purchase by purchase", () => {
    const sales = salesOf(
      ["2025-01-10", 0, 100, 1000],
      ["2025-05-20", 2, 30, 240],
      ["2025-06-15", 0, -100, 750],
      ["2025-07-01", 0, 40, 320],
    );
    expect(summary(sales)).toEqual([
      [
        250,
        75,
        [
          [75, "gone"],
          [100, 420],
        ],
      ],
    ]);
  });

  it.each([
    // 30 days before and after are in, 31 are out; also over the end of a year and a 29 February.
    ["2026-03-16", "2026-04-15", 100],
    ["2026-03-15", "2026-04-15", 0],
    ["2026-05-15", "2026-04-15", 100],
    ["2026-05-16", "2026-04-15", 0],
    ["2026-04-15", "2026-04-15", 100],
    ["2026-01-14", "2025-12-15", 100],
    ["2026-01-15", "2025-12-15", 0],
    ["2024-03-30", "2024-02-29", 100],
    ["2024-03-31", "2024-02-29", 0],
    ["2024-01-30", "2024-02-29", 100],
    ["2024-01-29", "2024-02-29", 0],
    ["2024-02-29", "2024-03-30", 100],
    ["2024-02-29", "2024-03-31", 0],
  ])("bought %s, sold %s: %d disallowed", (bought, sold, disallowed) => {
    const sales = salesOf(["2020-01-02", 0, 10, 300], [bought, 1, 10, 200], [sold, 0, -10, 200]);
    expect(sales.map(({ loss, allowed }) => (loss - allowed) / 100)).toEqual([disallowed]);
  });

  it("never count the shares that are sold, be it the same day", () => {
    const sales = salesOf(["2026-01-02", 0, 100, 1000], ["2026-01-20", 0, 50, 500], ["2026-01-25", 0, -150, 900]);
    expect(summary(sales)).toEqual([[600, 600, []]]);
    const twice = salesOf(
      ["2026-01-02", 0, 100, 1000],
      ["2026-01-20", 0, 50, 500],
      ["2026-01-25", 0, -100, 600],
      ["2026-01-25", 0, -50, 300],
    );
    expect(summary(twice)).toEqual([
      [400, 400, []],
      [200, 200, []],
    ]);
  });

  it("use each share once, for the earlier loss first", () => {
    const sales = salesOf(
      ["2025-01-02", 0, 100, 1000],
      ["2026-01-05", 0, -60, 300],
      ["2026-01-08", 0, -40, 200],
      ["2026-01-20", 1, 80, 400],
    );
    expect(summary(sales)).toEqual([
      [300, 0, [[300, 600]]],
      [200, 100, [[100, 200]]],
    ]);
  });

  it("what is disallowed counts when the replacement is sold", () => {
    const sales = salesOf(
      ["2025-01-02", 0, 10, 1000],
      ["2026-01-05", 0, -10, 600],
      ["2026-01-10", 0, 10, 620],
      ["2026-06-01", 0, -10, 700],
    );
    // 620 + 400 − 700.
    expect(summary(sales)).toEqual([
      [400, 0, [[400, 1020]]],
      [320, 320, []],
    ]);
  });

  it("takes the lot that a sale names, or its basis; and says where it knows neither", () => {
    const trades = [
      trade("2024-01-02", 0, 10, 100, 0),
      trade("2025-01-02", 0, 10, 300, 1),
      trade("2026-01-05", 0, -10, 200, 2),
    ];
    const of = (change: Partial<ShareTrade>): unknown => {
      const ledger = washSaleLedger([...trades.slice(0, 2), { ...(trades[2] as ShareTrade), ...change }]);
      return ledger.ok ? summary(ledger.sales) : [ledger.row, ledger.sold.toNumber(), ledger.known.toNumber()];
    };
    expect(of({})).toEqual([]);
    expect(of({ acquired: day("2025-01-02") })).toEqual([[100, 100, []]]);
    expect(of({ cost: cents(250_00) })).toEqual([[50, 50, []]]);
    expect(of({ shares: new Decimal(-25) })).toEqual([2, 25, 20]);
    expect(of({ acquired: day("2025-01-03") })).toEqual([2, 10, 0]);
    // Older shares than the list shows are sold first.
    expect(of({ shares: new Decimal(-25), cost: cents(250_00) })).toEqual([[50, 50, []]]);
  });
});

const drawn = fc
  .array(
    fc.record({
      on: fc.integer({ min: 46_000, max: 46_120 }),
      account: fc.integer({ min: 0, max: 3 }),
      shares: fc.integer({ min: 1, max: 9 }),
      cents: fc.integer({ min: 100, max: 2_000 }),
      sells: fc.boolean(),
      security: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((drafts): ShareTrade[] => {
    // A sale sells what its account holds of the fund by then.
    const held = new Map<string, number>();
    return drafts
      .sort((one, other) => one.on - other.on || Number(one.sells) - Number(other.sells))
      .flatMap(({ on, account, shares, cents: price, sells, security }, row) => {
        const key = `${account} ${security}`;
        const has = held.get(key) ?? 0;
        const count = sells ? -Math.min(has, shares) : shares;
        if (count === 0) return [];
        held.set(key, has + count);
        return [{ ...trade(on, account, count, (Math.abs(count) * price) / 100, row), fund: security, security }];
      });
  });

describe("laws of wash sales", () => {
  it("disallowed and allowed are the loss, each share replaces once, and no more than was sold is replaced", () => {
    fc.assert(
      fc.property(drawn, (trades) => {
        const ledger = washSaleLedger(trades);
        if (!ledger.ok) throw new Error(`row ${ledger.row}`);
        const used = new Map<number, Decimal>();
        for (const { row, loss, allowed, replacements } of ledger.sales) {
          const sold = (trades.find((each) => each.row === row) as ShareTrade).shares.abs();
          expect(replacements.reduce((sum, { disallowed }) => sum + disallowed, 0) + allowed).toBe(loss);
          expect(allowed).toBeGreaterThanOrEqual(0);
          const all = replacements.reduce((sum, { shares }) => sum.plus(shares), new Decimal(0));
          expect(all.lessThanOrEqualTo(sold)).toBe(true);
          if (all.eq(sold)) expect(allowed).toBe(0);
          for (const { purchase, shares } of replacements) {
            used.set(purchase, (used.get(purchase) ?? new Decimal(0)).plus(shares));
          }
        }
        for (const [row, shares] of used) {
          expect(shares.lessThanOrEqualTo((trades.find((each) => each.row === row) as ShareTrade).shares)).toBe(true);
        }
      }),
    );
  });

  it("are what a count share by share gives", () => {
    fc.assert(
      fc.property(drawn, (trades) => {
        const ledger = washSaleLedger(trades);
        if (!ledger.ok) throw new Error(`row ${ledger.row}`);
        const slow = slowWashSales(trades);
        expect(
          ledger.sales.map(({ row, loss, replacements }) => [
            row,
            loss,
            replacements.map(({ purchase, shares }) => [purchase, shares.toNumber()]),
          ]),
        ).toEqual(slow.map(({ row, loss, replaced }) => [row, loss.toNumber(), [...replaced]]));
      }),
      { numRuns: 500 },
    );
  });

  it("don't depend on the order of the list", () => {
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat()), (trades, keys) => {
        const keyed = trades.map((each) => [keys.next().value as number, each] as const);
        const shuffled = keyed.sort(([one], [other]) => one - other).map(([, each]) => each);
        expect(washSaleLedger(shuffled)).toEqual(washSaleLedger(trades));
      }),
    );
  });
});
