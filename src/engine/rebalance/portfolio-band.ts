import { Decimal, tenTo } from "../decimal";
import { failed, succeeded, type Result } from "../errors";
import type { PortfolioBand } from "../policy/band";
import type { Destination } from "../policy/destination";
import { trackingError, type ReturnHistory } from "../policy/tracking-error";
import { afterTrades, roundingGridOf, type Allocation } from "../portfolio/allocation";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { productDifference, ratio } from "../units/exact";
import { roundRatiosToTotal, type Ratios } from "../units/round-to-total";
import { driftInPoints } from "./drift";
import type { ExactShare } from "./shrinking-rows";

/** A ratio of two decimals, kept apart so that nothing is rounded before the end. The denominator is above 0. */
interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** What a portfolio's band limits, measured as a fraction, and whether it is above the limit. */
export interface Measured {
  readonly drift: Ratio;
  readonly outside: boolean;
}

/**
 * Measures what a portfolio's band limits: half the sum of absolute drifts, exactly, or the tracking error a year that
 * the drifts predict, which needs returns. Exactly at the limit is in band.
 */
export function measure(
  allocation: Allocation,
  band: PortfolioBand,
  returns: ReturnHistory | undefined,
): Result<Measured> {
  if (allocation.total === 0) return failed({ code: "empty portfolio" });
  const drift = band.kind === "drift" ? succeeded(totalDriftOf(allocation)) : predictedError(allocation, returns);
  if (!drift.ok) return drift;
  const { numerator, denominator } = drift.value;
  return succeeded({ drift: drift.value, outside: numerator.greaterThan(band.limit.times(denominator)) });
}

/** How a portfolio stands against a band that limits all of it at once. */
export interface PortfolioBandStanding {
  readonly band: PortfolioBand;
  /** What the band limits, as it is now: a fraction. */
  readonly measured: number;
  readonly outside: boolean;
}

/** Says how a portfolio stands against its band, with what `measure` finds as a plain number. */
export function portfolioBandStanding(
  allocation: Allocation,
  band: PortfolioBand,
  returns: ReturnHistory | undefined,
): Result<PortfolioBandStanding> {
  const found = measure(allocation, band, returns);
  if (!found.ok) return found;
  const { numerator, denominator } = found.value.drift;
  return succeeded({ band, measured: numerator.dividedBy(denominator).toNumber(), outside: found.value.outside });
}

function totalDriftOf(allocation: Allocation): Ratio {
  return {
    numerator: new Decimal(overTarget(allocation).toString()),
    denominator: new Decimal(allocation.total).times(allocation.targets.whole),
  };
}

function predictedError(allocation: Allocation, returns: ReturnHistory | undefined): Result<Ratio> {
  if (returns === undefined) return failed({ code: "returns needed" });
  const drifts = driftInPoints(allocation);
  if (!drifts.ok) return drifts;
  return succeeded({ numerator: new Decimal(trackingError(drifts.value, returns)), denominator: new Decimal(1) });
}

/** What the rows above their targets hold beyond them, in cents times the mix's whole: exact. */
function overTarget({ values, total, targets: { parts, whole } }: Allocation): bigint {
  let held = 0;
  let part = 0;
  for (let row = 0; row < values.length; row++) {
    if (productDifference(values[row] as number, whole, parts[row] as number, total) <= 0) continue;
    held += values[row] as number;
    part += parts[row] as number;
  }
  return BigInt(held) * BigInt(whole) - BigInt(part) * BigInt(total);
}

/**
 * Returns moves that leave a portfolio inside its band, where they go as far as its limit: whole cents may leave it a hair
 * outside, and then a cent or a few more of each side bring it in. `movesOf` is asked for the moves with so many cents
 * more, and never goes past the targets. `isByRounding` says that only whole cents keep the moves outside, and no rows that a
 * minimum trade fixed. Multiples of dollars are rounded and left at that.
 */
export function inside(
  allocation: Allocation,
  band: PortfolioBand,
  returns: ReturnHistory | undefined,
  isByRounding: boolean,
  movesOf: (more: number) => readonly Usd[],
): readonly Usd[] {
  const first = movesOf(0);
  if ((allocation.step ?? 1) > 1) return first;
  const isOutside = (moves: readonly Usd[]): boolean => {
    const then = measure(afterTrades(allocation, moves), band, returns);
    return then.ok && then.value.outside;
  };
  if (!isOutside(first)) return first;
  const nearest = movesOf(1);
  if (!isOutside(nearest)) return nearest;
  // Each row is off by less than a cent, so that a drift is brought in by a cent a row. Where funds offset each other a
  // tracking error may take many more: what a cent of one fund adds, a cent of all together takes off only in part.
  let [least, most] = [1, allocation.values.length];
  let moves = movesOf(most);
  if (isOutside(moves) && !(isByRounding && !isOutside(movesOf(Number.MAX_SAFE_INTEGER)))) return first;
  while (isOutside(moves)) {
    least = most;
    most *= 2;
    moves = movesOf(most);
  }
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    const tried = movesOf(middle);
    if (isOutside(tried)) least = middle;
    else [most, moves] = [middle, tried];
  }
  return moves;
}

/**
 * Returns the trades that shrink every drift of an account by one factor, so that what was measured comes down to the
 * destination (n × 1, whole cents, adding up to 0). At the limit itself the money moved is rounded up to the cent, so
 * that the result is in band, and `more` cents, as far as the targets are away. `allocation` may be the rows that may trade
 * alone: its drifts are from their own targets.
 */
export function shrinkDrifts(
  allocation: Allocation,
  band: PortfolioBand,
  destination: Destination,
  { drift }: Pick<Measured, "drift">,
  more = 0,
): readonly Usd[] {
  const { moved, all, isRoundedUp } = shareTraded(band, destination, { drift });
  const grid = roundingGridOf(allocation);
  const over = overTarget(allocation);
  const cent = BigInt(allocation.targets.whole);
  if (isRoundedUp && more > allocation.values.length) {
    // More than a cent a row is no matter of rounding: all drifts shrink by a larger factor.
    const least = (over * moved + cent * all - 1n) / (cent * all);
    const most = over / cent;
    const wished = least + BigInt(more);
    const turnover = wished < most ? wished : most;
    return roundRatiosToTotal(partOfDrifts(allocation, turnover * cent, over), NO_MONEY, grid);
  }
  const ratios = partOfDrifts(allocation, moved, all);
  if (!isRoundedUp) return roundRatiosToTotal(ratios, NO_MONEY, grid);
  const step = ratios.denominator * BigInt(grid.step);
  // The account's own drifts add up to 0: as much is bought as is sold.
  const turnover = (Number((over * moved + step - 1n) / step) + more) * grid.step;
  const side = (sign: 1 | -1): readonly Usd[] => {
    const nearly = ratios.nearly.map((amount) => (amount * sign > 0 ? amount : 0));
    return roundRatiosToTotal({ ...ratios, nearly }, cents(sign * turnover), grid);
  };
  const [buys, sells] = [side(1), side(-1)];
  return buys.map((buy, row) => cents(buy + (sells[row] as number)));
}

/** Each row's way to its target, times `moved` ÷ `all`. */
function partOfDrifts({ values, total, targets }: Allocation, moved: bigint, all: bigint): Ratios {
  const share = ratio(moved, all);
  return {
    nearly: Float64Array.from(values, (value, row) => {
      const under = productDifference(targets.parts[row] as number, total, value, targets.whole);
      return under === 0 ? 0 : (under / targets.whole) * share;
    }),
    numerator: (row) =>
      (BigInt(targets.parts[row] as number) * BigInt(total) - BigInt(values[row] as number) * BigInt(targets.whole)) *
      moved,
    denominator: BigInt(targets.whole) * all,
  };
}

/**
 * Returns the part of some trades, which add up to 0, that brings what was measured down to the destination, or as near
 * as all of them bring it (n × 1, whole cents, adding up to 0). What is measured after part of them is no more than the
 * same part of the way between `measured` and `nearest`: both measures are convex. `more` cents are bought beyond that
 * part.
 */
export function shrinkTrades(
  allocation: Allocation,
  trades: readonly Usd[],
  band: PortfolioBand,
  destination: Destination,
  { drift: measured }: Measured,
  { drift: nearest }: Measured,
  more = 0,
): readonly Usd[] {
  // Of one account: the denominators are the same, and are left out.
  const needed = measured.numerator.minus(destinationOf(band, destination).times(measured.denominator));
  const possible = measured.numerator.minus(nearest.numerator);
  if (needed.greaterThanOrEqualTo(possible)) return possible.greaterThan(0) ? trades : trades.map(() => NO_MONEY);
  const scale = wholeScale([needed, possible]);
  const bought = BigInt(trades.reduce<number>((sum, trade) => sum + Math.max(0, trade), 0));
  const [part, whole] = [BigInt(needed.times(scale).toFixed(0)), BigInt(possible.times(scale).toFixed(0))];
  const [wished, all] = [part * bought + whole * BigInt(more), whole * bought];
  const moved = wished < all ? wished : all;
  const share = ratio(moved, all);
  return roundRatiosToTotal(
    {
      nearly: Float64Array.from(trades, (trade) => trade * share),
      numerator: (row) => BigInt(trades[row] as number) * moved,
      denominator: all,
    },
    NO_MONEY,
    roundingGridOf(allocation),
  );
}

/** How much of its way to the targets every row trades when the drifts shrink to the destination. */
export function shareTraded(
  band: PortfolioBand,
  destination: Destination,
  { drift }: Pick<Measured, "drift">,
): ExactShare {
  const left = destinationOf(band, destination);
  // 1 − left ÷ measured, as whole numbers.
  const scale = wholeScale([left.times(drift.denominator), drift.numerator]);
  const all = BigInt(drift.numerator.times(scale).toFixed());
  const moved = all - BigInt(left.times(drift.denominator).times(scale).toFixed());
  return { moved, all, isRoundedUp: left.eq(band.limit) };
}

/** What is to be left of what was measured: a fraction, never above the limit. */
function destinationOf(band: PortfolioBand, destination: Destination): Decimal {
  switch (destination.kind) {
    case "target":
      return new Decimal(0);
    case "halfway":
      return band.limit.dividedBy(2);
    case "edge":
      return band.limit;
    case "points":
      return Decimal.min(destination.from, band.limit);
  }
}

/** A power of ten that makes all the numbers whole. */
function wholeScale(numbers: readonly Decimal[]): Decimal {
  return tenTo(Math.max(...numbers.map((number) => number.decimalPlaces())));
}
