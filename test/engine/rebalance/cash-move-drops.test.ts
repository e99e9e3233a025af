import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, type Allocation, type Mix, type Usd } from "../../../src/engine";
import { Decimal } from "../../../src/engine/decimal";
import type { Result } from "../../../src/engine/errors";
import type { RowBand } from "../../../src/engine/policy/band";
import { afterTrades, only } from "../../../src/engine/portfolio/allocation";
import { cashMoveDrops } from "../../../src/engine/rebalance/cash-move-drops";
import { balanced, movesOutOfBand, type PartWay } from "../../../src/engine/rebalance/destinations";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { bands, destinations } from "./drawn-moves";
import { draws, picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly band: RowBand;
  readonly destination: PartWay;
  readonly least: number;
}

/** Accounts with many equal rows, or none; near their targets or anywhere; cash from a few cents to all there is, either way. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(3, 10, 100, 10_000, 1_000_000, 1e12),
    largestPart: fc.constantFrom(1, 3, 10, 1000, 1e12),
    isNear: fc.boolean(),
    leastPart: fc.constantFrom(0, 0, 1),
  })
  .chain(({ rows, most, largestPart, isNear, leastPart }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        noise: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
        spread: fc.constantFrom(0.01, 0.3, 0.8),
        share: fc.oneof(
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.double({ min: -0.05, max: 0.05, noNaN: true }),
          fc.double({ min: 1, max: 5, noNaN: true }),
        ),
        band: bands,
        destination: destinations,
        least: fc.oneof(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: Math.max(1, Math.ceil(most / 10)) }),
          fc.integer({ min: 1, max: most }),
          fc.constant(1e13),
        ),
      })
      .map(({ values, parts, noise, spread, share, band, destination, least }): Asked | undefined => {
        const targets: Mix | undefined = mixOf(Float64Array.from(parts, (part) => Math.max(part, leastPart)));
        if (!targets) return undefined;
        const held = isNear
          ? targets.parts.map((part, row) =>
              Math.max(0, Math.round((part / targets.whole) * most * rows * (1 + spread * (noise[row] as number)))),
            )
          : Float64Array.from(values);
        const total = held.reduce((sum, value) => sum + value, 0);
        const cash = Math.round(share * total);
        if (total === 0 || cash === 0 || total + cash <= 0 || total + cash > 9e15) return undefined;
        return {
          allocation: { values: held, total: cents(total), targets },
          cash: cents(cash),
          band,
          destination,
          least,
        };
      });
  })
  .filter((each) => each !== undefined);

/** Accounts of many rows with bands that are a share of the target: what cash leaves outside goes on being moved, or none is left outside. */
const large: fc.Arbitrary<Asked> = fc
  .record({
    rows: fc.integer({ min: 40, max: 160 }),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 300 }),
    equal: fc.boolean(),
    spread: fc.constantFrom(0.3, 0.8, 1),
    zero: fc.boolean(),
    most: fc.constantFrom(1000, 100_000, 1e8),
    share: fc.constantFrom(-0.6, -0.2, -0.01, -0.0001, 0.0001, 0.01, 0.2, 1),
    band: fc
      .constantFrom("0", "0.1", "0.25", "0.5")
      .map((share) => ({ kind: "relative" as const, share: new Decimal(share) })),
    destination: destinations,
    least: fc.constantFrom(0.02, 0.1, 0.3, 1, 1e6),
  })
  .map(({ rows, seed, equal, spread, zero, most, share, band, destination, least }) => {
    const drawn = (row: number, of: number): number => ((seed[row % seed.length] as number) * (of + row)) % 1;
    const parts = Float64Array.from({ length: rows }, (_, row) =>
      equal ? 1000 : 200 + Math.round(2000 * drawn(row, 977)),
    );
    if (zero) parts[rows - 1] = 0;
    const targets = mixOf(parts) as Mix;
    const values = parts.map((part, row) =>
      Math.round((part / 1000) * most * (1 + spread * (2 * drawn(row, 3571) - 1))),
    );
    if (zero) values[rows - 1] = Math.round(most / 3);
    const total = values.reduce((sum, value) => sum + value, 0);
    const allocation = { values, total: cents(total), targets };
    const cash = cents(Math.round(share * total));
    return { allocation, cash, band, destination, least: Math.ceil(least * most) };
  });

/** Numbers below 1, spread evenly, from a seed (S. K. Park and K. W. Miller, "Random number generators", 1988). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Accounts of many rows near targets of all sizes, with narrow bands in points: cash brings rows with small targets into
 * their bands and leaves the others that it reaches outside. Trades are often a few cents, so that a missing one matters,
 * and many rows are alike, so that it goes by their order.
 */
const drawnInPoints = fc
  .record({
    rows: fc.integer({ min: 60, max: 240 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    kinds: fc.constantFrom(12, 1e6, 1e6),
    zero: fc.boolean(),
    spread: fc.constantFrom(40, 120, 400, 30_000),
    share: fc.constantFrom(-0.05, -0.02, 0.02, 0.05),
    width: fc.constantFrom(0.05, 0.1, 0.2),
    destination: destinations,
    least: fc.constantFrom(0.02, 0.1, 0.3),
  })
  .map(({ rows, seed, kinds, zero, spread, share, width, destination, least }) => {
    const draw = numbersFrom(seed);
    const drawn = Array.from({ length: Math.min(rows, kinds) }, () => [draw(), draw()] as const);
    const ofRow = (row: number): readonly [number, number] => drawn[row % drawn.length] as [number, number];
    const parts = Float64Array.from({ length: rows }, (_, row) => 1 + Math.round(10_000 * ofRow(row)[0]));
    if (zero) parts[rows - 1] = 0;
    const targets = mixOf(parts) as Mix;
    const values = parts.map((part, row) =>
      Math.max(0, Math.round((part * spread) / 500 + spread * (2 * ofRow(row)[1] - 1))),
    );
    const total = values.reduce((sum, value) => sum + value, 0);
    return {
      allocation: { values, total: cents(total), targets },
      cash: cents(Math.round(share * spread * rows)),
      band: { kind: "points" as const, width: new Decimal(((width * spread) / total).toFixed(9)) },
      destination,
      least: Math.ceil(least * spread),
    };
  });

/** Whether money goes out while a row without a target holds some: that gives first, and each drop is solved again. */
function isTakenFromUntargeted({ allocation: { values, targets }, cash }: Asked): boolean {
  return cash < 0 && values.some((value, row) => value > 0 && targets.parts[row] === 0);
}
const inPoints: fc.Arbitrary<Asked> = drawnInPoints.filter((given) => !isTakenFromUntargeted(given));
const outOfUntargeted: fc.Arbitrary<Asked> = drawnInPoints.filter(isTakenFromUntargeted);

/** Places the cash, then moves, with the given rows alone. */
function solver({ allocation, cash, band, destination }: Asked) {
  return (mayTrade: (row: number) => boolean): Result<readonly Usd[]> => {
    const members = only(allocation, mayTrade);
    const placed = cash > 0 ? contribute(members, cash) : withdraw(members, cents(0 - cash));
    if (!placed.ok) return placed;
    const after = afterTrades(allocation, placed.value);
    const moves = balanced(movesOutOfBand(after, band, destination))(mayTrade);
    if (!moves.ok) return moves;
    return { ok: true, value: moves.value.map((move, row) => cents(move + (placed.value[row] as number))) };
  };
}

describe("cashMoveDrops", () => {
  it("drops what solving again after each drop does", () => {
    let dropped = 0;
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, cash, band, destination, least } = given;
        const solve = solver(given);
        const again = dropSmallTrades(allocation, cash, cents(least), solve);
        const drops = cashMoveDrops(allocation, cash, band, destination, least, solve);
        expect(dropSmallTrades(allocation, cash, cents(least), solve, () => drops)).toEqual(again);
        dropped += drops.length;
        if (again.ok && !again.value.lastResort) expect(drops.length).toBe(again.value.dropped.length);
      }),
      { numRuns: draws },
    );
    expect(dropped).toBeGreaterThan(3 * draws);
  });

  it("solves again where what is left takes a row out of its band on the other side", () => {
    const targets = mixOf(
      Float64Array.of(80, 5, 936, 2, 437, 12, 70, 50, 14, 6, 615, 55, 643, 101, 65, 923, 106, 646, 411, 296),
    ) as Mix;
    const values = Float64Array.of(
      ...[295095, 18215, 3449777, 7189, 1590567, 43907, 257256, 186333, 52107, 22096],
      ...[2247415, 202078, 2303438, 366020, 237242, 3365573, 388704, 2380121, 1488254, 1096986],
    );
    const total = cents(values.reduce((sum, value) => sum + value, 0));
    const given: Asked = {
      allocation: { values, total, targets },
      cash: cents(-401412),
      band: { kind: "points", width: new Decimal("0.003") },
      destination: { kind: "edge" },
      least: 117338,
    };
    const solve = solver(given);
    const drops = cashMoveDrops(given.allocation, given.cash, given.band, given.destination, given.least, solve);
    expect(drops).toEqual(dropOneByOne(given.allocation, given.cash, given.least, solve)?.drops);
  });

  it("drops what solving again does where cash leaves some of its rows outside narrow bands, with few solutions", () => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(inPoints, (given) => {
        const { allocation, cash, band, destination, least } = given;
        const solve = solver(given);
        const counted: typeof solve = (includes) => {
          solved++;
          return solve(includes);
        };
        const again = dropSmallTrades(allocation, cash, cents(least), solve);
        const drops = cashMoveDrops(allocation, cash, band, destination, least, counted);
        expect(dropSmallTrades(allocation, cash, cents(least), solve, () => drops)).toEqual(again);
        if (again.ok && !again.value.lastResort) expect(drops.length).toBe(again.value.dropped.length);
        dropped += drops.length;
      }),
      { numRuns: Math.ceil(draws / 2) },
    );
    expect(dropped).toBeGreaterThan(5 * draws);
    expect(solved).toBeLessThan(dropped / 3);
  });

  it("drops what solving again does where money out is taken from a row without a target first", () => {
    let dropped = 0;
    fc.assert(
      fc.property(outOfUntargeted, (given) => {
        const { allocation, cash, band, destination, least } = given;
        const solve = solver(given);
        const again = dropSmallTrades(allocation, cash, cents(least), solve);
        const drops = cashMoveDrops(allocation, cash, band, destination, least, solve);
        expect(dropSmallTrades(allocation, cash, cents(least), solve, () => drops)).toEqual(again);
        dropped += drops.length;
      }),
      { numRuns: Math.ceil(draws / 8) },
    );
    expect(dropped).toBeGreaterThan(draws);
  });

  it("solves again after few drops where bands are a share of the targets", () => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(large, (given) => {
        const { allocation, cash, band, destination, least } = given;
        const solve = solver(given);
        const counted: typeof solve = (includes) => {
          solved++;
          return solve(includes);
        };
        const drops = cashMoveDrops(allocation, cash, band, destination, least, counted);
        expect(dropSmallTrades(allocation, cash, cents(least), solve, () => drops)).toEqual(
          dropSmallTrades(allocation, cash, cents(least), solve),
        );
        dropped += drops.length;
      }),
      { numRuns: 60 },
    );
    expect(dropped).toBeGreaterThan(500);
    // Each account takes one or two solutions in any case.
    expect(solved).toBeLessThan(dropped / 8);
  });
});
