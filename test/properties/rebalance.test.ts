import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { column, down } from "../functions/shipped";
import { moneyDrift } from "../oracle/measures";
import { larger, Rational, total, ZERO } from "../oracle/rational";
import { rebalance } from "../oracle/rebalance";
import type { TypedCell } from "../oracle/reading";
import {
  accounts,
  atTheEdge,
  cashFor,
  inOrder,
  meaningful,
  plainAccounts,
  rowBands,
  vastAccounts,
  wholePercentAccounts,
  withCash,
  withOrder,
  type Account,
} from "./accounts";
import { after, apart, inDollars, targetCells, trades, valueCells } from "./asking";

const anyAccount = fc.oneof(
  { weight: 5, arbitrary: accounts() },
  { weight: 1, arbitrary: plainAccounts() },
  { weight: 1, arbitrary: vastAccounts() },
);
/** All the way to target, or a band of each row's own. */
const policies = fc
  .option(rowBands)
  .map((band) => ({ text: band ? band.text : null, policy: band ? band.policy : {} }));

const asked = withCash(anyAccount);
const statuses = (allocation: Account, policy: string): unknown[] =>
  column("STATUS", valueCells(allocation), targetCells(allocation), down(policy));
const inBand = (allocation: Account, policy: string): boolean =>
  statuses(allocation, policy).every((status) => status === "In band" || status === "");
/** Target × total of each row, in cents that may be split. */
const wanted = (allocation: Account, whole: bigint): Rational[] =>
  allocation.targets.map((target) => target.times(Rational.of(whole)));

describe("REBALANCE", () => {
  test("gives the oracle's trades, all the way to target and with a band", () => {
    fc.assert(
      fc.property(asked, policies, ({ allocation, cash }, { text, policy }) => {
        expect(trades("REBALANCE", allocation, cash, text)).toEqual(
          rebalance(allocation.values, allocation.targets, cash, policy),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("1 and 4: the trades add up to the cash exactly, in whole cents", () => {
    fc.assert(
      fc.property(asked, policies, ({ allocation, cash }, { text }) => {
        expect(total(trades("REBALANCE", allocation, cash, text))).toBe(cash);
      }),
    );
  });

  test("2 and 3: no holding ends below zero, and the final total is the start and what was traded in", () => {
    fc.assert(
      fc.property(asked, policies, ({ allocation, cash }, { text }) => {
        const held = after(allocation, trades("REBALANCE", allocation, cash, text));
        expect(held.values.every((value) => value >= 0n)).toBe(true);
        expect(total(held.values)).toBe(total(allocation.values) + cash);
      }),
    );
  });

  test("6: nothing is traded inside the band", () => {
    let inside = 0;
    fc.assert(
      fc.property(anyAccount, rowBands, (allocation, { text }) => {
        if (!inBand(allocation, text)) return;
        inside++;
        expect(trades("REBALANCE", allocation, 0n, text)).toEqual(allocation.values.map(() => 0n));
      }),
      { numRuns: 200 },
    );
    expect(inside).toBeGreaterThan(10);
  });

  test("6: the edge counts as inside, and a cent further does not", () => {
    fc.assert(
      fc.property(atTheEdge, ({ allocation, band, over, under }) => {
        expect(trades("REBALANCE", allocation, 0n, band.text)).toEqual(allocation.values.map(() => 0n));
        const values = allocation.values.map((value, row) =>
          row === over ? value + 1n : row === under ? value - 1n : value,
        );
        const beyond = { ...allocation, values };
        expect(trades("REBALANCE", beyond, 0n, band.text)).toEqual(trades("REBALANCE", beyond, 0n));
      }),
    );
  });

  test("6: once a row is out after the cash, every row goes to its target", () => {
    fc.assert(
      fc.property(anyAccount, rowBands, (allocation, { text }) => {
        if (inBand(allocation, text)) return;
        expect(trades("REBALANCE", allocation, 0n, text)).toEqual(trades("REBALANCE", allocation, 0n));
      }),
    );
  });

  test("7: doing it twice trades nothing the second time", () => {
    fc.assert(
      fc.property(asked, policies, ({ allocation, cash }, { text }) => {
        const held = after(allocation, trades("REBALANCE", allocation, cash, text));
        fc.pre(meaningful(held));
        // A full rebalance that a narrow band asks for again finds nothing left to do.
        expect(trades("REBALANCE", held, 0n, text)).toEqual(allocation.values.map(() => 0n));
      }),
    );
  });

  test("8: row order doesn't matter, but for the cent of a tie", () => {
    fc.assert(
      fc.property(withOrder(asked), policies, ({ allocation, cash, order }, { text }) => {
        const straight = trades("REBALANCE", allocation, cash, text);
        const turned = trades("REBALANCE", inOrder(allocation, order), cash, text);
        order.forEach((row, at) =>
          expect(apart(turned[at] as bigint, straight[row] as bigint)).toBeLessThanOrEqual(1n),
        );
      }),
    );
  });

  test("9: money × k gives trades × k within k + 1 cents", () => {
    fc.assert(
      fc.property(withCash(accounts(30)), fc.integer({ min: 2, max: 40 }), ({ allocation, cash }, times) => {
        const k = BigInt(times);
        const scaled = { ...allocation, values: allocation.values.map((value) => value * k) };
        fc.pre(meaningful(scaled));
        const straight = trades("REBALANCE", allocation, cash);
        trades("REBALANCE", scaled, cash * k).forEach((trade, row) =>
          expect(apart(trade, (straight[row] as bigint) * k)).toBeLessThanOrEqual(k + 1n),
        );
      }),
    );
  });

  test("10: splitting a row's value and target in two changes nothing beyond a cent", () => {
    fc.assert(
      fc.property(withCash(wholePercentAccounts()), fc.nat(), fc.nat(), ({ allocation, cash }, which, part) => {
        const row = which % allocation.values.length;
        const value = allocation.values[row] as bigint;
        const first = (value * BigInt(part % 101)) / 100n;
        const split = (cells: readonly bigint[], one: bigint, other: bigint): bigint[] =>
          cells.flatMap((cell, at) => (at === row ? [one, other] : [cell]));
        const half = (allocation.typed[row] as number) / 2;
        const parted = {
          values: split(allocation.values, first, value - first),
          typed: allocation.typed.flatMap((cell, at): TypedCell[] => (at === row ? [half, half] : [cell])),
          targets: allocation.targets.flatMap((target, at) =>
            at === row ? [target.over(Rational.of(2n)), target.over(Rational.of(2n))] : [target],
          ),
        };
        fc.pre(meaningful(parted));
        const straight = trades("REBALANCE", allocation, cash);
        const apartBy = trades("REBALANCE", parted, cash);
        const joined = straight.map((_, at) =>
          at < row
            ? (apartBy[at] as bigint)
            : at > row
              ? (apartBy[at + 1] as bigint)
              : (apartBy[row] as bigint) + (apartBy[row + 1] as bigint),
        );
        joined.forEach((trade, at) => expect(apart(trade, straight[at] as bigint)).toBeLessThanOrEqual(1n));
      }),
    );
  });

  test("11: a row without value and target changes nothing", () => {
    fc.assert(
      fc.property(
        asked,
        policies,
        fc.nat(),
        fc.constantFrom(0, null, ""),
        ({ allocation, cash }, { text }, where, blank) => {
          const at = where % (allocation.values.length + 1);
          const values = allocation.values.map(inDollars);
          const longer = column(
            "REBALANCE",
            down(...values.slice(0, at), blank, ...values.slice(at)),
            down(...allocation.typed.slice(0, at), blank, ...allocation.typed.slice(at)),
            down(inDollars(cash)),
            text && down(text),
          );
          expect(longer[at]).toBe(0);
          const straight = trades("REBALANCE", allocation, cash, text);
          expect(longer.filter((_, row) => row !== at)).toEqual(straight.map(inDollars));
        },
      ),
    );
  });

  test("13: a full rebalance ends within a cent of each target", () => {
    fc.assert(
      fc.property(asked, ({ allocation, cash }) => {
        const held = after(allocation, trades("REBALANCE", allocation, cash));
        wanted(allocation, total(held.values)).forEach((target, row) =>
          expect(
            target
              .minus(Rational.of(held.values[row] as bigint))
              .absolute()
              .compare(Rational.of(1n)),
          ).toBe(-1),
        );
      }),
    );
  });

  test("14: never buys what is over, never sells what is under", () => {
    fc.assert(
      fc.property(asked, policies, ({ allocation, cash }, { text }) => {
        const targets = wanted(allocation, total(allocation.values) + cash);
        trades("REBALANCE", allocation, cash, text).forEach((trade, row) => {
          const gap = Rational.of(allocation.values[row] as bigint).compare(targets[row] as Rational);
          if (trade > 0n) expect(gap).toBe(-1);
          if (trade < 0n) expect(gap).toBe(1);
        });
      }),
    );
  });

  test("15: the turnover of a full rebalance is the least that ends within a cent of each target", () => {
    fc.assert(
      fc.property(asked, ({ allocation, cash }) => {
        // No row can trade less than its exact amount cut to cents, and the trades can't add up to the cash without
        // the cents that are then missing.
        const least = wanted(allocation, total(allocation.values) + cash).map((target, row) =>
          target.minus(Rational.of(allocation.values[row] as bigint)).cut(),
        );
        const size = (amounts: readonly bigint[]): bigint => total(amounts.map((amount) => apart(amount, 0n)));
        expect(size(trades("REBALANCE", allocation, cash))).toBe(size(least) + apart(total(least), cash));
      }),
    );
  });

  test("18: without cash the largest drift never grows by more than rounding", () => {
    const largest = (allocation: Account): Rational =>
      moneyDrift(allocation.values, allocation.targets)
        .map((drift) => drift.absolute())
        .reduce(larger, ZERO);
    fc.assert(
      fc.property(anyAccount, policies, (allocation, { text }) => {
        const held = after(allocation, trades("REBALANCE", allocation, 0n, text));
        expect(largest(held).minus(largest(allocation)).compare(Rational.of(1n))).toBe(-1);
      }),
    );
  });

  test("20: where a full rebalance ends depends on the total only, within a cent", () => {
    const twoOfOneTotal = accounts(30).chain((allocation) =>
      fc
        .tuple(
          fc.shuffledSubarray([...allocation.values], {
            minLength: allocation.values.length,
            maxLength: allocation.values.length,
          }),
          cashFor(allocation),
        )
        .map(([values, cash]) => ({ allocation, other: { ...allocation, values }, cash }))
        .filter(({ other }) => meaningful(other)),
    );
    fc.assert(
      fc.property(twoOfOneTotal, ({ allocation, other, cash }) => {
        const one = after(allocation, trades("REBALANCE", allocation, cash));
        const two = after(other, trades("REBALANCE", other, cash));
        one.values.forEach((value, row) => expect(apart(value, two.values[row] as bigint)).toBeLessThanOrEqual(1n));
      }),
    );
  });
});
