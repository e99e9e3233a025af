import { Decimal } from "../decimal";
import { WASH_DAYS } from "../law/lasting";
import { cents, type Usd } from "../units/money";
import { PurchasedShares, type Taken } from "./purchased-shares";
import type { ShareTrade } from "./share-trade";

/** Shares that replace shares sold at a loss. */
export interface Replacement {
  /** Its row in the list. */
  readonly purchase: number;
  readonly shares: Decimal;
  readonly disallowed: Usd;
  /** In a taxable account: the cost of these shares with the disallowed loss on top. Elsewhere the loss is gone. */
  readonly newBasis: Usd | undefined;
}

/** A sale at a loss in a taxable account. */
export interface LossSale {
  readonly row: number;
  readonly loss: Usd;
  readonly allowed: Usd;
  /** In the order of their purchases. */
  readonly replacements: readonly Replacement[];
  /** The last day on which a purchase may still replace shares of it. */
  readonly windowEnd: number;
}

/** The sales at a loss in order; and a sale whose shares the list doesn't show bought and whose basis nobody says. */
export type WashSaleLedger =
  | { readonly ok: true; readonly sales: readonly LossSale[] }
  | { readonly ok: false; readonly row: number; readonly sold: Decimal; readonly known: Decimal };

interface Sale {
  readonly trade: ShareTrade;
  readonly sold: Decimal;
  readonly basis: Decimal;
}

/**
 * Works out wash sales (IRC 1091, Reg. 1.1091-1). Sales are matched with the account's purchases of the fund first in,
 * first out, or with those of the day that the trade names. A loss is disallowed as far as shares of the same security
 * are bought in any account from 30 days before the sale to 30 days after it: purchases in their order, never shares
 * sold by the end of the sale's day, and each share once; earlier losses come first. Disallowed = loss × replaced ÷ sold,
 * to the cent, all purchases of one sale together. In a taxable account it goes onto the replacements' basis, which counts
 * when these are sold.
 */
export function washSaleLedger(trades: readonly ShareTrade[]): WashSaleLedger {
  const inOrder = [...trades].sort(
    (one, other) => one.day - other.day || side(one) - side(other) || one.row - other.row,
  );
  const purchases = inOrder.filter(({ shares }) => shares.greaterThan(0)).map((trade) => new PurchasedShares(trade));
  const sales: LossSale[] = [];
  for (let first = 0; first < inOrder.length;) {
    const { day } = inOrder[first] as ShareTrade;
    let next = first;
    while (inOrder[next]?.day === day) next += 1;
    const ofDay: Sale[] = [];
    for (const trade of inOrder.slice(first, next)) {
      if (!trade.shares.isNegative()) continue;
      const sale = matched(trade, purchases);
      if ("known" in sale) return { ok: false, row: trade.row, sold: trade.shares.abs(), known: sale.known };
      ofDay.push(sale);
    }
    for (const sale of ofDay) {
      const found = lossSale(sale, purchases);
      if (found) sales.push(found);
    }
    first = next;
  }
  return { ok: true, sales };
}

/** Purchases of a day come before its sales: a list may run either way. */
function side({ shares }: ShareTrade): number {
  return shares.isNegative() ? 1 : 0;
}

/** Takes the shares of a sale from the account's purchases, with what they cost. */
function matched(trade: ShareTrade, purchases: readonly PurchasedShares[]): Sale | { readonly known: Decimal } {
  const sold = trade.shares.abs();
  const { cost, acquired } = trade;
  const lots = purchases.filter(
    ({ bought }) =>
      bought.account === trade.account &&
      bought.fund === trade.fund &&
      bought.day <= trade.day &&
      (acquired === undefined || bought.day === acquired),
  );
  const known = lots.reduce((sum, lot) => sum.plus(lot.left), new Decimal(0));
  if (known.lessThan(sold)) {
    // Shares that the list doesn't show bought are older than those that it shows: they were sold first.
    if (cost !== undefined) return { trade, sold, basis: new Decimal(cost) };
    return trade.kind === "taxable" ? { known } : { trade, sold, basis: new Decimal(trade.amount) };
  }
  let left = sold;
  let basis = new Decimal(0);
  for (const lot of lots) {
    const taken: Taken = lot.sell(Decimal.min(left, lot.left));
    left = left.minus(taken.shares);
    basis = basis.plus(taken.basis);
  }
  return { trade, sold, basis: cost === undefined ? basis : new Decimal(cost) };
}

/** Matches a loss with its replacements. Undefined for a gain, and outside taxable accounts. */
function lossSale({ trade, sold, basis }: Sale, purchases: readonly PurchasedShares[]): LossSale | undefined {
  const loss = cents(basis.round().minus(trade.amount).toNumber());
  if (trade.kind !== "taxable" || loss <= 0) return undefined;
  const replacements: Replacement[] = [];
  let replaced = new Decimal(0);
  let disallowed = 0;
  for (const purchase of purchases) {
    const { bought } = purchase;
    if (bought.security !== trade.security || Math.abs(bought.day - trade.day) > WASH_DAYS.value) continue;
    const shares = Decimal.min(purchase.unmatched, sold.minus(replaced));
    if (!shares.greaterThan(0)) continue;
    replaced = replaced.plus(shares);
    const upToHere = replaced.times(loss).dividedBy(sold).round().toNumber();
    const part = cents(upToHere - disallowed);
    disallowed = upToHere;
    const newBasis = purchase.replace(shares, part);
    replacements.push({
      purchase: bought.row,
      shares,
      disallowed: part,
      newBasis: bought.kind === "taxable" ? newBasis : undefined,
    });
  }
  return {
    row: trade.row,
    loss,
    allowed: cents(loss - disallowed),
    replacements,
    windowEnd: trade.day + WASH_DAYS.value,
  };
}
