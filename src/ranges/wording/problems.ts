import type { Problem, Wanted } from "../../engine";
import { choices, count, money, moneyFromDollars, place, plain } from "./figures";
import { SETTING_NAMES } from "./policy";

/** How `#N/A` and `#VALUE!` are told apart: an answer that is not available, and an input that is wrong. */
export type CellError = "#VALUE!" | "#N/A";

/** Which of Excel's two errors with a message a problem shows as. */
export function cellError(problem: Problem): CellError {
  switch (problem.code) {
    case "still loading":
    case "held without a target":
    case "no relative drift":
    case "bounds conflict":
      return "#N/A";
    case "error in a cell":
      return problem.found === "#N/A" ? "#N/A" : "#VALUE!";
    default:
      return "#VALUE!";
  }
}

/** What to type instead, by what the number stands for. */
const EXAMPLES: Readonly<Record<Wanted, string>> = {
  money: "Type an amount such as 12500, or leave the cell empty.",
  weight: "Type a percent such as 25%.",
  percent: "Type a whole number of percent such as 5.",
  policy: 'Type a rule such as 5/25, or "annual; 5%".',
  choice: "Type one of the words that the function offers.",
};

/** What clauses look like, for whoever typed one that Keel doesn't know. */
const KNOWN_CLAUSES =
  "a calendar (annual, quarterly, every 18 months), a band (5%, 20% relative, 5/25, drift 3%, tracking error 1%), both (annual and 5/25, annual or 5%), " +
  "monthly when volatility > 20%, to target, to halfway, to edge, to 1.75pp, no sells, min $100, whole shares, fractional, whole percent, whole dollars, " +
  "cost 0.1%, fee $4.95, keep $500, gains none, gains up to $2,000, gains allowed, income 22%, gains rate 15%, relocate, last 2026-01-05, unassigned sell, unassigned hold, unassigned stop";

/** Says a problem in a sentence or two: which argument and row, what was found, and what to do. */
export function sentence(problem: Problem): string {
  switch (problem.code) {
    case "not a number":
      return `${place(problem.at)}: "${problem.found}" is not a number. ${EXAMPLES[problem.wanted]}`;
    case "ambiguous number":
      return `${place(problem.at)}: "${problem.found}" is text that can mean two numbers. Type it as a plain number, without a thousands separator.`;
    case "error in a cell":
      return `${place(problem.at)} holds the error ${problem.found}. Correct that cell first.`;
    case "still loading":
      return `${place(problem.at)}: the cell is still loading (${problem.found}). Keel answers as soon as it is there.`;
    case "negative":
      return problem.wanted === "weight"
        ? `${place(problem.at)}: ${plain(problem.found)} is below 0. Keel doesn't plan short positions. Type a percent from 0% to 100%.`
        : `${place(problem.at)}: ${plain(problem.found)} is below 0. Type what you hold as a positive amount, or 0.`;
    case "out of range":
      return `${place(problem.at)}: ${plain(problem.found)} is not between ${plain(problem.least)} and ${plain(problem.most)}. Type a number in that range.`;
    case "not a whole number":
      return `${place(problem.at)}: ${plain(problem.found)} is not a whole number. Type a whole number such as 5.`;
    case "missing argument":
      return `${problem.argument} is missing. ${EXAMPLES[problem.wanted]}`;
    case "not one cell":
      return `${problem.argument} is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give a single cell.`;
    case "not one column":
      return `${problem.argument} is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give a single column.`;
    case "unequal heights": {
      const { first, second } = problem;
      return `${first.argument} has ${count(first.rows, "row", "rows")}, ${second.argument} has ${second.rows.toLocaleString("en-US")}. Select the same rows for both.`;
    }
    case "too many rows":
      return `${problem.argument} has ${count(problem.rows, "row", "rows")}; ${problem.most.toLocaleString("en-US")} is the most. Select a smaller range.`;
    case "too much money":
      return `${problem.argument}: the amounts go beyond $90 trillion in all, more than Keel can count to the cent. Look for a number typed too large.`;
    case "unknown choice":
      return `${problem.argument}: "${problem.found}" is not known. Type ${choices(problem.known)}.`;
    case "no targets":
      return "Targets: every cell is 0 or empty. Type the percent that each fund should have, 100% in all.";
    case "targets don't add up":
      return targetsSum(problem);
    case "targets add up twice":
      return `Targets add up to ${problem.sum === 2 || problem.sum < 3 ? "200%" : `${plain(problem.sum)}%`}. Is the total row included? Leave it out of the range.`;
    case "total row included":
      return `${place(problem.at)}: ${moneyFromDollars(problem.value)} is just what the rows above add up to. Is it the total row? Leave it out of the range. If it is a fund to sell, say "unassigned sell" in the policy.`;
    case "empty portfolio":
      return "Values: everything is 0 or empty, so there are no weights. Type what you hold, or give cash to invest.";
    case "more than there is":
      return `${money(problem.asked)} is to be taken out, but there is only ${money(problem.held)}. Ask for that much or less.`;
    case "unassigned money":
      return `${place(problem.at)} holds money but has no target, and the policy says "unassigned stop". Give the row a target, or say "unassigned sell" or "unassigned hold".`;
    case "held without a target":
      return `Values, row ${problem.row + 1} holds money but its target is 0: no contribution can bring it there. Sell that fund first, or give it a target.`;
    case "no relative drift":
      return `Row ${problem.row + 1} holds money but its target is 0, and nothing can be compared with 0. Use the points or money measure for it.`;
    case "nothing to elect":
      return "Weights: every cell is 0 or empty. Type at least one weight above 0.";
    case "step doesn't divide 100":
      return `Step: ${plain(problem.found)} does not divide 100. Type 1, 2, 4, 5, 10, 20, 25, 50 or 100.`;
    case "bounds cross":
      return `Weights, row ${problem.row + 1}: no allowed percent lies between the minimum ${plain(problem.least)} and the maximum ${plain(problem.most)}. Widen one of them.`;
    case "bounds conflict":
      return problem.least > 100
        ? `The minimums add up to ${plain(problem.least)}%, more than 100%. Lower some of them.`
        : `The maximums leave room for only ${plain(problem.most)}%, less than 100%. Raise some of them.`;
    case "unknown clause":
      return `Policy${problem.at?.row === undefined ? "" : `, row ${problem.at.row + 1}`}: "${problem.found}" is not known. Known are ${KNOWN_CLAUSES}.`;
    case "unknown setting":
      return `${place(problem.at)}: "${problem.found}" is not a setting. Known are ${problem.known.join(", ")}.`;
    case "setting twice":
      return `Policy: ${SETTING_NAMES[problem.setting]} is said twice, "${problem.first}" and "${problem.second}". Keep one of them.`;
    case "band of one":
      return `${place(problem.at)}: a band of 1 can mean one point or 100%. Type 1pp or 100%.`;
    case "clause out of range":
      return `Policy: "${problem.clause}" is out of range. Give a number from ${problem.least} to ${problem.most}.`;
    case "bad date":
      return `Policy: "${problem.found}" is not a date that Keel can read without guessing. Type it as 2026-01-05.`;
    case "not a policy range":
      return `Policy is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give one cell, one column of clauses, or two columns of setting and value.`;
    case "not carried out":
      return `${problem.operation} does not carry out "${problem.clause}" yet. Leave it out of the policy for this function.`;
    case "band without edges":
      return `${problem.operation}: "${problem.clause}" looks at the whole portfolio, so single rows have no band. Ask KEEL.ISDUE whether it is time to act.`;
  }
}

function targetsSum(problem: Extract<Problem, { code: "targets don't add up" }>): string {
  const { sum, gap, as, mixed } = problem;
  if (mixed) {
    return `Targets add up to ${plain(sum)}, which is neither 1 nor 100. Some look like percents and some like fractions: type all of them as percents, such as 60%.`;
  }
  const shown = as === "fractions" ? `${plain(sum * 100)}% (${plain(sum)})` : `${plain(sum)}%`;
  const points = plain(Math.abs(as === "fractions" ? gap * 100 : gap));
  const unit = points === "1" ? "point" : "points";
  return `Targets add up to ${shown}, ${points} ${unit} ${gap > 0 ? "above" : "below"} 100%. Change them so that they add up to 100%.`;
}
