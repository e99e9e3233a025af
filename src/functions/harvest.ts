import * as operations from "../operations";
import { answerLater } from "./answer";

/**
 * Which lots are sold first.
 * @customenum {string}
 */
enum SellMethod {
  /** Those with the least tax, proved. */
  minTax = "min tax",
  /** The oldest. */
  fifo = "fifo",
  /** Those that cost most a share. */
  highestCost = "highest cost",
}

/**
 * Losses worth taking in taxable accounts, by lot, and whether they would be wash sales.
 * @customfunction HARVEST
 * @param {any[][]} lots Your table of holdings with its header row: Account, Fund, Shares, Cost basis, Acquired.
 * @param {any[][]} prices Funds and what a share of each costs.
 * @param {any[][]} asOf The date of the sale.
 * @param {any[][]} [policy] Your rule with tax rates, such as "income 22%; gains rate 15%".
 * @returns One row a lot with a loss, the most tax saved first.
 */
export function harvest(lots: any[][], prices: any[][], asOf: any[][], policy?: any[][]): Promise<any[][]> {
  return answerLater(operations.harvest.answer(lots, prices, asOf, policy));
}

/**
 * What of your losses the wash-sale rule disallows, over all accounts.
 * @customfunction WASHSALES
 * @param {any[][]} trades Your trades in all accounts with their header row: Date, Fund, Shares, Amount or Price, Account.
 * @param {any[][]} [asOf] The date to judge from; the last trade's if left out.
 * @returns One row a sale at a loss and purchase that replaces shares of it.
 */
export function washSales(trades: any[][], asOf?: any[][]): Promise<any[][]> {
  return answerLater(operations.washSales.answer(trades, asOf));
}

/**
 * Which lots of a fund to sell for an amount.
 * @customfunction SELLORDER
 * @param {any[][]} lots The lots of one fund in taxable accounts, with their header row: Shares, Cost basis, Acquired.
 * @param {any[][]} price What a share costs.
 * @param {any[][]} amount What the sale has to bring, in dollars.
 * @param {SellMethod} [method] min tax (default), fifo or highest cost.
 * @param {any[][]} [asOf] The date of the sale; without it every gain is long-term.
 * @param {any[][]} [policy] Your rule with tax rates, such as "income 22%; gains rate 15%".
 * @returns One row a lot: shares, amount, gain, tax.
 */
export function sellOrder(
  lots: any[][],
  price: any[][],
  amount: any[][],
  method?: SellMethod,
  asOf?: any[][],
  policy?: any[][],
): Promise<any[][]> {
  return answerLater(operations.sellOrder.answer(lots, price, amount, method, asOf, policy));
}
