import * as operations from "../operations";
import { answer } from "./answer";

/**
 * The Sharpe ratio a year of past returns: what they earned above the rate without risk, for their volatility.
 * @customfunction SHARPE
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {any[][]} [riskFree] What money earns without risk: a rate a year such as 3%, or a column with a rate a period. Blank is 0.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns {any[][]} One number a column of returns, side by side.
 */
export function sharpe(returns: any[][], riskFree?: any[][], periodsPerYear?: any[][]): any[][] {
  return answer(operations.sharpeRatio.answer(returns, riskFree, periodsPerYear));
}

/**
 * The Sortino ratio a year of past returns: what they earned above the rate without risk, for their losses below it.
 * @customfunction SORTINO
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {any[][]} [riskFree] What money earns without risk: a rate a year such as 3%, or a column with a rate a period. Blank is 0.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns {any[][]} One number a column of returns, side by side.
 */
export function sortino(returns: any[][], riskFree?: any[][], periodsPerYear?: any[][]): any[][] {
  return answer(operations.sortinoRatio.answer(returns, riskFree, periodsPerYear));
}

/**
 * The volatility a year of past returns.
 * @customfunction VOLATILITY
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns {any[][]} One fraction a column of returns, side by side.
 */
export function volatility(returns: any[][], periodsPerYear?: any[][]): any[][] {
  return answer(operations.volatilityAYear.answer(returns, periodsPerYear));
}

/**
 * The growth a year of past returns, compounded: the one rate that leads to the same money.
 * @customfunction CAGR
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns {any[][]} One fraction a column of returns, side by side.
 */
export function cagr(returns: any[][], periodsPerYear?: any[][]): any[][] {
  return answer(operations.cagr.answer(returns, periodsPerYear));
}

/**
 * The deepest fall of money from a high that past returns made, 0 or below: −25% is a loss of a quarter.
 * @customfunction MAXDRAWDOWN
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @returns {any[][]} One fraction a column of returns, side by side.
 */
export function maxDrawdown(returns: any[][]): any[][] {
  return answer(operations.maxDrawdown.answer(returns));
}
