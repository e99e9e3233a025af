import { readDayCell } from "../ranges";
import type { Description, Step } from "./description";
import { logTable } from "./log-names";
import {
  furtherLogRows,
  hasLogColumn,
  newLogTable,
  nextLogRows,
  readLogRows,
  type FoundLog,
  type LogColumn,
} from "./log-table";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import type { Block } from "./place";

/** One rebalance. */
export interface LogEntry {
  /** As Excel counts days. */
  readonly date: number;
  readonly reason: string;
  /** Total drift as a fraction: half the sum of absolute drifts. */
  readonly driftBefore: number;
  readonly driftAfter: number;
  /** Dollars that changed place: what was bought or what was sold, whichever is more. */
  readonly traded: number;
  /** How many of the trades were ticked as done: `3 of 4`. Absent where none was, or nobody keeps count. */
  readonly done?: string;
}

/** The log's columns in order. `KEEL.CHECKUP` finds the days by the heading Date. */
const columns: readonly LogColumn<LogEntry>[] = [
  { heading: "Date", field: "date", format: "yyyy-mm-dd", characters: 13 },
  { heading: "Reason", field: "reason", format: undefined, characters: 52 },
  { heading: "Drift before", field: "driftBefore", format: "0.0%", characters: 17 },
  { heading: "Drift after", field: "driftAfter", format: "0.0%", characters: 17 },
  { heading: "Traded", field: "traded", format: { money: "value" }, characters: 16 },
  // Text before it is filled, so that nobody's Excel makes a day of it.
  { heading: "Trades done", field: "done", format: "@", characters: 17 },
];

/** Rows of a new log's sheet, counted from 0. */
const row = { title: 0, note: 1, headings: 3 };

/** Where a new log's first table stands on a sheet: the headings and one row. */
export function newLogPlace(sheet: string): Block {
  return { sheet, row: row.headings, column: 0, height: 2, width: columns.length };
}

/** Every cell that a new log writes to, its title included. */
export function newLogCells(sheet: string): Block {
  return { ...newLogPlace(sheet), row: row.title, height: row.headings + 2 };
}

/** Where the next row of a log goes: below its last filled row. The table's own width. */
export function nextLogRow(found: FoundLog): Block {
  return nextLogRows(found, 1);
}

/**
 * Describes writing a rebalance into its log. Without a log, a sheet with a title, the table and its first row;
 * else a row below the last one, in the columns that the table's headings name, whatever their order. Undefined if the
 * table has no column called Date: it is not the log that Keel knows. Money is shown as the owner's list shows it.
 */
export function logRebalance(
  entry: LogEntry,
  found: FoundLog | string,
  money: MoneyPatterns = dollarPatterns,
): Description | undefined {
  const steps = typeof found === "string" ? newLog(entry, found, money) : nextRow(entry, found, money);
  return steps && { title: "Log this rebalance", steps };
}

function newLog(entry: LogEntry, sheet: string, money: MoneyPatterns): Step[] {
  const cell = (down: number): Block => ({ sheet, row: down, column: 0, height: 1, width: 1 });
  return [
    { do: "add sheet", name: sheet },
    { do: "write values", block: cell(row.title), values: [["Rebalance log"]] },
    { do: "style", block: cell(row.title), style: "title" },
    {
      do: "write values",
      block: cell(row.note),
      values: [["A row for each rebalance. Drift is the share of the money that had to move to be back on target."]],
    },
    { do: "style", block: cell(row.note), style: "note" },
    ...newLogTable(logTable, newLogPlace(sheet), columns, [entry], money),
    { do: "set up page", block: { ...newLogPlace(sheet), height: 1 }, orientation: "landscape" },
  ];
}

function nextRow(entry: LogEntry, found: FoundLog, money: MoneyPatterns): readonly Step[] | undefined {
  const counted = hasLogColumn(found, columns, "done");
  return furtherLogRows(found, columns, [counted ? entry : withDoneAsReason(entry)], money);
}

/** A log that an earlier Keel began has no column for what was done: there the reason says it. */
function withDoneAsReason({ done, ...entry }: LogEntry): LogEntry {
  if (done === undefined) return entry;
  return { ...entry, reason: `${entry.reason === "" ? "" : `${entry.reason}; `}${done} trades done` };
}

/** Reads the log's rows back, latest first. Rows without a date are left out; what a cell lacks is 0 or "". */
export function logEntries(found: FoundLog): LogEntry[] {
  const number = (cell: unknown): number => (typeof cell === "number" ? cell : 0);
  const text = (cell: unknown): string => (typeof cell === "string" ? cell : "");
  const entries = readLogRows(found, columns).flatMap((cells): LogEntry[] => {
    const date = readDayCell(cells.date, { argument: "Date" });
    if (date.kind !== "day") return [];
    return [
      {
        date: date.day,
        reason: text(cells.reason),
        driftBefore: number(cells.driftBefore),
        driftAfter: number(cells.driftAfter),
        traded: number(cells.traded),
        ...(text(cells.done) === "" ? {} : { done: text(cells.done) }),
      },
    ];
  });
  // Of one day, the later row was logged later.
  return entries.reverse().sort((one, other) => other.date - one.date);
}
