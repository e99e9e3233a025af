import type { SharePosition, SharePositions } from "./positions";
import { comesFirst } from "./spend-leftover";
import type { Steps } from "./steps";
import { Change } from "./sums";
import type { Work } from "./work";

/** A row that gives up steps: from its largest holding on that side, so many of at most so many. */
interface Giving extends Steps {
  readonly top: number;
  readonly given: number;
}

/** Ticks of which tables are made; what is beyond is given up by the last rows beforehand. */
const LARGEST_SUM = 2 ** 20;

/**
 * Moves what is given up to the later rows, among the purchases and among the sales of an answer. As long as the same
 * dollars are given up on a side and the same rows trade, neither shortfall, costs, cash nor money traded change, and the
 * larger holding in the earlier row is preferred. Stays with the answer where its sums take more work than is allowed.
 */
export function favourEarlierRows(
  positions: SharePositions,
  changes: readonly number[],
  work: Work,
): readonly number[] {
  let best = changes;
  for (const side of [1, -1] as const) {
    const giving = positions.rows.flatMap((position, row): Giving[] => {
      const each = givingOf(position, best[row] as number, positions, side);
      return each === undefined ? [] : [{ row, ...each }];
    });
    const moved = best.slice();
    let left = giving.reduce((ticks, { price, given }) => ticks + price * given, 0);
    if (left === 0) continue;
    const steps = giving.slice();
    for (let index = steps.length - 1; index >= 0; index--) {
      const { row, price, count, top, ...each } = steps[index] as Giving;
      const taken = Math.min(count, Math.max(0, Math.floor((left - LARGEST_SUM) / price)));
      left -= taken * price;
      moved[row] = top - taken;
      steps[index] = { ...each, row, price, top, count: count - taken };
    }
    const change = Change.of(steps, left, work, [left]);
    if (!change?.sums.has(left)) continue;
    for (const { row, count } of change.madeOf(left, "few of the earlier rows")) {
      moved[row] = (moved[row] as number) - count;
    }
    if (comesFirst(moved, best)) best = moved;
  }
  return best;
}

/** What a row gives up of its purchase (1) or by its sale (−1); undefined where it is on the other side or above its base. */
function givingOf(
  { price, trade, spareBuys, spareSells }: SharePosition,
  change: number,
  { fee, tick }: SharePositions,
  side: 1 | -1,
): Omit<Giving, "row"> | undefined {
  const still = 0 - trade;
  // Where a fee is due, not trading is on neither side; where none is, on that of the base.
  const least = fee > 0 ? 1 : 0;
  const isPurchase = change > still || (change === still && still < 0);
  if ((change === still && fee > 0) || isPurchase !== side > 0) return undefined;
  const top = side > 0 ? 0 : Math.min(0, still - least);
  const bottom = side > 0 ? still + least : -(spareBuys + spareSells);
  if (change > top) return undefined;
  return { price: price / tick, top, given: top - change, count: top - bottom };
}
