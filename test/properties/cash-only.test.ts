import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { column, down, failure } from "../functions/shipped";
import { Rational, total } from "../oracle/rational";
import { contribute, withdraw } from "../oracle/rebalance";
import type { TypedCell } from "../oracle/reading";
import {
  accounts,
  contributions,
  inOrder,
  meaningful,
  plainAccounts,
  vastAccounts,
  wholePercentAccounts,
  withContribution,
  withdrawals,
  withOrder,
  withWithdrawal,
  type Account,
} from "./accounts";
import { after, apart, inCents, inDollars, targetCells, trades, valueCells } from "./asking";

const anyAccount = fc.oneof(
  { weight: 5, arbitrary: accounts() },
  { weight: 1, arbitrary: plainAccounts() },
  { weight: 1, arbitrary: vastAccounts() },
);

/** Both functions obey the same laws, each in its sign. */
const functions = [
  {
    id: "CONTRIBUTE",
    sign: 1n,
    asked: (some: fc.Arbitrary<Account>) => withContribution(some),
    oracle: contribute,
  },
  {
    id: "WITHDRAW",
    sign: -1n,
    asked: (some: fc.Arbitrary<Account>) => withWithdrawal(some),
    oracle: withdraw,
  },
] as const;

describe.each(functions)("$id", ({ id, sign, asked, oracle }) => {
  test("gives the oracle's trades", () => {
    fc.assert(
      fc.property(asked(anyAccount), ({ allocation, amount }) => {
        expect(trades(id, allocation, amount)).toEqual(oracle(allocation.values, allocation.targets, amount));
      }),
      { numRuns: 200 },
    );
  });

  test("is what REBALANCE does with that cash when every row stays in band", () => {
    fc.assert(
      fc.property(asked(anyAccount), ({ allocation, amount }) => {
        // A band of 100 points is never left.
        expect(trades("REBALANCE", allocation, sign * amount, "100%")).toEqual(trades(id, allocation, amount));
      }),
    );
  });

  test("1, 3 and 4: the trades add up to the amount exactly, in whole cents, and the final total follows", () => {
    fc.assert(
      fc.property(asked(anyAccount), ({ allocation, amount }) => {
        const traded = trades(id, allocation, amount);
        expect(total(traded)).toBe(sign * amount);
        expect(total(after(allocation, traded).values)).toBe(total(allocation.values) + sign * amount);
      }),
    );
  });

  test("2 and 5: trades in its own sign only, and no holding ends below zero", () => {
    fc.assert(
      fc.property(asked(anyAccount), ({ allocation, amount }) => {
        const traded = trades(id, allocation, amount);
        expect(traded.every((trade) => trade * sign >= 0n)).toBe(true);
        expect(after(allocation, traded).values.every((value) => value >= 0n)).toBe(true);
      }),
    );
  });

  test("8: row order doesn't matter, but for the cent of a tie", () => {
    fc.assert(
      fc.property(withOrder(asked(anyAccount)), ({ allocation, amount, order }) => {
        const straight = trades(id, allocation, amount);
        const turned = trades(id, inOrder(allocation, order), amount);
        order.forEach((row, at) =>
          expect(apart(turned[at] as bigint, straight[row] as bigint)).toBeLessThanOrEqual(1n),
        );
      }),
    );
  });

  test("9: money × k gives trades × k within k + 1 cents", () => {
    fc.assert(
      fc.property(asked(accounts(30)), fc.integer({ min: 2, max: 40 }), ({ allocation, amount }, times) => {
        const k = BigInt(times);
        const scaled = { ...allocation, values: allocation.values.map((value) => value * k) };
        fc.pre(meaningful(scaled));
        const straight = trades(id, allocation, amount);
        trades(id, scaled, amount * k).forEach((trade, row) =>
          expect(apart(trade, (straight[row] as bigint) * k)).toBeLessThanOrEqual(k + 1n),
        );
      }),
    );
  });

  test("10: splitting a row into two equal ones changes nothing beyond a cent", () => {
    const even = wholePercentAccounts()
      .map((allocation) => ({ ...allocation, values: allocation.values.map((value) => value * 2n) }))
      .filter(meaningful);
    fc.assert(
      fc.property(asked(even), fc.nat(), ({ allocation, amount }, which) => {
        const row = which % allocation.values.length;
        const value = (allocation.values[row] as bigint) / 2n;
        const half = (allocation.typed[row] as number) / 2;
        const target = (allocation.targets[row] as Rational).over(Rational.of(2n));
        const parted: Account = {
          values: allocation.values.flatMap((cell, at) => (at === row ? [value, value] : [cell])),
          typed: allocation.typed.flatMap((cell, at): TypedCell[] => (at === row ? [half, half] : [cell])),
          targets: allocation.targets.flatMap((cell, at) => (at === row ? [target, target] : [cell])),
        };
        fc.pre(meaningful(parted));
        const straight = trades(id, allocation, amount);
        const parts = trades(id, parted, amount);
        const joined = [
          ...parts.slice(0, row),
          (parts[row] as bigint) + (parts[row + 1] as bigint),
          ...parts.slice(row + 2),
        ];
        joined.forEach((trade, at) => expect(apart(trade, straight[at] as bigint)).toBeLessThanOrEqual(1n));
      }),
    );
  });

  test("11: a row without value and target changes nothing", () => {
    fc.assert(
      fc.property(asked(anyAccount), fc.nat(), fc.constantFrom(0, null, ""), ({ allocation, amount }, where, blank) => {
        const at = where % (allocation.values.length + 1);
        const values = allocation.values.map(inDollars);
        const longer = column(
          id,
          down(...values.slice(0, at), blank, ...values.slice(at)),
          down(...allocation.typed.slice(0, at), blank, ...allocation.typed.slice(at)),
          down(inDollars(amount)),
        ).map(inCents);
        expect(longer[at]).toBe(0n);
        expect(longer.filter((_, row) => row !== at)).toEqual(trades(id, allocation, amount));
      }),
    );
  });

  test("15: rows that trade end level, and no other row is left beyond that level, within a cent", () => {
    fc.assert(
      fc.property(asked(accounts(40)), ({ allocation, amount }) => {
        const traded = trades(id, allocation, amount);
        const held = after(allocation, traded).values;
        const rows = held.map((_, row) => row).filter((row) => allocation.targets[row]?.sign() === 1);
        const moved = rows.filter((row) => traded[row] !== 0n);
        /** Value ÷ target, with the cent in the row's favour. */
        const ratio = (row: number, cent: bigint): Rational =>
          Rational.of((held[row] as bigint) + cent).over(allocation.targets[row] as Rational);
        for (const mover of moved)
          for (const row of rows)
            expect(ratio(mover, -sign).compare(ratio(row, sign)) * Number(sign)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("CONTRIBUTE", () => {
  test("16: more cash never lowers a buy by more than 2 cents", () => {
    fc.assert(
      fc.property(anyAccount, contributions, contributions, (allocation, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const buys = trades("CONTRIBUTE", allocation, more);
        trades("CONTRIBUTE", allocation, less).forEach((buy, row) =>
          expect((buys[row] as bigint) - buy).toBeGreaterThanOrEqual(-2n),
        );
      }),
    );
  });

  test("14: never buys a row without a target, nor a row that is over its target afterwards", () => {
    fc.assert(
      fc.property(withContribution(anyAccount), ({ allocation, amount }) => {
        const whole = Rational.of(total(allocation.values) + amount);
        trades("CONTRIBUTE", allocation, amount).forEach((buy, row) => {
          if (buy === 0n) return;
          const target = (allocation.targets[row] as Rational).times(whole);
          expect(Rational.of(allocation.values[row] as bigint).compare(target)).toBe(-1);
        });
      }),
    );
  });
});

describe("WITHDRAW", () => {
  test("sells rows without a target first, in proportion to their values", () => {
    fc.assert(
      fc.property(withWithdrawal(anyAccount), ({ allocation, amount }) => {
        const traded = trades("WITHDRAW", allocation, amount);
        const stray = allocation.values.map((_, row) => row).filter((row) => allocation.targets[row]?.sign() === 0);
        const pool = total(stray.map((row) => allocation.values[row] as bigint));
        if (pool === 0n) return;
        const first = amount < pool ? amount : pool;
        for (const row of stray) {
          const share = Rational.of(-(allocation.values[row] as bigint) * first, pool);
          expect(
            share
              .minus(Rational.of(traded[row] as bigint))
              .absolute()
              .compare(Rational.of(1n)),
          ).toBe(-1);
        }
        if (amount <= pool) expect(total(stray.map((row) => traded[row] as bigint))).toBe(-amount);
      }),
    );
  });

  test("everything can be taken out, and a cent more is an error", () => {
    fc.assert(
      fc.property(anyAccount, (allocation) => {
        const all = total(allocation.values);
        expect(trades("WITHDRAW", allocation, all)).toEqual(allocation.values.map((value) => -value));
        const problem = failure("WITHDRAW", valueCells(allocation), targetCells(allocation), down(inDollars(all + 1n)));
        expect(problem.code).toBe("#VALUE!");
      }),
    );
  });

  test("taking more never raises what is left of a row by more than 2 cents", () => {
    const twice = anyAccount.chain((allocation) =>
      fc.tuple(withdrawals(allocation), withdrawals(allocation)).map(([one, other]) => ({ allocation, one, other })),
    );
    fc.assert(
      fc.property(twice, ({ allocation, one, other }) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const sales = trades("WITHDRAW", allocation, more);
        trades("WITHDRAW", allocation, less).forEach((sale, row) =>
          expect((sales[row] as bigint) - sale).toBeLessThanOrEqual(2n),
        );
      }),
    );
  });
});
