import type { Band } from "../policy/band";
import { isRowBand, nearlyReach } from "../policy/band";
import type { Destination } from "../policy/destination";
import { DOUBTFUL } from "./doubles";

/** A threshold rule and its destination as numbers, for targets that are fractions of 1 (n × 1). */
export type NumericBand = NumericRowBand | NumericPortfolioBand;

export interface NumericRowBand {
  readonly kind: "rows";
  /** How far each row may stray, as a fraction of the total. */
  readonly reach: Float64Array;
  /** How far above its target a row ends that was over its band, and how far below one that was under. */
  readonly leftOver: Float64Array;
  readonly leftUnder: Float64Array;
  /** Whether rows that are outside stop short of their targets. */
  readonly isPartWay: boolean;
}

export interface NumericPortfolioBand {
  readonly kind: "drift" | "tracking error";
  readonly limit: number;
  /** What is left of what the band limits, once acted. */
  readonly left: number;
  readonly isPartWay: boolean;
}

/** Works a band and a destination out for targets. */
export function numericBand(band: Band, destination: Destination | undefined, targets: Float64Array): NumericBand {
  const to = destination ?? { kind: "target" };
  const isPartWay = to.kind !== "target";
  if (!isRowBand(band)) {
    const limit = band.limit.toNumber();
    return { kind: band.kind, limit, left: leftOf(to, limit), isPartWay };
  }
  const reachOf = nearlyReach(band, 1);
  const reach = targets.map((target) => reachOf(target));
  // An edge never lies beyond 0 or the whole.
  const leftOver = reach.map((far, row) => leftOf(to, Math.min(far, 1 - (targets[row] as number))));
  const leftUnder = reach.map((far, row) => leftOf(to, Math.min(far, targets[row] as number)));
  return { kind: "rows", reach, leftOver, leftUnder, isPartWay };
}

function leftOf(destination: Destination, edge: number): number {
  switch (destination.kind) {
    case "target":
      return 0;
    case "halfway":
      return edge / 2;
    case "edge":
      return edge;
    case "points":
      return Math.min(destination.from.toNumber(), edge);
  }
}

/** Whether some row is outside its band; exactly at the edge is in. */
export function isRowOutside(
  { reach }: NumericRowBand,
  values: Float64Array,
  targets: Float64Array,
  total: number,
): boolean {
  const doubt = total * DOUBTFUL;
  for (let row = 0; row < values.length; row++) {
    const drift = (values[row] as number) - (targets[row] as number) * total;
    if (Math.abs(drift) > (reach[row] as number) * total + doubt) return true;
  }
  return false;
}

/**
 * Measures what a portfolio's band limits: half the sum of absolute drifts, or √(d′Σd), Σ being the covariance a year
 * (n × n); 0 without it.
 */
export function measurePortfolio(
  { kind }: NumericPortfolioBand,
  values: Float64Array,
  targets: Float64Array,
  total: number,
  covariance: Float64Array | undefined,
): number {
  const rows = values.length;
  if (kind === "drift") {
    let moved = 0;
    for (let row = 0; row < rows; row++) {
      moved += Math.abs((values[row] as number) / total - (targets[row] as number));
    }
    return moved / 2;
  }
  if (covariance === undefined) return 0;
  let variance = 0;
  for (let row = 0; row < rows; row++) {
    const drift = (values[row] as number) / total - (targets[row] as number);
    for (let other = 0; other < rows; other++) {
      const otherDrift = (values[other] as number) / total - (targets[other] as number);
      variance += drift * otherDrift * (covariance[row * rows + other] as number);
    }
  }
  return Math.sqrt(Math.max(0, variance));
}
