import { negated } from "../../engine";
import { argumentNames } from "../argument-names";
import { errorKind } from "../error-words";
import type { CellPlace, Problem, Wanted } from "../problem";
import { isoDay } from "../dates";
import { readClause } from "../policy/clauses";
import { labelOf } from "../policy/every-setting";
import { sayTradeUnit } from "../policy/settings/trade-unit";
import { choices, count, inTheRange, list, money, plain, type Places } from "./figures";
import { knownClauses } from "./policy";
import { withQuoted } from "./quote";
import { insteadOfCard, insteadOfNegative, typeInstead } from "./remedies";
import { returnsProblemSentence } from "./returns-problems";

/** How `#N/A` and `#VALUE!` are told apart: an answer that is not available, and an input that is wrong. */
export type CellError = "#VALUE!" | "#N/A";

/** Which of Excel's two errors with a message a problem shows as. */
export function cellError(problem: Problem): CellError {
  switch (problem.code) {
    case "still loading":
    case "held without a target":
    case "no relative drift":
    case "exchanges barred":
    case "bounds conflict":
    case "no look while calm":
    case "price missing":
    case "all cash kept":
    case "no row may buy":
    case "rows may not sell":
    case "no contribution":
    case "band too far":
    case "not in the trade unit":
    case "cash not raised":
    case "account cannot raise":
    case "account cannot place":
    case "no plan found":
    case "no such figure":
    case "not loaded":
    case "no solver":
      return "#N/A";
    case "told by its part":
      return problem.shows;
    case "error in a cell":
      return errorKind(problem.found) === "not available" ? "#N/A" : "#VALUE!";
    default:
      return "#VALUE!";
  }
}

/** Says a problem in a sentence or two: which argument and row, what was found, and what to do. */
export function sentence(found: Problem, places: Places = inTheRange): string {
  if (found.code === "told by its part") return found.sentence;
  const problem = withQuoted(found);
  switch (problem.code) {
    case "not a number":
      return `${places.cell(problem.at)}: "${problem.found}" is not a number. ${typeInstead[problem.wanted]}`;
    case "card for a number":
      return `${places.cell(problem.at)}: "${problem.found}" is a card, as Excel's Stocks are, and has no number of its own. ${insteadOfCard(problem.wanted)}`;
    case "ambiguous number":
      return `${places.cell(problem.at)}: "${problem.found}" is text that can mean two numbers. Type it as a plain number, without a thousands separator.`;
    case "error in a cell":
      return problem.at.row === undefined
        ? `${places.cell(problem.at)} is the error ${problem.found}. Check the cell, or the spelling of the name or column.`
        : `${places.cell(problem.at)} holds the error ${problem.found}. Correct that cell first.`;
    case "still loading":
      return `${places.cell(problem.at)}: the cell is still loading (${problem.found}). Keel answers as soon as it is there.`;
    case "negative":
      return `${places.cell(problem.at)}: ${problem.fund ? `${problem.fund}, ` : ""}${plain(problem.found)}${problem.fund ? "," : ""} is below 0. ${insteadOfNegative(problem)}`;
    case "out of range":
      return `${places.cell(problem.at)}: ${plain(problem.found)} is not between ${plain(problem.least)} and ${plain(problem.most)}. Type a number in that range.`;
    case "not a whole number":
      return `${places.cell(problem.at)}: ${plain(problem.found)} is not a whole number. Type a whole number such as 5.`;
    case "not a date":
      return `${places.cell(problem.at)}: "${problem.found}" is not a date. Type it as 2026-01-05.`;
    case "ambiguous date":
      return `${places.cell(problem.at)}: "${problem.found}" is text that can mean more than one day. Type a real date, or year first: 2026-01-05.`;
    case "date missing":
      return `${places.cell(problem.at)}: the date is missing. Type it as 2026-01-05.`;
    case "not a name":
      return `${places.cell(problem.at)} does not hold a name. Type the name as plain text.`;
    case "name missing":
      return `${places.cell(problem.at)}: the name is missing, but the row has an amount. Type the fund's name.`;
    case "number for a name":
      return problem.day === undefined
        ? `${places.cell(problem.at)}: a number, ${plain(problem.found)}, stands where a name belongs. Check the columns; if it is the fund's name, format the cell as Text and type it again.`
        : `${places.cell(problem.at)}: a name belongs here, but Excel turned it into a date (${isoDay(problem.day)}). Format the cell as Text and type the name again.`;
    case "look-alike names":
      return `${places.cell(problem.at)}: "${problem.found}" looks like "${problem.other}" but has another letter, ${codePoint(problem.letter)}, in it. Type one of the names again by hand.`;
    case "neither yes nor no":
      return `${places.cell(problem.at)}: "${problem.found}" is neither yes nor no. Type yes or no.`;
    case "total differs":
      return totalDiffers(problem, places);
    case "columns missing":
      return `${problem.argument}: no column is named ${choices(problem.names)}. Give the range with its header row; it needs the columns ${list(problem.required)}.`;
    case "missing argument":
      return argumentMissing(problem.argument, problem.wanted);
    case "volatility needed":
      return argumentMissing("Volatility", "volatility");
    case "returns needed":
      return argumentMissing("Returns", "returns");
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
      return tooMuchMoney(problem.argument);
    case "contribution too large":
      return tooMuchMoney("Values");
    case "unknown choice":
      return `${problem.argument}: "${problem.found}" is not known. Type ${choices(problem.known)}.`;
    case "no targets":
      return "Targets: every cell is 0 or empty. Type the percent that each fund should have, 100% in all.";
    case "targets don't add up":
      return targetsSum(problem);
    case "targets add up twice":
      return `Targets add up to ${problem.sum === 2 || problem.sum < 3 ? "200%" : `${plain(problem.sum)}%`}. Is the total row included? Leave it out of the range.`;
    case "total row included":
      return `${places.cell(problem.at)}: ${money(problem.value)} is just what the rows above add up to. Is it the total row? Leave it out of the range. If it is a fund to sell, say "unassigned sell" in the policy.`;
    case "empty portfolio":
      return "Values: everything is 0 or empty, so there are no weights. Type what each fund is worth.";
    case "nothing to invest":
      return "Values: no row with a target holds money, and there is no cash. Type what each fund is worth, or the cash to invest.";
    case "more than there is":
      return `${money(problem.asked)} is to be taken out, but there is only ${money(problem.held)}. Ask for that much or less.`;
    case "unassigned money":
      return `${places.cell(problem.at)} holds money but has no target, and the policy says "unassigned stop". Give the row a target, or say "unassigned sell" or "unassigned hold".`;
    case "held without a target":
      return `${places.cell({ argument: "Values", row: problem.row })} holds money but its target is 0: no contribution can bring it there. Sell that fund first, or give it a target.`;
    case "no relative drift":
      return `Row ${problem.row + 1} holds money but its target is 0, and nothing can be compared with 0. Use the points or money measure for it.`;
    case "no sells, but money out":
      return `The policy says "no sells", but ${money(problem.asked)} is to be taken out, which needs a sale. Take "no sells" out of the policy for this.`;
    case "no row may buy": {
      const cash =
        problem.asked === 0 ? "No contribution reaches the targets" : `${money(problem.asked)} can't be placed`;
      return `${cash}: no row with a target may be bought. Take "hold" or "no buy" from ${places.rows(problem.rows)}, where you want more.`;
    }
    case "rows may not sell":
      return `${money(problem.asked)} can't be raised: the rows that may be sold hold ${money(problem.most)}. Ask for less, or take "hold" or "no sell" from ${places.rows(problem.rows)}.`;
    case "whole percents and locks":
      return `The policy says "whole percent", which trades every row, but the rules of ${places.rows(problem.rows)} lock them. Keep one of the two.`;
    case "bands of two kinds":
      return `${places.cell({ argument: argumentNames.rows, row: problem.row })}: the row has a band of its own, but the policy's band looks at all rows at once. Keep one of the two.`;
    case "not row rules":
      return `Rows is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give one column with a rule a row, or two, Lock and Band, beside the other ranges.`;
    case "unknown row rule":
      return `${places.cell(problem.at)}: "${problem.found}" is no rule of a row. Type hold, no buy, no sell, a band such as 3%, 20% relative or 5/25, or both, such as no buy; 3%.`;
    case "row rule twice":
      return `${places.cell(problem.at)}: "${problem.first}" and "${problem.second}" can't both hold for one row. Keep one of them.`;
    case "row band of the whole":
      return `${places.cell(problem.at)}: "${problem.found}" looks at the whole portfolio, so it is no band of one row. Type 3%, 20% relative or 5/25, or say it in the policy.`;
    case "row band out of range":
      return `${places.cell(problem.at)}: "${problem.found}" is out of range. Give a number from ${problem.least} to ${problem.most}.`;
    case "price missing":
      return problem.fund !== undefined
        ? `${places.cell(problem.at)}: ${problem.fund} has ${sharesHeld(problem.shares)} but no price. Type the price of one share.`
        : problem.shares > 0
          ? `${places.cell(problem.at)}: the price is missing, but the row holds ${sharesHeld(problem.shares)}. Type the price of one share.`
          : `${places.cell(problem.at)}: the price is missing, so nothing can be bought. Type the price of one share, or set the target to 0%.`;
    case "cash not raised":
      return `${money(negated(problem.asked))} is to be taken out, but selling every share that can be sold does not bring that much. Ask for less.`;
    case "prices too fine":
      return `${places.cell({ argument: "Prices", row: problem.row })}: ${plain(problem.price.toNumber())} has too many decimals to be counted exactly beside the dearest price. Round it to 4 decimals.`;
    case "too many shares":
      return `${places.cell({ argument: "Prices", row: problem.row })}: at ${plain(problem.price.toNumber())} a share there would be more shares than Keel can count. Look for a price typed too small.`;
    case "unit not for shares":
      return `The policy says "${sayTradeUnit(problem.unit)}", which trades in shares can't keep. Say "whole shares" or "fractional" instead.`;
    case "no look while calm":
      return "The policy looks only while volatility is high, and it is not: there is no next look date. Add a calendar for calm times, such as annual.";
    case "not in the trade unit":
      return `${money(problem.asked)} can't be raised in ${sayTradeUnit(problem.unit)}: the holdings don't have enough of them. Ask for less, or take "${sayTradeUnit(problem.unit)}" out of the policy.`;
    case "all cash kept":
      return "The policy keeps all new cash uninvested, so no contribution reaches the targets. Lower what it keeps.";
    case "no contribution":
      return "Contribution: nothing of it is invested, so no row comes nearer to its band. Type what you pay in each month; what the policy keeps back comes off it.";
    case "band too far":
      return `Contribution: after ${problem.contributions.toLocaleString("en-US")} of them some row is still outside its band. Raise the contribution, or leave the minimum trade, the trade unit or the percent to keep out of the policy.`;
    case "returns not for contributions":
      return "The policy has a tracking error band, which needs past returns, and KEEL.MONTHSTOBAND has no place for them. Use another band here, such as 5/25.";
    case "returns not for shares":
      return "The policy has a tracking error band, which needs past returns, and trades in shares have no place for them. Use another band here, or KEEL.REBALANCE for the amounts.";
    case "shares need prices":
      return 'The policy says "whole shares", which needs prices. Use KEEL.SHARES for trades in shares, or take "whole shares" out of the policy.';
    case "whole percents and a minimum":
      return 'The policy says "whole percent" and a minimum trade. A plan that conforms to whole percents makes every trade: keep one of the two.';
    case "two prices":
      return `${places.cell(problem.at)}: ${problem.fund} costs ${plain(problem.price)} here but ${plain(problem.firstPrice)} in ${places.rows([problem.first], problem.at.argument)}. Type the same price in both.`;
    case "class twice":
      return `${places.cell(problem.at)}: ${problem.class} stands in ${places.rows([problem.first], problem.at.argument)} already. Keep it once.`;
    case "class missing":
      return `${places.cell(problem.at)}: ${problem.fund === "" ? "the row holds money but" : `${problem.fund} holds money but`} has no asset class. Type one of your classes.`;
    case "class not listed":
      return classNotListed(problem, places);
    case "classes disagree":
      return `${places.cell(problem.at)}: ${problem.fund === "" ? "the row" : problem.fund} is in the class ${problem.class}, but its class columns say otherwise. Clear one of the two.`;
    case "classes don't add up":
      return classSum(problem, places);
    case "trades for holdings":
      return `${places.cell(problem.at)}: this is a table of trades (${list(problem.headings)}), not of holdings. Give the range of what you hold, with its header row.`;
    case "bond without a value":
      return `${places.cell(problem.at)}: ${problem.fund} is a bond, whose price is per 100 of its face value. Type its value in dollars.`;
    case "money below the end":
      return `${places.cell(problem.at)}: ${problem.fund === "" ? "a row with money" : problem.fund} stands below the text in ${places.rows([problem.end], problem.at.argument)}, which ends the table. Move it up to the other holdings, or leave it out of the range.`;
    case "account missing":
      return `${places.cell(problem.at)}: the row holds money but no account. Type the name of its account.`;
    case "account type unknown":
      return `${places.cell(problem.at)}: "${problem.found}" says no type of account. Type one of ${ACCOUNT_TYPES}.`;
    case "account types differ":
      return `${places.cell(problem.at)}: ${problem.account} is of the type "${problem.found}" here but "${problem.first}" in ${places.rows([problem.firstRow], problem.at.argument)}. Type the same in both: one of ${ACCOUNT_TYPES}.`;
    case "twice in an account":
      return `${places.cell(problem.at)}: ${problem.account} has ${problem.what === "cash flow" ? "a cash flow" : "another Counts as"} in ${places.rows([problem.first], problem.at.argument)} already. Keep one of the two.`;
    case "money of two kinds":
      return `${problem.argument}: ${problem.account} has ${problem.preTax} and ${problem.roth} money, which are taxed apart. List them as two accounts.`;
    case "sale above holding":
      return `Trades: ${money(problem.sale)} of ${problem.fund} is to be sold, but it holds only ${money(problem.held)}. Sell that much or less.`;
    case "exchanges barred":
      return `The trades can't be carried out without an exchange that is barred: ${problem.barred
        .slice(0, 3)
        .map(({ from, to }) => `${from} to ${to}`)
        .join(", ")}. Change the trades, or take the pair out of the barred ones.`;
    case "not loaded":
      return "A part of Keel that this function needs could not be loaded. Check the connection to the network, then recalculate.";
    case "no solver":
      return "The solver that plans a household could not be started: there is no connection to the network, or WebAssembly is not allowed here. Put that right, then recalculate. All other functions work without it.";
    case "half a pair":
      return `${places.cell(problem.at)}: only one fund is named. Type the fund that money leaves in the first column and the one it goes to in the second.`;
    case "not two columns":
      return `${problem.argument} is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give two columns, From and To.`;
    case "nothing to elect":
      return "Weights: every cell is 0 or empty. Type at least one weight above 0.";
    case "step doesn't divide 100":
      return `Step: ${plain(problem.found)} does not divide 100. Type 1, 2, 4, 5, 10, 20, 25, 50 or 100.`;
    case "bounds cross":
      return `${places.cell({ argument: "Weights", row: problem.row })}: no allowed percent lies between the minimum ${plain(problem.least)} and the maximum ${plain(problem.most)}. Widen one of them.`;
    case "bounds conflict":
      return problem.least > 100
        ? `The minimums add up to ${plain(problem.least)}%, more than 100%. Lower some of them.`
        : `The maximums leave room for only ${plain(problem.most)}%, less than 100%. Raise some of them.`;
    case "unknown clause":
      return `${ofPolicy(problem, places)}: "${problem.found}" is not known.${meant(problem.found)} Known are: ${knownClauses()}.`;
    case "unknown setting":
      return `${places.cell(problem.at)}: "${problem.found}" is not a setting. Known are ${problem.known.join(", ")}.`;
    case "setting twice":
      return `${ofPolicy(problem, places)}: ${labelOf(problem.setting)} is said twice, "${problem.first}" and "${problem.second}". Keep one of them.`;
    case "band of one":
      return `${places.cell(problem.at)}: a band of 1 can mean one point or 100%. Type 1pp or 100%.`;
    case "date for a band":
      return `${places.cell(problem.at)}: Excel has turned the band into a date, ${isoDay(problem.found)}. Format the cell as text and type the band again, such as 5/25.`;
    case "clause out of range":
      return `${ofPolicy(problem, places)}: "${problem.clause}" is out of range. Give a number from ${problem.least} to ${problem.most}.`;
    case "bad date":
      return `${ofPolicy(problem, places)}: "${problem.found}" is not a date that Keel can read without guessing. Type it as 2026-01-05.`;
    case "not a policy range":
      return `Policy is ${count(problem.height, "row", "rows")} by ${count(problem.width, "column", "columns")}. Give one cell, one column of clauses, or two columns of setting and value.`;
    case "band without edges":
      return `${problem.operation}: "${problem.clause}" looks at the whole portfolio, so single rows have no band. Ask KEEL.ISDUE whether it is time to act.`;
    default:
      // The compiler knows that these are all there are.
      return returnsProblemSentence(problem, places);
  }
}

/** Where a clause of a policy stands. */
function ofPolicy({ at }: { readonly at?: CellPlace }, { cell }: Places): string {
  return cell(at ?? { argument: "Policy" });
}

/** The words that say an account's type, one or two of each kind. */
const ACCOUNT_TYPES = "Roth IRA, Roth 401(k), HSA, 401(k), Traditional IRA, Taxable, Joint, 529";

function totalDiffers({ at, stated, sum }: Extract<Problem, { code: "total differs" }>, { cell }: Places): string {
  const remedy = "Correct it, or leave the row out of the range.";
  return stated === undefined || sum === undefined
    ? `${cell(at)} says that it is a total, but its amount is not what the rows above add up to. ${remedy}`
    : `${cell(at)} says that it is a total, ${money(stated)}, but the rows that it stands for add up to ${money(sum)}. ${remedy}`;
}

function argumentMissing(argument: string, wanted: Wanted): string {
  return `${argument} is missing. ${typeInstead[wanted]}`;
}

function tooMuchMoney(argument: string): string {
  return `${argument}: the amounts go beyond $90 trillion in all, more than Keel can count to the cent. Look for a number typed too large.`;
}

/** A letter by its number in Unicode, for letters that can't be told apart by eye. */
function codePoint(letter: string): string {
  const number = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `${letter} (U+${number})`;
}

function sharesHeld(shares: number): string {
  return `${plain(shares)} ${shares === 1 ? "share" : "shares"}`;
}

/** What was probably meant: clauses without a semicolon between them, or a bare number where a band belongs. */
function meant(found: string): string {
  const parts = found.split(/,| (?=to |min |keep |no )/).map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => readClause(part).ok)) {
    return ` Put a semicolon between settings: "${parts.join("; ")}".`;
  }
  const number = /^\d*\.?\d+$/.test(found) ? Number(found) : 0;
  const percent = number < 1 ? Number((number * 100).toPrecision(12)) : number;
  return percent > 0 && percent <= 100 ? ` Did you mean ${percent}% (points)?` : "";
}

function classNotListed(
  { at, fund, class: found, alike }: Extract<Problem, { code: "class not listed" }>,
  { cell }: Places,
): string {
  const opening = `${cell(at)}: ${fund === "" ? "the row" : fund} is in the class "${found}", `;
  if (alike) {
    return `${opening}which looks like "${alike.class}" but has another letter, ${codePoint(alike.letter)}, in it. Type one of the two again by hand.`;
  }
  return `${opening}which is not in your list of classes. Correct it, or add ${found} or Unclassified to the list. To leave such money out, say "unassigned hold" in the policy.`;
}

function classSum(
  { at, fund, unlisted, sum, gap, as, mixed }: Extract<Problem, { code: "classes don't add up" }>,
  { cell }: Places,
): string {
  const opening = `${cell(at)}: the classes of ${fund === "" ? "the row" : fund} add up to `;
  if (mixed) {
    return `${opening}${plain(sum)}, which can be read as a percent and as a fraction. Type all class columns as percents, such as 60%.`;
  }
  const [whole, points] = as === "fractions" ? [sum * 100, gap * 100] : [sum, gap];
  if (points > 0) return `${opening}${plain(whole)}%, more than 100%. Correct the class columns.`;
  const rest = unlisted.length > 0 ? `the rest is in ${list(unlisted)}, not` : "the rest is in no class";
  const missing = unlisted.length > 0 ? list(unlisted) : "the missing class";
  return `${opening}${plain(whole)}%; ${rest} in your list of classes. Correct the class columns, or add ${missing} or Unclassified to the list.`;
}

/** Nobody's percents miss 100 by so much. */
const LOOKS_LIKE_DOLLARS = 300;

function targetsSum(problem: Extract<Problem, { code: "targets don't add up" }>): string {
  const { sum, gap, as, mixed } = problem;
  if (mixed) {
    return `Targets add up to ${plain(sum)}, which is neither 1 nor 100. Some look like percents and some like fractions: type all of them as percents, such as 60%.`;
  }
  if (as === "percents" && sum > LOOKS_LIKE_DOLLARS) {
    return `Targets add up to ${sum.toLocaleString("en-US")}, far above 100. These look like dollars, not percents. Type the percent that each fund should have.`;
  }
  const shown = as === "fractions" ? `${plain(sum * 100)}% (${plain(sum)})` : `${plain(sum)}%`;
  const points = plain(Math.abs(as === "fractions" ? gap * 100 : gap));
  const unit = points === "1" ? "point" : "points";
  return `Targets add up to ${shown}, ${points} ${unit} ${gap > 0 ? "above" : "below"} 100%. Change them so that they add up to 100%.`;
}
