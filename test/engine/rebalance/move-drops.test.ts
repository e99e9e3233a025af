import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, type Allocation, type Mix } from "../../../src/engine";
import type { RowBand } from "../../../src/engine/policy/band";
import { balanced, movesOutOfBand, type PartWay } from "../../../src/engine/rebalance/destinations";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { moveDrops } from "../../../src/engine/rebalance/move-drops";
import { bands, destinations } from "./drawn-moves";
import { draws, picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

interface Asked {
  readonly allocation: Allocation;
  readonly band: RowBand;
  readonly destination: PartWay;
  readonly least: number;
}

/** Accounts with many equal rows, or none; near their targets with a few rows far away, or anywhere; in cents or in millions. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: rowCounts,
    most: fc.constantFrom(3, 10, 100, 10_000, 1_000_000, 1e12),
    largestPart: fc.constantFrom(1, 3, 10, 1000, 1e12),
    like: fc.constantFrom("anything", "near", "near but few"),
  })
  .chain(({ rows, most, largestPart, like }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        noise: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
        spread: fc.constantFrom(0.0001, 0.01, 0.05, 0.3),
        far: fc.integer({ min: -10, max: 10 }),
        band: bands,
        destination: destinations,
        least: fc.oneof(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: Math.max(1, Math.ceil(most / 10)) }),
          fc.integer({ min: 1, max: most }),
          fc.constant(1e13),
        ),
      })
      .map(({ values, parts, noise, spread, far, band, destination, least }): Asked | undefined => {
        const targets: Mix | undefined = mixOf(Float64Array.from(parts));
        if (!targets) return undefined;
        const near = targets.parts.map((part, row) =>
          Math.max(0, Math.round((part / targets.whole) * most * rows * (1 + spread * (noise[row] as number)))),
        );
        if (like === "near but few") near[0] = Math.max(0, Math.round((near[0] as number) * (1 + far / 10) + far));
        const held = like === "anything" ? Float64Array.from(values) : near;
        const total = held.reduce((sum, value) => sum + value, 0);
        if (total > 9e15 || total === 0) return undefined;
        return { allocation: { values: held, total: cents(total), targets }, band, destination, least };
      });
  })
  .filter((each) => each !== undefined);

describe("moveDrops", () => {
  it("drops what solving again after each drop does", () => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(asked, ({ allocation, band, destination, least }) => {
        const moves = movesOutOfBand(allocation, band, destination);
        const solve = balanced(moves);
        const again = dropSmallTrades(allocation, cents(0), cents(least), solve);
        const counted: typeof solve = (includes) => {
          solved++;
          return solve(includes);
        };
        const drops = moveDrops(moves, counted, least);
        expect(dropSmallTrades(allocation, cents(0), cents(least), solve, () => drops)).toEqual(again);
        dropped += drops.length;
        if (again.ok) expect(drops).toEqual(dropOneByOne(allocation, 0, least, solve)?.drops);
      }),
      { numRuns: draws },
    );
    expect(dropped).toBeGreaterThan(3 * draws);
    // Also where most accounts are tiny, or have rows without a target.
    expect(solved).toBeLessThan(dropped / 2);
  });
});
