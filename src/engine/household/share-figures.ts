import { Decimal } from "../decimal";
import { decimalOf } from "../units/exact-decimal";
import type { Lot, Position } from "./household";
import type { Standing } from "./limits";

/** Fractional shares are traded to so many decimals. */
const SHARE_PLACES = 4;

/** No shares, no dollars. */
export const NONE = new Decimal(0);

/** Decimals of the shares that a policy trades in. */
export function placesOf({ policy }: Standing): number {
  return policy.tradeUnit === "fractional" ? SHARE_PLACES : 0;
}

/** Dollars a share; 0 without a price. */
export function priceOf({ price }: Position): Decimal {
  return price === undefined ? NONE : decimalOf(price);
}

/** Shares of some rows of a position: as given, else what their value comes to. */
export function sharesOf(position: Position, lots: readonly Lot[]): Decimal {
  return lots.reduce(
    (sum, { shares, value }) =>
      sum.plus(
        shares
          ? decimalOf(shares)
          : new Decimal(value)
              .dividedBy(100)
              .dividedBy(priceOf(position))
              .toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_DOWN),
      ),
    NONE,
  );
}
