import { Decimal } from "../decimal";
import type { ExactDecimal } from "./exact-decimal";
import { absolute, divide, plus, powerOfTen, times } from "./whole";

/** An amount of US dollars in whole cents: a safe integer. + is owned or bought, − is owed or sold. */
export type Usd = number & { readonly unit: "US cents" };

/** The largest total a money column may have, $90 trillion in cents: it leaves every sum of cents a safe integer. */
export const LARGEST_TOTAL = 9_000_000_000_000_000 as Usd;

export const NO_MONEY = 0 as Usd;

/** Takes a whole number of cents as money. */
export function cents(whole: number): Usd {
  return (whole === 0 ? 0 : whole) as Usd;
}

/**
 * Reads dollars as whole cents, to the nearest cent, half away from zero, by the number's decimal digits as the user
 * sees them: 1.005 is 101 cents although its binary form lies below. `dollars` is finite and within $90 trillion.
 */
export function centsFromDollars(dollars: number): Usd {
  const scaled = dollars * 100;
  const nearest = Math.round(scaled);
  // Only near a half can binary and decimal digits disagree: both the number and the product are off by at most 1 part
  // in 2^53.
  const fromHalf = Math.abs(Math.abs(scaled - nearest) - 0.5);
  if (fromHalf > Math.abs(scaled) * 2 ** -51) return cents(nearest);
  return cents(new Decimal(dollars).times(100).round().toNumber());
}

/** What shares are worth, in whole cents, half away from zero. `price` is dollars a share. */
export function centsFromShares(shares: ExactDecimal, price: ExactDecimal): Usd {
  const cent = powerOfTen(shares.places + price.places);
  const hundredfold = times(times(shares.digits, price.digits), 100);
  const { quotient, remainder } = divide(absolute(hundredfold), cent);
  const nearest = cents(Number(times(remainder, 2) < cent ? quotient : plus(quotient, 1)));
  return hundredfold < 0 ? negated(nearest) : nearest;
}

/** The same amount the other way: what is bought for one is sold for the other. */
export function negated(amount: Usd): Usd {
  return cents(0 - (amount as number));
}

/** Converts cents to the dollars that a cell shows. */
export function dollars(amount: Usd): number {
  return amount / 100;
}
