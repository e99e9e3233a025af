/**
 * A whole number, exactly: a number where that is a safe integer, else a bigint. Nearly all amounts of an account are
 * safe integers, and bigints take twenty times as long. `<`, `===` with 0 and the like compare the two kinds exactly.
 */
export type Whole = number | bigint;

export function plus(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    // Rounding is monotonic, so what is safe once rounded was exact.
    if (Number.isSafeInteger(sum)) return sum;
  }
  return narrow(BigInt(one) + BigInt(other));
}

export function minus(minuend: Whole, subtrahend: Whole): Whole {
  return plus(minuend, -subtrahend);
}

export function times(one: Whole, other: Whole): Whole {
  if (typeof one === "number" && typeof other === "number") {
    const product = one * other;
    if (Number.isSafeInteger(product)) return product;
  }
  return narrow(BigInt(one) * BigInt(other));
}

/** The quotient of two whole numbers that are not negative, rounded down, and what is left over. */
export function divide(dividend: Whole, divisor: Whole): { readonly quotient: Whole; readonly remainder: Whole } {
  if (typeof dividend === "number" && typeof divisor === "number") {
    // `%` takes many times as long. No quotient of safe integers is rounded up to a whole number: the nearest double
    // below that is nearer.
    const quotient = Math.floor(dividend / divisor);
    return { quotient, remainder: dividend - quotient * divisor };
  }
  const [big, by] = [BigInt(dividend), BigInt(divisor)];
  return { quotient: narrow(big / by), remainder: narrow(big % by) };
}

export function absolute(number: Whole): Whole {
  return number < 0 ? -number : number;
}

const POWERS = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));

/** 10^exponent, which is not negative. */
export function powerOfTen(exponent: number): Whole {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

function narrow(big: bigint): Whole {
  const number = Number(big);
  return Number.isSafeInteger(number) ? number : big;
}
