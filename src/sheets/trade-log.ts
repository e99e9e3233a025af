import { readDayCell } from "../ranges";
import type { Step } from "./description";
import { tradeTable } from "./log-names";
import { furtherLogRows, newLogTable, readLogRows, type FoundLog, type LogColumn } from "./log-table";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import type { Block } from "./place";

/** One trade of a rebalance that was logged. */
export interface LoggedTrade {
  /** As Excel counts days. */
  readonly date: number;
  readonly fund: string;
  /** "" where the list names no accounts. */
  readonly account: string;
  /** Dollars: + buys, − sells. */
  readonly amount: number;
  /** What the list said that the fund was worth when the trade was logged, in dollars. */
  readonly valueBefore: number;
}

/** The columns in order. `KEEL.ROUNDTRIPS` finds the first four by their headings. */
const columns: readonly LogColumn<LoggedTrade>[] = [
  { heading: "Date", field: "date", format: "yyyy-mm-dd", characters: 13 },
  { heading: "Fund", field: "fund", format: "@", characters: 36 },
  { heading: "Amount", field: "amount", format: { money: "either" }, characters: 16 },
  { heading: "Account", field: "account", format: "@", characters: 24 },
  { heading: "Value before", field: "valueBefore", format: { money: "value" }, characters: 16 },
];

/** Where a new table of so many trades stands whose first heading is in this cell. */
export function newTradesPlace({ sheet, row, column }: Pick<Block, "sheet" | "row" | "column">, trades: number): Block {
  return { sheet, row, column, height: trades + 1, width: columns.length };
}

/**
 * Describes a new table of these trades, its headings from the top left cell of `place` on. Money is shown as the owner's
 * list shows it.
 */
export function newTrades(
  trades: readonly LoggedTrade[],
  place: Block,
  money: MoneyPatterns = dollarPatterns,
): readonly Step[] {
  return newLogTable(tradeTable, place, columns, trades, money);
}

/** Describes these trades as rows below a table of trades. Undefined if it has no column called Date. */
export function furtherTrades(
  trades: readonly LoggedTrade[],
  found: FoundLog,
  money: MoneyPatterns = dollarPatterns,
): readonly Step[] | undefined {
  return furtherLogRows(found, columns, trades, money);
}

/**
 * Reads a table of trades back, in its order. Rows without a date, a fund or an amount are left out, and so are those
 * whose value before isn't known: it tells whether a list still shows it.
 */
export function tradesLogged(found: FoundLog): readonly LoggedTrade[] {
  return readLogRows(found, columns).flatMap(({ date, fund, account, amount, valueBefore }): LoggedTrade[] => {
    const day = readDayCell(date, { argument: "Date" });
    if (day.kind !== "day" || typeof amount !== "number" || amount === 0 || typeof valueBefore !== "number") return [];
    const name = String(fund).trim();
    return name === "" ? [] : [{ date: day.day, fund: name, account: String(account).trim(), amount, valueBefore }];
  });
}
