import * as operations from "../operations";
import { answer, answerOne } from "./answer";

/**
 * How drift is measured.
 * @customenum {string}
 */
enum Measure {
  /** Weight minus target: 0.05 is five percentage points too much. */
  points = "points",
  /** Weight divided by target, minus 1: 0.25 is a quarter too much. */
  relative = "relative",
  /** Dollars above the target. */
  money = "money",
}

/**
 * Each row's share of the total, as a fraction.
 * @customfunction WEIGHTS
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @returns {any[][]} One share a row.
 */
export function weights(values: any[][]): any[][] {
  return answer(operations.weights.answer(values));
}

/**
 * How far each row is from its target: + is too much, − too little.
 * @customfunction DRIFT
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {Measure} [measure] points (default), relative or money.
 * @param {any[][]} [policy] Your rule, for what it says of money without a target: unassigned hold leaves it out.
 * @returns {any[][]} One drift a row.
 */
export function drift(values: any[][], targets: any[][], measure?: Measure, policy?: any[][]): any[][] {
  return answer(operations.drift.answer(values, targets, measure, policy));
}

/**
 * The share of the portfolio that must move to get back to the targets: half the sum of the absolute drifts.
 * @customfunction DRIFTTOTAL
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} [policy] Your rule, for what it says of money without a target: unassigned hold leaves it out.
 * @returns {any} One fraction.
 */
export function driftTotal(values: any[][], targets: any[][], policy?: any[][]): any {
  return answerOne(operations.driftTotal.answer(values, targets, policy));
}

/**
 * The lowest and the highest weight that the policy's band allows each row.
 * @customfunction BANDS
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "5/25" or "5%; to edge", or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} Two fractions a row.
 */
export function bands(targets: any[][], policy: any[][], rows?: any[][]): any[][] {
  return answer(operations.bands.answer(targets, policy, rows));
}

/**
 * Whether each row is in its band: In band, Over or Under.
 * @customfunction STATUS
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "5/25" or "5%; to edge", or the range of a Policy table.
 * @param {any[][]} [rows] Rules of single rows, one a row: hold, no buy, no sell, a band such as 3%, or both (no buy; 3%).
 * @returns {any[][]} One status a row.
 */
export function status(values: any[][], targets: any[][], policy: any[][], rows?: any[][]): any[][] {
  return answer(operations.status.answer(values, targets, policy, rows));
}

/**
 * What each asset class is worth, looking through balanced and target-date funds.
 * @customfunction BYCLASS
 * @param {any[][]} holdings Your table of holdings with its header row, such as Holdings[#All].
 * @param {any[][]} classes Your asset classes: a column of names, such as Targets[Class].
 * @param {any[][]} [policy] Say "unassigned hold" to leave out money that is in none of the classes.
 * @returns {any[][]} One amount a class.
 */
export function byClass(holdings: any[][], classes: any[][], policy?: any[][]): any[][] {
  return answer(operations.byClass.answer(holdings, classes, policy));
}
