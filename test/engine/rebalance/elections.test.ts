import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { elections, type ElectionBounds } from "../../../src/engine";

const OPEN: ElectionBounds = { least: 0, most: 100 };

function elected(weights: readonly number[], step = 1, bounds = weights.map(() => OPEN)): readonly number[] {
  const result = elections(weights, step, bounds);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe("elections", () => {
  it.each([
    [[1, 1, 1], 1, [34, 33, 33]],
    [[1, 1, 1], 5, [35, 35, 30]],
    [[700, 300, 200], 1, [58, 25, 17]],
    [[0.6, 0.4], 1, [60, 40]],
    [[5], 1, [100]],
    [[1, 0, 1], 1, [50, 0, 50]],
    [[1, 1, 1], 50, [50, 50, 0]],
    [[1, 1, 1], 100, [100, 0, 0]],
    [[1e-300, 1e300], 1, [0, 100]],
  ])("scales %p in steps of %p to %p", (weights, step, percents) => {
    expect(elected(weights, step)).toEqual(percents);
  });

  it("takes as many weights as a range may have", () => {
    const percents = elected(Array.from({ length: 200_000 }, (_, row) => (row < 3 ? 1000 : 0.001)));
    expect(percents.slice(0, 4)).toEqual([32, 32, 32, 1]);
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
  });

  it("keeps bounds, and shares the rest in proportion", () => {
    expect(elected([80, 10, 10], 1, [{ least: 0, most: 60 }, OPEN, OPEN])).toEqual([60, 20, 20]);
    expect(elected([90, 9, 1], 1, [OPEN, OPEN, { least: 5, most: 100 }])).toEqual([86, 9, 5]);
  });

  it("takes a bound between two steps inwards", () => {
    expect(elected([98, 2], 5, [OPEN, { least: 7, most: 100 }])).toEqual([90, 10]);
    expect(elected([50, 50], 5, [{ least: 0, most: 43 }, OPEN])).toEqual([40, 60]);
  });

  it("gives a fund of weight 0 its least", () => {
    expect(elected([1, 0], 1, [OPEN, { least: 10, most: 100 }])).toEqual([90, 10]);
  });

  it.each([
    [[0, 0], 1, { code: "nothing to elect" }],
    [[1, 1], 3, { code: "step doesn't divide 100", found: 3 }],
    [[1, 1], -5, { code: "step doesn't divide 100", found: -5 }],
    [[1, 1], 2.5, { code: "step doesn't divide 100", found: 2.5 }],
  ])("refuses %p in steps of %p", (weights, step, problem) => {
    expect(
      elections(
        weights,
        step,
        weights.map(() => OPEN),
      ),
    ).toEqual({ ok: false, problem });
  });

  it("refuses bounds that cross or can't be met together", () => {
    expect(elections([1, 1], 1, [OPEN, { least: 60, most: 50 }])).toMatchObject({
      problem: { code: "bounds cross", row: 1 },
    });
    expect(elections([1, 1], 10, [OPEN, { least: 41, most: 49 }])).toMatchObject({ problem: { code: "bounds cross" } });
    expect(
      elections([1, 1], 1, [
        { least: 60, most: 100 },
        { least: 60, most: 100 },
      ]),
    ).toMatchObject({
      problem: { code: "bounds conflict", least: 120 },
    });
    expect(
      elections([1, 1], 1, [
        { least: 0, most: 40 },
        { least: 0, most: 40 },
      ]),
    ).toMatchObject({
      problem: { code: "bounds conflict", most: 80 },
    });
  });

  it("adds up to 100 in whole steps within the bounds, whatever the weights", () => {
    const weight = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 5 }));
    const row = fc.record({ weight, least: fc.integer({ min: 0, max: 20 }), room: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 2, 4, 5, 10, 20, 25),
        (rows, step) => {
          const bounds = rows.map(({ least, room }) => ({ least, most: Math.min(100, least + room) }));
          const result = elections(
            rows.map(({ weight: each }) => each),
            step,
            bounds,
          );
          if (!result.ok) {
            expect(["nothing to elect", "bounds cross", "bounds conflict"]).toContain(result.problem.code);
            return;
          }
          expect(result.value.reduce((sum, percent) => sum + percent, 0)).toBe(100);
          result.value.forEach((percent, index) => {
            const { least, most } = bounds[index] as ElectionBounds;
            expect(percent % step).toBe(0);
            expect(percent).toBeGreaterThanOrEqual(least);
            if ((rows[index]?.weight ?? 0) > 0) expect(percent).toBeLessThanOrEqual(most);
          });
        },
      ),
    );
  });
});
