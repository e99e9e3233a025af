import * as fc from "fast-check";
import { Decimal } from "../../../src/engine/decimal";
import type { RowBand } from "../../../src/engine/policy/band";
import type { PartWay } from "../../../src/engine/rebalance/destinations";

const widths = fc.constantFrom("0", "0.0001", "0.003", "0.02", "0.05", "0.25").map((width) => new Decimal(width));
const shares = fc.constantFrom("0", "0.01", "0.1", "0.25", "0.5", "2").map((share) => new Decimal(share));

/** Bands of every kind that a row can have, from none to wider than its target. */
export const bands: fc.Arbitrary<RowBand> = fc.oneof(
  fc.record({ kind: fc.constant("points" as const), width: widths }),
  fc.record({ kind: fc.constant("relative" as const), share: shares }),
  fc.record({ kind: fc.constant("smaller" as const), width: widths, share: shares }),
);

/** How far rows go back that are out of their band, short of the target. */
export const destinations: fc.Arbitrary<PartWay> = fc.oneof(
  fc.constant<PartWay>({ kind: "edge" }),
  fc.constant<PartWay>({ kind: "halfway" }),
  widths.map((from): PartWay => ({ kind: "points", from })),
);
