import { ONE, Rational, sum, ZERO } from "./rational";

/** A cell as a person or Excel gives it: blanks are `null` or `""`. */
export type TypedCell = number | string | null;

/** A number cell, exactly as it reads in decimals; blank is 0; `60%` is 0.6. */
export function exactly(cell: TypedCell): Rational {
  if (cell === null || cell === "") return ZERO;
  const text = String(cell);
  return text.endsWith("%") ? Rational.parse(text.slice(0, -1)).over(Rational.of(100n)) : Rational.parse(text);
}

/** Dollars in a cell to whole cents, half away from zero. */
export const cents = (cell: TypedCell): bigint => exactly(cell).times(Rational.of(100n)).round();

/**
 * Targets as fractions that add up to exactly 1. The sum of the column decides whether 100 or 1 was meant; a gap of at
 * most 0.05 points a row with a target, and at most 0.5 points, is scaled away. Null for any other sum.
 *
 * Choice: the gap's own edge is accepted ("up to").
 */
export function weights(cells: readonly TypedCell[]): readonly Rational[] | null {
  const typed = cells.map(exactly);
  const whole = sum(typed);
  const rows = typed.filter((target) => target.sign() !== 0).length;
  const allowed = Rational.of(Math.min(5 * rows, 50), 100n);
  const fits = (points: Rational): boolean => points.minus(Rational.of(100n)).absolute().compare(allowed) <= 0;
  const meant = fits(whole) || fits(whole.times(Rational.of(100n)));
  return meant ? shares(typed) : null;
}

/** Parts of 1 in the same proportions. */
export function shares(parts: readonly Rational[]): readonly Rational[] {
  const whole = sum(parts);
  const same = parts.every((part) => part.denominator === parts[0]?.denominator);
  if (same) return parts.map((part) => Rational.of(part.numerator, whole.numerator));
  return parts.map((part) => part.times(ONE.over(whole)));
}
