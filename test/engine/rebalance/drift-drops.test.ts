import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, type Allocation, type Mix, type Usd } from "../../../src/engine";
import { Decimal } from "../../../src/engine/decimal";
import type { Result } from "../../../src/engine/errors";
import type { PortfolioBand } from "../../../src/engine/policy/band";
import { afterTrades, only } from "../../../src/engine/portfolio/allocation";
import type { PartWay } from "../../../src/engine/rebalance/destinations";
import { driftDrops, type Shrinking } from "../../../src/engine/rebalance/drift-drops";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { measure, shareTraded, shrinkDrifts } from "../../../src/engine/rebalance/portfolio-band";
import { draws, picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly band: PortfolioBand;
  readonly destination: PartWay;
  readonly least: number;
}

const limits = fc.constantFrom("0", "0.0001", "0.03", "0.1", "0.3").map((limit) => new Decimal(limit));

/** Accounts with many equal rows, or none; in cents or in millions; minimums from a cent to more than all. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(3, 100, 10_000, 1_000_000, 1e12),
    largestPart: fc.constantFrom(1, 3, 1000, 1e12),
    isNear: fc.boolean(),
  })
  .chain(({ rows, most, largestPart, isNear }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        noise: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
        spread: fc.constantFrom(0.01, 0.3, 1),
        cashShare: fc.oneof(
          fc.constant(0),
          fc.double({ min: -0.9, max: 0.9, noNaN: true }),
          fc.double({ min: -0.05, max: 0.05, noNaN: true }),
          fc.double({ min: -0.05, max: 0.05, noNaN: true }),
          fc.double({ min: -0.05, max: 0.05, noNaN: true }),
          fc.double({ min: 1, max: 5, noNaN: true }),
        ),
        limit: limits,
        destination: fc.oneof(
          fc.constant<PartWay>({ kind: "edge" }),
          fc.constant<PartWay>({ kind: "halfway" }),
          limits.map((from): PartWay => ({ kind: "points", from })),
        ),
        least: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: most }), fc.constant(1e13)),
      })
      .map(({ values, parts, noise, spread, cashShare, limit, destination, least }): Asked | undefined => {
        const targets = mixOf(Float64Array.from(parts));
        if (!targets) return undefined;
        const held = isNear
          ? targets.parts.map((part, row) =>
              Math.max(0, Math.round((part / targets.whole) * most * rows * (1 + spread * (noise[row] as number)))),
            )
          : Float64Array.from(values);
        const total = held.reduce((sum, value) => sum + value, 0);
        const cash = cents(Math.round(cashShare * total) || 0);
        if (total === 0 || total + cash <= 0 || total + cash > 9e15) return undefined;
        const band: PortfolioBand = { kind: "drift", limit };
        const given = { allocation: { values: held, total: cents(total), targets }, cash, band, destination, least };
        return shrinkingOf(given) && given;
      });
  })
  .filter((each) => each !== undefined);

/** Places the cash with the given rows alone. */
function place(members: Allocation, cash: Usd): Result<readonly Usd[]> {
  if (cash === 0) return { ok: true, value: Array.from(members.values, () => cents(0)) };
  return cash > 0 ? contribute(members, cash) : withdraw(members, cents(0 - cash));
}

/** Places the cash, then shrinks what is left of the drifts, with the given rows alone. */
function solver({ allocation, cash, band, destination }: Asked) {
  return (includes: (row: number) => boolean): Result<readonly Usd[]> => {
    const placed = place(only(allocation, includes), cash);
    if (!placed.ok) return placed;
    const after = afterTrades(allocation, placed.value);
    const measured = measure(after, band, undefined);
    if (!measured.ok) return measured;
    const members = only(after, includes);
    if (!measured.value.outside || members.targets.whole === 0) return placed;
    const moves = shrinkDrifts(members, band, destination, measured.value);
    return { ok: true, value: moves.map((move, row) => cents(move + (placed.value[row] as number))) };
  };
}

/** How the drifts shrink; undefined where nothing is to be done once the cash is placed. */
function shrinkingOf({ allocation, cash, band, destination }: Asked): Shrinking | undefined {
  const placed = place(allocation, cash);
  const measured = placed.ok && measure(afterTrades(allocation, placed.value), band, undefined);
  if (!measured || !measured.ok || !measured.value.outside) return undefined;
  const { values, targets } = allocation;
  return {
    account: { values, parts: targets.parts },
    cash,
    share: shareTraded(band, destination, measured.value),
    over: measured.value.drift.numerator.dividedBy(targets.whole).toNumber(),
  };
}

const sorted = (rows: readonly number[]): number[] => rows.slice().sort((one, other) => one - other);

describe("driftDrops", () => {
  it("drops what solving again after each drop does", () => {
    const counted = { dropped: 0, solved: 0, withCash: 0, solvedWithCash: 0 };
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, cash, least } = given;
        const solve = solver(given);
        let solved = 0;
        const drops = driftDrops(shrinkingOf(given) as Shrinking, least, (of) => {
          solved++;
          return solve(of);
        });
        const again = dropSmallTrades(allocation, cash, cents(least), solve);
        expect(dropSmallTrades(allocation, cash, cents(least), solve, () => drops)).toEqual(again);
        // Some are found together, in any order: but none is dropped while another trade is clearly smaller.
        if (cash === 0)
          expect(sorted(drops)).toEqual(sorted(dropOneByOne(allocation, cash, least, solve)?.drops ?? []));
        else {
          drops.forEach((row, place) => {
            const before = new Set(drops.slice(0, place));
            const trades = solve((each) => !before.has(each));
            const sizes = trades.ok ? trades.value.map(Math.abs) : [];
            const smallest = Math.min(...sizes.filter((size) => size > 0));
            expect(sizes[row]).toBeLessThanOrEqual(8 + 1.5 * smallest);
          });
        }
        counted.dropped += drops.length;
        counted.solved += solved;
        if (cash === 0) return;
        counted.withCash += drops.length;
        counted.solvedWithCash += solved;
      }),
      { numRuns: draws },
    );
    expect(counted.dropped).toBeGreaterThan(3 * draws);
    expect(counted.withCash).toBeGreaterThan(0.7 * draws);
    // Also where most accounts have equal rows, or trades of a few cents.
    expect(counted.solved).toBeLessThan(counted.dropped);
    expect(counted.solvedWithCash).toBeLessThan(counted.withCash);
  });

  it("rounds only rows whose trades may have changed, where about a row a cent leaves the order to rounding", () => {
    const near = fc.record({
      rows: fc.integer({ min: 450, max: 550 }),
      seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 60 }),
      kinds: fc.constantFrom(3, 1e6),
      spread: fc.constantFrom(30, 400),
      limit: fc.constantFrom("0", "0.00001", "0.0001").map((limit) => new Decimal(limit)),
      destination: fc.constantFrom<PartWay>({ kind: "edge" }, { kind: "halfway" }),
      least: fc.constantFrom(3, 20, 60),
    });
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(near, ({ rows, seed, kinds, spread, limit, destination, least }) => {
        const drawn = (row: number, of: number): number => ((seed[row % seed.length] as number) * (of + 7 * row)) % 1;
        const parts = Float64Array.from({ length: rows }, (_, row) => 1 + Math.floor(kinds * drawn(row, 977)));
        const targets = mixOf(parts) as Mix;
        const values = targets.parts.map((part, row) =>
          Math.max(0, Math.round((part / targets.whole) * 1000 * rows + spread * (2 * drawn(row, 3571) - 1))),
        );
        const total = cents(values.reduce((sum, value) => sum + value, 0));
        const band: PortfolioBand = { kind: "drift", limit };
        const given = { allocation: { values, total, targets }, cash: cents(0), band, destination, least };
        const shrinking = shrinkingOf(given);
        if (!shrinking) return;
        const solve = solver(given);
        const drops = driftDrops(shrinking, least, (of) => {
          solved++;
          return solve(of);
        });
        expect(dropSmallTrades(given.allocation, given.cash, cents(least), solve, () => drops)).toEqual(
          dropSmallTrades(given.allocation, given.cash, cents(least), solve),
        );
        dropped += drops.length;
      }),
      { numRuns: 8 },
    );
    expect(dropped).toBeGreaterThan(300);
    expect(solved).toBe(0);
  });
});
