import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  cents,
  centsFromShares,
  Decimal,
  decimalOf,
  exactly,
  mixOf,
  rebalance,
  tradeInShares,
  type Household,
  type Policy,
} from "../../../src/engine";
import { planning } from "./planning";

const ask = planning();

interface Fund {
  readonly cents: number;
  readonly weight: number;
}

const funds = fc.array(
  fc.record({ cents: fc.integer({ min: 0, max: 500_000_000 }), weight: fc.integer({ min: 0, max: 60 }) }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

const policies: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 200_000 }).map((least): Policy => ({ minimumTrade: { amount: cents(least) } })),
  fc.constant<Policy>({ tradeUnit: "whole dollars" }),
  fc.constant<Policy>({ band: { kind: "points", width: new Decimal("0.05") }, destination: { kind: "edge" } }),
  fc.constant<Policy>({ band: { kind: "smaller", width: new Decimal("0.05"), share: new Decimal("0.25") } }),
  fc.constant<Policy>({ sells: "none" }),
);

const settings = { numRuns: 150, seed: 20261130 };

/** One tax-deferred account whose funds are a class each. */
function household(
  list: readonly Fund[],
  cash: number,
  prices?: readonly number[],
  shares?: readonly number[],
): Household | undefined {
  const targets = mixOf(Float64Array.from(list, ({ weight }) => weight));
  if (targets === undefined) return undefined;
  return {
    accounts: [{ kind: "deferred", cashFlow: cents(cash), countsAs: 1 }],
    positions: list.map(({ cents: value }, fund) => ({
      account: 0,
      fund,
      security: fund,
      fundClasses: { parts: new Map([[`${fund}`, 1]]), whole: 1 },
      isCash: false,
      isLeftAlone: false,
      mayBuy: true,
      ...(prices && { price: exactly(prices[fund] as number) }),
      lots: [
        { row: fund, value: cents(value), maySell: true, ...(shares && { shares: exactly(shares[fund] as number) }) },
      ],
    })),
    classes: list.map((_, fund) => `${fund}`),
    targets,
    points: list.map(() => ({ deferred: 1, Roth: 1, HSA: 1, taxable: 1 })),
  };
}

describe("a household of one tax-deferred account whose funds are a class each", () => {
  it("trades what REBALANCE trades", () => {
    fc.assert(
      fc.property(
        funds,
        fc.integer({ min: -1_000_000, max: 5_000_000 }),
        fc.boolean(),
        policies,
        (list, flow, hasFlow, policy) => {
          const cash = hasFlow ? flow : 0;
          const given = household(list, cash);
          const total = list.reduce((sum, { cents: value }) => sum + value, 0);
          fc.pre(given !== undefined && total > 0 && total + cash > 0 && !(policy.sells === "none" && cash < 0));
          const values = Float64Array.from(list, ({ cents: value }) => value);
          const alone = rebalance({ values, total: cents(total), targets: given.targets }, cents(cash), policy, {});
          fc.pre(alone.ok);
          const plan = ask(given, policy);
          if (!plan.ok) throw new Error(JSON.stringify(plan));
          const trades = list.map(() => 0);
          for (const { row, amount } of plan.value.trades) trades[row] = amount;
          expect(trades).toEqual([...alone.value.trades]);
        },
      ),
      settings,
    );
  });

  it("trades in whole shares what SHARES trades", () => {
    const rows = fc.array(
      fc.record({
        shares: fc.integer({ min: 0, max: 400 }),
        price: fc.integer({ min: 100, max: 50_000 }),
        weight: fc.integer({ min: 0, max: 60 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 500_000 }), fc.boolean(), (list, cash, isFractional) => {
        const prices = list.map(({ price }) => price / 100);
        const shares = list.map((each) => each.shares);
        const valued = list.map(({ weight }, row) => ({
          weight,
          cents: centsFromShares(exactly(shares[row] as number), exactly(prices[row] as number)),
        }));
        const given = household(valued, cash, prices, shares);
        const total = valued.reduce((sum, { cents: value }) => sum + value, 0);
        fc.pre(given !== undefined && total > 0);
        const policy: Policy = { tradeUnit: isFractional ? "fractional" : "whole shares" };
        const values = Float64Array.from(valued, ({ cents: value }) => value);
        const allocation = { values, total: cents(total), targets: given.targets };
        const alone = tradeInShares(
          { allocation, held: shares.map(exactly), prices: prices.map(exactly) },
          cents(cash),
          policy,
        );
        const plan = ask(given, policy);
        if (!plan.ok || !alone.ok) throw new Error(JSON.stringify([plan, alone]));
        const trades = list.map(() => 0);
        for (const { row, shares: count } of plan.value.trades) trades[row] = count ? decimalOf(count).toNumber() : NaN;
        expect(trades).toEqual([...alone.value.trades]);
      }),
      { ...settings, numRuns: 60 },
    );
  });
});
