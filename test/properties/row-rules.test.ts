import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Rational, total } from "../oracle/rational";
import { call, column, down, failure } from "../functions/shipped";
import { accounts, type Account } from "./accounts";
import { after, apart, inCents, inDollars, targetCells, valueCells } from "./asking";
import "./seed";

type Lock = "hold" | "no buy" | "no sell" | "";

interface Asked {
  readonly allocation: Account;
  readonly locks: readonly Lock[];
  readonly cash: bigint;
}

const least = (one: Rational, other: Rational): Rational => (one.compare(other) < 0 ? one : other);
const most = (one: Rational, other: Rational): Rational => (one.compare(other) > 0 ? one : other);
const mayBuy = (lock: Lock | undefined): boolean => lock === "" || lock === "no sell";
const maySell = (lock: Lock | undefined): boolean => lock === "" || lock === "no buy";

const withLocks = (some: fc.Arbitrary<Account>): fc.Arbitrary<Omit<Asked, "cash">> =>
  some.chain((allocation) =>
    fc
      .array(
        fc.oneof({ weight: 2, arbitrary: fc.constant<Lock>("") }, fc.constantFrom<Lock>("hold", "no buy", "no sell")),
        { minLength: allocation.values.length, maxLength: allocation.values.length },
      )
      .map((locks) => ({ allocation, locks })),
  );

/** Cash that some row may take, or give. */
const asked: fc.Arbitrary<Asked> = withLocks(accounts(12)).chain(({ allocation, locks }) => {
  const { values, targets } = allocation;
  const sellable = total(values.filter((_, row) => maySell(locks[row])));
  const takes = values.some((_, row) => mayBuy(locks[row]) && targets[row]?.sign() !== 0);
  const room = 900_000_000_000_000n - total(values);
  return fc
    .oneof(
      fc.constant(0n),
      fc.bigInt({ min: -sellable, max: 0n }),
      fc.bigInt({ min: 0n, max: takes ? (room < 10_000_000n ? room : 10_000_000n) : 0n }),
    )
    .filter((cash) => total(values) + cash > 0n)
    .map((cash) => ({ allocation, locks, cash }));
});

const traded = ({ allocation, locks, cash }: Asked, policy = "", bands: readonly string[] = []): bigint[] =>
  column(
    "REBALANCE",
    valueCells(allocation),
    targetCells(allocation),
    down(inDollars(cash)),
    down(policy === "" ? "unassigned sell" : `${policy}; unassigned sell`),
    null,
    null,
    null,
    locks.map((lock, row) => [[lock, bands[row] ?? ""].filter((word) => word !== "").join("; ")]),
  ).map(inCents);

/** What the rows that aren't held should have: their share of what is left. */
function wanted({ allocation, locks, cash }: Asked): {
  readonly rows: readonly number[];
  readonly of: ReadonlyMap<number, Rational>;
} {
  const rows = locks.flatMap((lock, row) => (lock === "hold" ? [] : [row]));
  const money = Rational.of(total(rows.map((row) => allocation.values[row] as bigint)) + cash);
  const parts = rows.map((row) => allocation.targets[row] as Rational);
  const whole = parts.reduce((sum, part) => sum.plus(part), Rational.of(0n));
  const of = new Map(
    rows.map((row, at) => [
      row,
      whole.sign() === 0 ? Rational.of(0n) : (parts[at] as Rational).times(money).over(whole),
    ]),
  );
  return { rows, of };
}

describe("rules of rows in REBALANCE", () => {
  test("what is held isn't touched, locked rows go one way only, and the trades add up to the cash", () => {
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom("", "5%", "5%; to edge", "20% relative; to halfway", "min $50", "multiples of $5"),
        (each, policy) => {
          const { allocation, locks, cash } = each;
          // A multiple may be more than the rows can give.
          fc.pre(policy !== "multiples of $5" || cash >= 0n);
          const trades = traded(each, policy);
          const unit = policy === "multiples of $5" ? 500n : 1n;
          expect(total(trades)).toBe((cash / unit) * unit);
          trades.forEach((trade, row) => {
            expect(trade % unit).toBe(0n);
            expect((allocation.values[row] as bigint) + trade).toBeGreaterThanOrEqual(0n);
            if (trade > 0n) expect(mayBuy(locks[row])).toBe(true);
            if (trade < 0n) expect(maySell(locks[row])).toBe(true);
          });
        },
      ),
      { numRuns: 400 },
    );
  });

  /*
   * The least sum of gaps is known without a solver. Rows end within their bounds, and as much is over the targets as is
   * under them; what low bounds force over, and high ones under, is unavoidable. So no way has less than twice the larger
   * of the two.
   */
  test("the sum of gaps is the least that the locks allow", () => {
    let bound = 0;
    fc.assert(
      fc.property(asked, (each) => {
        const { allocation, locks } = each;
        const { rows, of } = wanted(each);
        fc.pre(rows.some((row) => allocation.targets[row]?.sign() !== 0));
        const held = after(allocation, traded(each)).values;
        const zero = Rational.of(0n);
        let over = zero;
        let under = zero;
        let gaps = zero;
        for (const row of rows) {
          const goal = of.get(row) as Rational;
          const before = Rational.of(allocation.values[row] as bigint);
          if (locks[row] === "no sell") over = over.plus(most(zero, before.minus(goal)));
          if (locks[row] === "no buy") under = under.plus(most(zero, goal.minus(before)));
          gaps = gaps.plus(
            Rational.of(held[row] as bigint)
              .minus(goal)
              .absolute(),
          );
        }
        const fewest = most(over, under).times(Rational.of(2n));
        if (fewest.sign() > 0) bound++;
        // Each row is rounded to the cent.
        expect(gaps.minus(fewest).compare(Rational.of(rows.length))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 600 },
    );
    expect(bound).toBeGreaterThan(100);
  });

  test("no cent from a row to an emptier one would make the ratios more even", () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { allocation, locks } = each;
        const held = after(allocation, traded(each)).values;
        const withTarget = locks.flatMap((lock, row) =>
          lock === "hold" || allocation.targets[row]?.sign() === 0 ? [] : [row],
        );
        const ratio = (row: number, change: bigint): Rational =>
          Rational.of((held[row] as bigint) + change).over(allocation.targets[row] as Rational);
        const canGive = (row: number): boolean => {
          const low = locks[row] === "no sell" ? (allocation.values[row] as bigint) : 0n;
          return (held[row] as bigint) - 1n >= low;
        };
        const canTake = (row: number): boolean =>
          locks[row] !== "no buy" || (held[row] as bigint) + 1n <= (allocation.values[row] as bigint);
        const fullest = withTarget
          .filter(canGive)
          .map((row) => ratio(row, -1n))
          .reduce<Rational | undefined>((one, other) => (one ? most(one, other) : other), undefined);
        const emptiest = withTarget
          .filter(canTake)
          .map((row) => ratio(row, 1n))
          .reduce<Rational | undefined>((one, other) => (one ? least(one, other) : other), undefined);
        if (fullest && emptiest) expect(fullest.compare(emptiest)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 600 },
    );
  });

  test("doing it twice trades nothing the second time", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom("", "5%", "5/25; to edge", "20% relative; to halfway"), (each, policy) => {
        const held = after(each.allocation, traded(each, policy));
        fc.pre(total(held.values) >= 10_000n * BigInt(held.values.length));
        expect(traded({ ...each, allocation: held, cash: 0n }, policy)).toEqual(held.values.map(() => 0n));
      }),
      { numRuns: 300 },
    );
  });

  test("row order doesn't matter, but for the cent of a tie", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom("", "5%; to edge"), (each, policy) => {
        const turn = <Item>(items: readonly Item[]): Item[] => [...items].reverse();
        const { values, typed, targets } = each.allocation;
        const turned = { values: turn(values), typed: turn(typed), targets: turn(targets) };
        // A last row that holds what the others do is taken for their total.
        const [one, other] = [
          traded(each, policy),
          traded({ ...each, allocation: turned, locks: turn(each.locks) }, policy),
        ];
        turn(other).forEach((trade, row) => expect(apart(trade, one[row] as bigint)).toBeLessThanOrEqual(2n));
      }),
      { numRuns: 200 },
    );
  });

  test("ten times the money trades ten times as much, but for cents", () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { allocation, cash } = each;
        fc.pre(total(allocation.values) < 10_000_000_000_000n);
        const tenfold = {
          ...each,
          allocation: { ...allocation, values: allocation.values.map((value) => value * 10n) },
          cash: cash * 10n,
        };
        const once = traded(each);
        traded(tenfold).forEach((trade, row) =>
          expect(apart(trade, (once[row] as bigint) * 10n)).toBeLessThanOrEqual(10n),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("where all rows are in band nothing is traded, and ISDUE says TRUE exactly where REBALANCE trades", () => {
    let quiet = 0;
    let due = 0;
    const band = fc.constantFrom("", "", "3%", "10%", "20% relative", "5/25");
    const cases = withLocks(accounts(8)).chain((each) =>
      fc
        .tuple(
          fc.array(band, { minLength: 8, maxLength: 8 }),
          fc.constantFrom("", "5%", "8%; to edge", "30%", "min $100; 5%"),
        )
        .map(([bands, policy]) => ({ ...each, cash: 0n, bands, policy })),
    );
    fc.assert(
      fc.property(cases, ({ bands, policy, ...each }) => {
        const cells = [valueCells(each.allocation), targetCells(each.allocation)];
        const rows = each.locks.map((lock, row) => [lock, bands[row] ?? ""]);
        const typed = down(policy === "" ? "unassigned sell" : `${policy}; unassigned sell`);
        const trades = column("REBALANCE", ...cells, null, typed, null, null, null, rows).map(inCents);
        const moves = trades.some((trade) => trade !== 0n);
        const hasBand = policy !== "" || bands.slice(0, rows.length).some((each) => each !== "");
        if (
          hasBand &&
          column("STATUS", ...cells, typed, rows).every((status) => status === "In band" || status === "")
        ) {
          quiet++;
          expect(moves).toBe(false);
        }
        if (rows.every(([lock, own]) => lock === "" && own === "")) return;
        if (moves) due++;
        expect(call("ISDUE", ...cells, typed, [["2026-01-05"]], null, null, rows)).toEqual([[moves]]);
      }),
      { numRuns: 500 },
    );
    expect(quiet).toBeGreaterThan(10);
    expect(due).toBeGreaterThan(100);
  });

  test("a band in every row is the policy's band, but for cents", () => {
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom("5%", "20% relative", "5/25"),
        fc.constantFrom("to target", "to edge", "to halfway"),
        (each, band, destination) => {
          const free = { ...each, locks: each.locks.map((): Lock => "") };
          const own = traded(
            free,
            destination,
            each.locks.map(() => band),
          );
          traded(free, `${band}; ${destination}`).forEach((trade, row) =>
            expect(apart(trade, own[row] as bigint)).toBeLessThanOrEqual(BigInt(own.length)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("blank rules change nothing", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom("", "5%; to edge", "min $20"), (each, policy) => {
        const blank = each.locks.map((): Lock => "");
        const { allocation, cash } = each;
        const without = column(
          "REBALANCE",
          valueCells(allocation),
          targetCells(allocation),
          down(inDollars(cash)),
          down(policy === "" ? "unassigned sell" : `${policy}; unassigned sell`),
        ).map(inCents);
        expect(traded({ ...each, locks: blank }, policy)).toEqual(without);
      }),
    );
  });
});

test.each([
  { name: "CONTRIBUTE", sign: 1n, may: mayBuy },
  { name: "WITHDRAW", sign: -1n, may: maySell },
] as const)(
  "$name leaves the rows alone that may not trade so, and the others are an account of their own",
  ({ name, sign, may }) => {
    fc.assert(
      fc.property(asked, (each) => {
        const { allocation, locks, cash } = each;
        fc.pre(cash * sign > 0n);
        const rows = [
          valueCells(allocation),
          targetCells(allocation),
          down(inDollars(cash * sign)),
          down("unassigned sell"),
        ];
        const trades = column(name, ...rows, down(...locks)).map(inCents);
        expect(total(trades)).toBe(cash);
        trades.forEach((trade, row) => {
          expect(trade * sign).toBeGreaterThanOrEqual(0n);
          if (!may(locks[row])) expect(trade).toBe(0n);
        });
        // REBALANCE under no sells, or of what is taken out, has the same rows: no row that may take more is emptier than
        // one that took some, by more than a cent.
        const held = after(allocation, trades).values;
        const ratio = (row: number, change: bigint): Rational =>
          Rational.of((held[row] as bigint) + change).over(allocation.targets[row] as Rational);
        const able = locks.flatMap((lock, row) => (may(lock) && allocation.targets[row]?.sign() !== 0 ? [row] : []));
        for (const traded of able.filter((row) => trades[row] !== 0n)) {
          for (const other of able) {
            const [fuller, emptier] = [ratio(traded, -sign), ratio(other, sign)];
            if (sign > 0n) expect(fuller.compare(emptier)).toBeLessThanOrEqual(0);
            else if ((held[other] as bigint) > 0n) expect(fuller.compare(emptier)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  },
);

describe("where all rows that hold money are held", () => {
  const ruled = fc.record({
    allocation: accounts(12).filter(({ values }) => total(values) > 0n),
    policy: fc.constantFrom(
      ...["", "5/25", "2%; to edge", "20% relative; to halfway; min $10", "drift 3%; to edge", "whole dollars"],
      ...["annual; last 2020-01-01", "no sells", "unassigned stop", "unassigned hold; keep 1%"],
    ),
    isBlank: fc.boolean(),
  });

  test("nothing is traded or needed, whatever the targets are, blank ones too", () => {
    fc.assert(
      fc.property(ruled, ({ allocation, policy, isBlank }) => {
        const values = valueCells(allocation);
        const targets = isBlank ? values.map(() => [null]) : targetCells(allocation);
        // An empty row with a target could be bought.
        const locks = down(
          ...allocation.values.map((value, row) => (!isBlank || value > 0n || row === 0 ? "hold" : "")),
        );
        const none = values.map(() => 0);
        const rule = down(policy);
        const day = down("2026-01-05");
        expect(column("REBALANCE", values, targets, null, rule, day, null, null, locks)).toEqual(none);
        expect(column("CONTRIBUTE", values, targets, down(0), rule, locks)).toEqual(none);
        expect(column("WITHDRAW", values, targets, down(0), rule, locks)).toEqual(none);
        expect(call("CASHNEEDED", values, targets, rule, locks)).toEqual([[0]]);
        expect(call("ISDUE", values, targets, rule, day, null, null, locks)).toEqual([[false]]);
        expect(call("CHECKUP", values, targets, rule, day, null, null, null, locks)[1]?.[1]).toMatch(/^No\./);
        const prices = values.map(() => [1]);
        if (policy !== "whole dollars")
          expect(column("SHARES", values, prices, targets, null, rule, locks)).toEqual(none);
      }),
      { numRuns: 200 },
    );
  });

  test("blank targets are an error as soon as a row with money isn't held, or cash comes", () => {
    const [values, blank] = [down(60, 40, 0), down(null, null, null)];
    const rebalance = (cash: number | null, ...locks: string[]): string =>
      failure("REBALANCE", values, blank, cash && down(cash), null, null, null, null, down(...locks)).message;
    expect(rebalance(null, "hold", "", "hold")).toMatch(/^Targets: every cell is 0 or empty/);
    expect(rebalance(null, "hold", "no sell", "")).toMatch(/^Targets: every cell is 0 or empty/);
    expect(rebalance(10, "hold", "hold", "")).toMatch(/^\$10 can't be placed: no row with a target may be bought/);
    expect(rebalance(-10, "hold", "hold", "")).toMatch(/^\$10 can't be raised: the rows that may be sold hold \$0/);
    expect(column("BANDS", blank, down("5%"), down("hold", "hold", "hold"))).toEqual([0, 0, 0]);
    expect(failure("BANDS", blank, down("5%"), down("hold", "hold", "")).message).toMatch(/^Targets: every cell/);
  });
});
