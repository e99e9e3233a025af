import { useEffect, useState } from "react";
import type { DecidedWashSales } from "../../../operations";
import type { Table, Workbook } from "../../../workbook";
import { inDollars } from "./entries";

const DATE = /^(trade |transaction |settlement )?date$/i;
const SHARES = /^(shares|quantity|units)$/i;

/** The first table that has a date and shares in its headings, as lists of trades have, and no list of holdings does. */
function tradesAmong(tables: readonly Table[]): Table | undefined {
  return tables.find(({ values: [headings = []] }) =>
    [DATE, SHARES].every((says) => headings.some((cell) => typeof cell === "string" && says.test(cell.trim()))),
  );
}

/** The workbook's table of trades, if it has one; read again when `survey` is another. */
export function useTrades(workbook: Workbook, survey: unknown): Table | undefined {
  const [found, setFound] = useState<Table>();
  useEffect(() => {
    let current = true;
    workbook.tables().then(
      (tables) => {
        if (current) setFound(tradesAmong(tables));
      },
      // What can't be read now is read when the workbook changes.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, survey]);
  return found;
}

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
