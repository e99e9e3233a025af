import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, negated, type Allocation, type Mix, type Usd } from "../../../src/engine";
import type { Result } from "../../../src/engine/errors";
import { only } from "../../../src/engine/portfolio/allocation";
import type { Side } from "../../../src/engine/rebalance/level";
import { levelBetween } from "../../../src/engine/rebalance/level-between";
import { levelDrops } from "../../../src/engine/rebalance/level-drops";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { rebalanceToTarget } from "../../../src/engine/rebalance/to-target";
import { draws, picksOf, rowCounts } from "./drawn-rows";

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly side: Side;
  readonly least: Usd;
}

const STEP = 100;

/** Solves the rows that are left from scratch: to target, or cash alone where one side of the level trades. */
function solve({ allocation, cash, side }: Asked, includes: (row: number) => boolean): Result<readonly Usd[]> {
  const members = only(allocation, includes);
  if (side === 0 && members.targets.whole > 0) return rebalanceToTarget(members, cash);
  return cash < 0 ? withdraw(members, negated(cash)) : contribute(members, cash);
}

/** Accounts with many equal rows, or none; near their targets, or anywhere; minimums from a cent to more than all. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(0, 3, 10, 100, 10_000, 1_000_000, 1e12),
    largestPart: fc.constantFrom(1, 3, 10, 1000, 1e12),
    side: fc.constantFrom<Side>(0, 0, 1, -1),
    near: fc.boolean(),
  })
  .chain(({ rows, most, largestPart, side, near }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        offsets: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: rows, maxLength: rows }),
        money: fc.integer({ min: 0, max: 1000 * rows }),
        share: fc.integer({ min: -100, max: 100 }),
        few: fc.integer({ min: -5, max: 5 }),
        least: fc.oneof(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: Math.max(1, most) }),
          fc.constant(1e13),
        ),
      })
      .map(({ values, parts, offsets, money, share, few, least }): Asked | undefined => {
        const targets: Mix | undefined = mixOf(Float64Array.from(parts));
        if (!targets) return undefined;
        const { whole } = targets;
        const held = near
          ? targets.parts.map((part, row) => Math.max(0, Math.round((part / whole) * money) + (offsets[row] as number)))
          : Float64Array.from(values);
        const total = held.reduce((sum, value) => sum + value, 0);
        const drawn = Math.trunc((total * share) / 100) + few;
        const cash = side === 0 ? Math.max(-total, drawn) : side * Math.max(1, Math.abs(drawn));
        if (total > 9e15 || total + cash < 0 || (total === 0 && cash === 0)) return undefined;
        return {
          allocation: { values: held, total: cents(total), targets },
          cash: cents(cash),
          side,
          least: cents(least),
        };
      });
  })
  .filter((each) => each !== undefined);

/** Accounts with many equal rows, or none, in whole dollars or with holdings of less than one; near their targets, or anywhere. */
const askedInDollars: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(99, 250, 1000, 10_000, 1_000_000, 1e12),
    largestPart: fc.constantFrom(1, 3, 10, 1000, 1e12),
    side: fc.constantFrom<Side>(0, 0, 1, -1),
    isNear: fc.boolean(),
    leastPart: fc.constantFrom(0, 1),
    unit: fc.constantFrom(1, 1, STEP),
  })
  .chain(({ rows, most, largestPart, side, isNear, leastPart, unit }) =>
    fc
      .record({
        values: picksOf(rows)(most),
        parts: picksOf(rows)(largestPart),
        offsets: fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: rows, maxLength: rows }),
        share: fc.double({ min: -1, max: 1, noNaN: true }),
        least: fc.oneof(
          fc.integer({ min: 1, max: 1200 }),
          fc.integer({ min: 1, max: Math.max(1, most) }),
          fc.constant(1e13),
        ),
      })
      .map(({ values, parts, offsets, share, least }): Asked | undefined => {
        const targets = mixOf(Float64Array.from(parts, (part) => Math.max(part, leastPart)));
        if (!targets) return undefined;
        const held = isNear
          ? targets.parts.map((part, row) =>
              Math.max(0, Math.round((part / targets.whole) * most * rows) + (offsets[row] as number)),
            )
          : Float64Array.from(values, (value) => value * unit);
        const total = held.reduce((sum, value) => sum + value, 0);
        const drawn = Math.trunc((total * share) / STEP) * STEP || 0;
        const cash = side === 0 ? drawn : side * Math.max(STEP, Math.abs(drawn));
        if (total > 9e15 || total + cash <= 0) return undefined;
        const allocation = { values: held, total: cents(total), targets, step: STEP };
        return { allocation, cash: cents(cash), side, least: cents(least) };
      }),
  )
  .filter((each) => each !== undefined);

/** The drops, and how often the rows were solved again for one of them. */
function drops(given: Asked): { readonly rows: readonly number[]; readonly solved: number } {
  const { allocation, cash, side, least } = given;
  const { values, targets, step = 1 } = allocation;
  let solved = 0;
  const rows = levelDrops({ values, parts: targets.parts, side, step }, cash, least, (includes) => {
    solved++;
    return solve(given, includes);
  });
  return { rows, solved };
}

/** Expects what solving again after each drop leaves, and returns how many rows were dropped, and solved again for. */
function expectAsOneByOne(given: Asked): { readonly dropped: number; readonly solved: number } {
  const { allocation, cash, least } = given;
  const { rows, solved } = drops(given);
  const solver = (includes: (row: number) => boolean): Result<readonly Usd[]> => solve(given, includes);
  expect(dropSmallTrades(allocation, cash, least, solver, () => rows)).toEqual(
    dropSmallTrades(allocation, cash, least, solver),
  );
  return { dropped: rows.length, solved };
}

describe("levelDrops", () => {
  it.each([
    ["cents", asked],
    ["whole dollars", askedInDollars],
  ])("drops what solving again after each drop does, in %s", (_, cases) => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(cases, (given) => {
        const counts = expectAsOneByOne(given);
        dropped += counts.dropped;
        solved += counts.solved;
      }),
      { numRuns: draws },
    );
    expect(dropped).toBeGreaterThan(3 * draws);
    // Where holdings of less than a dollar can't be sold, the rows are solved again.
    expect(solved).toBeLessThan(dropped / 4);
  });

  it("drops the later of equal trades first, and hands its trade over", () => {
    const values = Float64Array.of(130, 130, 100, 40);
    const targets = mixOf(Float64Array.of(1, 1, 1, 1)) as Mix;
    const account = { allocation: { values, total: cents(400), targets }, cash: cents(0), side: 0 } as const;
    // −30, −30, 0, +60. Row 2 dropped: 270 among three, 90 each: −40, −10, +50; then row 3: 85 each: −45, +45.
    expect(drops({ ...account, least: cents(40) }).rows).toEqual([1, 2]);
  });

  it("stops where rows without a target give all the money that is taken out", () => {
    const allocation = {
      values: Float64Array.of(50, 30, 20),
      total: cents(100),
      targets: mixOf(Float64Array.of(1, 0, 0)) as Mix,
    };
    expect(drops({ allocation, cash: cents(-25), side: -1, least: cents(100) }).rows).toEqual([]);
  });

  it("gives a missing dollar to no holding that lacks it", () => {
    const allocation = {
      values: Float64Array.of(190, 190, 20_000, 180_000),
      total: cents(200_380),
      targets: mixOf(Float64Array.of(0, 0, 1, 1)) as Mix,
      step: STEP,
    };
    // Both $1.90 go whole dollars only: each trade of $1 is too small, the later of them first.
    expect(drops({ allocation, cash: cents(0), side: 0, least: cents(150) }).rows).toEqual([1, 0]);
  });

  it("drops what solving again does where rows may trade one way alone", () => {
    let dropped = 0;
    const locked = fc.tuple(asked, fc.array(fc.constantFrom(0, 0, 0, 1, -1), { minLength: 80, maxLength: 80 }));
    fc.assert(
      fc.property(locked, ([{ allocation, least }, drawn]) => {
        const { values, targets } = allocation;
        const locks = Int8Array.from(values, (_, row) => drawn[row] as number);
        const solver = (includes: (row: number) => boolean): Result<readonly Usd[]> => {
          const some = only(allocation, includes);
          const lows = some.values.map((value, row) => (locks[row] === 1 ? value : 0));
          const highs = some.values.map((value, row) =>
            locks[row] === -1 || some.targets.parts[row] === 0 ? value : Number.POSITIVE_INFINITY,
          );
          const trades = levelBetween(some, { lows, highs }, cents(0));
          return trades ? { ok: true, value: trades } : { ok: false, problem: { code: "no targets" } };
        };
        if (!solver(() => true).ok) return;
        const account = { values, parts: targets.parts, side: 0, locks } as const;
        const rows = levelDrops(account, cents(0), least, solver);
        expect(dropSmallTrades(allocation, cents(0), least, solver, () => rows)).toEqual(
          dropSmallTrades(allocation, cents(0), least, solver),
        );
        dropped += rows.length;
      }),
      { numRuns: 600 },
    );
    expect(dropped).toBeGreaterThan(1000);
  });
});
