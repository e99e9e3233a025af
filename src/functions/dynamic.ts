import * as operations from "../operations";
import { answer } from "./answer";

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
