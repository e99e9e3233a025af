import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, negated, type Allocation, type Usd } from "../../../src/engine";
import type { Result } from "../../../src/engine/errors";
import { only } from "../../../src/engine/portfolio/allocation";
import type { Side } from "../../../src/engine/rebalance/level";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { dropSmallTrades } from "../../../src/engine/rebalance/minimum-trade";
import { stepDrops } from "../../../src/engine/rebalance/step-drops";
import { rebalanceToTarget } from "../../../src/engine/rebalance/to-target";
import { draws, picksOf, rowCounts } from "./drawn-rows";
import { dropOneByOne } from "./one-by-one";

const STEP = 100;

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly side: Side;
  readonly least: Usd;
}

/** Solves the rows that are left from scratch: to target, or cash alone where one side of the level trades. */
function solver({ allocation, cash, side }: Asked) {
  return (includes: (row: number) => boolean): Result<readonly Usd[]> => {
    const members = only(allocation, includes);
    if (side === 0 && members.targets.whole > 0) return rebalanceToTarget(members, cash);
    return cash < 0 ? withdraw(members, negated(cash)) : contribute(members, cash);
  };
}

/** Accounts with many equal rows, or none, in whole dollars or with holdings of less than one; near their targets, or anywhere. */
const asked: fc.Arbitrary<Asked> = fc
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

describe("stepDrops", () => {
  it("drops what solving again after each drop does", () => {
    let dropped = 0;
    let solved = 0;
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, cash, side, least } = given;
        const { values, targets } = allocation;
        const solve = solver(given);
        const drops = stepDrops({ values, parts: targets.parts, side }, cash, STEP, least, (includes) => {
          solved++;
          return solve(includes);
        });
        expect(dropSmallTrades(allocation, cash, least, solve, () => drops)).toEqual(
          dropSmallTrades(allocation, cash, least, solve),
        );
        const oneByOne = dropOneByOne(allocation, cash, least, solve)?.drops ?? [];
        expect(drops).toEqual(oneByOne.slice(0, drops.length));
        dropped += drops.length;
      }),
      { numRuns: draws },
    );
    expect(dropped).toBeGreaterThan(3 * draws);
    // Where holdings of less than a dollar can't be sold, the rows are solved again.
    expect(solved).toBeLessThan(dropped / 4);
  });

  it("gives a missing dollar to no holding that lacks it", () => {
    const values = Float64Array.of(190, 190, 20_000, 180_000);
    const targets = mixOf(Float64Array.of(0, 0, 1, 1));
    if (!targets) throw new Error("no mix");
    const given: Asked = {
      allocation: { values, total: cents(200_380), targets, step: STEP },
      cash: cents(0),
      side: 0,
      least: cents(150),
    };
    // Both $1.90 go whole dollars only: each trade of $1 is too small, the later of them first.
    const drops = stepDrops({ values, parts: targets.parts, side: 0 }, given.cash, STEP, given.least, solver(given));
    expect(drops).toEqual([1, 0]);
  });
});
