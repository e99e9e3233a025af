import type loadHighs from "highs";
import { Decimal, type ShareProblem } from "../../src/engine";

export type Highs = Awaited<ReturnType<typeof loadHighs>>;

/**
 * Trades that HiGHS finds where trading is free, as an integer program: for each row a whole number of steps more than
 * the rounded-down wanted holding, and a gap ≥ ±(wanted − final value); cash left ≥ 0; least Σ gap + cash left. HiGHS
 * counts in doubles and accepts constraints that are off by 10^−7. Undefined if it doesn't finish in so many seconds.
 */
export function highsTrades(highs: Highs, problem: ShareProblem, seconds: number): Decimal[] | undefined {
  const { held, prices, wanted, cash, step } = problem;
  const floors = wanted.map((value, row) => value.div((prices[row] as Decimal).times(step)).floor());
  const cost = (row: number): Decimal => (prices[row] as Decimal).times(step);
  const room = floors.reduce(
    (left, floor, row) => left.minus(floor.times(cost(row))).plus((held[row] as Decimal).times(prices[row] as Decimal)),
    new Decimal(cash).div(100),
  );
  const each = (text: (row: number, price: string, gap: Decimal) => string): string =>
    prices
      .map((_, row) => {
        const gap = (wanted[row] as Decimal).minus((floors[row] as Decimal).times(cost(row)));
        return text(row, cost(row).toFixed(), gap);
      })
      .join("");
  const program = `Minimize
 error: left${each((row) => ` + gap${row}`)}
Subject To
 cash: left${each((row, price) => ` + ${price} more${row}`)} = ${room.toFixed()}
${each((row, price, gap) => ` short${row}: gap${row} + ${price} more${row} >= ${gap.toFixed()}\n`)}${each(
    (row, price, gap) => ` long${row}: gap${row} - ${price} more${row} >= ${gap.negated().toFixed()}\n`,
  )}Bounds
${each((row) => ` ${(floors[row] as Decimal).negated().toFixed()} <= more${row} <= 100000\n`)}General
${each((row) => ` more${row}`)}
End`;
  const solved = highs.solve(program, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds, output_flag: false });
  if (solved.Status !== "Optimal") return undefined;
  return floors.map((floor, row) =>
    floor
      .plus(Math.round(solved.Columns[`more${row}`]?.Primal ?? 0))
      .times(step)
      .minus(held[row] as Decimal),
  );
}

/** Σ|wanted − final value| + cash left of trades that cost nothing, exactly; undefined if they overspend. */
export function errorOf({ held, prices, wanted, cash }: ShareProblem, trades: readonly Decimal[]): Decimal | undefined {
  let left = new Decimal(cash).div(100);
  let error = new Decimal(0);
  for (const [row, trade] of trades.entries()) {
    const price = prices[row] as Decimal;
    left = left.minus(trade.times(price));
    error = error.plus((wanted[row] as Decimal).minus((held[row] as Decimal).plus(trade).times(price)).abs());
  }
  return left.lessThan(0) ? undefined : error.plus(left);
}
