import { succeeded, type WeightBounds } from "../../engine";
import type { Argument } from "../cells";
import { position, readColumn } from "../column";
import { failed, type CellPlace, type Read } from "../problem";
import { readScalar } from "../scalar";
import { refusedPortfolio } from "../wording/portfolio-problems";

/** A percent of more than this, either way, is no share of a portfolio that borrows nothing. */
const LARGEST_PERCENT = 100;

/**
 * Reads the least and the most weight of each of some funds: one number for all, or one a fund in the order of the columns
 * of returns. Up to 1 it is a fraction, above it percent. Blank is 0 for the least and 100 % for the most; a least below 0
 * allows short positions. Undefined where nothing is said.
 */
export function readWeightBounds(min: Argument, max: Argument, funds: number): Read<WeightBounds | undefined> {
  const least = readBounds("Min", min, funds);
  if (!least.ok) return least;
  const most = readBounds("Max", max, funds);
  if (!most.ok) return most;
  const areSaid = [least.value, most.value].some((bounds) => bounds.some((bound) => bound !== 0));
  if (!areSaid) return succeeded(undefined);
  return succeeded({ least: least.value, most: most.value.map((bound) => bound || 1) });
}

/** Fractions, a fund each; 0 where nothing is said. */
function readBounds(argument: "Min" | "Max", cells: Argument, funds: number): Read<Float64Array> {
  const none = new Float64Array(funds);
  if (cells === null || cells === undefined) return succeeded(none);
  if (cells.length === 1 && cells[0]?.length === 1) {
    const read = readScalar(argument, cells, "percentage");
    if (!read.ok) return read;
    const share = shareOf(read.value ?? 0, { argument });
    return share.ok ? succeeded(none.fill(share.value)) : share;
  }
  const column = readColumn(argument, cells, "percentage");
  if (!column.ok) return column;
  const { numbers, textRows, across, height } = column.value;
  // A list of its own may have a heading.
  const first = textRows.has(0) && height > funds ? 1 : 0;
  for (const [row, problem] of textRows) if (row >= first) return failed(problem);
  if (height - first < funds || numbers.subarray(funds + first).some((number) => number !== 0)) {
    return refusedPortfolio({ code: "bounds don't match", argument, rows: numbers.length - first, funds });
  }
  for (let fund = 0; fund < funds; fund++) {
    const row = fund + first;
    const share = shareOf(numbers[row] ?? 0, position(argument, row, across));
    if (!share.ok) return share;
    none[fund] = share.value;
  }
  return succeeded(none);
}

function shareOf(found: number, at: CellPlace): Read<number> {
  if (Math.abs(found) > LARGEST_PERCENT) {
    return failed({ code: "out of range", at, found, least: -LARGEST_PERCENT, most: LARGEST_PERCENT });
  }
  return succeeded(Math.abs(found) > 1 ? found / 100 : found);
}
