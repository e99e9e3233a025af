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

/** The most that a formula gives in a year, and the least share of pay that has to be paid in for it. */
export interface WholeMatch {
  readonly amount: Usd;
  readonly deferred: Decimal;
}

/**
 * The whole match: all tiers, up to the formula's most. The least share of pay for it ends in the tier in which the whole is
 * reached: its beginning + what is still missing there ÷ (rate × pay); a tier of rate 0 asks for nothing.
 */
export function wholeMatchOf({ tiers, most }: MatchFormula, pay: Usd): WholeMatch {
  let from = new Decimal(0);
  let sum = new Decimal(0);
  let deferred = new Decimal(0);
  for (const { rate, end } of tiers) {
    const full = end.minus(from).times(rate).times(pay);
    if (full.greaterThan(0) && (most === undefined || sum.lessThan(most))) {
      const missing = most === undefined ? full : Decimal.min(full, new Decimal(most).minus(sum));
      deferred = from.plus(end.minus(from).times(missing).dividedBy(full));
      sum = sum.plus(missing);
    }
    from = end;
  }
  return { amount: cents(sum.round().toNumber()), deferred };
}
