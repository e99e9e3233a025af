import { Decimal } from "../decimal";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { RMD_START, UNIFORM_LIFETIME } from "./lasting";

/** The age at the year's end from which on money must be taken out. Without a year of birth 73. */
export function rmdStartAge(birthYear: number | undefined): number {
  if (birthYear === undefined) return 73;
  return RMD_START.value.find(({ bornFrom }) => birthYear >= bornFrom)?.age ?? 73;
}

/**
 * The required minimum distribution of an owner: balance of the last 31 December ÷ years of the Uniform Lifetime Table,
 * to the cent; 0 before the start age. `age` is whole, at the year's end.
 */
export function requiredDistribution(balance: Usd, age: number, birthYear: number | undefined): Usd {
  if (age < rmdStartAge(birthYear)) return NO_MONEY;
  const { from, years } = UNIFORM_LIFETIME.value;
  const left = years[Math.min(age - from, years.length - 1)] as number;
  return cents(new Decimal(balance).dividedBy(left).round().toNumber());
}
