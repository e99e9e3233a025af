import { compareCuts, isCut, type CutTrade } from "./level";

/** A trade before what is missing is given, and which of several levels its row trades towards; none if it is whole. */
export interface Candidate<Levelled> extends CutTrade {
  readonly to?: Levelled;
}

/** The row that is dropped next, undefined where no trade is small enough; or that it hangs on what is missing. */
export type Next = number | undefined | "unclear";

/**
 * Which trade below `least` steps is the smallest, of equal ones the later row, where no missing step can make a
 * difference: one row's trade comes before each of the others whoever gets one. Of two trades towards one level and of one
 * sign, the one that is cut to less, or to the same with less cut off, never rounds to more.
 */
export function firstWhateverIsRounded(trades: readonly Candidate<unknown>[], least: number): Next {
  let first: Candidate<unknown> | undefined;
  for (const trade of trades) {
    if (trade.size === 0) return "unclear";
    if (first === undefined || comesFirst(trade, first)) first = trade;
  }
  if (first === undefined || first.size >= least) return undefined;
  const most = first.size + (isCut(first) ? 1 : 0);
  if (most >= least) return "unclear";
  for (const trade of trades) {
    if (trade === first || most < trade.size) continue;
    const together = trade.to === first.to && trade.sign === first.sign;
    // A step that brings the first up to the other's size brings the other up as well, if more was cut off it.
    if (together && trade.size > first.size && compareCuts(trade, first) > 0) continue;
    if (first.row < trade.row || !(together || most === trade.size)) return "unclear";
  }
  return first.row;
}

function comesFirst(one: CutTrade, other: CutTrade): boolean {
  if (one.size !== other.size) return one.size < other.size;
  const more = compareCuts(one, other);
  return more < 0 || (more === 0 && one.row > other.row);
}
