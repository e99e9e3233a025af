import type { AccountKind } from "../household/household";
import { washingPurchase, type WatchedPosition } from "../household/wash-sales";
import { WASH_DAYS } from "../law/lasting";
import type { FundStanding } from "../rebalance/roundtrips";
import { NO_MONEY } from "../units/money";
import { firstDayToBuyAgain, type LotPosition } from "./harvest";

/** A day from which something may be done, or up to which it may not. */
export type SafeDate =
  | { readonly what: "next look"; readonly day: number }
  /** From that day a purchase may be sold without a roundtrip; or a block of purchases is over. */
  | {
      readonly what: "sell without roundtrip" | "buy after block";
      readonly day: number;
      readonly fund: string;
      readonly account: string;
      readonly since: number;
    }
  /** `buy after sale`: whether that sale was at a loss isn't known. */
  | {
      readonly what: "buy again" | "window ends" | "buy after sale";
      readonly day: number;
      readonly fund: string;
      readonly sold: number;
    }
  /** From that day a loss in the fund may be taken, as far as its last purchase goes. */
  | { readonly what: "take loss"; readonly day: number; readonly fund: string; readonly bought: number };

/** A sale, with the fund's name. */
interface FundSold {
  readonly fund: string;
  readonly day: number;
}

/** A purchase that was made, of a security as lots tell them apart. */
export interface KnownPurchase {
  readonly security: number;
  readonly day: number;
}

/** The days that frequent-trading rules set. */
export function roundtripDates(standings: readonly FundStanding[]): readonly SafeDate[] {
  return standings.flatMap(({ fund, account, limits }) =>
    limits.map(({ kind, before, since }): SafeDate => ({
      ...{ what: kind === "bought" ? "sell without roundtrip" : "buy after block", day: before, fund, account, since },
    })),
  );
}

/** The days that sales at a loss set: the window's last day, and the first one to buy again. */
export function lossDates(sales: readonly FundSold[]): readonly SafeDate[] {
  return sales.flatMap(({ fund, day }): SafeDate[] => [
    { what: "window ends", day: day + WASH_DAYS.value, fund, sold: day },
    { what: "buy again", day: firstDayToBuyAgain(day), fund, sold: day },
  ]);
}

/** The first days to buy again after sales of which nobody knows whether they were at a loss: as if they were. */
export function saleDates(sales: readonly FundSold[]): readonly SafeDate[] {
  return sales.map(({ fund, day }): SafeDate => ({
    ...{ what: "buy after sale", day: firstDayToBuyAgain(day), fund, sold: day },
  }));
}

/**
 * The days that purchases set for losses that may wait in taxable lots: as long as another purchase of the fund, in any
 * account, is no more than 30 days old, a loss is washed. Purchases that are lots as well count once.
 */
export function purchaseDates(
  positions: readonly LotPosition[],
  kinds: readonly AccountKind[],
  purchases: readonly KnownPurchase[],
  asOf: number,
  fundOf: (position: LotPosition) => string,
): readonly SafeDate[] {
  const isLot = ({ security, day }: KnownPurchase): boolean =>
    positions.some((each) => each.security === security && each.lots.some(({ acquired }) => acquired === day));
  const watched: readonly WatchedPosition[] = [
    ...positions,
    ...purchases
      .filter((purchase) => !isLot(purchase))
      .map(({ security, day }) => ({
        security,
        isCash: false,
        lots: [{ row: 0, value: NO_MONEY, maySell: false, acquired: day }],
      })),
  ];
  return positions.flatMap((position, index): SafeDate[] => {
    if (position.isCash || kinds[position.account] !== "taxable") return [];
    return position.lots.flatMap(({ value }, place): SafeDate[] => {
      const washedBy = value > 0 ? washingPurchase(watched, index, place, asOf) : undefined;
      if (washedBy === undefined) return [];
      const { day: bought } = washedBy;
      return [{ what: "take loss", day: firstDayToBuyAgain(bought), fund: fundOf(position), bought }];
    });
  });
}

/** Dates from a day on, the soonest first; each once. */
export function datesInOrder(dates: readonly SafeDate[], asOf: number): readonly SafeDate[] {
  const seen = new Set<string>();
  return dates
    .filter((date) => {
      const key = JSON.stringify(date);
      const isNew = date.day >= asOf && !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .sort((one, other) => one.day - other.day);
}
