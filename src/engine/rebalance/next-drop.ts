import { compareCuts, isCut, type CutTrade } from "./level";
import { firstOf, type WholeTrade } from "./small-trades";
import type { MissingCents } from "./value-classes";

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

/** The smallest trade below `least`, of equal ones the later row's; undefined where none is below it. Trades are in whole cents. */
export function smallestTrade(
  trades: readonly CutTrade[],
  least: number,
  missingOf: () => MissingCents,
): WholeTrade | undefined {
  // Who gets a missing cent is asked of no more rows than need be: larger trades than this are none of the smallest.
  // One that is cut to nothing may stay so, and says nothing of the others.
  let most = least - 1;
  for (const { size, cut } of trades) if (size > 0) most = Math.min(most, size + (cut > 0 ? 1 : 0));
  const small = trades.filter(({ size }) => size <= most);
  const given = givenCents(small, missingOf);
  let found: WholeTrade | undefined;
  for (const { row, size } of small) {
    const rounded = size + (given.has(row) ? 1 : 0);
    if (rounded > 0 && rounded < least) found = firstOf(found, { row, size: rounded });
  }
  return found;
}

/** The rows of some trades that get a missing cent. */
function givenCents(trades: readonly CutTrade[], missingOf: () => MissingCents): Set<number> {
  const cut = trades.filter(isCut);
  if (cut.length === 0) return new Set();
  const missing = missingOf();
  const inSign = cut.filter(({ sign }) => sign === missing.sign);
  inSign.sort((one, other) => other.cut - one.cut || one.row - other.row);
  // Cents go to the first of this order: halving it finds the last that gets one in few questions.
  let low = 0;
  let high = inSign.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { row, cut: cutOff } = inSign[middle] as CutTrade;
    if (missing.gets(row, cutOff)) low = middle + 1;
    else high = middle;
  }
  return new Set(inSign.slice(0, low).map(({ row }) => row));
}
