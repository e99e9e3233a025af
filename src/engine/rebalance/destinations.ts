import { Decimal } from "../decimal";
import { succeeded, type Result } from "../errors";
import { edgesOfRow, nearlyReach, sidesOf, type RowBand } from "../policy/band";
import type { Destination } from "../policy/destination";
import { afterTrades, type Allocation } from "../portfolio/allocation";
import { productDifference } from "../units/exact";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { contribute, withdraw } from "./level-fill";

/** A destination short of the target itself. */
export type PartWay = Exclude<Destination, { kind: "target" }>;

/** What rows do that are outside their bands, whoever may trade. */
export interface MovesOutOfBand {
  readonly before: Allocation;
  /** What each row outside its band trades to reach its destination (n × 1, whole cents). */
  readonly moves: readonly Usd[];
  /** The account once all of them have moved. Weights and targets are of the total before. */
  readonly moved: Allocation;
  /** The side of its band that each row lay on. */
  readonly sides: Int8Array;
  /** The side of its target that each row lies on once all have moved: 1 is over it, −1 under. */
  readonly beyond: Int8Array;
}

/** Works out what brings every row outside its band to its destination. */
export function movesOutOfBand(allocation: Allocation, band: RowBand, destination: PartWay): MovesOutOfBand {
  const { values, total, targets } = allocation;
  const sides = sidesOf(values, total, targets, band);
  const nearly = nearMoves(allocation, band, destination);
  const moves = new Array<Usd>(values.length);
  for (let row = 0; row < moves.length; row++) {
    const outside = sides[row] as number;
    moves[row] =
      outside === 0 ? NO_MONEY : cents(nearly(row, outside) ?? moveOf(allocation, row, outside, band, destination));
  }
  const moved = afterTrades(allocation, moves);
  const beyond = new Int8Array(values.length);
  for (let row = 0; row < moves.length; row++) {
    const part = targets.parts[row] as number;
    beyond[row] = Math.sign(productDifference(moved.values[row] as number, targets.whole, part, total));
  }
  return { before: allocation, moves, moved, sides, beyond };
}

/** Trades of the rows that may trade (n × 1, whole cents, adding up to 0); the others stay as they are. */
export type BalanceMoves = (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>;

/**
 * Balances moves among the rows that may trade. The imbalance that their moves leave is met by level-fill of
 * value ÷ target: first from rows that were outside on the needed side, then from rows in band, and never past the
 * target unless nothing else is left.
 */
export function balanced(outOfBand: MovesOutOfBand): BalanceMoves {
  const { moves, sides } = outOfBand;
  return (mayTrade) => {
    const trades = moves.slice();
    let imbalance = 0;
    for (let row = 0; row < trades.length; row++) {
      if (sides[row] === 0) continue;
      if (mayTrade(row)) imbalance += trades[row] as number;
      else trades[row] = NO_MONEY;
    }
    return meetImbalance(outOfBand, trades, cents(imbalance), mayTrade);
  };
}

/**
 * What a row outside its band trades to reach its destination, in cents: rounded towards the target, so that it ends in
 * band, but never past it. Where no whole step lies between, the row stops short, and a second rebalancing leaves it.
 */
export function moveOf(
  { values, total, targets, step = 1 }: Allocation,
  row: number,
  outside: number,
  band: RowBand | undefined,
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
export function nearMoves(
  { values, total, targets, step = 1 }: Allocation,
  band: RowBand | undefined,
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

/** The part of the mix's whole that a row outside its band, by this edge, is to go to. */
export function destinationPart(target: Decimal, edge: Decimal, whole: number, destination: PartWay): Decimal {
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

/** Adds what balances the moves. An imbalance above 0 means that more was bought than sold: something must still be sold. */
function meetImbalance(
  { before: { total }, moved, sides, beyond }: MovesOutOfBand,
  trades: Usd[],
  imbalance: Usd,
  mayTrade: (row: number) => boolean,
): Result<readonly Usd[]> {
  if (imbalance === 0) return succeeded(trades);
  const needed = imbalance > 0 ? 1 : -1;
  const outside: number[] = [];
  const inBand: number[] = [];
  const either: number[] = [];
  for (let row = 0; row < trades.length; row++) {
    const isOutside = sides[row] === needed;
    if (!(isOutside || sides[row] === 0) || !mayTrade(row)) continue;
    either.push(row);
    if (isOutside) outside.push(row);
    else if (beyond[row] === needed) inBand.push(row);
  }

  let allocation = moved;
  let left = Math.abs(imbalance);
  for (const rows of [outside, inBand, either]) {
    if (left === 0) break;
    const amount = rows === either ? left : roomUpTo(left, allocation, total, rows, needed);
    if (amount === 0) continue;
    const filled = (needed > 0 ? withdraw : contribute)(groupOf(allocation, rows), cents(amount));
    if (!filled.ok) return filled;
    const values = allocation.values.slice();
    filled.value.forEach((trade, place) => {
      const row = rows[place] as number;
      trades[row] = cents((trades[row] as number) + trade);
      values[row] = (values[row] as number) + trade;
    });
    allocation = { ...allocation, values };
    left -= amount;
  }
  return succeeded(trades);
}

/** Some rows as an account of their own. */
function groupOf({ values, targets, step = 1 }: Allocation, rows: readonly number[]): Allocation {
  const held = new Float64Array(rows.length);
  const parts = new Float64Array(rows.length);
  let [total, whole] = [0, 0];
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as number;
    total += held[place] = values[row] as number;
    whole += parts[place] = targets.parts[row] as number;
  }
  return { values: held, total: cents(total), targets: { parts, whole }, step };
}

/** The room of a group of rows, of no more than `most`: where doubles show that there is more, it is not added up exactly. */
function roomUpTo(most: number, allocation: Allocation, total: Usd, rows: readonly number[], side: number): number {
  const { values, targets, step = 1 } = allocation;
  const { parts, whole } = targets;
  // What doubles lose of each row's room and of their sum is far less.
  const enough = (most + step) * (1 + 1e-6) + total * 1e-12;
  let room = 0;
  for (const row of rows) {
    room += Math.max(0, ((values[row] as number) - ((parts[row] as number) / whole) * total) * side);
    if (room >= enough) return most;
  }
  return Math.min(most, roomOfAll(allocation, total, rows, side));
}

/** What a group of rows can give before they are all at their targets, in whole steps, as cents. */
function roomOfAll(
  { values, targets, step = 1 }: Allocation,
  total: Usd,
  rows: readonly number[],
  side: number,
): number {
  const whole = BigInt(targets.whole);
  const all = BigInt(total);
  // In cents times the mix's whole, so that nothing is divided before the end.
  let room = 0n;
  for (const row of rows) {
    const over = (BigInt(values[row] as number) * whole - BigInt(targets.parts[row] as number) * all) * BigInt(side);
    if (over > 0n) room += over;
  }
  return Number(room / (whole * BigInt(step))) * step;
}
