import { expect, test } from "@jest/globals";
import { errorOf } from "../../oracle/shares-highs";
import { shares } from "./shares-asked";
import { problemOf, type Question } from "./shares-cases";
import { Decimal } from "../../../src/engine";

/*
 * Where prices and wanted values are round, so is what two answers differ by, and one that is a single unit short of the
 * best is the nearest that a claim to be the best can come to being wrong. `best` is what HiGHS 1.15.3 finds, as an
 * integer program.
 */
const cases: readonly (Question & { readonly best: readonly number[]; readonly error: number })[] = [
  {
    ...{ held: [120, 41, 648], prices: [60, 60, 15], wanted: [715, 10545, 9230], cash: 1110, cost: 0.01 },
    ...{ best: [-108, 133, -36], error: 310 },
  },
  {
    ...{
      held: [199, 366, 260, 677],
      prices: [5, 6, 8, 3],
      wanted: [216, 633, 932, 5811],
      cash: 290,
      fee: 10,
      cost: 0.01,
    },
    ...{ best: [-157, -261, -144, 1227], error: 224 },
  },
  {
    ...{
      held: [338, 57, 287, 284],
      prices: [6, 3, 8, 7],
      wanted: [1023, 2246, 1775, 1511],
      cash: 72,
      fee: 1,
      cost: 0.05,
    },
    ...{ best: [-168, 628, -65, -69], error: 400 },
  },
  {
    ...{ held: [77, 1, 916, 1284], prices: [9, 5, 3, 2], wanted: [159, 1629, 2436, 2113], cash: 323, cost: 0.01 },
    ...{ best: [-61, 322, -104, -228], error: 60 },
  },
  {
    ...{ held: [2743, 33, 561], prices: [10, 20, 50], wanted: [23790, 28120, 9770], cash: 5540, fee: 5, cost: 0.001 },
    ...{ best: [-364, 1373, -367], error: 140 },
  },
];

test.each(cases)("of round prices $prices nothing is left a unit short of the best", ({ best, error, ...question }) => {
  const problem = problemOf(question);
  const trades = best.map((steps) => new Decimal(steps));
  expect(errorOf(problem, trades)?.toNumber()).toBe(error);
  const plan = shares(problem);
  if (!plan.ok) throw new Error(plan.problem.code);
  expect(plan.value.error.toNumber()).toBe(error);
  expect(plan.value.gap.isZero()).toBe(true);
});
