import { WASH_DAYS } from "../law/lasting";
import type { Position } from "./household";

/** What of a position the wash-sale rule looks at. */
export type WatchedPosition = Pick<Position, "security" | "isCash" | "lots">;

/** A purchase that makes a sale at a loss a wash sale: the position it is of, and its day. */
export interface WashingPurchase {
  readonly position: number;
  readonly day: number;
}

/**
 * The purchase that would make selling a lot at a loss a wash sale by what was bought before: another lot of the same
 * security, in whichever account, acquired on the day or in the 30 days before it; the latest of several, of equal ones
 * the first. Without a day nobody knows.
 */
export function washingPurchase(
  positions: readonly WatchedPosition[],
  position: number,
  place: number,
  today: number | undefined,
): WashingPurchase | undefined {
  if (today === undefined) return undefined;
  const { security } = positions[position] as WatchedPosition;
  let latest: WashingPurchase | undefined;
  for (const [index, other] of positions.entries()) {
    if (other.security !== security || other.isCash) continue;
    for (const [each, { acquired }] of other.lots.entries()) {
      if (acquired === undefined || (index === position && each === place)) continue;
      if (acquired > today || today - acquired > WASH_DAYS.value) continue;
      if (latest === undefined || acquired > latest.day) latest = { position: index, day: acquired };
    }
  }
  return latest;
}
