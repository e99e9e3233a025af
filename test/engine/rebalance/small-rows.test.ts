import { describe, expect, it } from "@jest/globals";
import { LeastTrades } from "../../../src/engine/rebalance/least-trades";
import { Level } from "../../../src/engine/rebalance/level";
import { RowCuts } from "../../../src/engine/rebalance/row-cuts";
import { SmallRows } from "../../../src/engine/rebalance/small-rows";

/** Three rows of like targets, laid in a window around the level of 1,000.5 cents a part. */
function laid(): SmallRows {
  const account = { values: Float64Array.of(990, 1000, 1012), parts: Float64Array.of(1, 1, 1), side: 0 as const };
  const rows = Uint32Array.of(0, 1, 2);
  const level = new Level(account, rows);
  const small = new SmallRows(
    account,
    new RowCuts(level, account),
    new LeastTrades(account, rows),
    new Uint8Array(3),
    100,
  );
  small.lay(0, { lowest: 1000.4, highest: 1000.6, from: 0.1, to: 0.3 });
  return small;
}

describe("SmallRows", () => {
  it("holds for levels and thresholds in its window alone", () => {
    const small = laid();
    expect(small.holds(1000.5, 0.1, 0.3)).toBe(true);
    expect(small.holds(1000.3, 0.1, 0.3)).toBe(false);
    expect(small.holds(1000.7, 0.1, 0.3)).toBe(false);
    expect(small.holds(1000.5, 0.05, 0.3)).toBe(false);
    expect(small.holds(1000.5, 0.1, 0.35)).toBe(false);
  });

  it("settles rows whose whole trade is the same wherever level and threshold lie", () => {
    const small = laid();
    // They trade +10.5, +0.5 and −11.5 cents, a tenth more or less. A purchase gets a cent if .7 and more is cut off it.
    expect(small.open).toEqual([]);
    expect(small.first()).toBe(0);
    expect([small.sizeOf(0), small.sizeOf(1), small.sizeOf(2)]).toEqual([10, 0, 11]);
  });

  it("leaves rows open whose trade hangs on who gets a missing cent", () => {
    const small = laid();
    small.lay(0, { lowest: 1000.4, highest: 1000.6, from: 0.3, to: 0.5 });
    expect(small.open).toEqual([0, 1]);
  });
});
