import { failed, succeeded, type Result } from "../errors";
import { isRowBand, type RowBand } from "../policy/band";
import type { Policy } from "../policy/policy";
import type { ReturnHistory } from "../policy/tracking-error";
import { afterTrades, only, type Allocation } from "../portfolio/allocation";
import { cents, negated, NO_MONEY, type Usd } from "../units/money";
import { moveOf, nearMoves, type PartWay } from "./destinations";
import { levelBetween } from "./level-between";
import { noTrades, place } from "./place";
import { inside, measure, shrinkTrades } from "./portfolio-band";
import { rowSides } from "./row-sides";

/**
 * Goes to the destination with the given rows alone, where rules of rows bind: locks, or bands of single rows with a
 * destination short of the targets. `partWay` is that destination; undefined is all the way to the targets.
 */
export function actWithinRules(
  allocation: Allocation,
  includes: (row: number) => boolean,
  cash: Usd,
  { band }: Pick<Policy, "band">,
  partWay: PartWay | undefined,
  returns: ReturnHistory | undefined,
): Result<readonly Usd[]> {
  const members = only(allocation, includes);
  if (partWay === undefined) return toTargetWithinLocks(members, cash);
  const placed = place(members, cash);
  if (!placed.ok) return placed;
  const after = afterTrades(allocation, placed.value);
  const isPortfolioBand = band !== undefined && !isRowBand(band);
  const measured = isPortfolioBand ? measure(after, band, returns) : undefined;
  if (measured && !measured.ok) return measured;
  if (measured && !measured.value.outside) return placed;
  // Where nothing has a target that is left, there is nothing to trade towards.
  const rest = only(after, includes);
  const all = rest.targets.whole === 0 ? succeeded(noTrades(rest)) : toTargetWithinLocks(rest, NO_MONEY);
  if (!all.ok) return all;
  let moves: readonly Usd[];
  if (isPortfolioBand && measured) {
    const nearest = measure(afterTrades(after, all.value), band, returns);
    if (!nearest.ok) return nearest;
    // Part of the way is no further out than the same part of what all of it brings, but for rounding.
    moves = inside(after, band, returns, true, (more) =>
      shrinkTrades(after, all.value, band, partWay, measured.value, nearest.value, more),
    );
  } else moves = movesPartWay(after, all.value, isPortfolioBand ? undefined : band, partWay);
  return succeeded(moves.map((move, row) => cents(move + (placed.value[row] as number))));
}

/**
 * Each row outside its band goes to its destination, and what that leaves unbalanced is met by level-fill: first from the
 * rows outside on the needed side, then from those in band, then from any other. No row goes further than all the way to
 * where the locks let it go (`all`, n × 1, adding up to 0), so that there is always enough to balance, and a second
 * rebalancing finds nothing left to do.
 */
function movesPartWay(
  allocation: Allocation,
  all: readonly Usd[],
  band: RowBand | undefined,
  destination: PartWay,
): readonly Usd[] {
  const sides = rowSides(allocation, band);
  const bands = allocation.rules?.bands;
  const nearly = nearMoves(allocation, band, destination);
  let trades: readonly Usd[] = all.map((most, row) => {
    const outside = sides[row] as number;
    if (most * outside >= 0) return NO_MONEY;
    const own = bands?.get(row);
    const move =
      (own === undefined ? nearly(row, outside) : undefined) ??
      moveOf(allocation, row, outside, own ?? band, destination);
    return cents(outside > 0 ? Math.max(move, most) : Math.min(move, most));
  });
  const imbalance = trades.reduce<number>((sum, trade) => sum + trade, 0);
  const needed = Math.sign(imbalance);
  let left = Math.abs(imbalance);
  for (const isIn of [
    (row: number) => sides[row] === needed,
    (row: number) => sides[row] === 0,
    (row: number) => sides[row] === -needed,
  ]) {
    if (left === 0) break;
    const roomOf = (row: number): number =>
      isIn(row) ? Math.max(0, ((trades[row] as number) - (all[row] as number)) * needed) : 0;
    const amount = Math.min(
      left,
      trades.reduce<number>((sum, _, row) => sum + roomOf(row), 0),
    );
    const made = afterTrades(allocation, trades);
    const beyond = made.values.map((value, row) => value - roomOf(row) * needed);
    const [lows, highs] = needed > 0 ? [beyond, made.values] : [made.values, beyond];
    const filled = levelBetween(made, { lows, highs }, cents(-needed * amount));
    trades = trades.map((trade, row) => cents(trade + (filled?.[row] ?? 0)));
    left -= amount;
  }
  return trades;
}

/**
 * Takes every row as near to its target of the total after `cash` as the locks let it: one that may not be sold keeps what
 * it has at least, one that may not be bought has no more, and the others share what is left at one level.
 */
function toTargetWithinLocks(allocation: Allocation, cash: Usd): Result<readonly Usd[]> {
  const { values, total, targets, rules } = allocation;
  const locks = rules?.locks;
  const lows = values.map((value, row) => (locks?.get(row) === "no sell" ? value : 0));
  const highs = values.map((value, row) =>
    targets.parts[row] === 0 || locks?.get(row) === "no buy" ? value : Number.POSITIVE_INFINITY,
  );
  const trades = levelBetween(allocation, { lows, highs }, cash);
  if (trades !== undefined) return succeeded(trades);
  return failed(cash > 0 ? { code: "no targets" } : { code: "more than there is", asked: negated(cash), held: total });
}
