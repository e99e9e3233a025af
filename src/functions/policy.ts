import * as operations from "../operations";
import { answer, answerOne } from "./answer";

/**
 * How Keel read your policy: a row a setting, and one plain sentence.
 * @customfunction POLICY
 * @param {any[][]} policy Your rule: text such as "annual and 5/25", or the range of a Policy table.
 * @returns {any[][]} Setting, value, and where it comes from.
 */
export function policy(policy: any[][]): any[][] {
  return answer(operations.policy.answer(policy));
}

/**
 * Whether your policy says to act on a date.
 * @customfunction ISDUE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "annual and 5/25", or the range of a Policy table.
 * @param {any[][]} asOf The date, such as TODAY().
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a fund, for a tracking error band.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any} TRUE or FALSE.
 */
export function isDue(
  values: any[][],
  targets: any[][],
  policy: any[][],
  asOf: any[][],
  volatility?: any[][],
  returns?: any[][],
  rows?: any[][],
): any {
  return answerOne(operations.isDue.answer(values, targets, policy, asOf, volatility, returns, rows));
}

/**
 * The next date to look, by your policy's calendar.
 * @customfunction NEXTLOOK
 * @param {any[][]} policy Your rule: text such as "annual; last 2026-01-05", or the range of a Policy table.
 * @param {any[][]} asOf The date, such as TODAY().
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @returns {any} A date: format the cell as one.
 */
export function nextLook(policy: any[][], asOf: any[][], volatility?: any[][]): any {
  return answerOne(operations.nextLook.answer(policy, asOf, volatility));
}

/**
 * A checkup: due or not and why, drifts, what acting would trade and cost, and the pitfalls that apply.
 * @customfunction CHECKUP
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "annual and 5/25", or the range of a Policy table.
 * @param {any[][]} asOf The date, such as TODAY().
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a fund, for a tracking error band.
 * @param {any[][]} [log] Your rebalance log: a range with a column of dates. A row that traded nothing is a look.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} Topic and finding.
 */
export function checkup(
  values: any[][],
  targets: any[][],
  policy: any[][],
  asOf: any[][],
  volatility?: any[][],
  returns?: any[][],
  log?: any[][],
  rows?: any[][],
): any[][] {
  return answer(operations.checkup.answer(values, targets, policy, asOf, volatility, returns, log, rows));
}

/**
 * Half-width of the band inside which trading a risky asset against a safe one costs more than it brings.
 * @customfunction BANDWIDTH
 * @param {any[][]} target The risky asset's share, such as 60%.
 * @param {any[][]} cost What a trade costs one way, such as 0.1%.
 * @param {any[][]} [riskAversion] How much you dislike risk. Blank is 5.
 * @returns {any[][]} A fraction: 0.026 is 2.6 points either side.
 */
export function bandwidth(target: any[][], cost: any[][], riskAversion?: any[][]): any[][] {
  return answer(operations.bandwidth.answer(target, cost, riskAversion));
}

/**
 * The tracking error a year that the drifts predict, from past returns.
 * @customfunction TRACKINGERROR
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} returns Past returns: one column a fund in the order of the rows, one row a period.
 * @param {any[][]} [periodsPerYear] Periods in a year, 12 for months. Blank: from the dates, else 1.
 * @param {any[][]} [policy] Your rule, for what it says of money without a target: unassigned hold leaves it out.
 * @returns {any} A fraction: 0.01 is 1% a year.
 */
export function trackingError(
  values: any[][],
  targets: any[][],
  returns: any[][],
  periodsPerYear?: any[][],
  policy?: any[][],
): any {
  return answerOne(operations.trackingError.answer(values, targets, returns, periodsPerYear, policy));
}
