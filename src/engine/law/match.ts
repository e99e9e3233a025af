import { Decimal } from "../decimal";
import { cents, type Usd } from "../units/money";

/** An employer's match: tiers one after the other, each a rate of what is paid in up to a share of pay. Fractions. */
export interface MatchFormula {
  readonly tiers: readonly MatchTier[];
  /** The most in a year, in cents. */
  readonly most?: Usd;
}

/** What is matched of the part of pay from the end of the tier before (0 for the first) up to `end`. */
export interface MatchTier {
  readonly rate: Decimal;
  readonly end: Decimal;
}

/**
 * The match of a year, to the cent: Σ tier rate × the part of `deferred` that lies in the tier × pay. `pay` is what
 * counts, `deferred` the share of it that the employee pays in.
 */
export function matchOf({ tiers, most }: MatchFormula, pay: Usd, deferred: Decimal): Usd {
  let from = new Decimal(0);
  let sum = new Decimal(0);
  for (const { rate, end } of tiers) {
    const inside = Decimal.max(Decimal.min(deferred, end).minus(from), 0);
    sum = sum.plus(inside.times(rate).times(pay));
    from = end;
  }
  const whole = sum.round().toNumber();
  return cents(most === undefined ? whole : Math.min(whole, most));
}
