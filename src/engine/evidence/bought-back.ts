import type { Path } from "./path";
import type { ReturnSeries } from "./series";

/** A trade of less than this, of the money there is, is the rounding of another. */
const NOTHING = 1e-9;

/**
 * Counts how often a path bought an asset within `days` calendar days of having sold some of it: what plans with a
 * frequent-trading rule don't take. The sale's own day doesn't count. Undefined for periods without days.
 */
export function boughtBack(
  { trades, values }: Pick<Path, "trades" | "values">,
  { columns, dates }: ReturnSeries,
  days: number,
): number | undefined {
  if (dates?.kind !== "days") return undefined;
  const assets = columns.length;
  let count = 0;
  for (let asset = 0; asset < assets; asset++) {
    let sold = -Infinity;
    for (let row = 0; row < values.length; row++) {
      const trade = trades[row * assets + asset] as number;
      const least = NOTHING * (values[row] as number);
      const day = dates.days[row] as number;
      if (trade > least && day - sold <= days) count += 1;
      if (trade < -least) sold = day;
    }
  }
  return count;
}
