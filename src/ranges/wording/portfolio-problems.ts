import { Decimal } from "../../engine";
import { failed, type Problem, type Refusal } from "../problem";
import type { NoPortfolio } from "../returns/portfolio-problem";
import { count, percent, percentOf } from "./figures";
import { GOALS } from "./goals";
import { withQuoted } from "./quote";

/*
 * Why there is no portfolio, and what is wrong with what one is asked by. functions.js, which every workbook loads,
 * doesn't know these sentences: they stand with the part that is loaded on first use.
 */

/** Such a problem with its sentence: what was found, and what to do. */
function portfolioProblem(problem: NoPortfolio): Problem {
  return { code: "told by its part", sentence: sentenceOf(withQuoted(problem)), shows: shownFor(problem) };
}

export function refusedPortfolio(problem: NoPortfolio): Refusal {
  return failed(portfolioProblem(problem));
}

/** An answer that is not there, or an input that is wrong. */
function shownFor({ code }: NoPortfolio): "#N/A" | "#VALUE!" {
  switch (code) {
    case "weight bounds cross":
    case "bounds on risk parity":
    case "cash row unsaid":
    case "shift of one":
    case "unknown goal":
    case "bounds don't match":
    case "too many funds":
      return "#VALUE!";
    default:
      return "#N/A";
  }
}

function sentenceOf(problem: NoPortfolio): string {
  switch (problem.code) {
    case "too few periods for assets":
      return `Returns has ${problem.periods} periods for ${problem.needed - 1} funds; at least ${problem.needed} are needed, or some mix of them looks riskless. Select more rows or fewer funds.`;
    case "nothing varies":
      return "Returns: nothing ever moved, so there is no risk to measure. Select more rows, or other funds.";
    case "no risk to share":
      return problem.fund === undefined
        ? "Returns: some mix of the funds never moved, so their risk can't be shared. Leave one of those funds out."
        : `Returns, ${problem.fund}: it never moved, so it has no risk to share. Leave it out.`;
    case "weight bounds cross":
      return `Min is ${percentOf(problem.least)} and Max ${percentOf(problem.most)} for ${problem.fund}. Lower Min or raise Max.`;
    case "bounds on risk parity":
      return "Goal: risk parity has one answer, which may not keep to Min and Max. Leave both empty, or choose another goal.";
    case "goal out of reach":
      return `Goal: no portfolio within Min and Max has a ${problem.goal} of ${askedOf(problem)}. The ${problem.goal === "return" ? "returns" : "volatilities"} within reach go from ${percentOf(problem.least)} to ${percentOf(problem.most)} a year.`;
    case "no excess return":
      return `Goal: no portfolio within Min and Max earns more than the rate without risk, ${percentOf(problem.riskFree)}. Their returns go from ${percentOf(problem.least)} to ${percentOf(problem.most)} a year. Lower Risk free, or choose min variance.`;
    case "no portfolio found":
      return "Returns: the funds are so alike, or so unlike in size, that no portfolio could be proved to be the best. Leave out funds that say the same.";
    case "cash row unsaid":
      return `Cash row: the last of ${problem.rows} rows has no target and no column of its own, so it may be blank or cash. Type which row is cash, such as ${problem.rows}, or leave blank rows out of the ranges.`;
    case "too few prices":
      return `Prices has ${count(problem.prices, "row", "rows")}, but the mean is of the last ${problem.lookback}. Select more rows, or lower Lookback.`;
    case "shift of one":
      return "Max shift: 1 can mean one point or 100%. Type 1% for one point, or 100 for 100 points.";
    case "unknown goal":
      return `Goal: "${problem.found}" is not known. ${GOALS}`;
    case "bounds don't match":
      return `${problem.argument} has ${count(problem.rows, "cell", "cells")} for ${count(problem.funds, "fund", "funds")}. Give one percent for all, or one a fund in the order of the columns of returns.`;
    case "too many funds":
      return `Returns has ${count(problem.funds, "fund", "funds")}; ${problem.most} is the most. Select fewer columns.`;
  }
}

/** What was asked for, to as many digits as tell it from the end that it misses: 1.3269% where 1.33% can be had. */
function askedOf({ asked, least, most }: Extract<NoPortfolio, { readonly code: "goal out of reach" }>): string {
  const end = percentOf(asked < least ? least : most);
  const inShort = percentOf(asked);
  return inShort === end ? percent(new Decimal(asked)) : inShort;
}
