import type { Household, Lot, Position } from "./household";
import type { HouseholdTrade } from "./plan-record";

/** What part of its account's money a row has before a trade and after it: fractions. */
export interface TradeShares {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes a reader of what part of its account's money a trade's row has before, and afterwards of what the account has
 * with its cash flow; 0 where the account is, or becomes, empty. The row is the lot of a taxable sale, else the fund in
 * its account.
 */
export function tradeShares({ accounts, positions }: Household): (trade: HouseholdTrade) => TradeShares {
  const before = accounts.map(() => 0);
  for (const { account, lots } of positions) before[account] = (before[account] as number) + valueOf(lots);
  return ({ position, row, amount, isLongTerm }) => {
    const { account, lots } = positions[position] as Position;
    const own = isLongTerm === undefined ? lots : lots.filter((lot) => lot.row === row);
    const value = valueOf(own);
    const total = before[account] as number;
    return {
      from: shareOf(value, total),
      to: shareOf(value + amount, total + (accounts[account]?.cashFlow ?? 0)),
    };
  };
}

function valueOf(lots: readonly Lot[]): number {
  return lots.reduce((sum, { value }) => sum + value, 0);
}

function shareOf(part: number, whole: number): number {
  return whole > 0 && part !== 0 ? part / whole : 0;
}
