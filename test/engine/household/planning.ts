import { beforeAll } from "@jest/globals";
import { loadSolver } from "../../../src/compute";
import {
  dollars,
  planHousehold,
  type Circumstances,
  type Household,
  type HouseholdPlan,
  type HouseholdProblem,
  type LinearSolver,
  type Policy,
  type Result,
} from "../../../src/engine";

/** Asks for a household's plan, by the solver that the tests of a file load once. */
export type Ask = (
  household: Household,
  policy?: Policy,
  now?: Circumstances,
) => Result<HouseholdPlan, HouseholdProblem>;

/** Loads the solver before the tests of a file, and gives what asks it. */
export function planning(): Ask {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  return (household, policy = {}, now = {}) => planHousehold(household, policy, now, solver);
}

/** The plan there must be. */
export function planOf(ask: Ask, ...given: Parameters<Ask>): HouseholdPlan {
  const answer = ask(...given);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** Dollars by the row that trades. */
export function traded({ trades }: HouseholdPlan): Record<number, number> {
  return Object.fromEntries(trades.map(({ row, amount }) => [row, dollars(amount)]));
}
