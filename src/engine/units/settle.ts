import { cents, type Usd } from "./money";

/**
 * Amounts in whole cents that stand for exact fractions: row i is exactly `floors[i] + remainders[i] ÷ divisor` cents,
 * `0 ≤ remainders[i] < divisor`.
 */
export interface ExactAmounts {
  readonly floors: Float64Array;
  readonly remainders: Float64Array;
  readonly divisor: number;
}

/**
 * Rounds exact amounts to whole cents so that they add up to `total`: every amount is cut toward 0, then the missing
 * cents go one each to the largest cut parts among the rows that trade in the missing sign, ties by row order. So no
 * amount is a cent away from its exact figure, no row changes sign, and no sale exceeds the holding.
 * The exact amounts add up to `total`, a whole number of cents.
 */
export function settle(amounts: ExactAmounts, total: Usd): Usd[] {
  const { floors, remainders, divisor } = amounts;
  const rows = floors.length;
  const settled = new Array<Usd>(rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const floor = floors[row] as number;
    // Below 0, cutting toward 0 is rounding up.
    const cut = floor < 0 && (remainders[row] as number) > 0 ? floor + 1 : floor;
    settled[row] = cents(cut);
    sum += cut;
  }
  let missing = total - sum;
  if (missing === 0) return settled;

  const sign = Math.sign(missing);
  const candidates: number[] = [];
  for (let row = 0; row < rows; row++) {
    if ((remainders[row] as number) > 0 && (floors[row] as number) >= 0 === sign > 0) candidates.push(row);
  }
  const cutPart = (row: number): number =>
    sign > 0 ? (remainders[row] as number) : divisor - (remainders[row] as number);
  candidates.sort((one, other) => cutPart(other) - cutPart(one) || one - other);
  for (const row of candidates) {
    if (missing === 0) break;
    settled[row] = cents((settled[row] as number) + sign);
    missing -= sign;
  }
  return settled;
}
