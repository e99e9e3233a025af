import type { PortfolioProblem } from "../../engine";
import { failed, type Problem, type Refusal } from "../problem";

/** Says of a problem with a portfolio whose it is. `names` has one for each column of returns. */
export function failedPortfolio(problem: PortfolioProblem, names: readonly string[]): Refusal {
  return failed(withFund(problem, names));
}

function withFund(problem: PortfolioProblem, names: readonly string[]): Problem {
  switch (problem.code) {
    case "no risk to share": {
      const fund = problem.asset === undefined ? undefined : names[problem.asset];
      return { code: problem.code, ...(fund !== undefined && { fund }) };
    }
    case "weight bounds cross": {
      const { code, asset, least, most } = problem;
      return { code, fund: names[asset] ?? "", least, most };
    }
    default:
      return problem;
  }
}
