import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { favourEarlierRows } from "../../../src/engine/rebalance/shares/earlier-rows";
import type { SharePosition, SharePositions } from "../../../src/engine/rebalance/shares/positions";
import { Work } from "../../../src/engine/rebalance/shares/work";

interface Answer {
  readonly positions: SharePositions;
  /** Steps above each row's base, negative. */
  readonly changes: readonly number[];
}

/** Answers that give up some of what they might buy, and sell some more than they need; few prices, so that sums tie. */
const answers: fc.Arbitrary<Answer> = fc
  .record({
    rows: fc.array(
      fc.record({
        price: fc.constantFrom(1, 2, 3, 5),
        trade: fc.integer({ min: -4, max: 6 }),
        spareSells: fc.integer({ min: 0, max: 5 }),
        given: fc.nat(100),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    fee: fc.constantFrom(0, 1, 7),
  })
  .map(({ rows, fee }): Answer => {
    const held = rows.map(({ price, trade, spareSells }): SharePosition => ({
      ...{ price, trade, spareSells, cost: 0, short: 0, buys: true },
      ...{ spareBuys: Math.max(0, trade), undoneSells: Math.max(0, -trade) },
    }));
    const changes = held.map(
      ({ spareBuys, spareSells }, row) => 0 - ((rows[row]?.given ?? 0) % (spareBuys + spareSells + 1)),
    );
    const positions = { decimals: 0, rows: held, countable: true, exactRoom: 0, exactFee: fee, fee, room: 0, tick: 1 };
    return { positions, changes };
  });

/** What must stay: dollars given up and traded on each side and, where each trade costs, which rows trade. */
function figures({ rows, fee }: SharePositions, changes: readonly number[]): unknown {
  const trades = rows.map(({ trade }, row) => trade + (changes[row] as number));
  const dollars = (of: (row: number) => number): number =>
    rows.reduce((sum, { price }, row) => sum + price * of(row), 0);
  return {
    givenUp: dollars((row) => changes[row] as number),
    bought: dollars((row) => Math.max(0, trades[row] as number)),
    sold: dollars((row) => Math.max(0, -(trades[row] as number))),
    trading: fee > 0 ? trades.map((trade) => trade !== 0) : [],
  };
}

it("moves what is given up to later rows, and changes no dollar and no fee", () => {
  let moved = 0;
  fc.assert(
    fc.property(answers, ({ positions, changes }) => {
      const after = favourEarlierRows(positions, changes, new Work(1e6));
      expect(figures(positions, after)).toEqual(figures(positions, changes));
      const first = changes.findIndex((change, row) => change !== after[row]);
      if (first < 0) return;
      moved++;
      expect(after[first]).toBeGreaterThan(changes[first] as number);
    }),
    { numRuns: 3000 },
  );
  expect(moved).toBeGreaterThan(300);
});
