import type { PortfolioProblem } from "../../engine";
import { failed, type Refusal } from "../problem";
import { refusedPortfolio } from "../wording/portfolio-problems";

/** Says of a problem with a portfolio whose it is. `names` has one for each column of returns. */
export function failedPortfolio(problem: PortfolioProblem, names: readonly string[]): Refusal {
  switch (problem.code) {
    case "no risk to share": {
      const fund = problem.asset === undefined ? undefined : names[problem.asset];
      return refusedPortfolio({ code: problem.code, ...(fund !== undefined && { fund }) });
    }
    case "weight bounds cross": {
      const { code, asset, least, most } = problem;
      return refusedPortfolio({ code, fund: names[asset] ?? "", least, most });
    }
    case "bounds conflict":
      return failed(problem);
    default:
      return refusedPortfolio(problem);
  }
}
