import type { Usd } from "../engine";
import type { HoldingsTable } from "../ranges";

/** An account of a household and the money in it. */
export interface AccountMoney {
  /** What to show: its name, or its number masked. */
  readonly name: string;
  /** Whole cents; what is owed is taken off. */
  readonly total: Usd;
  /** How many of its rows hold money. */
  readonly holdings: number;
}

/**
 * The accounts of one list that is judged by class: several, between which no money moves, so that they are never planned
 * fund by fund as one pot; or a single one whose targets are by class.
 */
export interface Household {
  /** As the reader of holdings has it, its questions included; rows count from 0 within the list's cells. */
  readonly table: HoldingsTable;
  /** Those with money, in the order of the list. */
  readonly accounts: readonly AccountMoney[];
  /** How many rows hold money. */
  readonly holdings: number;
}

/** The accounts with money that a table of holdings shows; undefined where there is none. */
export function householdIn(table: HoldingsTable): Household | undefined {
  const sums = new Map<number, { total: number; holdings: number }>();
  for (const { account, value } of table.positions) {
    if (value === 0) continue;
    const sum = sums.get(account) ?? { total: 0, holdings: 0 };
    sums.set(account, { total: sum.total + value, holdings: sum.holdings + 1 });
  }
  if (sums.size === 0) return undefined;
  const accounts = table.accounts.flatMap(({ name }, account) => {
    const sum = sums.get(account);
    return sum ? [{ name, total: sum.total as Usd, holdings: sum.holdings }] : [];
  });
  return { table, accounts, holdings: accounts.reduce((all, { holdings }) => all + holdings, 0) };
}
