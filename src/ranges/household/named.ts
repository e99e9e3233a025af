import type { HouseholdProblem } from "../../engine";
import type { Problem } from "../problem";
import type { HouseholdRange } from "./read";

/** Why there is no plan, with the names that the household's owner knows: the engine counts accounts and classes. */
export function withNames(problem: HouseholdProblem, { accountNames, household, targets }: HouseholdRange): Problem {
  switch (problem.code) {
    case "account cannot raise":
    case "account cannot place":
    case "no sells, but account pays out":
      return { ...problem, account: accountNames[problem.account] ?? "" };
    case "nothing to invest":
    case "empty portfolio":
      return { code: "empty household", argument: "Holdings" };
    case "bands of two kinds": {
      const { row } = problem;
      return { code: "two kinds of class bands", at: targets.bandAt(row), class: household.classes[row] ?? "" };
    }
    default:
      return problem;
  }
}
