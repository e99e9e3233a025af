import type { SharesFound } from "./outcome";
import type { SharePosition, SharePositions } from "./positions";
import { spendLeftover } from "./spend-leftover";
import { leastShort } from "./shortfall";
import type { Work } from "./work";

/** Finds the best trades where trading costs nothing. */
export function withoutCosts(positions: SharePositions, work: Work): SharesFound | undefined {
  const known = shortfallByGivingUp(positions);
  if (known === undefined) return "cash not raised";
  const shortlist = leastShort(positions, known, work);
  const changes = shortlist && spendLeftover(shortlist, positions, work);
  return changes && { changes, gap: 0 };
}

/** A shortfall that can surely be had: no row raised, steps given up, the dearest first. Undefined if that isn't enough. */
function shortfallByGivingUp({ rows, room }: SharePositions): number | undefined {
  const short = rows.reduce((sum, row) => sum + row.short, 0);
  if (room >= 0) return short;
  const spare = rows.map((row) => row.spareBuys + row.spareSells);
  const dearest = rows.map((_, row) => row).sort((one, other) => priceOf(rows, other) - priceOf(rows, one));
  const needed = -room;
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
