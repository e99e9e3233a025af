import type { CutTrade } from "./level";
import type { MissingCents } from "./value-classes";

/** A trade before the missing cents are given, and which of several levels its row trades towards; none if its cents are whole. */
export interface Candidate<Levelled> extends CutTrade {
  readonly to?: Levelled;
}

/** The row that is dropped next, undefined where no trade is small enough; or that it hangs on the missing cents. */
export type Next = number | undefined | "unclear";

/**
 * Which trade below `least` is the smallest, of equal ones the later row, where no missing cent can make a difference:
 * one row's trade comes before each of the others whoever gets a cent. Of two trades towards one level and of one sign,
 * the one that is cut to less, or to the same with less cut off, never rounds to more.
 */
export function firstWhateverIsRounded(trades: readonly Candidate<unknown>[], least: number): Next {
  let first: Candidate<unknown> | undefined;
  for (const trade of trades) {
    if (trade.size === 0) return "unclear";
    if (first === undefined || comesFirst(trade, first)) first = trade;
  }
  if (first === undefined || first.size >= least) return undefined;
  const most = first.size + (first.cut > 0 ? 1 : 0);
  if (most >= least) return "unclear";
  for (const trade of trades) {
    if (trade === first || most < trade.size) continue;
    const together = trade.to === first.to && trade.sign === first.sign;
    // A cent that brings the first up to the other's size brings the other up as well, if more was cut off it.
    if (together && trade.size > first.size && trade.cut > first.cut) continue;
    if (first.row < trade.row || !(together || most === trade.size)) return "unclear";
  }
  return first.row;
}

function comesFirst(one: CutTrade, other: CutTrade): boolean {
  if (one.size !== other.size) return one.size < other.size;
  return one.cut < other.cut || (one.cut === other.cut && one.row > other.row);
}

/** The row of the smallest trade below `least`, of equal ones the later row; undefined where none is below it. */
export function smallestTrade<Levelled>(
  trades: readonly Candidate<Levelled>[],
  least: number,
  missingOf: (levelled: Levelled) => MissingCents,
): number | undefined {
  let found: number | undefined;
  let size = least;
  // The likeliest first: whether a row gets a cent is asked of few of them.
  for (const trade of trades.slice().sort((one, other) => one.size - other.size || other.row - one.row)) {
    if (trade.size > size || trade.size >= least) break;
    if (trade.size === size && found !== undefined && trade.row < found) continue;
    const rounded = trade.size + (getsCent(trade, missingOf) ? 1 : 0);
    if (rounded === 0 || rounded > size || rounded >= least) continue;
    if (rounded < size || found === undefined || trade.row > found) found = trade.row;
    size = rounded;
  }
  return found;
}

function getsCent<Levelled>(
  { row, sign, cut, to }: Candidate<Levelled>,
  missingOf: (levelled: Levelled) => MissingCents,
): boolean {
  if (cut === 0 || to === undefined) return false;
  const missing = missingOf(to);
  return sign === missing.sign && missing.gets(row, cut);
}
