import type { Problem, Wanted } from "../problem";
import { GOALS } from "./goals";

/** What to type instead, by what the number stands for. */
export const typeInstead: Readonly<Record<Wanted, string>> = {
  money: "Type an amount such as 12500, or leave the cell empty.",
  weight: "Type a percent such as 25%.",
  percent: "Type a whole number of percent such as 5.",
  number: "Type a number.",
  percentage: "Type a percent such as 60%.",
  volatility: "Type a yearly volatility such as 18%.",
  returns: "Select the funds' past returns: one column a fund, in the order of the rows.",
  prices: "Select the funds' past prices: one column a fund, in the order of the rows, the oldest first.",
  policy: 'Type a rule such as 5/25, or "annual; 5%".',
  "row rule": "Type hold, no buy, no sell or a band such as 3%.",
  points: "Type points such as 2; a better place has more.",
  choice: "Type one of the words that the function offers.",
  goal: GOALS,
  date: "Type a date such as 2026-01-05.",
  fund: "Give a column of fund names.",
  class: "Give a column of asset classes.",
  shares: "Type how many shares you hold.",
  price: "Type the price of one share.",
  filing: "Type single, joint, separate or head of household.",
  match: "Type a formula such as 100% of 3%, 50% of 2%.",
  basis: "Type the dollars of it that were taxed before, 0 if none.",
  table: "Give the range of a table, its header row included.",
};

/** What to write where a card stands in place of a number. */
export function insteadOfCard(wanted: Wanted): string {
  if (wanted === "price") return "Point to its price: type .Price behind the cell, such as =A2.Price.";
  if (wanted === "money") return "Work the amount out from its price, such as =B2*A2.Price with the shares in B2.";
  return `Point to one of its fields, such as =A2.Price, or type the number. ${typeInstead[wanted]}`;
}

/** What to do where a number is below 0 that can't be. */
export function insteadOfNegative({ at, wanted, fund }: Extract<Problem, { code: "negative" }>): string {
  if (fund !== undefined && (wanted === "money" || wanted === "shares")) {
    return "Keel doesn't plan short positions; only cash may be below 0. Leave the row out of the range.";
  }
  if (at.argument === "Prices") return "Type the price of one share.";
  if (wanted === "weight") return "Keel doesn't plan short positions. Type a percent from 0% to 100%.";
  if (wanted === "price") return "A price is above 0. Type the price of one share.";
  if (wanted === "shares")
    return "Keel doesn't plan short positions; only cash may be below 0. Type what you hold, or 0.";
  // A single cell is an amount to move, a row of a column is something held.
  return at.row === undefined ? "Type a positive amount." : "Type what you hold as a positive amount, or 0.";
}
