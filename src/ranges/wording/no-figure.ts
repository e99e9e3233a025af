import type { NoFigure, ReturnsFigure } from "../returns/portfolio-problem";

/** Says why past returns have no figure, and what to do. */
export function noFigureSentence({ fund, figure, because }: NoFigure): string {
  return `Returns, ${fund}: ${reason(figure, because)}`;
}

function reason(figure: ReturnsFigure, because: NoFigure["because"]): string {
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
