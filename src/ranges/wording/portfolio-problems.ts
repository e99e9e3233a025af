import type { NoPortfolio, ReturnsFigure } from "../returns/portfolio-problem";
import { plain } from "./figures";

/** Says why past returns have no figure, or no portfolio: what was found, and what to do. */
export function portfolioProblemSentence(problem: NoPortfolio): string {
  switch (problem.code) {
    case "no such figure":
      return `Returns, ${problem.fund}: ${figureMissing(problem)}`;
    case "too few periods for assets":
      return `Returns has ${problem.periods} periods for ${problem.needed - 1} funds; at least ${problem.needed} are needed, or some mix of them looks riskless. Select more rows or fewer funds.`;
    case "nothing varies":
      return "Returns: nothing ever moved, so there is no risk to measure. Select more rows, or other funds.";
    case "no risk to share":
      return problem.fund === undefined
        ? "Returns: some mix of the funds never moved, so their risk can't be shared. Leave one of those funds out."
        : `Returns, ${problem.fund}: it never moved, so it has no risk to share. Leave it out.`;
    case "weight bounds cross":
      return `Min is ${percent(problem.least)} and Max ${percent(problem.most)} for ${problem.fund}. Lower Min or raise Max.`;
    case "bounds on risk parity":
      return "Goal: risk parity has one answer, which may not keep to Min and Max. Leave both empty, or choose another goal.";
    case "goal out of reach":
      return `Goal: no portfolio within Min and Max has a ${problem.goal} of ${percent(problem.asked)}. The ${problem.goal}s within reach go from ${percent(problem.least)} to ${percent(problem.most)} a year.`;
    case "no excess return":
      return `Goal: no portfolio within Min and Max earns more than the rate without risk, ${percent(problem.riskFree)}. Their returns go from ${percent(problem.least)} to ${percent(problem.most)} a year. Lower Risk free, or choose min variance.`;
    case "no portfolio found":
      return "Returns: the funds are so alike, or so unlike in size, that no portfolio could be proved to be the best. Leave out funds that say the same.";
  }
}

function figureMissing({ figure, because }: { figure: ReturnsFigure; because: string }): string {
  switch (because) {
    case "one period":
      return `one period has no ${figure}; at least 2 are needed. Select more rows.`;
    case "no deviation":
      return `the returns above the rate without risk never differ, so there is no ${figure}. Select more rows, or another fund.`;
    case "no loss":
      return `no period is below the rate without risk, so there is no ${figure}. Select more rows.`;
    default:
      return `the ${figure} is larger than any number that Excel holds. Check Periods per year.`;
  }
}

/** A fraction as a percent, to a hundredth. */
function percent(fraction: number): string {
  return `${plain(Number((fraction * 100).toFixed(2)))}%`;
}
