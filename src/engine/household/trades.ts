import { Decimal } from "../decimal";
import type { Policy } from "../policy/policy";
import type { ExactDecimal } from "../units/exact-decimal";
import { decimalOf, exactDecimalOf } from "../units/exact-decimal";
import { cents, negated, type Usd } from "../units/money";
import type { Household, Lot, Position } from "./household";
import type { Move } from "./moves";
import type { HouseholdTrade } from "./plan-record";
import { taxesOfRows } from "./row-taxes";
import { taxRates } from "./tax";

/** A trade as far as it doesn't say why. */
export type Trade = Omit<HouseholdTrade, "why">;

/** What is traded, and what of it is taxed. */
export interface Trades {
  /** In the order of accounts, then sells before buys, then rows. */
  readonly trades: readonly Trade[];
  readonly gain: { readonly short: Usd; readonly long: Usd };
  readonly tax: Usd;
}

/** Lays moves in whole cents out as trades, with the gain and the tax of each. `inShares` has what trades in shares. */
export function tradesOf(
  household: Household,
  moves: readonly Move[],
  whole: Float64Array,
  policy: Policy,
  inShares: ReadonlyMap<number, Decimal>,
): Trades {
  const made = [...moves.entries()]
    .filter(([index]) => whole[index] !== 0)
    .sort(
      ([, one], [, other]) =>
        one.account - other.account || Number(one.isBuy) - Number(other.isBuy) || one.rank - other.rank,
    )
    .map(([index, move]) => ({ move, amount: whole[index] as number, count: inShares.get(index) }));
  const gains = made.map(({ move, amount }) => cents(move.gain ? move.gain.share.times(amount).round().toNumber() : 0));
  const taxes = taxesOfRows(
    made.map(({ move }, index) => ({ gain: gains[index] as Usd, isLongTerm: move.gain?.isLongTerm })),
    taxRates(policy),
  );
  const trades = made.map(({ move, amount, count }, index): Trade => {
    const position = household.positions[move.position] as Position;
    const signed = cents(move.isBuy ? amount : -amount);
    const shares = count ? exactDecimalOf(move.isBuy ? count : count.negated()) : sharesOf(position, signed);
    return {
      position: move.position,
      row: move.row,
      amount: signed,
      rows: move.isBuy ? bought(position, amount) : sold(position, move, amount),
      ...(shares && { shares }),
      gain: gains[index] as Usd,
      tax: taxes.rows[index] as Usd,
      ...(move.gain && { isLongTerm: move.gain.isLongTerm }),
    };
  });
  const gainOf = (isLongTerm: boolean): Usd =>
    cents(
      made.reduce(
        (sum, { move }, index) => (move.gain?.isLongTerm === isLongTerm ? sum + (gains[index] as Usd) : sum),
        0,
      ),
    );
  return { trades, gain: { short: gainOf(false), long: gainOf(true) }, tax: taxes.total };
}

/** What each row of holdings gets of a purchase: cash that is owed is brought to 0, and the first row has the rest. */
function bought({ lots }: Position, amount: number): HouseholdTrade["rows"] {
  let left = amount;
  const owed = lots.map(({ value }) => {
    const due = Math.min(left, value < 0 ? negated(value) : 0);
    left -= due;
    return due;
  });
  return lots.flatMap(({ row }, place) => {
    const part = (owed[place] as number) + (place === 0 ? left : 0);
    return part > 0 ? [{ row, amount: cents(part) }] : [];
  });
}

/** What each row of holdings gives to a sale: the first until it is empty, then the next. Locked ones come last. */
function sold({ lots }: Position, { lots: places }: Move, amount: number): HouseholdTrade["rows"] {
  let left = amount;
  const ofMove = places.map((place) => lots[place] as Lot);
  return [...ofMove.filter(({ maySell }) => maySell), ...ofMove.filter(({ maySell }) => !maySell)].flatMap(
    ({ row, value }) => {
      const part = Math.min(left, value);
      left -= part;
      return part > 0 ? [{ row, amount: cents(-part) }] : [];
    },
  );
}

const SHARE_PLACES = 4;

/** Shares at the position's price, cut toward 0 to 4 decimals. */
function sharesOf({ price, isCash }: Position, amount: Usd): ExactDecimal | undefined {
  if (price === undefined || isCash) return undefined;
  const shares = new Decimal(amount).dividedBy(decimalOf(price).times(100));
  return exactDecimalOf(shares.toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_DOWN));
}
