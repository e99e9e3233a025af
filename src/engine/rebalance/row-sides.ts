import { sidesOf, type RowBand } from "../policy/band";
import type { Allocation } from "../portfolio/allocation";
import { productDifference } from "../units/exact";

/**
 * On which side of its band each row lies that may have to act (n × 1): −1 below, 1 above, 0 in band. Rows have their own
 * bands, or else the policy's. Where it has none, and other rows have bands, the target alone is in: but a row that is
 * less than a step of money away from it has nothing to trade, and triggers nothing.
 */
export function rowSides(allocation: Allocation, band: RowBand | undefined): Int8Array {
  const { values, total, targets, rules, step = 1 } = allocation;
  const sides = sidesOf(values, total, targets, band, rules?.bands);
  if (band !== undefined || rules === undefined) return sides;
  return sides.map((side, row) => {
    if (side === 0 || rules.bands.has(row)) return side;
    const drift = productDifference(values[row] as number, targets.whole, targets.parts[row] as number, total);
    return Math.abs(drift) < targets.whole * step ? 0 : side;
  });
}
