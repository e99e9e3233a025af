import { Decimal } from "../decimal";
import type { Policy } from "../policy/policy";
import { cents, type Usd } from "../units/money";

/** What short-term and long-term gains are taxed at. */
export interface TaxRates {
  readonly short: Decimal;
  readonly long: Decimal;
}

/** The rates of a policy: one alone counts for both kinds. Undefined where it gives none. */
export function taxRates({ incomeRate, gainsRate }: Policy): TaxRates | undefined {
  const short = incomeRate ?? gainsRate;
  const long = gainsRate ?? incomeRate;
  return short && long && { short, long };
}

/** Net gains by kind, in cents. */
export interface Gains {
  readonly short: Decimal;
  readonly long: Decimal;
}

/** The tax on net gains: each kind by itself, and none on a loss. */
export function taxOn({ short, long }: Gains, rates: TaxRates): Usd {
  const of = (gain: Decimal, rate: Decimal): Decimal => Decimal.max(gain, 0).times(rate);
  return cents(of(short, rates.short).plus(of(long, rates.long)).round().toNumber());
}
