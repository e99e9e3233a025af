import { expect, it } from "@jest/globals";
import { call, down } from "../functions/shipped";

// Source: pmorissette/bt bd5650ad, tests/test_algos.py (MIT), the case pte_unit: prices that go up and down in step, a
// look back over three months of daily returns, and a limit of 1 % a year. Inputs and verdicts are re-typed as facts.

/** Daily returns of two prices that alternate: 95, 105, 95, … and 101, 99, 101, … */
function returns(days: number): number[][] {
  return Array.from({ length: days }, (_, day) =>
    day % 2 === 0 ? [105 / 95 - 1, 99 / 101 - 1] : [95 / 105 - 1, 101 / 99 - 1],
  );
}

const TRADING_DAYS = 252;

it.each([
  [40, 60, true],
  [50, 50, false],
])("bt: %p/%p against 50/50 is outside 1 %% a year: %p", (one, other, outside) => {
  const values = down(one, other);
  const [[error] = []] = call("TRACKINGERROR", values, down(50, 50), returns(90), [[TRADING_DAYS]]);
  expect((error as number) > 0.01).toBe(outside);
  const due = call("ISDUE", values, down(50, 50), [["tracking error 1%"]], [["2010-04-30"]], null, returns(90));
  expect(due).toEqual([[outside]]);
});
