import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { CutTrade } from "../../../src/engine/rebalance/level";
import { smallestTrade } from "../../../src/engine/rebalance/next-drop";
import type { MissingCents } from "../../../src/engine/rebalance/value-classes";

/** Trades towards one level, and the cents that are missing: so many, of one sign. */
const cases = fc.record({
  sign: fc.constantFrom<1 | -1>(1, -1),
  count: fc.integer({ min: 0, max: 6 }),
  trades: fc
    .array(
      fc.record({
        sign: fc.constantFrom<1 | -1>(1, -1),
        size: fc.integer({ min: 0, max: 5 }),
        cut: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 14 },
    )
    .map((drawn) => drawn.map((trade, row): CutTrade => ({ row, cutCents: 0, ...trade }))),
  least: fc.integer({ min: 1, max: 7 }),
});

describe("smallestTrade", () => {
  it("is the smallest once every missing cent is given, of equal ones the later row", () => {
    let found = 0;
    fc.assert(
      fc.property(cases, ({ sign, count, trades, least }) => {
        // To the largest cuts first, of equal ones the earlier row.
        const comesBefore = (one: { cut: number; row: number }, other: { cut: number; row: number }): boolean =>
          one.cut > other.cut || (one.cut === other.cut && one.row < other.row);
        const inSign = trades.filter((trade) => trade.sign === sign && trade.cut > 0);
        const gets = (row: number, cut: number): boolean =>
          inSign.filter((other) => comesBefore(other, { row, cut })).length < count;
        const rounded = trades
          .map((trade) => ({
            row: trade.row,
            size: trade.size + (trade.cut > 0 && trade.sign === sign && gets(trade.row, trade.cut) ? 1 : 0),
          }))
          .filter(({ size }) => size > 0 && size < least)
          .sort((one, other) => one.size - other.size || other.row - one.row);
        const missing = (): MissingCents => ({ sign, gets });
        // Asked in any order.
        const shuffled = trades.slice().reverse();
        expect(smallestTrade(trades, least, missing)).toEqual(rounded[0]);
        expect(smallestTrade(shuffled, least, missing)).toEqual(rounded[0]);
        if (rounded.length > 0) found++;
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(1000);
  });
});
