import { succeeded, type LoggedDay } from "../engine";
import { failed, type Read } from "./problem";
import { isEmpty, type Argument } from "./cells";
import { position } from "./column";
import { readDayCell } from "./dates";
import { wordsIn } from "./numbers";

/** The heading of the log's date column, and of what was traded. */
const DATE_HEADING = /^(date|day|rebalanced|rebalanced on)$/;
const TRADED_HEADING = /^traded$/;

/**
 * Reads the days of past looks from a log: the column headed Date, or the first column. Something was traded on each,
 * unless a column Traded is blank or 0 there. Blank rows are passed over; an argument left out is an empty log.
 */
export function readLog(cells: Argument): Read<readonly LoggedDay[]> {
  const [first] = cells ?? [];
  if (!cells || !first) return succeeded([]);
  const columnOf = (heading: RegExp): number => first.findIndex((cell) => heading.test(wordsIn(cell)));
  const named = columnOf(DATE_HEADING);
  const traded = named < 0 ? -1 : columnOf(TRADED_HEADING);
  const column = Math.max(0, named);
  const days: LoggedDay[] = [];
  for (let row = named >= 0 ? 1 : 0; row < cells.length; row++) {
    const cell = cells[row]?.[column];
    if (isEmpty(cell)) continue;
    const reading = readDayCell(cell, position("Log", row, false));
    if (reading.kind === "problem") return failed(reading.problem);
    if (reading.kind === "day") days.push({ day: reading.day, traded: traded < 0 || !isEmpty(cells[row]?.[traded]) });
  }
  return succeeded(days);
}
