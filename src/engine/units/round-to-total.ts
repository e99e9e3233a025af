import { ratio } from "./exact";
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

/** What amounts are multiples of, in cents: 1, 100 for whole dollars, or any other step; and what each row holds, which no sale exceeds. */
export interface RoundingGrid {
  readonly step: number;
  readonly holdings: Float64Array;
}

/**
 * Rounds exact amounts to whole cents so that they add up to `total`: every amount is cut toward 0, then the missing
 * cents go one each to the largest cut parts among the rows that trade in the missing sign, ties by row order. So no
 * amount is a cent away from its exact figure, no row changes sign, and no sale exceeds the holding.
 * The exact amounts add up to `total`, a whole number of cents.
 *
 * Multiples of a step, such as whole dollars, are rounded the same way. A holding may then have no further step to sell: it is
 * passed over; where sellers have none left, purchases give one up each, the smallest cut part first, and then every
 * holding sells one, round after round. Where even that is too little, the amounts add up to more than `total`.
 */
export function roundToTotal({ floors, remainders, divisor }: ExactAmounts, total: Usd, grid?: RoundingGrid): Usd[] {
  const step = grid?.step ?? 1;
  const rows = floors.length;
  const rounded = new Array<Usd>(rows);
  const cutCents = new Float64Array(rows);
  const cutRemainders = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const floor = floors[row] as number;
    const remainder = remainders[row] as number;
    // Below 0, the size is −(floor + r ÷ d) = (−floor − 1) + (d − r) ÷ d.
    const above = floor >= 0;
    const size = above ? floor : remainder > 0 ? -floor - 1 : -floor;
    cutRemainders[row] = above || remainder === 0 ? remainder : divisor - remainder;
    cutCents[row] = size % step;
    rounded[row] = cents(above ? size - (cutCents[row] as number) : (cutCents[row] as number) - size);
  }
  return giveMissing(rounded, total, grid, {
    sign: (row) => (cutCents[row] === 0 && cutRemainders[row] === 0 ? 0 : (floors[row] as number) < 0 ? -1 : 1),
    compareCutParts: (one, other) =>
      (cutCents[one] as number) - (cutCents[other] as number) ||
      (cutRemainders[one] as number) - (cutRemainders[other] as number),
  });
}

/** Amounts of `numerator(i) ÷ denominator` cents, which are too large for doubles, and about what they are. */
export interface Ratios {
  /** To within `RATIO_LOST` of each, and 0 where it is 0: of such a row `numerator` isn't asked. */
  readonly nearly: Float64Array;
  readonly numerator: (row: number) => bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

/** What a double may have lost of a ratio, as a part of it. */
export const RATIO_LOST = 1e-14;

/** The same for ratios. Doubles settle nearly every row; the others are divided exactly. */
export function roundRatiosToTotal({ nearly, numerator, denominator }: Ratios, total: Usd, grid?: RoundingGrid): Usd[] {
  const step = grid?.step ?? 1;
  const remainders = new Map<number, bigint>();
  const remainderOf = (row: number): bigint => {
    if (nearly[row] === 0) return 0n;
    const known = remainders.get(row);
    if (known !== undefined) return known;
    const remainder = sizeOf(numerator(row)) % denominator;
    remainders.set(row, remainder);
    return remainder;
  };
  const cutCents = new Float64Array(nearly.length);
  const fractions = new Float64Array(nearly.length);
  const rounded = Array.from(nearly, (amount, row) => {
    const size = Math.abs(amount);
    let floor = Math.floor(size);
    let fraction = size - floor;
    const doubt = size * RATIO_LOST;
    if (size > 0 && (fraction <= doubt || fraction >= 1 - doubt)) {
      floor = Number(sizeOf(numerator(row)) / denominator);
      fraction = ratio(remainderOf(row), denominator);
    }
    cutCents[row] = floor % step;
    fractions[row] = fraction;
    const cut = floor - cutCents[row];
    return cents(amount < 0 ? 0 - cut : cut);
  });
  return giveMissing(rounded, total, grid, {
    sign: (row) => (cutCents[row] === 0 && fractions[row] === 0 ? 0 : (nearly[row] as number) < 0 ? -1 : 1),
    compareCutParts: (one, other) => {
      const more = (cutCents[one] as number) - (cutCents[other] as number);
      if (more !== 0) return more;
      const fraction = (fractions[one] as number) - (fractions[other] as number);
      const doubt = (Math.abs(nearly[one] as number) + Math.abs(nearly[other] as number) + 1) * RATIO_LOST;
      return Math.abs(fraction) > doubt ? fraction : signOf(remainderOf(one) - remainderOf(other));
    },
  });
}

function signOf(number: bigint): -1 | 0 | 1 {
  return number === 0n ? 0 : number < 0n ? -1 : 1;
}

function sizeOf(number: bigint): bigint {
  return number < 0n ? -number : number;
}

/** What was cut off the rows' exact amounts. */
interface CutParts {
  /** The sign of the row's exact amount; 0 where nothing was cut. */
  sign(row: number): number;
  compareCutParts(one: number, other: number): number;
}

/** Gives what cut amounts lack of `total`, a step a row, to the rows that were cut most among those of its sign. */
function giveMissing(rounded: Usd[], total: Usd, grid: RoundingGrid | undefined, cut: CutParts): Usd[] {
  let missing: number = total;
  for (const amount of rounded) missing -= amount;
  const sign = Math.sign(missing);
  if (sign === 0) return rounded;

  const inSign: number[] = [];
  for (let row = 0; row < rounded.length; row++) if (cut.sign(row) === sign) inSign.push(row);
  const mostCutFirst = (one: number, other: number): number => cut.compareCutParts(other, one) || one - other;
  const step = grid?.step ?? 1;
  // No sale is a cent above its holding; by larger steps it may be.
  const holdings = step === 1 ? undefined : grid?.holdings;
  const canGive = (row: number): boolean =>
    !holdings || (holdings[row] as number) + (rounded[row] as number) + sign * step >= 0;
  const giveOne = (row: number): void => {
    rounded[row] = cents((rounded[row] as number) + sign * step);
    missing -= sign * step;
  };
  for (const row of firstOf(inSign.filter(canGive), Math.abs(missing) / step, mostCutFirst)) giveOne(row);
  if (missing === 0) return rounded;

  const give = (rows: readonly number[]): void => {
    for (const row of rows) {
      if (missing === 0) return;
      if (canGive(row)) giveOne(row);
    }
  };
  // Steps that the rows of their sign can't give: from those that trade the other way, least cut first, then
  // from all, round after round.
  const all = rounded.map((_, row) => row).sort(mostCutFirst);
  give(all.filter((row) => (rounded[row] as number) * sign < 0).reverse());
  for (let before = 0; missing !== 0 && missing !== before;) {
    before = missing;
    give(all);
  }
  return rounded;
}

/** The first `count` rows of an order, in no order of their own (C. A. R. Hoare, "Algorithm 65: Find", 1961). */
function firstOf(rows: number[], count: number, order: (one: number, other: number) => number): readonly number[] {
  let from = 0;
  let to = rows.length - 1;
  while (from < to) {
    const middle = rows[(from + to) >>> 1] as number;
    let low = from;
    let high = to;
    while (low <= high) {
      while (order(rows[low] as number, middle) < 0) low++;
      while (order(rows[high] as number, middle) > 0) high--;
      if (low > high) break;
      [rows[low], rows[high]] = [rows[high] as number, rows[low] as number];
      low++;
      high--;
    }
    if (count <= high) to = high;
    else if (count >= low) from = low;
    else break;
  }
  return rows.slice(0, count);
}
