import * as operations from "../operations";
import { answerLater, answerOneLater, answerWhileWanted } from "./answer";

/**
 * Past total returns of the US, built in: by years from 1928 (the default) or by months from 1926.
 * @customfunction HISTORY
 * @param {any[][]} [series] Names between commas: "stocks, bonds", "monthly stocks, bonds, bills, inflation". Blank is all of the annual ones.
 * @param {any[][]} [from] The first year, or a date. Blank is the beginning.
 * @param {any[][]} [to] The last year, or a date. Blank is the end.
 * @returns One row a period: its year or last day, then the returns. The last heading names the source.
 */
export function history(series?: any[][], from?: any[][], to?: any[][]): Promise<any[][]> {
  return answerLater(operations.history.answer(series, from, to));
}

/**
 * What your rule would have come to on past returns: growth, risk, trades and costs.
 * @customfunction BACKTEST
 * @param {any[][]} returns Past returns: one column an asset, one row a period, dates first if you like, such as KEEL.HISTORY("stocks, bonds").
 * @param {any[][]} targets What share each asset should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "annual and 5/25; cost 0.1%", or the range of a Policy table.
 * @param {any[][]} [start] The money at the start. Blank is 10,000.
 * @param {any[][]} [contribution] Money paid in at the end of each period; below 0 it is taken out. Blank is none.
 * @param {any[][]} [periodsPerYear] Rows a year: 12 for months. Blank is what the dates say, or 1.
 * @param {any[][]} [riskFree] What money earns without risk: a rate a year, or a column of rates a period. Blank is 0.
 * @returns One row a statistic.
 */
export function backtest(
  returns: any[][],
  targets: any[][],
  policy: any[][],
  start?: any[][],
  contribution?: any[][],
  periodsPerYear?: any[][],
  riskFree?: any[][],
): Promise<any[][]> {
  return answerLater(
    operations.backtest.answer(returns, targets, policy, start, contribution, periodsPerYear, riskFree),
  );
}

/**
 * The way of BACKTEST row by row: value, weights and money traded after each period.
 * @customfunction BACKTESTPATH
 * @param {any[][]} returns Past returns: one column an asset, one row a period, dates first if you like, such as KEEL.HISTORY("stocks, bonds").
 * @param {any[][]} targets What share each asset should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "annual and 5/25; cost 0.1%", or the range of a Policy table.
 * @param {any[][]} [start] The money at the start. Blank is 10,000.
 * @param {any[][]} [contribution] Money paid in at the end of each period; below 0 it is taken out. Blank is none.
 * @param {any[][]} [periodsPerYear] Rows a year: 12 for months. Blank is what the dates say, or 1.
 * @param {any[][]} [riskFree] As in BACKTEST; it makes no difference here.
 * @returns One row a period, the start first.
 */
export function backtestPath(
  returns: any[][],
  targets: any[][],
  policy: any[][],
  start?: any[][],
  contribution?: any[][],
  periodsPerYear?: any[][],
  riskFree?: any[][],
): Promise<any[][]> {
  return answerLater(
    operations.backtestPath.answer(returns, targets, policy, start, contribution, periodsPerYear, riskFree),
  );
}

/**
 * What several rules would have come to on the same past returns, side by side.
 * @customfunction COMPARE
 * @param {any[][]} returns Past returns: one column an asset, one row a period, dates first if you like, such as KEEL.HISTORY("stocks, bonds").
 * @param {any[][]} targets What share each asset should have: a column of percents that add up to 100%.
 * @param {any[][]} [policies] A column of rules such as "annual and 5%" or "never", or names and rules. Blank: 19 usual rules.
 * @param {any[][]} [start] The money at the start. Blank is 10,000.
 * @param {any[][]} [contribution] Money paid in at the end of each period; below 0 it is taken out. Blank is none.
 * @param {any[][]} [periodsPerYear] Rows a year: 12 for months. Blank is what the dates say, or 1.
 * @param {any[][]} [riskFree] What money earns without risk: a rate a year, or a column of rates a period. Blank is 0.
 * @returns One row a rule.
 */
export function compare(
  returns: any[][],
  targets: any[][],
  policies?: any[][],
  start?: any[][],
  contribution?: any[][],
  periodsPerYear?: any[][],
  riskFree?: any[][],
): Promise<any[][]> {
  return answerLater(
    operations.compare.answer(returns, targets, policies, start, contribution, periodsPerYear, riskFree),
  );
}

/**
 * How far results of your rule may spread: paths of rows drawn at random from past returns, beside never rebalancing.
 * @customfunction SIMULATE
 * @cancelable
 * @param {any[][]} returns Past returns: one column an asset, one row a period, dates first if you like, such as KEEL.HISTORY("stocks, bonds").
 * @param {any[][]} targets What share each asset should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule: text such as "annual and 5/25; cost 0.1%", or the range of a Policy table.
 * @param {any[][]} years How many years each path goes on.
 * @param {any[][]} [start] The money at the start. Blank is 10,000.
 * @param {any[][]} [contribution] Money paid in at the end of each period; below 0 it is taken out. Blank is none.
 * @param {any[][]} [periodsPerYear] Rows a year: 12 for months. Blank is what the dates say, or 1.
 * @param {any[][]} [paths] How many paths are drawn. Blank is 10,000.
 * @param {any[][]} [seed] A whole number that the draws begin with: the same one gives the same draws. Blank is 1.
 * @param {CustomFunctions.CancelableInvocation} [invocation] Excel's own.
 * @returns Percentiles of the end value and of the worst drawdown, and the chance of a loss. The last heading names the seed.
 */
export function simulate(
  returns: any[][],
  targets: any[][],
  policy: any[][],
  years: any[][],
  start?: any[][],
  contribution?: any[][],
  periodsPerYear?: any[][],
  paths?: any[][],
  seed?: any[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<any[][]> {
  return answerWhileWanted(invocation, (stop) =>
    operations.simulate.answerWhile(
      stop,
      ...([returns, targets, policy, years, start, contribution, periodsPerYear, paths, seed] as const),
    ),
  );
}

/**
 * The deepest falls of your mix since 1926, or in your own returns, and what your rule would have done in them.
 * @customfunction EPISODES
 * @param {any[][]} targets Percents of stocks, bonds and bills, in that order; or of the columns of your own returns.
 * @param {any[][]} [policy] Your rule. Blank is "annual and 5/25".
 * @param {any[][]} [returns] Your own past returns, one column an asset. Blank: the built-in months.
 * @returns One row a fall, the oldest first.
 */
export function episodes(targets: any[][], policy?: any[][], returns?: any[][]): Promise<any[][]> {
  return answerLater(operations.episodes.answer(targets, policy, returns));
}

/**
 * The chance that some fund is outside its band at your next look, by your own past returns.
 * @customfunction LOOKCHANCE
 * @param {any[][]} values What each fund is worth: a column of amounts.
 * @param {any[][]} targets What share each fund should have: a column of percents that add up to 100%.
 * @param {any[][]} policy Your rule, with a band: text such as "annual; 5%; last 2026-01-05", or a Policy table.
 * @param {any[][]} returns Past returns, one column a fund in the order of the rows.
 * @param {any[][]} asOf The date, such as TODAY().
 * @param {any[][]} [paths] How many paths are drawn. Blank is 10,000.
 * @param {any[][]} [seed] A whole number that the draws begin with: the same one gives the same draws. Blank is 1.
 * @returns A fraction: format the cell as a percent.
 */
export function lookChance(
  values: any[][],
  targets: any[][],
  policy: any[][],
  returns: any[][],
  asOf: any[][],
  paths?: any[][],
  seed?: any[][],
): Promise<any> {
  return answerOneLater(operations.lookChance.answer(values, targets, policy, returns, asOf, paths, seed));
}
