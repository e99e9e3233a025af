import { describe, expect, it } from "@jest/globals";
import { CashInBand } from "../../../src/engine/rebalance/cash-in-band";
import { Level } from "../../../src/engine/rebalance/level";

/** Three rows without money and with like targets are given 5 cents: 2, 2 and 1, as of equal cuts the earlier rows come first. */
function given(from: readonly number[], surely: readonly number[], isIn: (row: number, cents: number) => boolean) {
  const level = new Level({ values: new Float64Array(3), parts: Float64Array.of(1, 1, 1), side: 1 }, [0, 1, 2]);
  level.trade(5);
  const into = { reached: new Float64Array(3), from: Float64Array.from(from), surely: Float64Array.from(surely), isIn };
  const cash = new CashInBand(level, 1, new Uint8Array(3), into);
  const brought: number[] = [];
  return { brought, placed: () => cash.placed(5, (row) => brought.push(row)) };
}
/** A level far beyond that of the cash, and the mark of rows that are in band without it. */
const [NEVER, ALWAYS] = [100, Number.NaN];
const noOne = (): boolean => false;
const trade = ([row, size]: readonly [number, number]) => ({ row, size, sign: 1, cutCents: 0, cut: 0 });

describe("CashInBand", () => {
  it.each([
    { inBand: [0], cash: 2, least: [0, 2] as const },
    { inBand: [1], cash: 2, least: [1, 2] as const },
    { inBand: [2], cash: 1, least: [2, 1] as const },
    { inBand: [0, 1, 2], cash: 5, least: [2, 1] as const },
  ])("gives missing cents as all rows that cash reaches are rounded, with rows $inBand in band", (each) => {
    const from = [NEVER, NEVER, NEVER];
    for (const row of each.inBand) from[row] = 0;
    const { placed, brought } = given(from, [ALWAYS, ALWAYS, ALWAYS], noOne);
    expect(placed()).toEqual({ cash: each.cash, smallest: trade(each.least) });
    // They are in band without cash.
    expect(brought).toEqual([]);
  });

  it("tells once of each row that it has brought into its band", () => {
    const { placed, brought } = given([1, NEVER, 0], [1.5, NEVER, 1.6], noOne);
    expect(placed()).toEqual({ cash: 3, smallest: trade([2, 1]) });
    expect(placed()).toEqual({ cash: 3, smallest: trade([2, 1]) });
    expect(brought).toEqual([2, 0]);
  });

  it("asks what the row is given to the cent where that decides", () => {
    // The level is 1.67, so that a cent decides for all three: two are given 2 cents.
    const asked = given([1, 1, 1], [2, 2, 2], (_, cents) => cents === 2);
    expect(asked.placed()).toEqual({ cash: 4, smallest: trade([1, 2]) });
    expect(asked.brought).toEqual([0, 1]);
    const other = given([1, 1, 1], [2, 2, 2], (_, cents) => cents === 1);
    expect(other.placed()).toEqual({ cash: 1, smallest: trade([2, 1]) });
    expect(other.brought).toEqual([2]);
  });

  it("is unclear once a cent takes a row out of its band again", () => {
    let needed = 2;
    const { placed, brought } = given([1, 1, 1], [2, 2, 2], (_, cents) => cents >= needed);
    placed();
    needed = 1;
    expect(placed()).toEqual({ cash: 5, smallest: trade([2, 1]) });
    expect(brought).toEqual([0, 1, 2]);
    needed = 2;
    expect(placed()).toBe("unclear");
  });
});
