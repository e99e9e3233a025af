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
  // Who gets a missing cent is asked of no more levels than need be: larger trades than this are none of the smallest.
  // One that is cut to nothing may stay so, and says nothing of the others.
  let most = least - 1;
  for (const { size, cut } of trades) if (size > 0) most = Math.min(most, size + (cut > 0 ? 1 : 0));
  const small = trades.filter(({ size }) => size <= most);
  const given = givenCents(small, missingOf);
  let found: number | undefined;
  let leastSize = least;
  for (const trade of small) {
    const rounded = trade.size + (given.has(trade.row) ? 1 : 0);
    if (rounded === 0 || rounded > leastSize || (rounded === leastSize && !(found !== undefined && trade.row > found)))
      continue;
    found = trade.row;
    leastSize = rounded;
  }
  return found;
}

/** The rows of some trades that get a missing cent. */
function givenCents<Levelled>(
  trades: readonly Candidate<Levelled>[],
  missingOf: (levelled: Levelled) => MissingCents,
): Set<number> {
  const towards = new Map<Levelled, Candidate<Levelled>[]>();
  for (const trade of trades) {
    if (trade.cut === 0 || trade.to === undefined) continue;
    const others = towards.get(trade.to);
    if (others) others.push(trade);
    else towards.set(trade.to, [trade]);
  }
  const given = new Set<number>();
  for (const [to, cut] of towards) {
    const missing = missingOf(to);
    const inSign = cut.filter(({ sign }) => sign === missing.sign);
    inSign.sort((one, other) => other.cut - one.cut || one.row - other.row);
    // Cents go to the first of this order: halving it finds the last that gets one in few questions.
    let low = 0;
    let high = inSign.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { row, cut: cutOff } = inSign[middle] as Candidate<Levelled>;
      if (missing.gets(row, cutOff)) low = middle + 1;
      else high = middle;
    }
    for (const { row } of inSign.slice(0, low)) given.add(row);
  }
  return given;
}
