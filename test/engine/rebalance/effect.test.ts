import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { effectOf } from "../../../src/engine/rebalance/effect";
import type { Usd } from "../../../src/engine";
import { allocationOf } from "../allocation-of";

const usd = (cents: number): Usd => cents as Usd;

describe("what trades do", () => {
  it("is what is bought and sold, left over, and the weights and the drift after", () => {
    const effect = effectOf(allocationOf([6000, 3000, 1000], [50, 40, 10]), usd(500), [usd(-750), usd(1200), usd(0)]);
    expect(effect).toMatchObject({ bought: 1200, sold: 750, made: 2, left: 50 });
    expect([...effect.after.values]).toEqual([5250, 4200, 1000]);
    expect([...effect.weights]).toEqual([5250 / 10450, 4200 / 10450, 1000 / 10450]);
    expect(effect.totalDrift).toBeCloseTo((5250 - 5225 + (4200 - 4180)) / 10450, 12);
  });

  it("is nothing where all is taken out", () => {
    const effect = effectOf(allocationOf([6000, 4000], [50, 50]), usd(-10000), [usd(-6000), usd(-4000)]);
    expect(effect).toMatchObject({ totalDrift: 0, left: 0, sold: 10000 });
    expect([...effect.weights]).toEqual([0, 0]);
  });

  it("neither makes nor loses a cent", () => {
    const row = fc.record({ value: fc.nat(1_000_000_000), trade: fc.integer({ min: -1000, max: 1_000_000 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer(), (rows, cash) => {
        const values = rows.map(({ value }) => value + 1000);
        const trades = rows.map(({ trade }) => usd(trade));
        const effect = effectOf(
          allocationOf(
            values,
            values.map(() => 1),
          ),
          usd(cash),
          trades,
        );
        const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);
        expect(effect.bought - effect.sold + effect.left).toBe(cash);
        expect(sum(effect.after.values)).toBe(sum(values) + sum(trades));
        expect(effect.after.total).toBe(sum(effect.after.values));
      }),
    );
  });
});
