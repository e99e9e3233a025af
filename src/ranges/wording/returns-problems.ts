import { isoDay } from "../dates";
import type { Problem } from "../problem";
import { count, plain, type Places } from "./figures";
import { householdProblemSentence, type PlanProblem } from "./household-problems";
import { noFigureSentence } from "./no-figure";

/** What can be wrong with past returns. */
type ReturnsProblem = Extract<
  Problem,
  {
    readonly code:
      | "returns don't match"
      | "too few periods"
      | "prices for returns"
      | "return below −100%"
      | "return too large"
      | "date twice"
      | "dates out of order"
      | "period missing"
      | "years don't follow"
      | "past price missing"
      | "no such figure";
  }
>;

/** Says in a sentence or two what is wrong with past returns or with a household, or why there is no figure. */
export function returnsProblemSentence(problem: ReturnsProblem | PlanProblem, places: Places): string {
  switch (problem.code) {
    case "returns don't match":
      return `${problem.argument ?? "Returns"} has ${count(problem.columns, "column", "columns")} for ${count(problem.funds, "fund", "funds")}. Give one column a fund, in the order of the rows; a first column of dates may come before them.`;
    case "too few periods":
      return `Returns has ${count(problem.periods, "period", "periods")}; at least ${problem.least} are needed. Select more rows.`;
    case "prices for returns":
      return `Returns, column ${problem.column + 1}: these look like prices, or percents without their sign. A return of 5% is typed 5% or 0.05.`;
    case "return below −100%":
      return `${places.cell(problem.at)}: a return of ${plain(problem.found)} would lose all or more than all of the money. A loss of 5% is typed -5% or -0.05.`;
    case "return too large":
      return `${places.cell(problem.at)}: a return of ${plain(problem.found)} is more than ${plain(problem.most)}, which is ${(problem.most * 100).toLocaleString("en-US")}% in one period. A gain of 5% is typed 5% or 0.05.`;
    case "date twice":
      return `${places.cell(problem.at)}: ${isoDay(problem.day)} stands twice. Keep one row a date.`;
    case "dates out of order":
      return `${places.cell(problem.at)}: ${isoDay(problem.day)} comes after ${isoDay(problem.before)}. Put the oldest row first.`;
    case "period missing":
      return `${places.cell(problem.at)}: between ${isoDay(problem.before)} and ${isoDay(problem.day)} a period is missing. Add its row.`;
    case "years don't follow":
      return `${places.cell(problem.at)}: ${problem.found} stands where the year ${problem.wanted} belongs. Give every year one row, the oldest first.`;
    case "past price missing":
      return `${places.cell(problem.at)}: the price is missing. Type it, or leave that row out of the range.`;
    case "no such figure":
      return noFigureSentence(problem);
    default:
      return householdProblemSentence(problem, places);
  }
}
