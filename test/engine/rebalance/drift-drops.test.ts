import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, type Allocation } from "../../../src/engine";
import { Decimal } from "../../../src/engine/decimal";
import type { PortfolioBand } from "../../../src/engine/policy/band";
import { only } from "../../../src/engine/portfolio/allocation";
import type { PartWay } from "../../../src/engine/rebalance/destinations";
import { driftDrops } from "../../../src/engine/rebalance/drift-drops";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { measure, shareTraded, shrinkDrifts } from "../../../src/engine/rebalance/portfolio-band";
import { picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

interface Asked {
  readonly allocation: Allocation;
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
  })
  .chain(({ rows, most, largestPart }) => {
    const picks = picksOf(rows);
    return fc
      .record({
        values: picks(most),
        parts: picks(largestPart),
        limit: limits,
        destination: fc.oneof(
          fc.constant<PartWay>({ kind: "edge" }),
          fc.constant<PartWay>({ kind: "halfway" }),
          limits.map((from): PartWay => ({ kind: "points", from })),
        ),
        least: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: most }), fc.constant(1e13)),
      })
      .map(({ values, parts, limit, destination, least }): Asked | undefined => {
        const targets = mixOf(Float64Array.from(parts));
        const total = values.reduce((sum, value) => sum + value, 0);
        if (!targets || total === 0) return undefined;
        const allocation = { values: Float64Array.from(values), total: cents(total), targets };
        const band: PortfolioBand = { kind: "drift", limit };
        const measured = measure(allocation, band, undefined);
        return measured.ok && measured.value.outside ? { allocation, band, destination, least } : undefined;
      });
  })
  .filter((each) => each !== undefined);

describe("driftDrops", () => {
  it("drops what solving again after each drop does", () => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(asked, ({ allocation, band, destination, least }) => {
        const measured = measure(allocation, band, undefined);
        if (!measured.ok) throw new Error(measured.problem.code);
        const solve = (includes: (row: number) => boolean): ReturnType<Parameters<typeof dropSmallTrades>[3]> => {
          const members = only(allocation, includes);
          const none = Array.from(allocation.values, () => cents(0));
          return {
            ok: true,
            value: members.targets.whole === 0 ? none : shrinkDrifts(members, band, destination, measured.value),
          };
        };
        const again = dropSmallTrades(allocation, cents(0), cents(least), solve);
        const share = shareTraded(band, destination, measured.value);
        const drops = driftDrops({ values: allocation.values, parts: allocation.targets.parts }, share, least, (of) => {
          solved++;
          return solve(of);
        });
        expect(dropSmallTrades(allocation, cents(0), cents(least), solve, () => drops)).toEqual(again);
        expect(drops).toEqual(dropOneByOne(allocation, 0, least, solve)?.drops);
        dropped += drops.length;
      }),
      { numRuns: 1000 },
    );
    expect(dropped).toBeGreaterThan(3000);
    // Also where most accounts have equal rows, or trades of a few cents.
    expect(solved).toBeLessThan(dropped);
  });
});
