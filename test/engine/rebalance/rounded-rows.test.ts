import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf, negated, type Allocation, type Mix, type Usd } from "../../../src/engine";
import type { Result } from "../../../src/engine/errors";
import { only } from "../../../src/engine/portfolio/allocation";
import { LeastTrades } from "../../../src/engine/rebalance/least-trades";
import { Level, type Side } from "../../../src/engine/rebalance/level";
import { contribute, withdraw } from "../../../src/engine/rebalance/level-fill";
import { smallestBelow } from "../../../src/engine/rebalance/minimum-trade";
import { RoundedRows } from "../../../src/engine/rebalance/rounded-rows";
import { rebalanceToTarget } from "../../../src/engine/rebalance/to-target";

interface Asked {
  readonly allocation: Allocation;
  readonly cash: Usd;
  readonly side: Side;
  readonly least: Usd;
  /** After how many of the smallest trades any other row is taken out as well. */
  readonly others: number;
}

/** Accounts of so many rows that windows are laid: near their targets, or anywhere; few kinds of targets, or many. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 500, max: 1200 })),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 80 }),
    kinds: fc.constantFrom(1, 3, 40, 1000, 1e12),
    // Most weights small beside few.
    power: fc.constantFrom(1, 1, 1, 8),
    zeros: fc.constantFrom(0, 0, 0.1),
    spread: fc.constantFrom(1, 3, 40, 900, 30_000, 1e6),
    average: fc.constantFrom(20, 200, 50_000, 1e11),
    share: fc.constantFrom(0.0001, 0.01, 0.3),
    side: fc.constantFrom<Side>(0, 0, 1, -1),
    step: fc.constantFrom(1, 1, 100, 700),
    least: fc.constantFrom(4, 60, 2000, 1e13),
    others: fc.constantFrom(2, 9, 1000),
  })
  .map(({ rows, seed, kinds, power, zeros, spread, average, share, side, step, least, others }) => {
    const drawn = (row: number, of: number): number => ((seed[row % seed.length] as number) * (of + 7 * row)) % 1;
    const parts = Float64Array.from({ length: rows }, (_, row) =>
      row > 0 && drawn(row, 577) < zeros ? 0 : 1 + Math.floor(kinds * drawn(row, 977) ** power),
    );
    const targets = mixOf(parts) as Mix;
    const values = targets.parts.map((part, row) =>
      Math.max(0, Math.round((part / targets.whole) * average * rows + spread * (2 * drawn(row, 3571) - 1))),
    );
    const total = cents(values.reduce((sum, value) => sum + value, 0));
    const cash = cents(side * Math.max(1, Math.floor((total * share) / step)) * step);
    return { allocation: { values, total, targets, step }, cash, side, least: cents(least * step), others };
  });

function solve({ allocation, cash, side }: Asked, includes: (row: number) => boolean): Result<readonly Usd[]> {
  const members = only(allocation, includes);
  if (side === 0) return rebalanceToTarget(members, cash);
  return cash < 0 ? withdraw(members, negated(cash)) : contribute(members, cash);
}

describe("RoundedRows", () => {
  it("finds the smallest of all trades as they are rounded together, while rows are taken out", () => {
    let [asks, unclear] = [0, 0];
    fc.assert(
      fc.property(asked, (given) => {
        const { allocation, cash, side, least, others } = given;
        const { values, targets, step = 1 } = allocation;
        const account = { values, parts: targets.parts, side, step };
        const all = Uint32Array.from(values.keys());
        const level = new Level(account, all);
        level.trade(cash);
        const byPart = all
          .slice()
          .sort((one, other) => (targets.parts[one] as number) - (targets.parts[other] as number));
        const nearest = new LeastTrades(account, byPart);
        const rounded = new RoundedRows(level, account, all, least, nearest);
        const gone = new Uint8Array(values.length);
        for (let turn = 1; turn < 60 && level.holds(); turn++) {
          const smallest = rounded.smallest();
          const solved = solve(given, (row) => gone[row] === 0);
          const trades = solved.ok ? solved.value : [];
          const row = smallestBelow(trades, least);
          asks++;
          if (smallest === "unclear") unclear++;
          else {
            const size = row === undefined ? undefined : { row, size: Math.abs(trades[row] as number) / step };
            expect(smallest).toEqual(size);
          }
          const taken = turn % others === 0 ? (turn * 37) % values.length : row;
          if (taken === undefined || gone[taken] === 1) break;
          gone[taken] = 1;
          level.take(taken);
          nearest.take(taken);
          rounded.take(taken);
        }
      }),
      { numRuns: 110 },
    );
    expect(asks).toBeGreaterThan(800);
    expect(unclear).toBeLessThan(asks / 4);
  });

  it("leaves it open where rows have too few whole dollars to sell", () => {
    // Of $3.50 in three rows, $3.00 is to be sold: down to 16⅔ cents each. Only $2.00 of it are whole dollars of one row.
    const account = {
      values: Float64Array.of(50, 50, 250),
      parts: Float64Array.of(1, 1, 1),
      side: -1 as const,
      step: 100,
    };
    const all = Uint32Array.of(0, 1, 2);
    const level = new Level(account, all);
    level.trade(-300);
    expect(new RoundedRows(level, account, all, 1000, new LeastTrades(account, all)).smallest()).toBe("unclear");
  });
});
