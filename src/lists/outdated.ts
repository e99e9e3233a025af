import { sameName, tradesLogged, tradeTable, type LoggedTrade } from "../sheets";
import { recogniseColumns } from "../ranges";
import type { Table } from "../workbook";
import { fundName, fundRows, shownAs, type ReadyList } from "./list";

/** A fund whose value in the list is still the one from before a trade. Dollars. */
export interface OutdatedFund {
  /** Counted from 0 among the list's rows. */
  readonly row: number;
  readonly fund: string;
  readonly before: number;
  readonly after: number;
}

/** What a list still shows from before the trades that were logged last. */
export interface Outdated {
  /** The day of the trades, as Excel counts days. */
  readonly day: number;
  readonly funds: readonly OutdatedFund[];
  /** How many trades were logged for that day; those not among `funds` are of funds that show another value by now. */
  readonly trades: number;
}

/**
 * Finds what a list still shows from before the last trades in the workbook's table of them: the funds whose value is to
 * the cent what it was when the trade was logged. A market never leaves a value untouched, so such a value hasn't been
 * typed since. Undefined where none is.
 */
export function outdatedBy(tables: readonly Table[], list: ReadyList): Outdated | undefined {
  const table = tables.find(({ name }) => sameName(name, tradeTable));
  const trades = table ? tradesLogged(table) : [];
  const day = trades.reduce((latest, { date }) => Math.max(latest, date), 0);
  const last = trades.filter(({ date }) => date === day);
  if (last.length === 0) return undefined;
  const waiting = byFund(last);
  const accountAt = accountsIn(list);
  const funds = fundRows(list).flatMap((row): OutdatedFund[] => {
    const value = list.cells[list.firstRow + row]?.[list.columns.value];
    // A fund that isn't held yet may have a blank value.
    const before = value === "" ? 0 : value;
    if (typeof before !== "number") return [];
    const fund = fundName(list, row);
    const own = waiting.get(keyOf(fund, accountAt(row))) ?? [];
    const at = own.findIndex(({ valueBefore }) => inCents(valueBefore) === inCents(before));
    // Each is of one row, where several funds have the same name.
    const [trade] = at < 0 ? [] : own.splice(at, 1);
    return trade ? [{ row, fund, before, after: (inCents(before) + inCents(trade.amount)) / 100 }] : [];
  });
  return funds.length === 0 ? undefined : { day, funds, trades: last.length };
}

/** Says which account a row of funds belongs to, by the list's column of accounts; "" where it has none. */
export function accountsIn(list: ReadyList): (row: number) => string {
  const { account } = recogniseColumns(list.cells).columns;
  if (account === undefined) return () => "";
  return (row) => shownAs(list.cells[list.firstRow + row]?.[account]).trim();
}

/** The trades by fund and account, those logged later first. */
function byFund(trades: readonly LoggedTrade[]): ReadonlyMap<string, LoggedTrade[]> {
  const found = new Map<string, LoggedTrade[]>();
  for (const trade of [...trades].reverse()) {
    const key = keyOf(trade.fund, trade.account);
    const own = found.get(key);
    if (own) own.push(trade);
    else found.set(key, [trade]);
  }
  return found;
}

function keyOf(fund: string, account: string): string {
  return JSON.stringify([account, fund]).toLowerCase();
}

function inCents(dollars: number): number {
  return Math.round(dollars * 100);
}
