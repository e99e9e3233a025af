import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { smallestTrade, type Candidate } from "../../../src/engine/rebalance/next-drop";
import type { MissingCents } from "../../../src/engine/rebalance/value-classes";

/** A level, as far as its missing cents go: so many, of one sign, to the largest cuts first, of equal ones the earlier row. */
interface Level {
  readonly sign: 1 | -1;
  readonly count: number;
}

const levels: fc.Arbitrary<Level> = fc.record({
  sign: fc.constantFrom<1 | -1>(1, -1),
  count: fc.integer({ min: 0, max: 6 }),
});

const cases = fc.tuple(levels, levels).chain((both) =>
  fc.record({
    trades: fc
      .array(
        fc.record({
          sign: fc.constantFrom<1 | -1>(1, -1),
          size: fc.integer({ min: 0, max: 5 }),
          cut: fc.integer({ min: 0, max: 4 }),
          to: fc.constantFrom(...both, undefined),
        }),
        { maxLength: 14 },
      )
      .map((drawn) =>
        drawn.map(({ sign, size, cut, to }, row): Candidate<Level> =>
          to ? { row, sign, size, cut, to } : { row, sign, size, cut: 0 },
        ),
      ),
    least: fc.integer({ min: 1, max: 7 }),
  }),
);

describe("smallestTrade", () => {
  it("is the smallest once every missing cent is given, of equal ones the later row", () => {
    let found = 0;
    fc.assert(
      fc.property(cases, ({ trades, least }) => {
        const comesBefore = (one: { cut: number; row: number }, other: { cut: number; row: number }): boolean =>
          one.cut > other.cut || (one.cut === other.cut && one.row < other.row);
        const gets = (to: Level, row: number, cut: number): boolean => {
          const inSign = trades.filter((other) => other.to === to && other.sign === to.sign && other.cut > 0);
          return inSign.filter((other) => comesBefore(other, { row, cut })).length < to.count;
        };
        const rounded = trades
          .map(({ row, sign, size, cut, to }) => ({
            row,
            size: size + (to && cut > 0 && sign === to.sign && gets(to, row, cut) ? 1 : 0),
          }))
          .filter(({ size }) => size > 0 && size < least)
          .sort((one, other) => one.size - other.size || other.row - one.row);
        const missingOf = (to: Level): MissingCents => ({ sign: to.sign, gets: (row, cut) => gets(to, row, cut) });
        // Asked in any order.
        const shuffled = trades.slice().reverse();
        expect(smallestTrade(trades, least, missingOf)).toBe(rounded[0]?.row);
        expect(smallestTrade(shuffled, least, missingOf)).toBe(rounded[0]?.row);
        if (rounded.length > 0) found++;
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(1000);
  });
});
