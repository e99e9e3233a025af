/**
 * Exact products of safe integers, without leaving doubles.
 *
 * Weights are ratios of integers (`t` parts of `S`) and money is whole cents, so every question the engine asks, "is
 * v ÷ V above t ÷ S", "what is t × V ÷ S in cents", is about products of two safe integers. Such a product needs 106
 * bits; a pair of doubles holds it exactly (T. J. Dekker, "A floating-point technique for extending the available
 * precision", Numerische Mathematik 18, 1971). Nothing here rounds until a result says so.
 */

/** 2^27 + 1: splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER = 134217729;

/** The part of `a × b` that the double `product = a * b` lost. `product + error` is the exact product. */
function productError(a: number, b: number, product: number): number {
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * Returns `a × b − c × d`, rounded once or twice in its last bit; exact whenever it is a safe integer.
 * Its sign is always exact. All four are safe integers.
 */
export function productDifference(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER) return left - right;
  // Where the leading parts differ they differ by at least a unit of the larger, and rounding is monotonic: the low
  // parts can't turn the sign.
  return left - right + (productError(a, b, left) - productError(c, d, right));
}

/** The whole part of a quotient, rounded down, and what is left: `quotient × divisor + remainder`, `0 ≤ remainder < divisor`. */
export interface Division {
  quotient: number;
  remainder: number;
}

/**
 * Divides `a × b` by `divisor` exactly, rounding down. All are safe integers, `a` and `b` not negative, `divisor` above
 * 0, and the quotient is a safe integer.
 */
export function multiplyDivide(a: number, b: number, divisor: number): Division {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    // `%` takes many times as long, and no quotient of safe integers is rounded up to a whole number.
    const quotient = Math.floor(product / divisor);
    return { quotient, remainder: product - quotient * divisor };
  }
  // The floating quotient is off by a few units at most, so the exact remainder that belongs to it is a small multiple
  // of the divisor, and mending both is a step or two.
  let quotient = Math.floor(product / divisor);
  let remainder = productDifference(a, b, quotient, divisor);
  while (remainder < 0) {
    quotient -= 1;
    remainder += divisor;
  }
  while (remainder >= divisor) {
    quotient += 1;
    remainder -= divisor;
  }
  return { quotient, remainder };
}

/** The greatest common divisor of two whole numbers that are not negative; of 0 and n it is n. */
export function greatestCommonDivisor(one: number, other: number): number {
  while (other > 1) [one, other] = [other, one % other];
  return other === 1 ? 1 : one;
}

/** Binary places that a quotient is worked out to: many more than a double holds, even of a ratio of 2^-120. */
const PLACES = 256n;

/** Returns the double nearest to `numerator ÷ denominator`. Neither is negative, and the denominator is above 0. */
export function ratio(numerator: bigint, denominator: bigint): number {
  const shifted = numerator << PLACES;
  const quotient = shifted / denominator;
  // What is left over may decide which of two doubles is nearer: a last bit stands for it.
  const sticky = quotient * denominator === shifted ? 0n : 1n;
  return Number((quotient << 1n) | sticky) * 2 ** -Number(PLACES + 1n);
}
