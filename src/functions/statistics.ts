import * as operations from "../operations";
import { answer, answerLater } from "./answer";

/**
 * What the portfolio is to be best for. After return, volatility or utility type your own number.
 * @customenum {string}
 */
enum Goal {
  /** The least variance there is. */
  minVariance = "min variance",
  /** The most return above the rate without risk, for its volatility. */
  maxSharpe = "max sharpe",
  /** Every fund has the same share of the risk. */
  riskParity = "risk parity",
  /** The least variance for a return a year. */
  returns = "return 7%",
  /** The most return for a volatility a year. */
  volatility = "volatility 10%",
  /** The most of return − 4/2 × variance. */
  utility = "utility 4",
}

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

/**
 * Each row's share of the risk of the whole: of the variance that past returns give it. The shares add up to 100%.
 * @customfunction RISKSHARE
 * @param {any[][]} values What each fund is worth, or its weight: a column of amounts or percents.
 * @param {any[][]} returns Past returns, one column a fund in the order of the rows, the oldest first; a column of dates may come first.
 * @returns One fraction a row; below 0 where a fund makes the whole calmer.
 */
export function riskShare(values: any[][], returns: any[][]): Promise<any[][]> {
  return answerLater(operations.riskShare.answer(values, returns));
}

/**
 * The efficient frontier: the least volatility for each return, from the calmest mix to the best return, with its weights.
 * @customfunction FRONTIER
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {any[][]} [points] How many mixes, from 2 to 500. Blank is 20.
 * @param {any[][]} [min] Least weight: one percent for all funds, or one each. Blank is 0%; below 0% allows short positions.
 * @param {any[][]} [max] Largest weight: one percent for all funds, or one each. Blank is 100%.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns One row a mix below the headings: volatility, return, then the weight of each fund.
 */
export function frontier(
  returns: any[][],
  points?: any[][],
  min?: any[][],
  max?: any[][],
  periodsPerYear?: any[][],
): Promise<any[][]> {
  return answerLater(operations.frontier.answer(returns, points, min, max, periodsPerYear));
}

/**
 * The weights that past returns would make best for a goal, such as max sharpe or return 7%. It is an estimate.
 * @customfunction OPTIMIZE
 * @param {any[][]} returns Past returns such as 1.5%: one column a fund, one row a period, oldest first; dates may come first.
 * @param {Goal} goal min variance, max sharpe, risk parity, or return 7%, volatility 10%, utility 4 with your number.
 * @param {any[][]} [riskFree] What money earns without risk a year, such as 3%, for max sharpe. Blank is 0.
 * @param {any[][]} [min] Least weight: one percent for all funds, or one each. Blank is 0%; below 0% allows short positions.
 * @param {any[][]} [max] Largest weight: one percent for all funds, or one each. Blank is 100%.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns One weight a fund, in the order of the columns of returns.
 */
export function optimize(
  returns: any[][],
  goal: Goal,
  riskFree?: any[][],
  min?: any[][],
  max?: any[][],
  periodsPerYear?: any[][],
): Promise<any[][]> {
  return answerLater(operations.optimize.answer(returns, goal, riskFree, min, max, periodsPerYear));
}
