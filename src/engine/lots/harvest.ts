import { Decimal } from "../decimal";
import type { AccountKind, Lot, Position } from "../household/household";
import { isLongTerm } from "../household/lot-gains";
import type { TaxRates } from "../household/tax";
import { washingPurchase, type WashingPurchase } from "../household/wash-sales";
import { WASH_DAYS } from "../law/lasting";
import { cents, NO_MONEY, type Usd } from "../units/money";

/** Lots by fund and account, as far as they don't depend on classes. */
export type LotPosition = Pick<Position, "account" | "fund" | "security" | "isCash" | "lots">;

/** A loss that could be taken, in a taxable account. */
export interface Harvest {
  /** Indices into the positions, and into the lots of that one. */
  readonly position: number;
  readonly place: number;
  /** Basis − worth, above 0. */
  readonly loss: Usd;
  readonly isLongTerm: boolean;
  /** Loss × the rate of its kind; 0 without rates. */
  readonly taxSaved: Usd;
  /** What would make it a wash sale. */
  readonly washedBy: WashingPurchase | undefined;
}

/** The first day on which a fund sold at a loss on a day may be bought again. */
export function firstDayToBuyAgain(sold: number): number {
  return sold + WASH_DAYS.value + 1;
}

/** The losses of taxable lots on a day, the most tax saved first, then in the order of their rows. */
export function harvestable(
  positions: readonly LotPosition[],
  kinds: readonly AccountKind[],
  today: number,
  rates: TaxRates | undefined,
): readonly Harvest[] {
  const found = positions.flatMap(({ account, isCash, lots }, position): Harvest[] => {
    if (isCash || kinds[account] !== "taxable") return [];
    return lots.flatMap((lot, place): Harvest[] => {
      const { value, basis } = lot;
      if (value === 0 || basis === undefined || basis <= value) return [];
      const loss = cents(basis - value);
      const isLong = isLongTerm(lot, today);
      const rate = rates?.[isLong ? "long" : "short"];
      const taxSaved = rate ? cents(new Decimal(loss).times(rate).round().toNumber()) : NO_MONEY;
      return [
        {
          position,
          place,
          loss,
          isLongTerm: isLong,
          taxSaved,
          washedBy: washingPurchase(positions, position, place, today),
        },
      ];
    });
  });
  const rowOf = ({ position, place }: Harvest): number => ((positions[position] as LotPosition).lots[place] as Lot).row;
  return found.sort((one, other) => other.taxSaved - one.taxSaved || rowOf(one) - rowOf(other));
}
