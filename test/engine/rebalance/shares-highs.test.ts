import { beforeAll, describe, expect, it } from "@jest/globals";
import loadHighs from "highs";
import { shares } from "../../../src/engine";
import { errorOf, highsTrades, type Highs } from "../../oracle/shares-highs";
import { drawAccount, drawing } from "./shares-cases";

/** Dollars by which an answer of HiGHS may be off: it accepts constraints that are off by 10^−7. */
const TOLERANCE = 1e-5;

describe("shares against HiGHS", () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it.each([10, 20, 30, 40])(
    "finds what an integer program finds: %i rows",
    (rows) => {
      const draw = drawing(rows);
      for (let time = 0; time < 6; time++) {
        const problem = drawAccount(draw, { rows, decimals: 2 + (time % 3) });
        const plan = shares(problem);
        if (!plan.ok) throw new Error(plan.problem.code);
        expect(errorOf(problem, plan.value.trades)?.equals(plan.value.error)).toBe(true);

        // A proof of HiGHS may take long; by then there is nothing to compare.
        const theirs = highsTrades(highs, problem, 5);
        const error = theirs && errorOf(problem, theirs);
        if (error === undefined) continue;
        expect(error.greaterThanOrEqualTo(plan.value.error)).toBe(true);
        expect(error.minus(plan.value.error).toNumber()).toBeLessThan(TOLERANCE);
      }
    },
    60_000,
  );
});
