import * as operations from "../operations";
import { answer, answerOne } from "./answer";

/**
 * What to trade in each row: + buys, − sells. The trades add up to the cash.
 * @customfunction REBALANCE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [cash] Money to invest (+) or to take out (−). Blank is 0.
 * @param {any[][]} [policy] Your rule: text such as "5/25", or the range of a Policy table. Without it, all the way to target.
 * @returns {any[][]} One amount a row.
 */
export function rebalance(values: any[][], targets: any[][], cash?: any[][], policy?: any[][]): any[][] {
  return answer(operations.rebalance(values, targets, cash, policy));
}

/**
 * Splits a contribution among the rows without selling anything.
 * @customfunction CONTRIBUTE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} amount How much is paid in, as a positive number.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @returns {any[][]} One amount to buy a row.
 */
export function contribute(values: any[][], targets: any[][], amount: any[][], policy?: any[][]): any[][] {
  return answer(operations.contribute(values, targets, amount, policy));
}

/**
 * Raises money from the rows without buying anything.
 * @customfunction WITHDRAW
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} amount How much is taken out, as a positive number.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @returns {any[][]} One amount to sell a row, negative.
 */
export function withdraw(values: any[][], targets: any[][], amount: any[][], policy?: any[][]): any[][] {
  return answer(operations.withdraw(values, targets, amount, policy));
}

/**
 * The smallest contribution that reaches the targets without selling.
 * @customfunction CASHNEEDED
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @returns {any} One amount.
 */
export function cashNeeded(values: any[][], targets: any[][], policy?: any[][]): any {
  return answerOne(operations.cashNeeded(values, targets, policy));
}

/**
 * Weights as whole percents that add up to exactly 100, as a plan's web page wants them typed.
 * @customfunction ELECTIONS
 * @param {any[][]} weights Any column of amounts or weights.
 * @param {any[][]} [step] The plan takes multiples of this many percent. Blank is 1.
 * @param {any[][]} [min] The plan's least percent a fund: one number, or a column of one each.
 * @param {any[][]} [max] The plan's most percent a fund: one number, or a column of one each.
 * @returns {any[][]} One whole number a row: 34, not 0.34.
 */
export function elections(weights: any[][], step?: any[][], min?: any[][], max?: any[][]): any[][] {
  return answer(operations.elections(weights, step, min, max));
}
