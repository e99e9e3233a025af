import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { LeastTrades, type FirstFill } from "../../../src/engine/rebalance/least-trades";

const unit = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

/** Rows enough for several leaves, and levels that move as rows are taken out. */
const cases = fc.record({
  rows: fc.array(fc.record({ value: fc.integer({ min: 0, max: 5000 }), part: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 20,
    maxLength: 120,
  }),
  side: fc.constantFrom<1 | -1>(1, -1),
  weight: fc.constantFrom(0.1, 1, 7),
  steps: fc.array(fc.record({ level: unit, fill: unit, move: unit, limit: unit, taken: unit }), {
    minLength: 1,
    maxLength: 30,
  }),
});

describe("LeastTrades", () => {
  it("finds all rows that may trade the least where cash is placed at a level of its own, as both levels move", () => {
    let found = 0;
    fc.assert(
      fc.property(cases, ({ rows, side, weight, steps }) => {
        const values = Float64Array.from(rows, ({ value }) => value);
        const parts = Float64Array.from(rows, ({ part }) => part);
        const order = Uint32Array.from(rows.keys()).sort(
          (one, other) => (parts[one] as number) - (parts[other] as number),
        );
        const fill: FirstFill = { side, weight };
        const trades = new LeastTrades({ values, parts, side: 0 }, order, fill);
        const left = new Set(rows.keys());
        for (const { level: to, fill: before, move: by, limit: most, taken } of steps) {
          const level = 400 + 200 * to;
          const fillLevel = level - side * 200 * before;
          const sizeOf = (row: number): number => {
            const [value, part] = [values[row] as number, parts[row] as number];
            return Math.abs(part * level - value + weight * side * Math.max(0, side * (part * fillLevel - value)));
          };
          expect(trades.candidates(level, fillLevel, 2)?.length ?? 0).toBeLessThan(3);
          const candidates = new Set(trades.candidates(level, fillLevel));
          const sizes = [...left].map(sizeOf);
          const least = Math.min(...sizes.filter((size) => size >= 1.001));
          for (const row of left)
            if (sizeOf(row) < 0.999 || sizeOf(row) <= least + 1.999) expect(candidates).toContain(row);
          const [move, limit] = [by, 1000 * most];
          const near = trades.within(level, move, limit, fillLevel);
          const isNear = (row: number, more: number): boolean =>
            sizeOf(row) - (parts[row] as number) * move <= limit + more;
          for (const row of left) if (isNear(row, -0.001)) expect(near).toContain(row);
          for (const row of near) expect(left.has(row) && isNear(row, 0.001)).toBe(true);
          found += near.length;
          const gone = [...left][Math.floor(taken * left.size)];
          if (gone === undefined || left.size === 1) continue;
          left.delete(gone);
          trades.take(gone);
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(1000);
  });
});
