import { expect, it } from "@jest/globals";
import { CashInBand } from "../../../src/engine/rebalance/cash-in-band";
import { Level } from "../../../src/engine/rebalance/level";

/** Three rows without money and with like targets are given 5 cents: 2, 2 and 1, as of equal cuts the earlier rows come first. */
it.each([
  { inBand: [0], cash: 2, smallest: [0, 2] },
  { inBand: [1], cash: 2, smallest: [1, 2] },
  { inBand: [2], cash: 1, smallest: [2, 1] },
  { inBand: [0, 1, 2], cash: 5, smallest: [2, 1] },
])("gives missing cents as all rows that cash reaches are rounded, with rows $inBand in band", (given) => {
  const level = new Level({ values: new Float64Array(3), parts: Float64Array.of(1, 1, 1), side: 1 }, [0, 1, 2]);
  level.trade(5);
  const from = new Float64Array(3).fill(100);
  for (const row of given.inBand) from[row] = 0;
  const surely = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);
  const cash = new CashInBand(level, 1, new Uint8Array(3), { reached: new Float64Array(3), from, surely });
  expect(cash.follow(() => undefined)).toBe(true);
  const [row, size] = given.smallest;
  expect(cash.placed(5)).toEqual({ cash: given.cash, smallest: { row, size, sign: 1, cutCents: 0, cut: 0 } });
});
