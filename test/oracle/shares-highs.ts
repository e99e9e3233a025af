import type loadHighs from "highs";
import { Decimal } from "../../src/engine";
import type { ShareProblem } from "../engine/rebalance/shares-asked";

export type Highs = Awaited<ReturnType<typeof loadHighs>>;

/**
 * Trades that HiGHS finds, as an integer program: for each row whole numbers of steps bought and sold, whether it trades
 * at all where that costs a fee, and a gap ≥ ±(wanted − final value); cash left ≥ 0; least Σ gap + cash left + costs.
 * HiGHS counts in doubles and accepts constraints that are off by 10^−7. Undefined if it doesn't finish in so many
 * seconds.
 */
export function highsTrades(highs: Highs, problem: ShareProblem, seconds: number): Decimal[] | undefined {
  const { held, prices, wanted, cash, step, sells, buys, fee, cost } = problem;
  const dollarsOfFee = new Decimal(fee).div(100);
  const rows = prices.map((price, row) => {
    const shares = held[row] as Decimal;
    const ofStep = price.times(step);
    const spare = sells ? shares.div(step).floor() : new Decimal(0);
    return {
      price: ofStep.toFixed(),
      bought: ofStep.plus(ofStep.times(cost)).toFixed(),
      sold: ofStep.minus(ofStep.times(cost)).toFixed(),
      cost: ofStep.times(cost).toFixed(),
      missing: (wanted[row] as Decimal).minus(shares.times(price)),
      spare,
      // Twice what is wanted is more than any best answer of these tests buys.
      room: buys[row] ? (wanted[row] as Decimal).times(2).div(ofStep).ceil().plus(1) : new Decimal(0),
    };
  });
  const each = (text: (row: number, figures: (typeof rows)[number]) => string): string =>
    rows.map((figures, row) => text(row, figures)).join("");
  const fixed = dollarsOfFee.isZero() ? undefined : dollarsOfFee.toFixed();
  const program = `Minimize
 error: left${each(
   (row, { cost: paid }) =>
     ` + gap${row} + ${paid} buy${row} + ${paid} sell${row}${fixed ? ` + ${fixed} trades${row}` : ""}`,
 )}
Subject To
 cash: left${each(
   (row, { bought, sold }) => ` + ${bought} buy${row} - ${sold} sell${row}${fixed ? ` + ${fixed} trades${row}` : ""}`,
 )} = ${new Decimal(cash).div(100).toFixed()}
${each(
  (row, { price, missing }) =>
    ` short${row}: gap${row} + ${price} buy${row} - ${price} sell${row} >= ${missing.toFixed()}\n` +
    ` long${row}: gap${row} - ${price} buy${row} + ${price} sell${row} >= ${missing.negated().toFixed()}\n`,
)}${each((row, { room, spare }) =>
    fixed ? ` pays${row}: buy${row} + sell${row} - ${Decimal.max(room, spare, 1).toFixed()} trades${row} <= 0\n` : "",
  )}Bounds
${each((row, { room, spare }) => ` buy${row} <= ${room.toFixed()}\n sell${row} <= ${spare.toFixed()}\n`)}${each(
    (row) => (fixed ? ` trades${row} <= 1\n` : ""),
  )}General
${each((row) => ` buy${row} sell${row}${fixed ? ` trades${row}` : ""}`)}
End`;
  const solved = highs.solve(program, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds, output_flag: false });
  if (solved.Status !== "Optimal") return undefined;
  const steps = (name: string): number => Math.round(solved.Columns[name]?.Primal ?? 0);
  return rows.map((_, row) => new Decimal(steps(`buy${row}`) - steps(`sell${row}`)).times(step));
}

/**
 * Σ|wanted − final value| + cash left + costs of trades, exactly; undefined if they overspend, sell what isn't there or
 * buy what may not be bought.
 */
export function errorOf(problem: ShareProblem, trades: readonly Decimal[]): Decimal | undefined {
  const { held, prices, wanted, cash, sells, buys, fee, cost } = problem;
  let left = new Decimal(cash).div(100);
  let paidAndGaps = new Decimal(0);
  for (const [row, trade] of trades.entries()) {
    const price = prices[row] as Decimal;
    const holding = (held[row] as Decimal).plus(trade);
    if (holding.lessThan(0) || (trade.lessThan(0) && !sells) || (trade.greaterThan(0) && !buys[row])) return undefined;
    const traded = trade.times(price);
    const paid = trade.isZero() ? new Decimal(0) : traded.abs().times(cost).plus(new Decimal(fee).div(100));
    left = left.minus(traded).minus(paid);
    paidAndGaps = paidAndGaps.plus(paid).plus((wanted[row] as Decimal).minus(holding.times(price)).abs());
  }
  return left.lessThan(0) ? undefined : paidAndGaps.plus(left);
}
