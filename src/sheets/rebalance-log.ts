import { readDayCell } from "../ranges";
import type { Description, Step } from "./description";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import type { Block } from "./place";

/** What the table of past rebalances is called. */
export const logTable = "RebalanceLog";
/** The sheet it stands on unless the owner has moved it. */
export const logSheet = "Rebalance log";

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

/** The log as it is found in a workbook: the table with its header row. */
export interface FoundLog {
  readonly name: string;
  readonly block: Block;
  readonly values: readonly (readonly unknown[])[];
}

/** The log's columns in order. `KEEL.CHECKUP` finds the days by the heading Date. */
const columns = [
  { heading: "Date", field: "date", format: "yyyy-mm-dd", characters: 13 },
  { heading: "Reason", field: "reason", format: undefined, characters: 52 },
  { heading: "Drift before", field: "driftBefore", format: "0.0%", characters: 14 },
  { heading: "Drift after", field: "driftAfter", format: "0.0%", characters: 14 },
  { heading: "Traded", field: "traded", format: "money", characters: 16 },
  // Text before it is filled, so that nobody's Excel makes a day of it.
  { heading: "Trades done", field: "done", format: "@", characters: 14 },
] as const satisfies readonly {
  readonly heading: string;
  readonly field: keyof LogEntry;
  readonly format: string | undefined;
  readonly characters: number;
}[];

const doneColumn = columns.findIndex(({ field }) => field === "done");

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
export function nextLogRow({ block, values }: FoundLog): Block {
  let filled = values.length;
  while (filled > 1 && (values[filled - 1] ?? []).every((cell) => cell === "")) filled -= 1;
  return { ...block, row: block.row + filled, height: 1 };
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
  const place = newLogPlace(sheet);
  const cell = (down: number, across: number): Block => ({ sheet, row: down, column: across, height: 1, width: 1 });
  const firstRow = place.row + 1;
  return [
    { do: "add sheet", name: sheet },
    { do: "write values", block: cell(row.title, 0), values: [["Rebalance log"]] },
    { do: "style", block: cell(row.title, 0), style: "title" },
    {
      do: "write values",
      block: cell(row.note, 0),
      values: [["A row for each rebalance. Drift is the share of the money that had to move to be back on target."]],
    },
    { do: "style", block: cell(row.note, 0), style: "note" },
    ...formats(firstRow, sheet, money, (column) => column),
    {
      do: "write values",
      block: place,
      values: [columns.map(({ heading }) => heading), columns.map(({ field }) => entry[field] ?? "")],
    },
    { do: "add table", name: logTable, block: place },
    ...columns.map(({ characters }, column): Step => ({ do: "set width", block: cell(place.row, column), characters })),
  ];
}

function nextRow(entry: LogEntry, found: FoundLog, money: MoneyPatterns): Step[] | undefined {
  const headings = (found.values[0] ?? []).map((heading) => String(heading).trim().toLowerCase());
  const columnOf = (index: number): number => headings.indexOf(columns[index]?.heading.toLowerCase() ?? "");
  if (columnOf(0) < 0) return undefined;
  const place = nextLogRow(found);
  const { block } = found;
  const written = columnOf(doneColumn) < 0 ? withDoneAsReason(entry) : entry;
  const inside = place.row < block.row + block.height;
  const at = (column: number): Block => ({ ...place, column: block.column + column, width: 1 });
  return [
    ...formats(place.row, place.sheet, money, (index) =>
      columnOf(index) < 0 ? undefined : block.column + columnOf(index),
    ),
    ...columns.flatMap(({ field }, index): Step[] =>
      columnOf(index) < 0 ? [] : [{ do: "write values", block: at(columnOf(index)), values: [[written[field] ?? ""]] }],
    ),
    // The table takes the new row in once it is filled.
    ...(inside
      ? []
      : [{ do: "resize table", name: found.name, block: { ...block, height: place.row + 1 - block.row } } as const]),
  ];
}

/** A log that an earlier Keel began has no column for what was done: there the reason says it. */
function withDoneAsReason({ done, ...entry }: LogEntry): LogEntry {
  if (done === undefined) return entry;
  return { ...entry, reason: `${entry.reason === "" ? "" : `${entry.reason}; `}${done} trades done` };
}

function formats(
  sheetRow: number,
  sheet: string,
  money: MoneyPatterns,
  columnOf: (index: number) => number | undefined,
): Step[] {
  return columns.flatMap(({ format }, index): Step[] => {
    const column = columnOf(index);
    if (format === undefined || column === undefined) return [];
    const block = { sheet, row: sheetRow, column, height: 1, width: 1 };
    return [{ do: "format numbers", block, format: format === "money" ? money.value : format }];
  });
}

/** Reads the log's rows back, latest first. Rows without a date are left out; what a cell lacks is 0 or "". */
export function logEntries({ values }: FoundLog): LogEntry[] {
  const [headings = [], ...rows] = values;
  const places = columns.map(({ heading }) =>
    headings.findIndex((cell) => String(cell).trim().toLowerCase() === heading.toLowerCase()),
  );
  const entries = rows.flatMap((cells): LogEntry[] => {
    const number = (index: number): number => {
      const cell = cells[places[index] ?? -1];
      return typeof cell === "number" ? cell : 0;
    };
    const text = (index: number): string => {
      const cell = cells[places[index] ?? -1];
      return typeof cell === "string" ? cell : "";
    };
    const date = readDayCell(cells[places[0] ?? -1], { argument: "Date" });
    if (date.kind !== "day") return [];
    return [
      {
        date: date.day,
        reason: text(1),
        driftBefore: number(2),
        driftAfter: number(3),
        traded: number(4),
        ...(text(doneColumn) === "" ? {} : { done: text(doneColumn) }),
      },
    ];
  });
  // Of one day, the later row was logged later.
  return entries.reverse().sort((one, other) => other.date - one.date);
}
