import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, column, down } from "../functions/shipped";
import { inCents, inDollars } from "./asking";
import "./seed";

/*
 * Locks under a band of the whole portfolio: total drift, or predicted tracking error. What is measured, is measured here
 * anew, of the rows that aren't held as an account of their own, with their targets in proportion.
 */

const LOCKS = ["", "", "", "hold", "no buy", "no sell"] as const;
type Lock = (typeof LOCKS)[number];

interface Asked {
  /** Whole cents. */
  readonly values: readonly number[];
  /** Percent. */
  readonly targets: readonly number[];
  readonly locks: readonly Lock[];
  /** A period a row, a fund a column. */
  readonly returns: readonly (readonly number[])[];
  readonly cash: number;
  readonly band: "drift" | "tracking error";
  /** As a fraction of what is measured before any trade. */
  readonly limit: number;
  readonly destination: "to target" | "to halfway" | "to edge";
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const asked = (cash: fc.Arbitrary<number>): fc.Arbitrary<Asked> =>
  fc
    .integer({ min: 2, max: 8 })
    .chain((rows) =>
      fc.record({
        values: fc.array(fc.integer({ min: 100_000, max: 10_000_000 }), { minLength: rows, maxLength: rows }),
        drawn: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: rows, maxLength: rows }),
        locks: fc.array(fc.constantFrom(...LOCKS), { minLength: rows, maxLength: rows }),
        returns: fc.array(
          fc.array(
            fc.integer({ min: 1, max: 4_500 }).map((each) => (each - 2_000.5) / 10_000),
            { minLength: rows, maxLength: rows },
          ),
          { minLength: 4, maxLength: 9 },
        ),
        cash,
        band: fc.constantFrom("drift", "tracking error"),
        limit: fc.integer({ min: 5, max: 130 }).map((each) => each / 100),
        destination: fc.constantFrom("to target", "to halfway", "to edge"),
      }),
    )
    .map(({ drawn, ...rest }): Asked => {
      const cut = drawn.map((part) => Math.floor((part * 100) / total(drawn)));
      return { ...rest, targets: cut.map((part, row) => (row === 0 ? part + 100 - total(cut) : part)) };
    })
    .filter(({ locks, values, targets }) => {
      const free = locks.flatMap((lock, row) => (lock === "hold" ? [] : [row]));
      // A last row that holds what the others do is taken for their total.
      return free.length > 1 && targets.every((target) => target > 0) && values.at(-1) !== total(values.slice(0, -1));
    });

/** What the band limits, of the rows that aren't held. */
function measured({ targets, locks, returns, band }: Asked, values: readonly number[]): number {
  const free = locks.flatMap((lock, row) => (lock === "hold" ? [] : [row]));
  const money = total(free.map((row) => values[row] as number));
  const parts = total(free.map((row) => targets[row] as number));
  const drifts = free.map((row) => (values[row] as number) / money - (targets[row] as number) / parts);
  if (band === "drift") return total(drifts.map(Math.abs)) / 2;
  // The standard deviation of what the drifts would have returned: the same as √(d′Σd).
  const series = returns.map((period) =>
    total(free.map((row, at) => (drifts[at] as number) * (period[row] as number))),
  );
  const mean = total(series) / series.length;
  return Math.sqrt(total(series.map((each) => (each - mean) ** 2)) / (series.length - 1));
}

/** The limit of an account, as typed: to the hundredth of a basis point, and not 0. */
function limitOf(each: Asked): { readonly text: string; readonly limit: number } {
  const percent = Math.min(100, Math.max(0.0001, Math.round(measured(each, each.values) * each.limit * 1e6) / 1e4));
  return { text: `${each.band} ${percent.toFixed(4)}%`, limit: Number(percent.toFixed(4)) / 100 };
}

function ask(each: Asked, policy: string): number[] {
  const { values, targets, locks, returns, cash } = each;
  return column(
    "REBALANCE",
    down(...values.map((value) => inDollars(BigInt(value)))),
    down(...targets),
    down(inDollars(BigInt(cash))),
    down(policy),
    null,
    null,
    returns,
    down(...locks),
  ).map((cell) => Number(inCents(cell)));
}

const traded = (each: Asked): number[] => ask(each, `${limitOf(each).text}; ${each.destination}`);
const after = ({ values }: Asked, trades: readonly number[]): number[] =>
  values.map((value, row) => value + (trades[row] as number));

/** What a cent more or less in each row may change of what is measured: returns are below 25 %. */
const roundingOf = ({ locks, values }: Asked): number => {
  const money = total(values.filter((_, row) => locks[row] !== "hold"));
  return values.length / money + 1e-12;
};

const noCash = fc.constant(0);

describe("locks under a band of the whole portfolio", () => {
  test("what is held isn't touched, locked rows go one way only, and nobody trades inside the band", () => {
    let quiet = 0;
    let moved = 0;
    fc.assert(
      fc.property(asked(noCash), (each) => {
        const trades = traded(each);
        expect(total(trades)).toBe(0);
        trades.forEach((trade, row) => {
          expect((each.values[row] as number) + trade).toBeGreaterThanOrEqual(0);
          const lock = each.locks[row];
          if (trade > 0) expect(["", "no sell"]).toContain(lock);
          if (trade < 0) expect(["", "no buy"]).toContain(lock);
        });
        const moves = trades.some((trade) => trade !== 0);
        const { limit } = limitOf(each);
        const now = measured(each, each.values);
        if (now < limit * (1 - 1e-9)) {
          quiet++;
          expect(moves).toBe(false);
        }
        if (moves) moved++;
        // With row rules ISDUE says TRUE exactly where REBALANCE trades.
        if (each.locks.every((lock) => lock === "")) return;
        const due = call(
          "ISDUE",
          down(...each.values.map((value) => inDollars(BigInt(value)))),
          down(...each.targets),
          down(`${limitOf(each).text}; ${each.destination}`),
          [["2026-01-05"]],
          null,
          each.returns,
          down(...each.locks),
        );
        expect(due).toEqual([[moves]]);
      }),
      { numRuns: 500 },
    );
    expect(quiet).toBeGreaterThan(50);
    expect(moved).toBeGreaterThan(200);
  });

  test("what is measured comes down to its destination, or as near as going all the way brings it", () => {
    let reached = 0;
    let stuck = 0;
    fc.assert(
      fc.property(asked(noCash), (each) => {
        const { limit } = limitOf(each);
        const now = measured(each, each.values);
        fc.pre(now > limit * (1 + 1e-9));
        const all = ask(each, `${limitOf(each).text}; to target`);
        const nearest = measured(each, after(each, all));
        const wanted = { "to target": 0, "to halfway": limit / 2, "to edge": limit }[each.destination];
        const then = measured(each, after(each, traded(each)));
        const rounding = roundingOf(each);
        // To the targets it is all the way, the least sum of gaps, though what locks leave may be riskier than before. Short
        // of them, nothing is traded that doesn't bring it down.
        const most = each.destination === "to target" ? nearest : Math.min(now, Math.max(wanted, nearest));
        expect(then).toBeLessThanOrEqual(most + rounding);
        if (nearest <= wanted) reached++;
        else stuck++;
      }),
      { numRuns: 500 },
    );
    expect(reached).toBeGreaterThan(30);
    expect(stuck).toBeGreaterThan(100);
  });

  test("short of all the way every row goes the same part of it, but for cents", () => {
    let partly = 0;
    fc.assert(
      fc.property(asked(noCash), (each) => {
        const all = ask(each, `${limitOf(each).text}; to target`);
        const trades = traded(each);
        const way = total(all.map(Math.abs));
        const part = way === 0 ? 0 : total(trades.map(Math.abs)) / way;
        expect(part).toBeLessThanOrEqual(1);
        if (part > 0 && part < 1) partly++;
        trades.forEach((trade, row) => {
          expect(Math.abs(trade - part * (all[row] as number))).toBeLessThanOrEqual(each.values.length);
        });
      }),
      { numRuns: 500 },
    );
    expect(partly).toBeGreaterThan(50);
  });

  test("doing it twice trades nothing the second time", () => {
    let moved = 0;
    fc.assert(
      fc.property(asked(noCash), (each) => {
        const first = traded(each);
        if (first.every((trade) => trade === 0)) return;
        moved++;
        const { text } = limitOf(each);
        const again = { ...each, values: after(each, first) };
        const second = ask(again, `${text}; ${each.destination}`);
        expect(second).toEqual(second.map(() => 0));
      }),
      { numRuns: 500 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  test("all the way is where it is without a band", () => {
    fc.assert(
      fc.property(asked(noCash), (each) => {
        const banded = ask(each, `${limitOf(each).text}; to target`);
        fc.pre(banded.some((trade) => trade !== 0));
        expect(banded).toEqual(ask(each, ""));
      }),
    );
  });

  test("cash is placed first, and is all that is traded where that brings it inside", () => {
    let onlyCash = 0;
    const withCash = fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: -90_000, max: -1 }));
    fc.assert(
      fc.property(asked(withCash), (each) => {
        const { cash, locks } = each;
        const takes = cash > 0 ? ["", "no sell"] : ["", "no buy"];
        fc.pre(locks.some((lock) => takes.includes(lock)));
        const trades = traded(each);
        expect(total(trades)).toBe(cash);
        trades.forEach((trade, row) => {
          if (locks[row] === "hold") expect(trade).toBe(0);
          if (locks[row] === "no buy") expect(trade).toBeLessThanOrEqual(0);
          if (locks[row] === "no sell") expect(trade).toBeGreaterThanOrEqual(0);
        });
        const name = cash > 0 ? "CONTRIBUTE" : "WITHDRAW";
        const placed = column(
          name,
          down(...each.values.map((value) => inDollars(BigInt(value)))),
          down(...each.targets),
          down(inDollars(BigInt(Math.abs(cash)))),
          null,
          down(...locks),
        ).map((cell) => Number(inCents(cell)));
        const { limit } = limitOf(each);
        if (measured(each, after(each, placed)) < limit * (1 - 1e-9)) {
          onlyCash++;
          expect(trades).toEqual(placed);
        }
      }),
      { numRuns: 500 },
    );
    expect(onlyCash).toBeGreaterThan(50);
  });
});
