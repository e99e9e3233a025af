import { beforeAll, describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import loadHighs from "highs";
import { call, CellError, column, down } from "../functions/shipped";
import { evenestGaps, leastGaps, type RowProgram } from "../oracle/row-rules-highs";
import type { Highs } from "../oracle/shares-highs";
import { inCents, inDollars } from "./asking";
import "./seed";

/*
 * Locks against an independent solver: HiGHS gets the bounds and the goals as the contract words them, and knows nothing
 * of levels. Goals are whole cents, so that sums of gaps can be compared to the cent: no row is rounded across its goal.
 */

const LOCKS = ["", "", "hold", "no buy", "no sell"] as const;

interface Row {
  /** Whole cents. */
  readonly value: number;
  /** Percent. */
  readonly target: number;
  readonly lock: (typeof LOCKS)[number];
}

interface Asked {
  readonly rows: readonly Row[];
  /** Whole cents, + to invest. */
  readonly cash: number;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const moneyIn = (rows: readonly Row[]): number => total(rows.map(({ value }) => value));
const isFree = ({ lock }: Row): boolean => lock !== "hold";

/** Whole percents that add up to 100. */
const percents = (rows: number, least: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.integer({ min: least, max: 40 }), { minLength: rows, maxLength: rows })
    .map((drawn) => {
      const whole = Math.max(1, total(drawn));
      const cut = drawn.map((part) => Math.max(least, Math.floor((part * 100) / whole)));
      const most = cut.indexOf(Math.max(...cut));
      return cut.map((part, row) => (row === most ? part + 100 - total(cut) : part));
    })
    .filter((parts) => parts.every((part) => part >= least));

/** Accounts whose rows, but the held ones, share a whole number of cents for each point of their targets after the cash. */
const accounts = ({ most, least, money }: { most: number; least: number; money: number }): fc.Arbitrary<Asked> =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) =>
      fc.record({
        targets: percents(count, least),
        values: fc.array(
          fc.oneof(
            { weight: 1, arbitrary: fc.constant(0) },
            { weight: 6, arbitrary: fc.integer({ min: 1, max: money }) },
            { weight: 2, arbitrary: fc.integer({ min: 1, max: Math.ceil(money / 50) }) },
          ),
          { minLength: count, maxLength: count },
        ),
        locks: fc.array(fc.constantFrom(...LOCKS), { minLength: count, maxLength: count }),
        growth: fc.oneof(fc.constant(1), fc.double({ min: 0.3, max: 1.8, noNaN: true })),
      }),
    )
    .map(({ targets, values, locks, growth }): Asked => {
      const rows = values.map((value, row) => ({
        value,
        target: targets[row] as number,
        lock: locks[row] as Row["lock"],
      }));
      const free = rows.filter(isFree);
      const parts = total(free.map(({ target }) => target));
      const held = moneyIn(free);
      const each = parts === 0 ? 0 : Math.max(1, Math.round((held * growth) / parts));
      // What there is, more or less, to the next amount that makes the goals whole cents.
      return { rows, cash: parts === 0 ? 0 : each * parts - held };
    })
    .filter(({ rows, cash }) => moneyIn(rows) > 0 && moneyIn(rows) + cash > 0);

/** The bounds and goals of the rows that aren't held, in dollars: never below 0, no target never bought, locks one way. */
function programOf({ rows, cash }: Asked): RowProgram {
  const free = rows.filter(isFree);
  const parts = total(free.map(({ target }) => target));
  const money = moneyIn(free) + cash;
  return {
    money: money / 100,
    rows: free.map(({ value, target, lock }) => ({
      low: lock === "no sell" ? value / 100 : 0,
      high: lock === "no buy" || target === 0 ? value / 100 : Number.POSITIVE_INFINITY,
      goal: parts === 0 ? 0 : (target / parts) * (money / 100),
    })),
  };
}

const rangesOf = ({ rows, cash }: Asked): unknown[] => [
  down(...rows.map(({ value }) => inDollars(BigInt(value)))),
  down(...rows.map(({ target }) => target)),
  down(inDollars(BigInt(cash))),
  down("unassigned sell"),
  null,
  null,
  null,
  down(...rows.map(({ lock }) => lock)),
];

/** What each row holds after REBALANCE, in whole cents. */
const finals = (asked: Asked): number[] =>
  column("REBALANCE", ...rangesOf(asked)).map((cell, row) => Number(inCents(cell)) + (asked.rows[row] as Row).value);

describe("locks, against a linear program", () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  test("the sum of gaps is the solver's to the cent, and where there is no way, there is an error", () => {
    let bound = 0;
    let refused = 0;
    const signs = new Set<number>();
    fc.assert(
      fc.property(accounts({ most: 10, least: 0, money: 10_000_000 }), (asked) => {
        const program = programOf(asked);
        const least = program.rows.length === 0 ? 0 : leastGaps(highs, program);
        if (least === undefined) {
          refused++;
          expect(() => call("REBALANCE", ...rangesOf(asked))).toThrow(CellError);
          return;
        }
        const after = finals(asked);
        asked.rows.forEach((row, at) => {
          if (row.lock === "hold") expect(after[at]).toBe(row.value);
        });
        expect(total(after)).toBe(moneyIn(asked.rows) + asked.cash);
        const free = after.filter((_, at) => isFree(asked.rows[at] as Row));
        const gaps = total(free.map((cents, at) => Math.abs(cents - Math.round((program.rows[at]?.goal ?? 0) * 100))));
        expect(gaps).toBe(Math.round(least * 100));
        if (gaps > 0) bound++;
        signs.add(Math.sign(asked.cash));
      }),
      { numRuns: 500 },
    );
    expect(bound).toBeGreaterThan(150);
    expect(refused).toBeGreaterThan(10);
    expect(signs).toEqual(new Set([-1, 0, 1]));
  });

  test("of equal sums the relative gaps are the solver's, each to the cent", () => {
    let bound = 0;
    fc.assert(
      fc.property(accounts({ most: 6, least: 1, money: 1_000_000 }), (asked) => {
        const program = programOf(asked);
        fc.pre(program.rows.length > 1);
        const least = leastGaps(highs, program);
        fc.pre(least !== undefined);
        if (least > 0.005) bound++;
        const evenest = evenestGaps(highs, program);
        const free = finals(asked).filter((_, at) => isFree(asked.rows[at] as Row));
        free.forEach((cents, at) => {
          // Less than a cent by rounding, and what the programs give away.
          expect(Math.abs(cents - (evenest[at] as number) * 100)).toBeLessThan(1.1);
        });
      }),
      { numRuns: 100 },
    );
    expect(bound).toBeGreaterThan(30);
  });
});
