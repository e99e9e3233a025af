import { Decimal } from "../decimal";
import { negated, NO_MONEY, type Usd } from "../units/money";
import { roundToTotal } from "../units/round-to-total";
import { taxOn, type TaxRates } from "./tax";

/** What a row of sales gains, in cents, − for a loss; and of which kind, if it is taxed at all. */
export interface GainOfRow {
  readonly gain: Usd;
  readonly isLongTerm: boolean | undefined;
}

/**
 * The tax of each row: its rate × its gain; a loss has a negative one as far as gains of its kind use it, in the order of
 * the rows. So they add up to the tax of all. No rates, no tax.
 */
export function taxesOfRows(
  rows: readonly GainOfRow[],
  rates: TaxRates | undefined,
): { readonly rows: readonly Usd[]; readonly total: Usd } {
  if (rates === undefined) return { rows: rows.map(() => NO_MONEY), total: NO_MONEY };
  const sumOf = (isWanted: (row: (typeof rows)[number]) => boolean): number =>
    rows.reduce((sum, row) => (isWanted(row) ? sum + row.gain : sum), 0);
  const usable = new Map(
    [false, true].map((isLongTerm) => [isLongTerm, sumOf((row) => row.isLongTerm === isLongTerm && row.gain > 0)]),
  );
  const exact = rows.map(({ gain, isLongTerm }) => {
    if (isLongTerm === undefined || gain === 0) return new Decimal(0);
    let counted: number = gain;
    if (gain < 0) {
      const left = usable.get(isLongTerm) as number;
      counted = -Math.min(left, negated(gain));
      usable.set(isLongTerm, left + counted);
    }
    return (isLongTerm ? rates.long : rates.short).times(counted);
  });
  const net = (isLongTerm: boolean): Decimal => new Decimal(sumOf((row) => row.isLongTerm === isLongTerm));
  const total = taxOn({ short: net(false), long: net(true) }, rates);
  const floors = Float64Array.from(exact, (tax) => tax.floor().toNumber());
  const remainders = Float64Array.from(exact, (tax) => tax.minus(tax.floor()).times(PARTS).floor().toNumber());
  return { rows: roundToTotal({ floors, remainders, divisor: PARTS }, total), total };
}

/** Parts of a cent by which taxes are told from each other when they are rounded. */
const PARTS = 1e9;
