import type { Decimal } from "../decimal";
import type { Account, Household, Lot } from "./household";
import { gainShare, isLongTerm } from "./lot-gains";
import { valueOf } from "./money-in-classes";

/** One thing that may be done: a fund bought in an account, or a lot of it sold. Every amount of a plan is of a move. */
export interface Move {
  /** Index into the household's positions. */
  readonly position: number;
  readonly account: number;
  readonly isBuy: boolean;
  readonly isCash: boolean;
  /** The rows that a sale is of, as indices into the position's lots; of a purchase the first. */
  readonly lots: readonly number[];
  /** The row of the plan that it stands in: that of the first of these. */
  readonly row: number;
  /** The place of that row among all, from 1: what "earlier" means. */
  readonly rank: number;
  /** What there is to sell, in cents; of a purchase, the owed cash that must be brought to 0. */
  readonly held: number;
  /** Of a taxable sale: what of a dollar is gain, below 0 a loss, and whether it counts as a long-term one. */
  readonly gain?: { readonly share: Decimal; readonly isLongTerm: boolean };
}

/** Everything that may be done in a household, position by position: the purchase, then the sales. */
export function movesOf({ positions, accounts }: Household, today: number | undefined): readonly Move[] {
  const rows = positions.flatMap(({ lots }) => lots.map(({ row }) => row)).sort((one, other) => one - other);
  const ranks = new Map(rows.map((row, index) => [row, index + 1]));
  return positions.flatMap((position, index): Move[] => {
    const { account, isCash, isLeftAlone, lots } = position;
    if (isLeftAlone) return [];
    const isTaxable = (accounts[account] as Account).kind === "taxable" && !isCash;
    const moveOf = (isBuy: boolean, of: readonly number[], held: number): Move => {
      const { row } = lots[of[0] as number] as Lot;
      const rank = ranks.get(row) as number;
      return { position: index, account, isBuy, isCash, lots: of, row, rank, held };
    };
    const purchase = moveOf(true, [0], Math.max(0, -valueOf(position)));
    const places = lots.map((_, place) => place).filter((place) => (lots[place] as Lot).value > 0);
    if (places.length === 0) return [purchase];
    if (!isTaxable) return [purchase, moveOf(false, places, Math.max(0, valueOf(position)))];
    return [
      purchase,
      ...places.map((place) => {
        const lot = lots[place] as Lot;
        return {
          ...moveOf(false, [place], lot.value),
          gain: { share: gainShare(lot), isLongTerm: isLongTerm(lot, today) },
        };
      }),
    ];
  });
}
