import { succeeded } from "../../engine";
import type { Argument } from "../cells";
import { failed, type Read } from "../problem";
import { readScalar } from "../scalar";
import type { FundRows } from "./of-account";
import { refusedPortfolio } from "../wording/portfolio-problems";

const CASH_ROW = "Cash row";

/**
 * Reads which row is cash, counted from 1 with the header left out; without it the last. `funds` are the rows that have a
 * column of returns or prices: where the last has none, a blank row may stand there as well as cash without a target, so
 * it must be said. Returns the row of the range.
 */
export function readCashRow(
  cells: Argument,
  { rows, headerRows }: Pick<FundRows, "rows" | "headerRows">,
  funds: readonly number[],
): Read<number> {
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  const read = readScalar(CASH_ROW, cells, "number");
  if (!read.ok) return read;
  const last = places.at(-1) ?? 0;
  if (read.value === undefined) {
    return funds.at(-1) === last ? succeeded(last) : refusedPortfolio({ code: "cash row unsaid", rows: places.length });
  }
  const at = { argument: CASH_ROW };
  if (!Number.isInteger(read.value)) return failed({ code: "not a whole number", at, found: read.value });
  const row = places[read.value - 1];
  return row === undefined
    ? failed({ code: "out of range", at, found: read.value, least: 1, most: places.length })
    : succeeded(row);
}
