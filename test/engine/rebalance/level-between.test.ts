import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { cents, mixOf } from "../../../src/engine";
import { levelBetween } from "../../../src/engine/rebalance/level-between";
import type { Allocation } from "../../../src/engine/portfolio/allocation";
import { draws } from "./drawn-rows";

function accountOf(values: readonly number[], parts: readonly number[]): Allocation {
  const targets = mixOf(Float64Array.from(parts));
  if (targets === undefined) throw new Error("no targets");
  const total = cents(values.reduce((sum, value) => sum + value, 0));
  return { values: Float64Array.from(values), total, targets };
}

/** Every way to hold `money` cents between the bounds. */
function* holdings(
  money: number,
  lows: readonly number[],
  highs: readonly number[],
  row = 0,
): Iterable<readonly number[]> {
  if (row === lows.length) {
    if (money === 0) yield [];
    return;
  }
  for (let held = lows[row] as number; held <= Math.min(money, highs[row] as number); held++) {
    for (const rest of holdings(money - held, lows, highs, row + 1)) yield [held, ...rest];
  }
}

const rows = fc.array(
  fc.record({
    low: fc.integer({ min: 0, max: 12 }),
    held: fc.integer({ min: 0, max: 8 }),
    room: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Infinity)),
    part: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

describe("levelBetween", () => {
  it("has the least sum of gaps of all ways to hold the money, but for a cent a row, or finds that there is none", () => {
    let [found, none] = [0, 0];
    fc.assert(
      fc.property(rows, fc.integer({ min: -40, max: 40 }), (drawn, cash) => {
        fc.pre(drawn.some(({ part }) => part > 0));
        const values = drawn.map(({ low, held, room }) => low + Math.min(held, room));
        const lows = drawn.map(({ low }) => low);
        // Without a target no row takes more than it has.
        const highs = drawn.map(({ low, room, part }, row) => (part === 0 ? (values[row] as number) : low + room));
        const parts = drawn.map(({ part }) => part);
        const account = accountOf(values, parts);
        const money = account.total + cash;
        const trades = levelBetween(
          account,
          { lows: Float64Array.from(lows), highs: Float64Array.from(highs) },
          cents(cash),
        );
        let fewest = Infinity;
        const gapsOf = (held: readonly number[]): number =>
          held.reduce(
            (sum, each, row) =>
              sum + Math.abs(each - (money * (account.targets.parts[row] as number)) / account.targets.whole),
            0,
          );
        for (const held of holdings(money, lows, highs)) fewest = Math.min(fewest, gapsOf(held));
        if (trades === undefined) {
          none++;
          expect(fewest).toBe(Infinity);
          return;
        }
        found++;
        const held = trades.map((trade, row) => trade + (values[row] as number));
        held.forEach((each, row) => {
          expect(each).toBeGreaterThanOrEqual(lows[row] as number);
          expect(each).toBeLessThanOrEqual(highs[row] as number);
        });
        expect(held.reduce((sum, each) => sum + each, 0)).toBe(money);
        expect(gapsOf(held)).toBeLessThanOrEqual(fewest + drawn.length);
      }),
      { seed: 20_261_122, numRuns: draws },
    );
    expect(Math.min(found, none)).toBeGreaterThan(draws / 15);
  });

  it("counts exactly up to the largest totals", () => {
    const account = accountOf([4_000_000_000_000_001, 4_999_999_999_999_998], [333_333_333_333, 666_666_666_667]);
    const lows = Float64Array.of(4_000_000_000_000_000, 0);
    const highs = Float64Array.of(Infinity, Infinity);
    expect(levelBetween(account, { lows, highs }, cents(1))).toEqual([-1, 2]);
  });

  it("reads each row about log n times, however many there are", () => {
    const readsOf = (n: number): number => {
      let reads = 0;
      const counted = (numbers: readonly number[]): Float64Array =>
        new Proxy([...numbers], {
          get: (target, key) => {
            if (typeof key === "string" && /^\d+$/.test(key)) reads++;
            return Reflect.get(target, key) as unknown;
          },
        }) as unknown as Float64Array;
      const values = Array.from({ length: n }, (_, row) => 1 + ((row * 7919) % 100_003));
      const { total, targets } = accountOf(
        values,
        values.map((_, row) => 1 + ((row * 104_729) % 1_009)),
      );
      const account = { values: counted(values), total, targets: { ...targets, parts: counted([...targets.parts]) } };
      const lows = counted(values.map((value, row) => (row % 3 === 0 ? value : 0)));
      const highs = counted(values.map((value, row) => (row % 3 === 1 ? value : Infinity)));
      expect(levelBetween(account, { lows, highs }, cents(0))).toHaveLength(n);
      return reads;
    };
    const few = readsOf(500);
    expect(few).toBeGreaterThan(500);
    // Sixteen times as many rows: n log n is some 23 times as much, and n² 256 times.
    expect(readsOf(8_000)).toBeLessThan(30 * few);
  });
});
