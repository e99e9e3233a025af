import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { CellError, call, column, down } from "../functions/shipped";
import { edges } from "../oracle/bands";
import { raise } from "../oracle/level-fill";
import { Rational, sum, total, ZERO } from "../oracle/rational";
import { accounts, plainAccounts, rowBands, type Account, type Worded } from "./accounts";
import { after, inDollars, targetCells, trades, valueCells } from "./asking";

/** How far the oracles go, month by month. */
const MOST_MONTHS = 60;

/** Contributions that take a few months to some decades for the account, and some of a cent or of all of it. */
const paidInto = ({ values }: Account): fc.Arbitrary<bigint> => {
  const all = total(values);
  return fc.oneof(
    { weight: 6, arbitrary: fc.bigInt({ min: 1n, max: 1_000n }).map((part) => all / part + 1n) },
    { weight: 1, arbitrary: fc.constant(1n) },
    { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: all }) },
  );
};

const drift = fc.integer({ min: 1, max: 2_000 }).map((hundredths): Worded => ({
  text: `drift ${hundredths / 100}%`,
  policy: { band: { kind: "drift", limit: Rational.of(hundredths, 10_000) } },
}));
const noBand = fc.constant<Worded>({ text: "", policy: {} });
const bands = fc.oneof(
  { weight: 6, arbitrary: rowBands },
  { weight: 2, arbitrary: drift },
  { weight: 1, arbitrary: noBand },
);

const asked = fc
  .oneof({ weight: 3, arbitrary: accounts(12) }, { weight: 2, arbitrary: plainAccounts() })
  .chain((account) => fc.record({ account: fc.constant(account), paid: paidInto(account), band: bands }));

/** The months, or undefined where there is no number of them. */
function months({ values, typed }: Account, paid: bigint, policy: string): number | undefined {
  try {
    return call(
      "MONTHSTOBAND",
      valueCells({ values }),
      targetCells({ typed }),
      down(inDollars(paid)),
      down(policy),
    )[0]?.[0] as number;
  } catch (problem) {
    if (problem instanceof CellError) return undefined;
    throw problem;
  }
}

const exact = (values: readonly bigint[]): readonly Rational[] => values.map((value) => Rational.of(value));
const plus = (held: readonly Rational[], bought: readonly Rational[]): readonly Rational[] =>
  held.map((value, row) => value.plus(bought[row] as Rational));

/** Whether exact amounts are in band; at target, without a band. */
function isInBand(held: readonly Rational[], targets: readonly Rational[], { policy: { band } }: Worded): boolean {
  const all = sum(held);
  if (band?.kind === "drift") {
    const over = held.map((value, row) => value.minus((targets[row] as Rational).times(all)));
    const most = sum(over.map((each) => (each.sign() > 0 ? each : ZERO)));
    return most.compare(band.limit.times(all)) <= 0;
  }
  return held.every((value, row) => {
    const { lowest, highest } = edges(targets[row] as Rational, band);
    return value.compare(lowest.times(all)) >= 0 && value.compare(highest.times(all)) <= 0;
  });
}

describe("MONTHSTOBAND", () => {
  test("is what paying in month by month, in exact fractions, comes to", () => {
    let reached = 0;
    fc.assert(
      fc.property(asked, ({ account, paid, band }) => {
        const { targets } = account;
        const answer = months(account, paid, band.text);
        let held = exact(account.values);
        for (let month = 0; month <= MOST_MONTHS; month++) {
          if (isInBand(held, targets, band)) {
            reached += month > 0 ? 1 : 0;
            expect(answer).toBe(month);
            return;
          }
          held = plus(held, raise(held, targets, Rational.of(paid)));
        }
        expect(answer ?? Infinity).toBeGreaterThan(MOST_MONTHS);
      }),
      { numRuns: 400 },
    );
    // The law would say nothing of accounts that are in band at once, or never.
    expect(reached).toBeGreaterThan(40);
  });

  test("is the first such month however far it is: in band then, and not in any month before that is looked at", () => {
    fc.assert(
      fc.property(
        asked,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        ({ account, paid, band }, looks) => {
          const { targets, values } = account;
          const answer = months(account, paid, band.text);
          const held = (month: number): readonly Rational[] =>
            plus(exact(values), raise(exact(values), targets, Rational.of(paid * BigInt(month))));
          fc.pre(answer !== undefined);
          expect(isInBand(held(answer), targets, band)).toBe(true);
          if (answer === 0) return;
          for (const month of [answer - 1, ...looks.map((part) => Math.floor(part * (answer - 1)))]) {
            expect(isInBand(held(month), targets, band)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("is never only where the account can't be, and then says why", () => {
    fc.assert(
      fc.property(asked, ({ account, paid, band }) => {
        const { targets, values } = account;
        fc.pre(months(account, paid, band.text) === undefined);
        // As if all that can be counted were paid in: $90 trillion.
        const left = 9_000_000_000_000_000n - total(values);
        const last = (left / paid) * paid;
        const held = plus(exact(values), raise(exact(values), targets, Rational.of(last)));
        expect(isInBand(held, targets, band)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("is what CONTRIBUTE, month by month, and STATUS come to where contributions depend on each other", () => {
    const settings = fc.constantFrom(
      "min $50",
      "min 0.4%",
      "whole dollars",
      "keep 0.1%",
      "min $20; keep $5",
      "whole dollars; min $25",
    );
    const some = accounts(8).chain((account) =>
      fc.record({
        account: fc.constant(account),
        paid: fc.bigInt({ min: 3n, max: 300n }).map((part) => total(account.values) / part + 100n),
        band: rowBands,
        setting: settings,
      }),
    );
    let reached = 0;
    fc.assert(
      fc.property(some, ({ account, paid, band, setting }) => {
        const policy = `${band.text}; ${setting}`;
        const answer = months(account, paid, policy);
        let held = account;
        for (let month = 0; month <= MOST_MONTHS; month++) {
          const status = column("STATUS", valueCells(held), targetCells(held), down(policy));
          if (status.every((word) => word === "In band" || word === "")) {
            reached += month > 0 ? 1 : 0;
            expect(answer).toBe(month);
            return;
          }
          const bought = trades("CONTRIBUTE", held, paid, policy);
          if (bought.every((trade) => trade === 0n)) break;
          held = after(held, bought);
        }
        expect(answer ?? Infinity).toBeGreaterThan(MOST_MONTHS);
      }),
      { numRuns: 150 },
    );
    expect(reached).toBeGreaterThan(10);
  });

  test("doesn't depend on the order of the rows, and a row without value and target changes nothing", () => {
    fc.assert(
      fc.property(asked, fc.nat(), ({ account, paid, band }, where) => {
        const at = where % (account.values.length + 1);
        const turned = (cells: readonly unknown[]): unknown[] => [...cells].reverse();
        const put = (cells: readonly unknown[], cell: unknown): unknown[] => [
          ...cells.slice(0, at),
          cell,
          ...cells.slice(at),
        ];
        const answer = months(account, paid, band.text);
        fc.pre(answer !== undefined);
        const values = account.values.map(inDollars);
        const ask = (value: unknown[], target: unknown[]): unknown =>
          call("MONTHSTOBAND", down(...value), down(...target), down(inDollars(paid)), down(band.text))[0]?.[0];
        // Turned, a last row that looked like a fund may look like the total of those above it, or the other way round.
        fc.pre(account.targets[0]?.sign() !== 0 && account.targets.at(-1)?.sign() !== 0);
        expect(ask(turned(values), turned(account.typed))).toBe(answer);
        expect(ask(put(values, null), put(account.typed, ""))).toBe(answer);
      }),
    );
  });
});
