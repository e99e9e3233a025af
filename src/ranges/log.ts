import { succeeded } from "../engine";
import { failed, type Read } from "./problem";
import { isEmpty, type Argument } from "./cells";
import { position } from "./column";
import { readDayCell } from "./dates";
import { wordsIn } from "./numbers";

/** The heading of the log's date column. */
const DATE_HEADING = /^(date|day|rebalanced|rebalanced on)$/;

/**
 * Reads the days of past rebalances from a log: the column headed Date, or the first column. Blank rows are passed
 * over; an argument left out is an empty log.
 */
export function readLog(cells: Argument): Read<readonly number[]> {
  const [first] = cells ?? [];
  if (!cells || !first) return succeeded([]);
  const named = first.findIndex((cell) => DATE_HEADING.test(wordsIn(cell)));
  const column = Math.max(0, named);
  const days: number[] = [];
  for (let row = named >= 0 ? 1 : 0; row < cells.length; row++) {
    const cell = cells[row]?.[column];
    if (isEmpty(cell)) continue;
    const reading = readDayCell(cell, position("Log", row, false));
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "day") days.push(reading.day);
  }
  return succeeded(days);
}
