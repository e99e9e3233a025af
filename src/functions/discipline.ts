import * as operations from "../operations";
import { answerLater } from "./answer";

/**
 * Your log of looks against your own rule: made, late, missed, and trades when none was due.
 * @customfunction FOLLOWED
 * @param {any[][]} log Your rebalance log with its header row: Date, Traded.
 * @param {any[][]} policy Your rule with a calendar, such as "annual and 5%".
 * @param {any[][]} [asOf] The date to judge from; the last look's if left out.
 * @returns One row a look.
 */
export function followed(log: any[][], policy: any[][], asOf?: any[][]): Promise<any[][]> {
  return answerLater(operations.followed.answer(log, policy, asOf));
}

/**
 * From when what may be done: one calendar, the soonest first.
 * @customfunction SAFEDATES
 * @param {any[][]} trades Your trades in all accounts with their header row: Date, Fund, Shares, Amount or Price, Account.
 * @param {any[][]} [lots] Your table of holdings, for losses that wait.
 * @param {any[][]} [policy] Your rule, for the next look.
 * @param {any[][]} [asOf] The date to judge from; the last trade's if left out.
 * @returns One row a date: what, fund, why.
 */
export function safeDates(trades: any[][], lots?: any[][], policy?: any[][], asOf?: any[][]): Promise<any[][]> {
  return answerLater(operations.safeDates.answer(trades, lots, policy, asOf));
}
