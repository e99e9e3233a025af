import { Decimal } from "../decimal";
import type { Mix } from "../portfolio/mix";
import { productDifference, ratio } from "../units/exact";
import type { Usd } from "../units/money";

/**
 * A threshold rule. `points`, `relative` and `smaller` give each row edges of its own; `drift` and `tracking error`
 * look at the whole portfolio. Widths are fractions: 0.05 is five points, or 5 % of the target.
 */
export type Band = RowBand | PortfolioBand;

export type RowBand =
  /** target ± width */
  | { readonly kind: "points"; readonly width: Decimal }
  /** target ± share × target */
  | { readonly kind: "relative"; readonly share: Decimal }
  /** target ± the smaller of `width` and `share` × target; 5/25 is Larry Swedroe's rule. */
  | { readonly kind: "smaller"; readonly width: Decimal; readonly share: Decimal };

export type PortfolioBand =
  /** half the sum of absolute drifts is above `limit` */
  | { readonly kind: "drift"; readonly limit: Decimal }
  /** the predicted tracking error is above `limit` (a year) */
  | { readonly kind: "tracking error"; readonly limit: Decimal };

/** Tells whether a band gives each row edges of its own. */
export function isRowBand(band: Band): band is RowBand {
  return band.kind === "points" || band.kind === "relative" || band.kind === "smaller";
}

/** Lowest and highest allowed part of the mix's whole for one row: exact, and within 0 and the whole. */
export interface Edges {
  readonly lowest: Decimal;
  readonly highest: Decimal;
}

/**
 * Returns the edges of each row of a mix, in parts of its whole. Without a band the target alone is in. A target of 0
 * has a relative band of 0, and an absolute one from 0 to the width.
 */
export function edgesOf({ parts, whole }: Mix, band: RowBand | undefined): readonly Edges[] {
  return Array.from(parts, (part) => edgesOfRow(part, whole, band));
}

/** The edges of one row, whose target is `part` of the mix's whole. */
export function edgesOfRow(part: number, whole: number, band: RowBand | undefined): Edges {
  const target = new Decimal(part);
  const reach = band === undefined ? new Decimal(0) : reachOf(band, target, whole);
  return { lowest: Decimal.max(0, target.minus(reach)), highest: Decimal.min(whole, target.plus(reach)) };
}

/** How far a row may stray, in parts of the whole. */
function reachOf(band: RowBand, target: Decimal, whole: number): Decimal {
  switch (band.kind) {
    case "points":
      return band.width.times(whole);
    case "relative":
      return band.share.times(target);
    case "smaller":
      return Decimal.min(band.width.times(whole), band.share.times(target));
  }
}

/**
 * Compares a row with its edges: −1 below the lowest, 1 above the highest, 0 in band, exactly at an edge counting as in.
 * Tests value × whole against edge × total, without division, so no rounding can move a row across its edge.
 */
export function side(value: number, total: Usd, whole: number, { lowest, highest }: Edges): -1 | 0 | 1 {
  if (compare(value, whole, lowest, total) < 0) return -1;
  return compare(value, whole, highest, total) > 0 ? 1 : 0;
}

/** How near to an edge, as a part of the reach, doubles can't be trusted: far above the few units in their last place. */
const DOUBTFUL = 1e-12;

/**
 * Compares each row of a mix with its edges, as `side` does (n × 1). Doubles settle the rows that are clear of their
 * edges, which is nearly all of them; the others are compared exactly. `own` are bands of single rows in its place.
 */
export function sidesOf(
  values: Float64Array,
  total: Usd,
  { parts, whole }: Mix,
  band: RowBand | undefined,
  own?: ReadonlyMap<number, RowBand>,
): Int8Array {
  const reachOfPart = nearlyReach(band, whole);
  const sides = new Int8Array(values.length);
  // A plain loop: a minimum trade may ask for all rows again after each drop.
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    const part = parts[row] as number;
    const drift = productDifference(value, whole, part, total);
    const ownBand = own?.get(row);
    const reach = (ownBand === undefined ? reachOfPart(part) : nearlyReach(ownBand, whole)(part)) * total;
    const beyond = Math.abs(drift) - reach;
    if (Math.abs(beyond) <= reach * DOUBTFUL)
      sides[row] = side(value, total, whole, edgesOfRow(part, whole, ownBand ?? band));
    else sides[row] = beyond < 0 ? 0 : Math.sign(drift);
  }
  return sides;
}

/** How far a row of some target may stray, in parts of the whole, to the digits of a double. */
export function nearlyReach(band: RowBand | undefined, whole: number): (part: number) => number {
  if (band === undefined) return () => 0;
  const width = band.kind === "relative" ? 0 : band.width.toNumber() * whole;
  const share = band.kind === "points" ? 0 : band.share.toNumber();
  switch (band.kind) {
    case "points":
      return () => width;
    case "relative":
      return (part) => share * part;
    case "smaller":
      return (part) => Math.min(width, share * part);
  }
}

/** The sign of value × whole − edge × total, exactly. */
function compare(value: number, whole: number, edge: Decimal, total: number): number {
  const edgeNumber = edge.toNumber();
  if (Number.isSafeInteger(edgeNumber) && edge.eq(edgeNumber))
    return productDifference(value, whole, edgeNumber, total);
  return new Decimal(value).times(whole).comparedTo(edge.times(total));
}

/**
 * The lowest and highest weight of each row of a mix as fractions of the total, each rounded once (n × 2). `own` are bands
 * of single rows in place of the band.
 */
export function edgeWeights(
  mix: Mix,
  band: RowBand | undefined,
  own?: ReadonlyMap<number, RowBand>,
): readonly (readonly [number, number])[] {
  return eachScaledEdges(mix, band, own, (lowest, highest, all) => [ratio(lowest, all), ratio(highest, all)]);
}

/** The lowest and highest whole percent inside the edges of each row of a mix (n × 2); crossed where there is none. */
export function edgePercents(
  mix: Mix,
  band: RowBand | undefined,
  own?: ReadonlyMap<number, RowBand>,
): readonly (readonly [number, number])[] {
  return eachScaledEdges(mix, band, own, (lowest, highest, all) => [
    Number((lowest * 100n + all - 1n) / all),
    Number((highest * 100n) / all),
  ]);
}

function eachScaledEdges<Out>(
  mix: Mix,
  band: RowBand | undefined,
  own: ReadonlyMap<number, RowBand> | undefined,
  make: (lowest: bigint, highest: bigint, all: bigint) => Out,
): readonly Out[] {
  const ofAll = scaledEdges(mix, band);
  return Array.from(mix.parts, (part, row) => {
    const ownBand = own?.get(row);
    const { all, of } = ownBand === undefined ? ofAll : scaledEdges(mix, ownBand);
    const { lowest, highest } = of(part);
    return make(lowest, highest, all);
  });
}

/** Edges as whole numbers: a row of so many parts has `lowest` and `highest` of `all`. */
export interface ScaledEdges {
  readonly all: bigint;
  readonly of: (part: number) => { readonly lowest: bigint; readonly highest: bigint };
}

/**
 * The edges of `edgesOf` in whole numbers: parts of the mix's whole times the power of ten that makes the band's widths
 * whole. `all` is the whole in that unit.
 */
export function scaledEdges({ whole }: Pick<Mix, "whole">, band: RowBand | undefined): ScaledEdges {
  const scale = 10n ** BigInt(band === undefined ? 0 : decimalsOf(band));
  const scaled = (fraction: Decimal): bigint => BigInt(fraction.times(scale.toString()).toFixed(0));
  const wholeReach = band === undefined || band.kind === "relative" ? 0n : scaled(band.width) * BigInt(whole);
  const share = band === undefined || band.kind === "points" ? 0n : scaled(band.share);
  const all = BigInt(whole) * scale;
  const of: ScaledEdges["of"] = (part) => {
    const target = BigInt(part) * scale;
    const partReach = share * BigInt(part);
    const reach =
      band?.kind === "points" || (band?.kind === "smaller" && wholeReach < partReach) ? wholeReach : partReach;
    return { lowest: target > reach ? target - reach : 0n, highest: target + reach < all ? target + reach : all };
  };
  return { all, of };
}

function decimalsOf(band: RowBand): number {
  switch (band.kind) {
    case "points":
      return band.width.decimalPlaces();
    case "relative":
      return band.share.decimalPlaces();
    case "smaller":
      return Math.max(band.width.decimalPlaces(), band.share.decimalPlaces());
  }
}
