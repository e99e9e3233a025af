import { Decimal, tenTo } from "../decimal";
import { powerOfTen, times, type Whole } from "./whole";

/** A decimal number, exactly: `digits` ÷ 10^`places`. What a column has 100,000 of, and a `Decimal` is too slow for. */
export interface ExactDecimal {
  readonly digits: Whole;
  /** Digits after the point, not negative. */
  readonly places: number;
}

/** Every decimal number of so many digits is told from all others by the double nearest to it. */
const SURE_DIGITS = 1e15;
const USUAL_PLACES = 8;

/**
 * Reads a number by its decimal digits as the user sees them, without zeros at the end: 0.1 is 1 ÷ 10^1 although its
 * binary form lies above.
 */
export function exactly(number: number): ExactDecimal {
  for (let places = 0; places <= USUAL_PLACES; places++) {
    const power = powerOfTen(places) as number;
    const digits = Math.round(number * power);
    if (Math.abs(digits) > SURE_DIGITS) break;
    if (digits / power === number) return { digits, places };
  }
  return exactDecimalOf(new Decimal(number));
}

export function exactDecimalOf(number: Decimal): ExactDecimal {
  const places = number.decimalPlaces();
  return { digits: times(BigInt(number.toFixed(places).replace(".", "")), 1), places };
}

export function decimalOf({ digits, places }: ExactDecimal): Decimal {
  return new Decimal(digits.toString()).times(tenTo(-places));
}

/** The number in units of 10^−`places`, of which it has no more digits. */
export function inUnits({ digits, places: own }: ExactDecimal, places: number): Whole {
  return times(digits, powerOfTen(places - own));
}

/** The most digits after the point that numbers of a list have, and `least`, if none has as many. */
export function mostPlaces(numbers: readonly ExactDecimal[], least = 0): number {
  return numbers.reduce((most, { places }) => Math.max(most, places), least);
}
