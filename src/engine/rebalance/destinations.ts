import { Decimal } from "../decimal";
import { succeeded, type Result } from "../errors";
import { edgesOfRow, nearlyReach, sidesOf, type RowBand } from "../policy/band";
import type { Destination } from "../policy/destination";
import { afterTrades, only, type Allocation } from "../portfolio/allocation";
import { productDifference } from "../units/exact";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { byRatio, contribute, withdraw } from "./level-fill";

/** A destination short of the target itself. */
export type PartWay = Exclude<Destination, { kind: "target" }>;

/** Trades of the rows that may trade (n × 1, whole cents, adding up to 0); the others stay as they are. */
export type MoveRows = (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>;

/**
 * Returns what brings every row outside its band to its destination. The imbalance that these moves leave is met by
 * level-fill of value ÷ target: first from rows that were outside on the needed side, then from rows in band, and never
 * past the target unless nothing else is left. Which rows are outside, and what they move, doesn't hang on who may trade.
 */
export function movesOutOfBand(allocation: Allocation, band: RowBand, destination: PartWay): MoveRows {
  const { values, total, targets } = allocation;
  const sides = sidesOf(values, total, targets, band);
  const nearly = nearMoves(allocation, band, destination);
  const allMoves = Array.from(sides, (outside, row) =>
    outside === 0 ? NO_MONEY : cents(nearly(row, outside) ?? moveOf(allocation, row, outside, band, destination)),
  );
  const order = byRatio(afterTrades(allocation, allMoves));
  return (mayTrade) => {
    const moves = allMoves.slice();
    let imbalance = 0;
    for (let row = 0; row < moves.length; row++) {
      if (sides[row] === 0) continue;
      if (mayTrade(row)) imbalance += moves[row] as number;
      else moves[row] = NO_MONEY;
    }
    return meetImbalance(allocation, { moves, sides, order }, cents(imbalance), mayTrade);
  };
}

/**
 * What a row outside its band trades to reach its destination, in cents: rounded towards the target, so that it ends in
 * band, but never past it. Where no whole step lies between, the row stops short, and a second rebalancing leaves it.
 */
function moveOf(
  { values, total, targets, step = 1 }: Allocation,
  row: number,
  outside: number,
  band: RowBand,
  destination: PartWay,
): number {
  const { lowest, highest } = edgesOfRow(targets.parts[row] as number, targets.whole, band);
  const target = new Decimal(targets.parts[row] as number);
  const goal = destinationPart(target, outside > 0 ? highest : lowest, targets.whole, destination);
  // From here on times the mix's whole, so that nothing is divided before it is rounded.
  const held = new Decimal(values[row] as number).times(targets.whole);
  const stepped = new Decimal(targets.whole).times(step);
  const enough = held.minus(goal.times(total)).abs().dividedBy(stepped).ceil();
  const most = held.minus(target.times(total)).abs().dividedBy(stepped).floor();
  const size = Decimal.min(enough, most).times(step).toNumber();
  return outside > 0 ? -size : size;
}

/** How near to a whole step, as a part of the money it is worked out from, doubles can't be trusted. */
const DOUBTFUL = 1e-14;

/**
 * Works out what `moveOf` does in doubles, which settles nearly every row. Undefined where the exact size lies so near to
 * a whole number of steps that they can't tell on which side.
 */
function nearMoves(
  { values, total, targets, step = 1 }: Allocation,
  band: RowBand,
  destination: PartWay,
): (row: number, outside: number) => number | undefined {
  const { parts, whole } = targets;
  const reachOfPart = nearlyReach(band, whole);
  const from = destination.kind === "points" ? destination.from.toNumber() * whole : 0;
  return (row, outside) => {
    const part = parts[row] as number;
    const held = values[row] as number;
    // An edge never lies beyond 0 or the whole.
    const reach = Math.min(reachOfPart(part), outside > 0 ? whole - part : part);
    const left =
      destination.kind === "edge" ? reach : destination.kind === "halfway" ? reach / 2 : Math.min(from, reach);
    const atTarget = (part / whole) * total;
    const most = Math.abs(held - atTarget) / step;
    const enough = most - (left / whole) * (total / step);
    const doubt = ((held + atTarget) / step) * DOUBTFUL;
    const isDoubtful = (steps: number): boolean => Math.abs(steps - Math.round(steps)) <= doubt;
    if (isDoubtful(enough) || isDoubtful(most) || enough < 0) return undefined;
    const size = Math.min(Math.ceil(enough), Math.floor(most)) * step;
    return outside > 0 ? -size : size;
  };
}

function destinationPart(target: Decimal, edge: Decimal, whole: number, destination: PartWay): Decimal {
  switch (destination.kind) {
    case "edge":
      return edge;
    case "halfway":
      return target.plus(edge).dividedBy(2);
    case "points": {
      const reach = Decimal.min(destination.from.times(whole), edge.minus(target).abs());
      return edge.greaterThan(target) ? target.plus(reach) : target.minus(reach);
    }
  }
}

/** Moves of the rows outside their bands, the side that each row lies on, and all rows by value ÷ target after the moves. */
interface Moves {
  readonly moves: readonly Usd[];
  readonly sides: Int8Array;
  readonly order: readonly number[];
}

/** Adds what balances the moves. An imbalance above 0 means that more was bought than sold: something must still be sold. */
function meetImbalance(
  before: Allocation,
  { moves, sides, order }: Moves,
  imbalance: Usd,
  mayTrade: (row: number) => boolean,
): Result<readonly Usd[]> {
  if (imbalance === 0) return succeeded(moves);
  const needed = imbalance > 0 ? 1 : -1;
  const trades = moves.slice();
  let allocation = afterTrades(before, moves);
  // The moves are not balanced yet, but weights and targets are of the whole account, cash included.
  const { total } = before;
  let left = Math.abs(imbalance);

  const outside = (row: number): boolean => sides[row] === needed && mayTrade(row);
  const inBand = (row: number): boolean =>
    sides[row] === 0 && mayTrade(row) && isBeyondTarget(allocation, total, row, needed);
  const either = (row: number): boolean => outside(row) || (sides[row] === 0 && mayTrade(row));
  const fill = (group: (row: number) => boolean, amount: number): Result<readonly Usd[]> =>
    // The first two groups have traded nothing but their moves.
    (needed > 0 ? withdraw : contribute)(only(allocation, group), cents(amount), group === either ? undefined : order);

  for (const group of [outside, inBand, either]) {
    if (left === 0) break;
    const room = group === either ? left : roomUpTo(left, allocation, total, group, needed);
    const amount = Math.min(left, room);
    if (amount === 0) continue;
    const filled = fill(group, amount);
    if (!filled.ok) return filled;
    filled.value.forEach((trade, row) => (trades[row] = cents((trades[row] as number) + trade)));
    allocation = afterTrades(allocation, filled.value);
    left -= amount;
  }
  return succeeded(trades);
}

/** Whether a row lies on a side of its target: 1 is over it, −1 under. */
function isBeyondTarget({ values, targets }: Allocation, total: Usd, row: number, side: number): boolean {
  const part = targets.parts[row] as number;
  return productDifference(values[row] as number, targets.whole, part, total) * side > 0;
}

/** The room of a group of rows, of no more than `most`: where doubles show that there is more, it is not added up exactly. */
function roomUpTo(
  most: number,
  allocation: Allocation,
  total: Usd,
  includes: (row: number) => boolean,
  side: number,
): number {
  const { values, targets, step = 1 } = allocation;
  const { parts, whole } = targets;
  // In doubles, each row's room is off by less than a cent in a hundred trillion, and there are no million rows.
  const enough = (most + step) * (1 + 1e-6) + total * 1e-12;
  let room = 0;
  for (let row = 0; row < values.length && room < enough; row++) {
    const over = ((values[row] as number) - ((parts[row] as number) / whole) * total) * side;
    if (over > 0 && includes(row)) room += over;
  }
  return room < enough ? Math.min(most, roomOfAll(allocation, total, includes, side)) : most;
}

/** What a group of rows can give before they are all at their targets, in whole steps, as cents. */
function roomOfAll(allocation: Allocation, total: Usd, includes: (row: number) => boolean, side: number): number {
  const { values, targets, step = 1 } = allocation;
  const whole = BigInt(targets.whole);
  const all = BigInt(total);
  // In cents times the mix's whole, so that nothing is divided before the end.
  let room = 0n;
  for (let row = 0; row < values.length; row++) {
    if (!includes(row) || !isBeyondTarget(allocation, total, row, side)) continue;
    const over = BigInt(values[row] as number) * whole - BigInt(targets.parts[row] as number) * all;
    room += over * BigInt(side);
  }
  return Number(room / (whole * BigInt(step))) * step;
}
