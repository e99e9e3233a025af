import type { SafeDate } from "../../engine";
import type { ResultCells } from "../results";
import { NO_DATES, SAFE_DATES_HEADER, safeDateReason, safeDateWords } from "../wording/lots/safe-dates";

/** Lays the days out, one a row. */
export function safeDatesCells(dates: readonly SafeDate[]): ResultCells {
  const rows = dates.map((date) => [
    date.day,
    safeDateWords(date),
    "fund" in date ? date.fund : "",
    safeDateReason(date),
  ]);
  return [SAFE_DATES_HEADER, ...(rows.length > 0 ? rows : [["", NO_DATES, "", ""]])];
}
