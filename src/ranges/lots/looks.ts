import { centsFromDollars, LARGEST_TOTAL, succeeded, type LoggedLook } from "../../engine";
import type { Argument } from "../cells";
import { readDayCell } from "../dates";
import { readNumber } from "../numbers";
import { failed, type Note, type Read } from "../problem";
import { readTable, type TableColumn } from "../table";

const COLUMNS: Readonly<Record<"date" | "traded", TableColumn>> = {
  date: { name: "Date", known: /^(date|day|looked|looked on|rebalanced|rebalanced on)$/, required: true },
  traded: { name: "Traded", known: /^(traded|amount traded|money traded|trades?|amount)$/ },
};

/** Looks as a log has them. */
export interface LooksRange {
  readonly looks: readonly LoggedLook[];
  readonly rows: number;
  readonly headerRows: number;
  readonly notes: readonly Note[];
}

/** Reads a log of looks: a row is a look, also one that traded nothing. Rows without a date are passed over. */
export function readLooks(cells: Argument): Read<LooksRange> {
  const table = readTable("Log", cells, COLUMNS, { inOrder: 2 });
  if (!table.ok) return table;
  const { rows, cell, at, height, headerRows } = table.value;
  const notes: Note[] = [...table.value.notes];
  const looks: LoggedLook[] = [];
  for (const row of rows) {
    const traded = readNumber(cell(row, "traded"), at(row, "traded"), "money");
    if (traded.kind === "problem" || traded.kind === "text") return failed(traded.problem);
    const amount = traded.kind === "number" ? Math.abs(traded.number) : 0;
    if (amount * 100 > LARGEST_TOTAL) return failed({ code: "too much money", argument: "Log" });
    const date = readDayCell(cell(row, "date"), at(row, "date"));
    if (date.kind === "problem") return failed(date.problem);
    if (date.kind === "blank") {
      if (amount > 0) return failed({ code: "date missing", at: at(row, "date") });
      continue;
    }
    if (date.note) notes.push(date.note);
    looks.push({ day: date.day, traded: centsFromDollars(amount) });
  }
  return succeeded({ looks, rows: height, headerRows, notes });
}
