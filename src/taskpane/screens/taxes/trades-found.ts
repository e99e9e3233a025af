import { useEffect, useState } from "react";
import type { Table, Workbook } from "../../../workbook";

const DATE = /^(trade |transaction |settlement |run )?date$/i;
const FUND = /^(fund|fund name|name|investment|holding|security|ticker|symbol)$/i;
const SHARES = /^(shares|quantity|units|qty)$/i;
const AMOUNT = /^((trade |net |total )?amount)$/i;

/** A table of trades. */
export interface TradesTable extends Table {
  /** Whether it says shares: amounts alone tell no gain and no loss. */
  readonly hasShares: boolean;
}

/**
 * The tables that have a date, and shares or a fund with an amount, in their headings, as lists of trades have, and no list
 * of holdings does: those with shares first.
 */
function tradesAmong(tables: readonly Table[]): readonly TradesTable[] {
  const found = tables.flatMap((table): TradesTable[] => {
    const headings = (table.values[0] ?? []).flatMap((cell) => (typeof cell === "string" ? [cell.trim()] : []));
    const has = (says: RegExp): boolean => headings.some((heading) => says.test(heading));
    const hasShares = has(SHARES);
    return has(DATE) && (hasShares || (has(FUND) && has(AMOUNT))) ? [{ ...table, hasShares }] : [];
  });
  return [...found.filter(({ hasShares }) => hasShares), ...found.filter(({ hasShares }) => !hasShares)];
}

/** The workbook's tables of trades, read again when `survey` is another; undefined until they were first read. */
export function useTrades(workbook: Workbook, survey: unknown): readonly TradesTable[] | undefined {
  const [found, setFound] = useState<readonly TradesTable[]>();
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
