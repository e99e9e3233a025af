import type { Band } from "./policy";
import { larger, ONE, Rational, smaller, ZERO } from "./rational";

/** A band that each row has for itself. */
export type RowBand = Exclude<Band, { kind: "drift" }>;

/** The band of one row, as shares of the total. */
export interface Edges {
  readonly lowest: Rational;
  readonly highest: Rational;
}

/**
 * Edges are clipped to 0–100 %; a zero target has a relative band of 0 and an absolute one of 0 to the band. Without a
 * band the target alone is in.
 *
 * Choice: at a zero target 5/25 is the smaller of 5 points and 25 % of nothing: 0.
 */
export function edges(target: Rational, band: RowBand | undefined): Edges {
  const half = band ? halfWidth(target, band) : ZERO;
  return { lowest: larger(target.minus(half), ZERO), highest: smaller(target.plus(half), ONE) };
}

function halfWidth(target: Rational, band: RowBand): Rational {
  switch (band.kind) {
    case "points":
      return band.points;
    case "relative":
      return target.times(band.share);
    case "smaller":
      return smaller(band.points, target.times(band.share));
  }
}

/** Exactly at the edge is in: the value is compared with edge × total, both exact. */
export function side(value: bigint, whole: bigint, { lowest, highest }: Edges): "Under" | "In band" | "Over" {
  const held = Rational.of(value);
  if (held.compare(lowest.times(Rational.of(whole))) < 0) return "Under";
  return held.compare(highest.times(Rational.of(whole))) > 0 ? "Over" : "In band";
}
