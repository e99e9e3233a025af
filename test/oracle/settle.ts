import { Rational, total } from "./rational";

/** Why the oracle has no answer: the contract makes the question an error. */
export class Refusal extends Error {}

/** What trades are rounded to, and what there is to sell. */
export interface Settling {
  /** 1 for cents, 100 for whole dollars, 1,000 for multiples of $10. */
  readonly unit: bigint;
  /** What each row holds before the trades, in cents. */
  readonly holdings: readonly bigint[];
}

/**
 * "Amounts are cut toward 0 to cents, then the missing cents go to the largest cut parts among the rows that trade in
 * the missing sign, ties by row order; so the parts add up exactly to the whole. A sale never exceeds the holding."
 *
 * Choices, for whole dollars alone (in cents they can't arise): a row whose holding has no further whole dollar is
 * passed over; when the sellers have none, a buy gives one up, the smallest cut part first (of equal ones the later
 * row), since whole dollars never overspend; then any holding gives one, the largest cut part first, round after round;
 * when there is none left, the money can't be raised: refused.
 */
export function settle(exact: readonly Rational[], whole: bigint, { unit, holdings }: Settling): bigint[] {
  const step = Rational.of(unit);
  const settled = exact.map((amount) => amount.over(step).cut() * unit);
  const cutPart = exact.map((amount, row) => amount.minus(Rational.of(settled[row] as bigint)).absolute());
  let missing = (whole - total(settled)) / unit;
  const sign = missing < 0n ? -1 : 1;
  const order = exact
    .map((_, row) => row)
    .sort((one, other) => (cutPart[other] as Rational).compare(cutPart[one] as Rational) || one - other);
  const inSign = order.filter((row) => exact[row]?.sign() === sign && cutPart[row]?.sign() !== 0);
  const against = order.filter((row) => (settled[row] as bigint) * BigInt(sign) < 0n).reverse();
  const give = (rows: readonly number[]): void => {
    for (const row of rows) {
      const next = (settled[row] as bigint) + BigInt(sign) * unit;
      if (missing === 0n || (holdings[row] as bigint) + next < 0n) continue;
      settled[row] = next;
      missing -= BigInt(sign);
    }
  };
  give(inSign);
  if (unit !== 1n) {
    give(against);
    for (let before = missing + 1n; missing !== 0n && missing !== before;) {
      before = missing;
      give(order);
    }
  }
  if (missing === 0n) return settled;
  if (unit === 1n) throw new Error("More cents are missing than rows trade.");
  throw new Refusal("The money can't be raised in the trade unit.");
}
