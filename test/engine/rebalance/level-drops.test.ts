import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, negated, type Allocation, type Mix, type Usd } from "../../../src/engine";
import type { Result } from "../../../src/engine/errors";
import { only } from "../../../src/engine/portfolio/allocation";
import type { Side } from "../../../src/engine/rebalance/level";
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

const drops = ({ allocation: { values, targets }, cash, side, least }: Asked): number[] =>
  levelDrops({ values, parts: targets.parts, side }, cash, least);

describe("levelDrops", () => {
  it("drops what solving again after each drop does", () => {
    let dropped = 0;
    fc.assert(
      fc.property(asked, (each) => {
        const { allocation, cash, least } = each;
        const again = dropSmallTrades(allocation, cash, least, (includes) => solve(each, includes));
        const foreseen = dropSmallTrades(
          allocation,
          cash,
          least,
          (includes) => solve(each, includes),
          () => drops(each),
        );
        expect(foreseen).toEqual(again);
        dropped += drops(each).length;
      }),
      { numRuns: draws },
    );
    expect(dropped).toBeGreaterThan(3 * draws);
  });

  it("drops the later of equal trades first, and hands its trade over", () => {
    const values = Float64Array.of(130, 130, 100, 40);
    const targets = mixOf(Float64Array.of(1, 1, 1, 1)) as Mix;
    const account = { allocation: { values, total: cents(400), targets }, cash: cents(0), side: 0 } as const;
    // −30, −30, 0, +60. Row 2 dropped: 270 among three, 90 each: −40, −10, +50; then row 3: 85 each: −45, +45.
    expect(drops({ ...account, least: cents(40) })).toEqual([1, 2]);
  });

  it("stops where rows without a target give all the money that is taken out", () => {
    const allocation = {
      values: Float64Array.of(50, 30, 20),
      total: cents(100),
      targets: mixOf(Float64Array.of(1, 0, 0)) as Mix,
    };
    expect(drops({ allocation, cash: cents(-25), side: -1, least: cents(100) })).toEqual([]);
  });
});
