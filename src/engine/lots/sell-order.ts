import { Decimal } from "../decimal";
import { failed, succeeded, type Result } from "../errors";
import type { Lot } from "../household/household";
import { gainShare, isLongTerm } from "../household/lot-gains";
import { taxesOfRows } from "../household/row-taxes";
import type { TaxRates } from "../household/tax";
import { decimalOf, exactDecimalOf, type ExactDecimal } from "../units/exact-decimal";
import { cents, type Usd } from "../units/money";

/** Which lots are sold first. `highest cost` is by cost a share. */
export type SellMethod = "min tax" | "fifo" | "highest cost";

/** What is sold of a lot. */
export interface LotSale {
  readonly row: number;
  readonly shares: ExactDecimal;
  readonly amount: Usd;
  /** − for a loss. */
  readonly gain: Usd;
  readonly isLongTerm: boolean;
  /** Rate × gain; a loss has a negative one as far as gains of its kind use it, so that the rows add up to the tax. */
  readonly tax: Usd;
}

export interface SellOrder {
  readonly sales: readonly LotSale[];
  readonly tax: Usd;
}

/** A lot as it is chosen from. */
interface Choice {
  readonly lot: Lot;
  /** What of a dollar is gain. */
  readonly share: Decimal;
  readonly isLong: boolean;
}

/**
 * Chooses from lots of one fund those to sell for an amount: whole cents that add up to it, the last lot in part.
 * `min tax` is the least tax, as PLAN has it: each kind of gains by itself, not below 0; of equal ones the least net gain,
 * then more of long-term lots; without rates the least net gain. Lots of a larger loss a dollar come first within their
 * kind, then the older, then the earlier row.
 *
 * Why that is the least: of x dollars from the lots of one kind the least net gain is that of its lots in the order of
 * their gain a dollar, which is convex in x and straight between the ends of lots; so is what is above 0 of it, and so is
 * the tax of x dollars of short-term lots and the rest of long-term ones. A convex function that is straight between
 * known ends is least at one of them. They are all tried: the ends of lots of either kind, and the dollars on either side
 * of which a kind's net gain passes 0, in whole cents.
 */
export function sellOrder(
  lots: readonly Lot[],
  price: ExactDecimal,
  amount: Usd,
  method: SellMethod,
  today: number | undefined,
  rates: TaxRates | undefined,
): Result<SellOrder> {
  const held = lots.reduce((sum, { value }) => sum + value, 0);
  if (amount > held) return failed({ code: "more than there is", asked: amount, held: cents(held) });
  const choices = lots
    .filter(({ value }) => value > 0)
    .map((lot): Choice => ({ lot, share: gainShare(lot), isLong: isLongTerm(lot, today) }));
  const sold = inOrder(choices, amount, method, rates).map(({ choice, amount: part }) => ({
    choice,
    part,
    gain: cents(choice.share.times(part).round().toNumber()),
  }));
  const taxes = taxesOfRows(
    sold.map(({ choice, gain }) => ({ gain, isLongTerm: choice.isLong })),
    rates,
  );
  const sales = sold.map(({ choice: { lot, isLong }, part, gain }, index): LotSale => ({
    row: lot.row,
    shares: sharesOf(lot, part, price),
    amount: part,
    gain,
    isLongTerm: isLong,
    tax: taxes.rows[index] as Usd,
  }));
  return succeeded({ sales, tax: taxes.total });
}

interface Part {
  readonly choice: Choice;
  readonly amount: Usd;
}

function inOrder(
  choices: readonly Choice[],
  amount: Usd,
  method: SellMethod,
  rates: TaxRates | undefined,
): readonly Part[] {
  if (method === "fifo") return taken([...choices].sort(olderFirst), amount);
  const byLoss = [...choices].sort((one, other) => one.share.comparedTo(other.share) || olderFirst(one, other));
  if (method === "highest cost" || rates === undefined) {
    const parts = taken(byLoss, amount);
    return method === "min tax" ? shown(parts) : parts;
  }
  const short = new Kind(byLoss.filter(({ isLong }) => !isLong));
  const long = new Kind(byLoss.filter(({ isLong }) => isLong));
  const fromShort = leastTaxed(short, long, amount, rates);
  return shown([...taken(short.choices, fromShort), ...taken(long.choices, amount - fromShort)]);
}

/** Losses, then long-term gains, then short-term ones, each as they were chosen. */
function shown(parts: readonly Part[]): readonly Part[] {
  const group = ({ choice: { share, isLong } }: Part): number => (share.isNegative() ? 0 : isLong ? 1 : 2);
  return [...parts].sort((one, other) => group(one) - group(other));
}

/** Without a day of purchase a lot is older than any. */
function olderFirst(one: Choice, other: Choice): number {
  return (one.lot.acquired ?? 0) - (other.lot.acquired ?? 0) || one.lot.row - other.lot.row;
}

/** Takes an amount from lots in their order. */
function taken(choices: readonly Choice[], amount: number): readonly Part[] {
  let left = amount;
  return choices.flatMap((choice) => {
    const part = Math.min(left, choice.lot.value);
    left -= part;
    return part > 0 ? [{ choice, amount: cents(part) }] : [];
  });
}

/** The lots of one kind in the order in which they gain least: what so many cents of them gain. */
class Kind {
  /** The cents up to each lot's beginning, and their gain; one more than lots. */
  readonly ends: number[] = [0];
  readonly #gains: Decimal[] = [new Decimal(0)];

  constructor(readonly choices: readonly Choice[]) {
    for (const { lot, share } of choices) {
      this.ends.push((this.ends.at(-1) as number) + lot.value);
      this.#gains.push((this.#gains.at(-1) as Decimal).plus(share.times(lot.value)));
    }
  }

  get worth(): number {
    return this.ends.at(-1) as number;
  }

  gainOf(amount: number): Decimal {
    let low = 0;
    let high = this.choices.length;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.ends[middle] as number) <= amount) low = middle;
      else high = middle - 1;
    }
    const gain = this.#gains[low] as Decimal;
    const next = this.choices[low];
    return next ? gain.plus(next.share.times(amount - (this.ends[low] as number))) : gain;
  }

  /** The cents on either side of which the net gain passes 0. */
  crossings(): readonly number[] {
    return this.choices.flatMap(({ share }, place) => {
      const before = this.#gains[place] as Decimal;
      const after = this.#gains[place + 1] as Decimal;
      if (!before.isNegative() || !after.isPositive() || share.isZero()) return [];
      const exact = before
        .negated()
        .dividedBy(share)
        .plus(this.ends[place] as number);
      return [exact.floor().toNumber(), exact.ceil().toNumber()];
    });
  }
}

/** How many cents to take from the short-term lots. */
function leastTaxed(short: Kind, long: Kind, amount: number, rates: TaxRates): number {
  const least = Math.max(0, amount - long.worth);
  const most = Math.min(amount, short.worth);
  const tried = [
    ...[least, most],
    ...[...short.ends, ...short.crossings()],
    ...[...long.ends, ...long.crossings()].map((end) => amount - end),
  ];
  const within = [...new Set(tried.filter((from) => from >= least && from <= most))].sort((one, other) => one - other);
  let best: { readonly from: number; readonly tax: Decimal; readonly gain: Decimal } | undefined;
  for (const from of within) {
    const gains = { short: short.gainOf(from), long: long.gainOf(amount - from) };
    const tax = Decimal.max(gains.short, 0).times(rates.short).plus(Decimal.max(gains.long, 0).times(rates.long));
    const gain = gains.short.plus(gains.long);
    const compared = best === undefined ? -1 : tax.comparedTo(best.tax) || gain.comparedTo(best.gain);
    if (compared < 0) best = { from, tax, gain };
  }
  return best?.from ?? least;
}

const SHARE_PLACES = 4;

/** All of a lot's shares, or what the amount is of them at the price, to 4 decimals. */
function sharesOf({ value, shares }: Lot, amount: Usd, price: ExactDecimal): ExactDecimal {
  if (amount === value && shares !== undefined) return shares;
  const sold = new Decimal(amount).dividedBy(decimalOf(price).times(100)).toDecimalPlaces(SHARE_PLACES);
  return exactDecimalOf(shares === undefined ? sold : Decimal.min(sold, decimalOf(shares)));
}
