import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { firstToFirst } from "../../../src/engine/rebalance/exchange-pairs";

type IsBarred = (seller: number, buyer: number) => boolean;

/** The first of all flows, row by row: every way to split each seller's money is tried, the most to the first buyer first. */
function firstByEnumeration(
  supply: readonly number[],
  demand: readonly number[],
  isBarred: IsBarred,
  pair = 0,
): number[][] | undefined {
  const [seller, buyer] = [Math.floor(pair / demand.length), pair % demand.length];
  if (seller === supply.length) return supply.every((left) => left === 0) ? [] : undefined;
  const most = isBarred(seller, buyer) ? 0 : Math.min(supply[seller] as number, demand[buyer] as number);
  for (let amount = most; amount >= 0; amount--) {
    if (buyer === demand.length - 1 && supply[seller] !== amount) continue;
    const less = (amounts: readonly number[], at: number): number[] =>
      amounts.map((each, place) => (place === at ? each - amount : each));
    const rest = firstByEnumeration(less(supply, seller), less(demand, buyer), isBarred, pair + 1);
    if (rest) return amount > 0 ? [[seller, buyer, amount], ...rest] : rest;
  }
  return undefined;
}

/** Some sellers and buyers whose units add up to the same, and barred pairs. */
const flows = fc
  .record({
    supply: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    demand: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    barred: fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 9 }),
  })
  .map(({ supply, demand, barred }) => {
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
    const short = sum(supply) - sum(demand);
    return {
      supply: short < 0 ? [...supply, -short] : supply,
      demand: short > 0 ? [...demand, short] : demand,
      barred: new Set(barred),
    };
  });

describe("firstToFirst", () => {
  it("is the first of all flows, by enumeration, with bars and without", () => {
    let around = 0;
    fc.assert(
      fc.property(flows, ({ supply, demand, barred }) => {
        const isBarred: IsBarred = (seller, buyer) => barred.has(seller * 4 + buyer);
        const first = firstByEnumeration(supply, demand, isBarred);
        const found = firstToFirst(supply, demand, (seller, buyer) => !isBarred(seller, buyer));
        expect(found?.map(({ seller, buyer, amount }) => [seller, buyer, amount])).toEqual(first);
        if (first && barred.size > 0) around++;
      }),
      { numRuns: 600, seed: 1 },
    );
    expect(around).toBeGreaterThan(100);
  });

  it("asks about no more pairs than there are sellers, buyers and bars", () => {
    const rows = 3000;
    const supply = Array.from({ length: rows }, (_, row) => 1 + ((row * 7919) % 1000));
    const demand = [...supply].reverse();
    let asked = 0;
    const moves = firstToFirst(supply, demand, (seller, buyer) => {
      asked++;
      return !(seller < 100 && buyer === 0);
    });
    expect(moves?.length).toBeLessThan(2 * rows);
    expect(asked).toBeLessThanOrEqual(2 * rows + 100);
  });
});
