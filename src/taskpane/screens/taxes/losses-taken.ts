import type { DecidedWashSales } from "../../../operations";
import { inDollars } from "./entries";

/** A sale at a loss, and what the wash-sale rule leaves of it. Dollars; days as Excel counts them. */
export interface LossTaken {
  readonly row: number;
  readonly fund: string;
  readonly account: string;
  readonly sold: number;
  readonly loss: number;
  readonly allowed: number;
  /** The purchases that take a part of it, with what they take. */
  readonly replaced: readonly { readonly day: number; readonly account: string; readonly disallowed: number }[];
  /** Until when a purchase may still take some; undefined where that is over. */
  readonly openUntil: number | undefined;
}

/** The sales of a record, in its order. */
export function lossesTakenIn({
  range: { trades, accounts, funds },
  sales,
  asOf,
}: DecidedWashSales): readonly LossTaken[] {
  const byRow = new Map(trades.map((trade) => [trade.row, trade]));
  const nameOf = (account: number): string => accounts[account]?.name ?? "";
  return sales.flatMap(({ row, loss, allowed, replacements, windowEnd }) => {
    const sale = byRow.get(row);
    if (!sale) return [];
    return [
      {
        ...{ row, fund: funds[sale.fund] ?? "", account: nameOf(sale.account), sold: sale.day },
        ...{ loss: inDollars(loss), allowed: inDollars(allowed) },
        replaced: replacements.flatMap(({ purchase, disallowed }) => {
          const bought = byRow.get(purchase);
          return bought
            ? [{ day: bought.day, account: nameOf(bought.account), disallowed: inDollars(disallowed) }]
            : [];
        }),
        openUntil: asOf <= windowEnd ? windowEnd : undefined,
      },
    ];
  });
}
