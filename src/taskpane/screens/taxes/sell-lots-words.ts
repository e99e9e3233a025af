import type { DecidedOrder } from "../../../operations";
import { dollars, inShares } from "../../components/figures";
import { dayInWords } from "../../standing/day";
import type { TaxFigure } from "./answer";
import { inDollars } from "./entries";
import type { LotsToSell } from "./lots-to-sell";

/** The ways to choose lots, as SELLORDER takes them. */
export const SELL_METHODS = [
  ["min tax", "For the least tax"],
  ["highest cost", "The dearest first"],
  ["fifo", "The oldest first"],
] as const;

/** A fund to choose: `VTI, $45,346.07`. */
export function fundToSell({ fund, worth }: LotsToSell): string {
  return `${fund}, ${dollars(worth)}`;
}

/** What selling comes to: `Selling $5,000.00 of VTI costs $120.00 of tax.` */
export function sellHeadline({ order: { tax, sales } }: DecidedOrder, fund: string, hasRates: boolean): string {
  const sum = inDollars(sales.reduce((all, { amount }) => all + amount, 0));
  const gain = inDollars(sales.reduce((all, sale) => all + sale.gain, 0));
  const made = gain < 0 ? `a loss of ${dollars(-gain)}` : gain > 0 ? `a gain of ${dollars(gain)}` : "no gain";
  const selling = `Selling ${dollars(sum)} of ${fund} makes ${made}`;
  return hasRates ? `${selling}, and costs ${dollars(inDollars(tax))} of tax.` : `${selling}.`;
}

/** What of each lot is sold: its figure with what it gains, and by which rule that is taxed. */
export function saleFigures({ order: { sales }, lots }: DecidedOrder, hasRates: boolean): readonly TaxFigure[] {
  const byRow = new Map(lots.map((lot) => [lot.row, lot]));
  return sales.map(({ row, shares, amount, gain, isLongTerm, tax }): TaxFigure => {
    const acquired = byRow.get(row)?.acquired;
    const bought = acquired === undefined ? "" : ` bought ${dayInWords(acquired)}`;
    const made = gain < 0 ? `loss ${dollars(-inDollars(gain))}` : `gain ${dollars(inDollars(gain))}`;
    const taxed = hasRates ? `, tax ${dollars(inDollars(tax))}` : "";
    return {
      name: `${inShares(Number(shares.digits) / 10 ** shares.places)} shares${bought}`,
      shown: dollars(inDollars(amount)),
      why: `${isLongTerm ? "Long-term" : "Short-term"} ${made}${taxed}: held for ${isLongTerm ? "more than a year" : "a year or less"} (IRC 1222).`,
    };
  });
}

export const SELLING_LEFT_OUT =
  "The tax is by the rates of your rule: gains of each kind by themselves, and a loss sets off gains of its kind in this sale alone. The net investment income tax and state tax aren’t counted. A lot without a cost basis is all gain.";

/** The picture for those who can't see it. */
export function sellInWords(kept: number, tax: number): string {
  return `You keep ${dollars(kept)}, tax ${dollars(tax)}.`;
}

export const PARTS_OF_SALE = ["You keep", "Tax"] as const;
