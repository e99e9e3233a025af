import { Decimal as DecimalJs } from "decimal.js";

/** What a decimal number can be made of. */
type DecimalValue = number | bigint | string | Decimal;

/**
 * A decimal number, with what Keel takes of decimal.js. The build leaves out the rest (`build/decimal-in-use.js`), which
 * is more than half of it: what is wanted here one day has to be taken off the list there.
 */
export interface Decimal {
  abs(): Decimal;
  cbrt(): Decimal;
  ceil(): Decimal;
  comparedTo(other: DecimalValue): number;
  decimalPlaces(): number;
  div(divisor: DecimalValue): Decimal;
  dividedBy(divisor: DecimalValue): Decimal;
  eq(other: DecimalValue): boolean;
  equals(other: DecimalValue): boolean;
  floor(): Decimal;
  greaterThan(other: DecimalValue): boolean;
  greaterThanOrEqualTo(other: DecimalValue): boolean;
  gt(other: DecimalValue): boolean;
  gte(other: DecimalValue): boolean;
  isFinite(): boolean;
  isInteger(): boolean;
  isNegative(): boolean;
  isPositive(): boolean;
  isZero(): boolean;
  lessThan(other: DecimalValue): boolean;
  lessThanOrEqualTo(other: DecimalValue): boolean;
  lt(other: DecimalValue): boolean;
  minus(subtrahend: DecimalValue): Decimal;
  negated(): Decimal;
  plus(summand: DecimalValue): Decimal;
  round(): Decimal;
  sqrt(): Decimal;
  times(factor: DecimalValue): Decimal;
  toDecimalPlaces(places: number, rounding?: DecimalJs.Rounding): Decimal;
  toFixed(places?: number): string;
  toNumber(): number;
  toSignificantDigits(digits: number): Decimal;
  toString(): string;
}

interface DecimalConstructor {
  new (value: DecimalValue): Decimal;
  isDecimal(value: unknown): value is Decimal;
  max(...values: readonly DecimalValue[]): Decimal;
  min(...values: readonly DecimalValue[]): Decimal;
  readonly ROUND_CEIL: DecimalJs.Rounding;
  readonly ROUND_DOWN: DecimalJs.Rounding;
}

/**
 * The one Decimal constructor. 64 significant digits hold the product of three safe integers exactly, and half away
 * from zero is how a spreadsheet user rounds. decimal.js takes the precision of the left operand's constructor, so a
 * second constructor anywhere would make results depend on the order of operands.
 */
export const Decimal = DecimalJs.clone({
  precision: 64,
  rounding: DecimalJs.ROUND_HALF_UP,
}) as DecimalConstructor;

/** 10^`exponent`, an integer of either sign. */
export function tenTo(exponent: number): Decimal {
  return new Decimal(`1e${exponent}`);
}
