import * as operations from "../operations";
import { answer, answerLater } from "./answer";

/**
 * Which rule sets the share of stocks by age.
 * @customenum {string}
 */
enum GlideStyle {
  /** 110 minus your age, in percent of stocks. */
  minus110 = "110 minus age",
  /** 120 minus your age, in percent of stocks. */
  minus120 = "120 minus age",
  /** 90% stocks until 25 years before retirement, 50% at retirement, 30% from seven years after. */
  targetDate = "target date",
}

/**
 * Stocks, bonds and cash by age, by a rule of thumb.
 * @customfunction GLIDEPATH
 * @param {any[][]} age Your age in years, or a column of ages.
 * @param {any[][]} [retireAge] The age at which you retire. Blank is 65.
 * @param {GlideStyle} [style] 110 minus age (default), 120 minus age, or target date (default with a retirement age).
 * @returns {any[][]} Three fractions a row: stocks, bonds, cash.
 */
export function glidePath(age: any[][], retireAge?: any[][], style?: GlideStyle): any[][] {
  return answer(operations.glidePath.answer(age, retireAge, style));
}

/**
 * Targets with so much in cash that the rest has a volatility: less risk in wild times, and never more than the whole.
 * @customfunction TARGETVOL
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} returns Past returns, one column a fund in the order of the rows, the oldest first; a column of dates may come first.
 * @param {any[][]} volatility The volatility a year that you want, such as 10%.
 * @param {any[][]} [cashRow] Which row is cash, counted from 1 below the header. Blank is the last.
 * @param {any[][]} [periodsPerYear] Periods that make a year, such as 12. Blank: by the dates, or 1 without dates.
 * @returns One target a row, as a fraction.
 */
export function targetVol(
  targets: any[][],
  returns: any[][],
  volatility: any[][],
  cashRow?: any[][],
  periodsPerYear?: any[][],
): Promise<any[][]> {
  return answerLater(operations.targetVol.answer(targets, returns, volatility, cashRow, periodsPerYear));
}

/**
 * Targets that follow the trend: a fund whose last price is not above the mean of its last prices gives its target to cash.
 * @customfunction TRENDFOLLOW
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} prices Past prices, one column a fund in the order of the rows, the oldest first; dates may come first.
 * @param {any[][]} [lookback] How many of the last prices the mean is of, from 2 to 1,000. Blank is 10.
 * @param {any[][]} [cashRow] Which row is cash, counted from 1 below the header. Blank is the last.
 * @returns One target a row, as a fraction.
 */
export function trendFollow(
  targets: any[][],
  prices: any[][],
  lookback?: any[][],
  cashRow?: any[][],
): Promise<any[][]> {
  return answerLater(operations.trendFollow.answer(targets, prices, lookback, cashRow));
}

/**
 * Targets tilted by your views: more of what you think better of, less of the rest, 100% in all.
 * @customfunction TILT
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} views Your view of each fund, from -1 (worse) to 1 (better). Blank is 0.
 * @param {any[][]} [strength] What all views are multiplied by. Blank is 1.
 * @param {any[][]} [maxShift] The largest change of a target, such as 5% or 5. Blank is 5 points.
 * @returns One target a row, as a fraction.
 */
export function tilt(targets: any[][], views: any[][], strength?: any[][], maxShift?: any[][]): Promise<any[][]> {
  return answerLater(operations.tilt.answer(targets, views, strength, maxShift));
}
