import { succeeded } from "../../engine";
import { type Argument } from "../cells";
import { position, readColumn } from "../column";
import { failed, type Read } from "../problem";
import { readNumberBetween } from "../scalar";
import type { ReturnsRange } from "./series";

const RISK_FREE = "Risk free";

/** A rate of more than this a year, either way, is a percent without its sign. */
const LARGEST_RATE = 1;

/**
 * Reads what money earns without risk, as a rate a period: one annual rate, a period's share of it being
 * rate ÷ periods a year, or a column of rates a period (n × 1), in the rows of the returns or one a period. Undefined
 * where it is left out. `height` is how many rows the range of returns has.
 */
export function readRiskFree(
  cells: Argument,
  { series, rows }: Pick<ReturnsRange, "series" | "rows">,
  height: number,
): Read<number | Float64Array | undefined> {
  if (cells === null || cells === undefined) return succeeded(undefined);
  if (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1) {
    const rate = readNumberBetween(RISK_FREE, cells, "percentage", -LARGEST_RATE, LARGEST_RATE);
    if (!rate.ok || rate.value === undefined) return rate;
    return succeeded(rate.value / series.periodsPerYear);
  }
  const column = readColumn(RISK_FREE, cells, "percentage");
  if (!column.ok) return column;
  const { numbers, textRows, across } = column.value;
  // Beside the returns, or a list of its own, which may have a heading.
  const own = column.value.height === height ? rows : undefined;
  const first = own === undefined && textRows.has(0) && column.value.height === rows.length + 1 ? 1 : 0;
  if (own === undefined && column.value.height - first !== rows.length) {
    const given = { argument: RISK_FREE, rows: column.value.height };
    return failed({ code: "unequal heights", first: { argument: "Returns", rows: height }, second: given });
  }
  const places = own ?? rows.map((_, period) => period + first);
  const rates = new Float64Array(rows.length);
  for (const [period, row] of places.entries()) {
    const text = textRows.get(row);
    if (text !== undefined) return failed(text);
    const found = numbers[row] ?? 0;
    if (Math.abs(found) > LARGEST_RATE) {
      const at = position(RISK_FREE, row, across);
      return failed({ code: "out of range", at, found, least: -LARGEST_RATE, most: LARGEST_RATE });
    }
    rates[period] = found;
  }
  return succeeded(rates);
}
