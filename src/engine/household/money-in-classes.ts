import { Decimal } from "../decimal";
import { PARTS_OF_ONE } from "../portfolio/mix";
import type { Account, Household, Position } from "./household";

/**
 * What a dollar in a position adds to each class's money: its share of the class × what the account's money counts.
 * The last place, after the listed classes, stands for money in none of them that is to go there: cash and funds whose
 * class has no target. A position that is left alone has none of that.
 */
export type ClassShares = readonly (readonly [place: number, share: Decimal])[];

/** The place of money in no listed class. */
export function unlistedPlace({ classes }: Household): number {
  return classes.length;
}

/** The class shares of every position, exactly. */
export function classSharesOf(household: Household): readonly ClassShares[] {
  const placeOf = new Map(household.classes.map((each, place) => [each, place]));
  const unlisted = unlistedPlace(household);
  return household.positions.map(({ fundClasses: { parts, whole }, account, isLeftAlone }) => {
    const counts = countsAs(household.accounts[account] as Account);
    const shares: [number, Decimal][] = [];
    let rest = whole;
    for (const [each, part] of parts) {
      const place = placeOf.get(each);
      if (place === undefined) continue;
      rest -= part;
      shares.push([place, counts.times(part).dividedBy(whole)]);
    }
    if (rest > 0 && !isLeftAlone) shares.push([unlisted, counts.times(rest).dividedBy(whole)]);
    return shares.sort(([one], [other]) => one - other);
  });
}

/** What share of an account's money is the owner's after tax. */
export function countsAs({ countsAs: share }: Account): Decimal {
  return new Decimal(Math.round(share * PARTS_OF_ONE)).dividedBy(PARTS_OF_ONE);
}

/** What a position holds, in cents: what is owed is below 0. */
export function valueOf({ lots }: Position): number {
  return lots.reduce((sum, { value }) => sum + value, 0);
}

/** Each class's counted money in cents, exactly, where positions hold so much; in the last place what is in none. */
export function moneyByClass(
  household: Household,
  shares: readonly ClassShares[],
  amountOf: (position: number) => number | Decimal,
): Decimal[] {
  const sums = Array.from({ length: household.classes.length + 1 }, () => new Decimal(0));
  for (const [position, ofPosition] of shares.entries()) {
    const amount = new Decimal(amountOf(position));
    if (amount.isZero()) continue;
    for (const [place, share] of ofPosition) sums[place] = (sums[place] as Decimal).plus(amount.times(share));
  }
  return sums;
}
