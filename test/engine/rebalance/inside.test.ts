import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { cents, Decimal, isDue, mixOf, NO_MONEY, rebalance, type Allocation, type Policy } from "../../../src/engine";
import type { Circumstances } from "../../../src/engine/rebalance/rebalance";
import { measure } from "../../../src/engine/rebalance/portfolio-band";
import { draws } from "./drawn-rows";

/** $90 trillion, in cents: what a money column totals at most. */
const MOST_IN_ALL = 9e15;

/** Rows of an account, of any money up to the documented limit: a few cents, usual amounts, or all there may be. */
const accounts: fc.Arbitrary<Allocation> = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 200 })),
    most: fc.constantFrom(5, 200, 100_000, 1e9, MOST_IN_ALL),
    mostPart: fc.constantFrom(1, 7, 10_000, 1e12),
  })
  .chain(({ rows, most, mostPart }) => {
    const list = (largest: number): fc.Arbitrary<number[]> =>
      fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: largest }) }, fc.constant(0)), {
        minLength: rows,
        maxLength: rows,
      });
    return fc.tuple(list(Math.floor(most / rows)), list(mostPart));
  })
  .filter(([values, parts]) => values.some((value) => value > 0) && parts.some((part) => part > 0))
  .map(([values, parts]) => {
    const targets = mixOf(Float64Array.from(parts));
    if (!targets) throw new Error("No row has a target.");
    return {
      values: Float64Array.from(values),
      total: cents(values.reduce((sum, value) => sum + value, 0)),
      targets,
    };
  });

/** 0.0001 % to 99 %, with up to 6 digits after the point of a percent. */
const limits = fc
  .tuple(fc.integer({ min: 1, max: 990_000 }), fc.constantFrom(1e-6, 1e-8))
  .map(([digits, unit]) => new Decimal(digits).times(unit));

const returnsOf = (rows: number): fc.Arbitrary<readonly Float64Array[]> =>
  fc.integer({ min: 2, max: 12 }).chain((periods) =>
    fc.array(
      fc
        .array(fc.integer({ min: -3000, max: 3000 }), { minLength: periods, maxLength: periods })
        .map((column) => Float64Array.from(column, (basisPoints) => basisPoints / 10_000)),
      { minLength: rows, maxLength: rows },
    ),
  );

const traded = (account: Allocation, policy: Policy, now: Circumstances): readonly number[] => {
  const acted = rebalance(account, NO_MONEY, policy, now);
  if (!acted.ok) throw new Error(acted.problem.code);
  return acted.value.trades;
};

const after = (account: Allocation, trades: readonly number[]): Allocation => ({
  ...account,
  values: account.values.map((value, row) => value + (trades[row] as number)),
});

const bought = (trades: readonly number[]): number => trades.reduce((sum, trade) => sum + Math.max(0, trade), 0);

test.each(["drift", "tracking error"] as const)(
  "a move to the edge of a %s band ends in it, next to it, and is the last",
  (kind) => {
    let moved = 0;
    fc.assert(
      fc.property(
        accounts.chain((account) => fc.tuple(fc.constant(account), returnsOf(account.values.length))),
        limits,
        ([account, columns], limit) => {
          const policy: Policy = { band: { kind, limit }, destination: { kind: "edge" } };
          const now: Circumstances = { returns: { columns, periodsPerYear: 12 } };
          const before = measure(account, { kind, limit }, now.returns);
          if (!before.ok) throw new Error(before.problem.code);
          const trades = traded(account, policy, now);
          if (!before.value.outside) {
            expect(bought(trades)).toBe(0);
            return;
          }
          const then = after(account, trades);
          const measured = measure(then, { kind, limit }, now.returns);
          if (!measured.ok) throw new Error(measured.problem.code);
          // Where the limit is less money than a cent a row, whole cents may leave no inside.
          if (measured.value.outside) {
            expect(limit.times(account.total).toNumber()).toBeLessThan(account.values.length);
            return;
          }
          moved++;
          expect(traded(then, policy, now).every((trade) => trade === 0)).toBe(true);
          const due = isDue(then, policy, { ...now, today: 46_000 });
          expect(due.ok && due.value.due).toBe(false);
          // The same part of every drift, and what whole cents add to it: for a drift no more than a cent a row.
          const { numerator, denominator } = before.value.drift;
          const part = new Decimal(1).minus(limit.times(denominator).dividedBy(numerator));
          const over = account.values.reduce((sum, value, row) => {
            const target = new Decimal(account.targets.parts[row] as number)
              .times(account.total)
              .dividedBy(account.targets.whole);
            return Decimal.max(0, new Decimal(value).minus(target)).plus(sum);
          }, new Decimal(0));
          const exact = over.times(part);
          if (kind === "drift") expect(exact.plus(account.values.length + 1).greaterThan(bought(trades))).toBe(true);
          expect(exact.minus(account.values.length + 1).lessThan(bought(trades))).toBe(true);
        },
      ),
      { seed: 20_261_122, numRuns: draws * 2 },
    );
    expect(moved).toBeGreaterThan(draws / 4);
  },
);
