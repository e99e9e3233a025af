import * as operations from "../operations";
import { answer, answerOne } from "./answer";

/**
 * A rule against frequent trading.
 * @customenum {string}
 */
enum Rule {
  /** Two purchases sold again within 30 days, 90 days apart, block purchases for 85 days. */
  fidelity = "fidelity",
  /** No purchase within 30 days of a sale. */
  vanguard = "vanguard",
}

/**
 * What to trade in each row: + buys, − sells. The trades add up to the cash.
 * @customfunction REBALANCE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [cash] Money to invest (+) or to take out (−). Blank is 0.
 * @param {any[][]} [policy] Your rule: text such as "5/25", or the range of a Policy table. Without it, all the way to target.
 * @param {any[][]} [asOf] The date. Blank ignores the policy's calendar; with a date, only cash is placed until a look is due.
 * @param {any[][]} [volatility] Volatility a year such as 18%, for a policy that looks at it.
 * @param {any[][]} [returns] Past returns, one column a fund, for a tracking error band.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} One amount a row.
 */
export function rebalance(
  values: any[][],
  targets: any[][],
  cash?: any[][],
  policy?: any[][],
  asOf?: any[][],
  volatility?: any[][],
  returns?: any[][],
  rows?: any[][],
): any[][] {
  return answer(operations.rebalance.answer(values, targets, cash, policy, asOf, volatility, returns, rows));
}

/**
 * Splits a contribution among the rows without selling anything.
 * @customfunction CONTRIBUTE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} amount How much is paid in, as a positive number.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} One amount to buy a row.
 */
export function contribute(
  values: any[][],
  targets: any[][],
  amount: any[][],
  policy?: any[][],
  rows?: any[][],
): any[][] {
  return answer(operations.contribute.answer(values, targets, amount, policy, rows));
}

/**
 * Raises money from the rows without buying anything.
 * @customfunction WITHDRAW
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} amount How much is taken out, as a positive number.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} One amount to sell a row, negative.
 */
export function withdraw(
  values: any[][],
  targets: any[][],
  amount: any[][],
  policy?: any[][],
  rows?: any[][],
): any[][] {
  return answer(operations.withdraw.answer(values, targets, amount, policy, rows));
}

/**
 * The smallest contribution that reaches the targets without selling.
 * @customfunction CASHNEEDED
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [policy] Your rule: text, or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any} One amount.
 */
export function cashNeeded(values: any[][], targets: any[][], policy?: any[][], rows?: any[][]): any {
  return answerOne(operations.cashNeeded.answer(values, targets, policy, rows));
}

/**
 * After how many contributions alone every row is in its band, prices unmoved and nothing sold; without a band, at its target. 0 is now.
 * @customfunction MONTHSTOBAND
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} contribution How much is paid in each month, as a positive number.
 * @param {any[][]} [policy] Your rule: text such as "5/25", or the range of a Policy table.
 * @returns {any} A number of contributions, one a month.
 */
export function monthsToBand(values: any[][], targets: any[][], contribution: any[][], policy?: any[][]): any {
  return answerOne(operations.monthsToBand.answer(values, targets, contribution, policy));
}

/**
 * What to trade in each row in shares, as near to the targets as shares come, proved for up to 200 funds, or 30 with a fee or cost: + buys, − sells.
 * @customfunction SHARES
 * @param {any[][]} shares How many shares of each fund you hold: a column.
 * @param {any[][]} prices What a share of each fund costs: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [cash] Money to invest (+) or to take out (−). Blank is 0.
 * @param {any[][]} [policy] Your rule: text such as "5/25; fractional", or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} One number of shares a row.
 */
export function shares(
  shares: any[][],
  prices: any[][],
  targets: any[][],
  cash?: any[][],
  policy?: any[][],
  rows?: any[][],
): any[][] {
  return answer(operations.shares.answer(shares, prices, targets, cash, policy, rows));
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
  return answer(operations.elections.answer(weights, step, min, max));
}

/**
 * The fewest fund-to-fund exchanges that carry out the trades: From, To, Amount, Percent of From.
 * @customfunction EXCHANGES
 * @param {any[][]} funds The funds' names: a column.
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} trades What to trade in each fund: + buys, − sells. For example the result of KEEL.REBALANCE.
 * @param {any[][]} [barred] Exchanges that your plan doesn't take: two columns, From and To.
 * @returns {any[][]} A header and one exchange a row.
 */
export function exchanges(funds: any[][], values: any[][], trades: any[][], barred?: any[][]): any[][] {
  return answer(operations.exchanges.answer(funds, values, trades, barred));
}

/**
 * From when each fund may be traded the other way without breaking a rule against frequent trading.
 * @customfunction ROUNDTRIPS
 * @param {any[][]} trades A table of past trades with its header: Date, Fund, Amount (+ in, − out), maybe Account, Automatic.
 * @param {any[][]} [asOf] The day to judge from. Blank is the last trade's date.
 * @param {Rule} [rule] fidelity (default), vanguard, or a number of days such as 60.
 * @returns {any[][]} A header and one fund a row: last trade, next allowed date, status.
 */
export function roundtrips(trades: any[][], asOf?: any[][], rule?: Rule): any[][] {
  return answer(operations.roundtrips.answer(trades, asOf, rule));
}
