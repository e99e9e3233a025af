import type { SharesFound } from "./outcome";
import type { SharePosition, SharePositions } from "./positions";
import { spendLeftover } from "./spend-leftover";
import { leastShort } from "./shortfall";
import type { Work } from "./work";

/**
 * Finds the best trades where trading costs nothing.
 *
 * Cash left over, Σ wanted − Σ final values and what cash is given add up; so Σ|wanted − final| + cash left is twice
 * the shortfall, Σ max(0, wanted − final), plus what no trade can change. Least is therefore the shortfall, and of
 * equal shortfalls the larger purchase leaves less cash. A row's shortfall falls by its price a step up to the base, by
 * less than the price for the step that crosses the wanted value, and by nothing after it. So the steps of a row are
 * independent items, of which a better one is never passed over for a worse one, and an answer is
 *
 * 1. a choice of rows raised one step above their base (`leastShort`),
 * 2. steps given up below the base, at a unit of shortfall a unit of money, to pay what the choice costs too much,
 * 3. steps bought beyond the wanted value with the cash that is left, at no change of the shortfall.
 *
 * For 2 and 3 only sums of prices matter, and every sum is tabulated (`Sums`), so both have exact answers. Among equal
 * ones steps that make a purchase or sale smaller come before others, as less money is traded then; within each kind
 * the earlier rows keep more.
 */
export function withoutCosts(positions: SharePositions, work: Work): SharesFound {
  const known = shortfallByGivingUp(positions);
  if (known === undefined) return "cash not raised";
  const shortlist = leastShort(positions, known, work);
  if (shortlist === undefined) return "not finished";

  return spendLeftover(shortlist, positions, work) ?? "not finished";
}

/** A shortfall that can surely be had: no row raised, steps given up, the dearest first. Undefined if that isn't enough. */
function shortfallByGivingUp({ rows, room }: SharePositions): number | undefined {
  const short = rows.reduce((sum, row) => sum + row.short, 0);
  const spare = rows.map((row) => row.spareBuys + row.spareSells);
  const dearest = rows.map((_, row) => row).sort((one, other) => priceOf(rows, other) - priceOf(rows, one));
  const needed = Math.max(0, -room);
  let missing = needed;
  for (const row of dearest) {
    const steps = Math.min(spare[row] as number, Math.floor(missing / priceOf(rows, row)));
    missing -= steps * priceOf(rows, row);
    spare[row] = (spare[row] as number) - steps;
  }
  if (missing === 0) return short + needed;
  // What is missing is less than any step that is left, or that step would have been taken: the cheapest one is enough.
  const cheapest = dearest.reverse().find((row) => (spare[row] as number) > 0);
  return cheapest === undefined ? undefined : short + needed - missing + priceOf(rows, cheapest);
}

function priceOf(rows: readonly SharePosition[], row: number): number {
  return (rows[row] as SharePosition).price;
}
