import type { Result } from "../errors";
import { cents, type Usd } from "../units/money";
import type { LevelledAccount } from "./level";
import { LevelledRows } from "./levelled-rows";
import { smallestBelow } from "./minimum-trade";

/*
 * Which rows a minimum trade drops where all drifts shrink by one share, short of the targets, and no cash comes or goes.
 *
 * Each row trades that share of what would take it to the targets of the rows that are left, so that the same level
 * says which trade is the smallest (see `level-drops.ts`). What is measured, and with it the share, never changes: it is
 * of the whole account. A trade is its exact size cut to whole cents, or a cent more. Where that leaves open which comes
 * first, the rows are solved again for the one drop.
 */

/** What doubles lose of a size or of a share, and far more. */
const HAIR = 1e-9;

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. `share` is how much of its way to the targets each row trades
 * (above 0, up to 1); `solve` trades the given rows alone. Trades are in whole cents.
 */
export function driftDrops(
  account: Omit<LevelledAccount, "side">,
  share: number,
  least: number,
  solve: (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>,
): number[] {
  const rows = new LevelledRows({ ...account, side: 0 }, Array.from(account.values.keys()));
  const gone = new Uint8Array(account.values.length);
  const dropped: number[] = [];
  while (rows.level.holds()) {
    let next = nextDrop(rows, account, share, least);
    if (next === "unclear") {
      const trades = solve((row) => gone[row] === 0);
      next = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
    }
    if (next === undefined) break;
    gone[next] = 1;
    dropped.push(next);
    rows.take(next);
  }
  return dropped;
}

/** The row whose trade comes first however its cents are rounded, undefined where no trade is below `least`. */
function nextDrop(
  { level, nearest }: LevelledRows,
  { values, parts }: Omit<LevelledAccount, "side">,
  share: number,
  least: number,
): number | undefined | "unclear" {
  const at = level.money / level.parts;
  // Trades that differ by two cents and more stay in order when each is rounded up or down; so do these on the way to it.
  const apart = (2 + HAIR) / share;
  const sizeOf = (row: number): number => {
    const { sign, size, cut } = level.tradeOf(row);
    return sign === 0 ? Number.POSITIVE_INFINITY : size + cut / level.parts;
  };
  const smallest = nearest.candidates(at).reduce((size, row) => Math.min(size, sizeOf(row)), Number.POSITIVE_INFINITY);
  const reach = smallest * share;
  if (reach * (1 - HAIR) - 1 >= least) return undefined;
  if (reach * (1 - HAIR) < 1 || reach * (1 + HAIR) + 1 >= least) return "unclear";
  const limit = (smallest + apart) * (1 + HAIR);
  const near = nearest.within(at, 0, limit).filter((row) => sizeOf(row) <= limit);
  // Of like rows an earlier one gets a missing cent first, so that the last of them comes first.
  const last = near.reduce((later, row) => Math.max(later, row), 0);
  return near.every((row) => values[row] === values[last] && parts[row] === parts[last]) ? last : "unclear";
}
