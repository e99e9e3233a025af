import { expect, test } from "@jest/globals";
import { pace } from "../../src/workbench/pace";

/** Univer's loop over formulas, each of which takes so many milliseconds. Tells before which it let the page answer. */
function stops(costs: readonly number[]): readonly number[] {
  let clock = 1000;
  const interval = pace(() => clock);
  return costs.flatMap((cost, index) => {
    const stopsHere = index % interval === 0;
    clock += cost;
    return stopsHere ? [index] : [];
  });
}

test("the page answers before the first formula, and then after the time, not after a count", () => {
  expect(stops(Array.from({ length: 6 }, () => 100))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(stops(Array.from({ length: 9 }, () => 10))).toEqual([0, 4, 8]);
  const quick = stops(Array.from({ length: 100_000 }, () => 0.001));
  expect(quick).toHaveLength(3);
});
