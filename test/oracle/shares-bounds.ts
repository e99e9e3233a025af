import { Decimal } from "../../src/engine";
import type { ShareProblem } from "../engine/rebalance/shares-asked";

/** A row in plain dollars: what a step costs, what is missing, and how many steps may be traded. */
interface Row {
  readonly price: number;
  readonly missing: number;
  readonly lowest: number;
  readonly highest: number;
}

function rowsOf({ held, prices, wanted, step, sells, buys }: ShareProblem): readonly Row[] {
  return prices.map((each, row) => {
    const shares = held[row] as Decimal;
    const missing = (wanted[row] as Decimal).minus(shares.times(each)).toNumber();
    const price = each.toNumber() * step;
    return {
      price,
      missing,
      lowest: sells ? -shares.div(step).floor().toNumber() : 0,
      // A step beyond the wanted value changes the shortfall by nothing.
      highest: buys[row] ? Math.max(0, Math.ceil(missing / price)) : 0,
    };
  });
}

/**
 * Dollars that no trades' Σ|wanted − final value| + cash left + costs can be below: with a price λ on cash, each row alone
 * takes the trade with the least shortfall + λ × cash used, and λ × the cash there is comes off (Lagrangian duality); the
 * best of many λ. What is not shortfall, Σ wanted against all that there was, is the same for all trades. In doubles.
 */
export function leastError(problem: ShareProblem): number {
  const rows = rowsOf(problem);
  const { fee, cost, cash, held, prices, wanted } = problem;
  const worth = held.reduce((sum, shares, row) => sum + shares.times(prices[row] as Decimal).toNumber(), cash / 100);
  const surplus = worth - wanted.reduce((sum, value) => sum + value.toNumber(), 0);
  const [ofTrade, part] = [fee / 100, cost.toNumber()];
  const dual = (lambda: number): number => {
    let sum = -lambda * (cash / 100);
    for (const { price, missing, lowest, highest } of rows) {
      const reduced = (trade: number): number =>
        Math.max(0, missing - price * trade) +
        lambda * (price * trade + part * price * Math.abs(trade) + (trade === 0 ? 0 : ofTrade));
      // Among purchases, and among sales, a piecewise linear function: least at an end or beside the wanted value.
      const atWanted = Math.floor(missing / price);
      const corners = [lowest, -1, 0, 1, highest, atWanted, atWanted + 1];
      sum += Math.min(...corners.filter((trade) => trade >= lowest && trade <= highest).map(reduced));
    }
    return sum;
  };
  // The dual is concave in λ.
  let [low, high] = [0, 1 / Math.max(1e-3, 1 - part)];
  for (let turn = 0; turn < 70; turn++) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (dual(one) < dual(other)) low = one;
    else high = other;
  }
  return 2 * dual((low + high) / 2) + surplus;
}

/** Trades of which it is known by construction that no others come nearer, and the cash they leave nothing of. */
export interface Planted {
  readonly problem: ShareProblem;
  readonly trades: readonly Decimal[];
}

/**
 * Plants trades in an account: each row takes the trade that is best for it alone at a price λ of cash, by trying every
 * one, and the cash is what they use together. By duality none come nearer: whatever uses no more cash falls short by no
 * less. Prices must be such that costs are whole cents. Undefined if the rows' best trades are not to the cent.
 */
export function planted(problem: ShareProblem, lambda: number): Planted | undefined {
  const ofTrade = new Decimal(problem.fee).div(100);
  let used = new Decimal(0);
  const trades = rowsOf(problem).map(({ price, missing, lowest, highest }) => {
    const useOf = (trade: number): Decimal =>
      trade === 0
        ? new Decimal(0)
        : new Decimal(price)
            .times(trade)
            .plus(new Decimal(price).times(Math.abs(trade)).times(problem.cost))
            .plus(ofTrade);
    let best = { trade: 0, reduced: Number.POSITIVE_INFINITY };
    for (let trade = lowest; trade <= highest; trade++) {
      const reduced = Math.max(0, missing - price * trade) + lambda * useOf(trade).toNumber();
      if (reduced < best.reduced) best = { trade, reduced };
    }
    used = used.plus(useOf(best.trade));
    return new Decimal(best.trade);
  });
  const cash = used.times(100);
  return cash.isInteger()
    ? { problem: { ...problem, cash: cash.toNumber() as ShareProblem["cash"] }, trades }
    : undefined;
}
