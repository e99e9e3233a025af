import { sum } from "../adviser-table";
import type { CopyHolding, HouseholdCopyFacts } from "./facts";

// What the formulas of the copy give, worked out once more: a file holds the last value of each formula, and shows it
// until it is worked out again.

/** Rounds dollars to whole cents, halves away from 0, as Excel's ROUND does, without a −0. */
export function toCents(dollars: number): number {
  return (Math.sign(dollars) * Math.round(Math.abs(dollars) * 100 + 1e-7)) / 100 + 0;
}

export function after({ value, trade }: CopyHolding): number {
  return value + trade;
}

/** Whether selling a row is taxed: what makes it a lot. */
export function isTaxedLot({ accounts }: HouseholdCopyFacts, { account, isCash, value }: CopyHolding): boolean {
  return accounts[account]?.isTaxed === true && !isCash && value > 0;
}

/** The exact gain of what is sold of a row. */
export function exactGain(facts: HouseholdCopyFacts, holding: CopyHolding): number {
  const { trade, value, basis = 0 } = holding;
  return isTaxedLot(facts, holding) && trade < 0 ? (-trade * (value - basis)) / value : 0;
}

/** Net gains of one kind, each sale's in whole cents. */
export function gainOf(facts: HouseholdCopyFacts, term: Term): number {
  return sum(
    facts.holdings.map((holding) => (termOf(facts, holding) === term ? toCents(exactGain(facts, holding)) : 0)),
  );
}

export type Term = "short" | "long";

/** Whether a sale on the day of the copy would be of a lot held for more than a year. */
export function termOf({ day }: HouseholdCopyFacts, { acquired }: CopyHolding): Term {
  return acquired === undefined || day > aYearLater(acquired) ? "long" : "short";
}

const MILLISECONDS = 86_400_000;
/** The serial of 1970-01-01. */
const EPOCH = 25_569;

/** As EDATE does: the same day of the next year, of 29 February the 28th. */
function aYearLater(day: number): number {
  const date = new Date((Math.floor(day) - EPOCH) * MILLISECONDS);
  const [year, month] = [date.getUTCFullYear() + 1, date.getUTCMonth()];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / MILLISECONDS + EPOCH;
}

/** The counted money that rows hold of a class; `place` is its index, or "unlisted" for money in none. */
export function moneyIn(
  facts: HouseholdCopyFacts,
  place: number | "unlisted",
  amountOf: (holding: CopyHolding) => number,
  account?: number,
): number {
  return sum(
    facts.holdings.map((holding) =>
      account === undefined || holding.account === account
        ? amountOf(holding) * partOf(holding, place) * countsAs(facts, holding)
        : 0,
    ),
  );
}

export function partOf(holding: CopyHolding, place: number | "unlisted"): number {
  return place === "unlisted" ? holding.unlisted : (holding.parts[place] ?? 0);
}

export function countsAs({ accounts }: HouseholdCopyFacts, { account }: CopyHolding): number {
  return accounts[account]?.countsAs ?? 1;
}

/** Whether some account's money is counted after tax. */
export function isAfterTax({ accounts }: HouseholdCopyFacts): boolean {
  return accounts.some(({ countsAs: share }) => share !== 1);
}

/** Whether there is money in none of the classes, before or after. */
export function hasUnlisted({ unlisted, plan }: HouseholdCopyFacts): boolean {
  return unlisted !== 0 || (plan !== undefined && plan.unlistedAfter !== 0);
}

/** Counted money that is left in cash outside every row. */
export function countedLeft({ accounts }: HouseholdCopyFacts): number {
  return sum(accounts.map(({ leftInCash, countsAs: share }) => leftInCash * share));
}

export function accountSum(
  { holdings }: HouseholdCopyFacts,
  account: number,
  of: (holding: CopyHolding) => number,
): number {
  return sum(holdings.map((holding) => (holding.account === account ? of(holding) : 0)));
}
