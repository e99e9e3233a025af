import * as operations from "../operations";
import { answerLater } from "./answer";

/**
 * What to trade in which account, so that all accounts together come to your targets, with the least tax.
 * @customfunction PLAN
 * @param {any[][]} holdings Your table of all accounts' holdings with its header row, such as Holdings[#All].
 * @param {any[][]} targets Your asset classes and the percent each should have: a table such as Targets[#All].
 * @param {any[][]} [policy] Your rule: text such as "5/25; gains none", or the range of a Policy table.
 * @param {any[][]} [asOf] The date, for your calendar, for how long lots were held, and for wash sales.
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a class in the order of the targets, for a tracking error band.
 * @returns One row a trade, sells before buys in each account, then one a class that stays off its goal.
 */
export function plan(
  holdings: any[][],
  targets: any[][],
  policy?: any[][],
  asOf?: any[][],
  volatility?: any[][],
  returns?: any[][],
): Promise<any[][]> {
  return answerLater(operations.plan.answer(holdings, targets, policy, asOf, volatility, returns));
}

/**
 * What the plan of PLAN comes to: each class before and after, then money traded, gains, tax, location and expenses.
 * @customfunction PLANCHECK
 * @param {any[][]} holdings Your table of all accounts' holdings with its header row, such as Holdings[#All].
 * @param {any[][]} targets Your asset classes and the percent each should have: a table such as Targets[#All].
 * @param {any[][]} [policy] Your rule: text such as "5/25; gains none", or the range of a Policy table.
 * @param {any[][]} [asOf] The date, for your calendar, for how long lots were held, and for wash sales.
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a class in the order of the targets, for a tracking error band.
 * @returns One row a class, then one a figure.
 */
export function planCheck(
  holdings: any[][],
  targets: any[][],
  policy?: any[][],
  asOf?: any[][],
  volatility?: any[][],
  returns?: any[][],
): Promise<any[][]> {
  return answerLater(operations.planCheck.answer(holdings, targets, policy, asOf, volatility, returns));
}

/**
 * The plan of PLAN beside your table of holdings, one amount a row: + buys, − sells.
 * @customfunction PLANTRADES
 * @param {any[][]} holdings Your table of all accounts' holdings with its header row, such as Holdings[#All].
 * @param {any[][]} targets Your asset classes and the percent each should have: a table such as Targets[#All].
 * @param {any[][]} [policy] Your rule: text such as "5/25; gains none", or the range of a Policy table.
 * @param {any[][]} [asOf] The date, for your calendar, for how long lots were held, and for wash sales.
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a class in the order of the targets, for a tracking error band.
 * @returns One amount a row, below the heading Trade.
 */
export function planTrades(
  holdings: any[][],
  targets: any[][],
  policy?: any[][],
  asOf?: any[][],
  volatility?: any[][],
  returns?: any[][],
): Promise<any[][]> {
  return answerLater(operations.planTrades.answer(holdings, targets, policy, asOf, volatility, returns));
}

/**
 * How good a place each asset class has in each kind of account: a higher number is a better place.
 * @customfunction LOCATION
 * @param {any[][]} targets Your classes: a table such as Targets[#All], with columns Deferred, Roth, HSA, Taxable if you like.
 * @returns One row a class: what its name was read as, and its points.
 */
export function location(targets: any[][]): Promise<any[][]> {
  return answerLater(operations.location.answer(targets));
}
