import { beforeAll, describe, expect, it } from "@jest/globals";
import loadHighs from "highs";
import { cents, Decimal } from "../../../src/engine";
import { errorOf, highsTrades, type Highs } from "../../oracle/shares-highs";
import { shares, type ShareProblem } from "./shares-asked";
import { drawAccount, drawing } from "./shares-cases";

/** Dollars by which an answer of HiGHS may be off: it accepts constraints that are off by 10^−7. */
const TOLERANCE = 1e-5;

/** Seconds for a proof of HiGHS. One may take hours; what isn't proved by then is not compared. */
const PATIENCE = 2;

/** Takes the targets away from some rows: they are not to be bought, and the first row is to get their money. */
function withoutTargets(problem: ShareProblem, chosen: (row: number) => boolean): ShareProblem {
  const buys = problem.buys.map((_, row) => !chosen(row));
  const wanted = problem.wanted.map((value, row) => (buys[row] ? value : new Decimal(0)));
  const moved = problem.wanted.reduce((sum, value, row) => (buys[row] ? sum : sum.plus(value)), new Decimal(0));
  return { ...problem, buys, wanted: wanted.map((value, row) => (row === 0 ? value.plus(moved) : value)) };
}

describe("shares against HiGHS", () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it.each([10, 20, 30, 40])(
    "finds what an integer program finds: %i rows",
    (rows) => {
      const draw = drawing(rows);
      let compared = 0;
      for (let time = 0; time < 6; time++) {
        const problem = drawAccount(draw, { rows, decimals: 2 + (time % 3) });
        const plan = shares(problem);
        if (!plan.ok) throw new Error(plan.problem.code);
        expect(errorOf(problem, plan.value.trades)?.equals(plan.value.error)).toBe(true);

        const theirs = highsTrades(highs, problem, PATIENCE);
        const error = theirs && errorOf(problem, theirs);
        if (error === undefined) continue;
        compared += 1;
        expect(error.greaterThanOrEqualTo(plan.value.error)).toBe(true);
        expect(error.minus(plan.value.error).toNumber()).toBeLessThan(TOLERANCE);
      }
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );

  it.each([
    { rows: 4, fee: 4.95, cost: "0" },
    { rows: 4, fee: 0, cost: "0.001" },
    { rows: 8, fee: 4.95, cost: "0" },
    { rows: 6, fee: 0, cost: "0.001" },
    { rows: 6, fee: 4.95, cost: "0.001" },
  ])(
    "finds what an integer program finds with a fee of $fee and a cost of $cost: $rows rows",
    ({ rows, fee, cost }) => {
      const draw = drawing(rows);
      let compared = 0;
      for (let time = 0; time < 8; time++) {
        const drawn = withoutTargets(drawAccount(draw, { rows, decimals: 2 }), (row) => row > 0 && draw() < 0.2);
        const problem = { ...drawn, fee: cents(fee * 100), cost: new Decimal(cost) };
        const plan = shares(problem);
        if (!plan.ok) throw new Error(plan.problem.code);
        expect(errorOf(problem, plan.value.trades)?.equals(plan.value.error)).toBe(true);

        const theirs = highsTrades(highs, problem, PATIENCE);
        const error = theirs && errorOf(problem, theirs);
        if (error === undefined) continue;
        compared += 1;
        expect(error.greaterThanOrEqualTo(plan.value.error)).toBe(true);
        expect(error.minus(plan.value.error).toNumber()).toBeLessThan(TOLERANCE);
      }
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );
});
