import { Decimal } from "../../decimal";
import { failed, succeeded, type Result } from "../../errors";
import { positionsOf, type ShareProblem } from "./positions";
import { withCosts } from "./with-costs";
import { withoutCosts } from "./without-costs";
import { Work } from "./work";

/** Trades in shares, and what becomes of the cash. */
export interface SharePlan {
  /** Shares to trade (n × 1). + buys. */
  readonly trades: readonly Decimal[];
  /** Dollars left over, not negative. */
  readonly left: Decimal;
  /** Dollars of fees and proportional cost. */
  readonly costs: Decimal;
  /** Σ|wanted − final value| + cash left over + costs, in dollars. No other trades have less. */
  readonly error: Decimal;
  readonly proof: "optimal";
}

/** Nodes after which a proof is given up: about two seconds. A portfolio of 200 rows usually takes some thousand. */
export const NODES = 50_000_000;

/**
 * Finds the trades in shares that bring the rows as near as can be to the dollars wanted, and proves that there are none
 * better. Purchases and costs never exceed the cash and the sales; no holding falls below 0; negative cash is raised in
 * full, or it is a failure. A proof that takes more than so many nodes is a failure as well.
 */
export function shares(problem: ShareProblem, nodes = NODES): Result<SharePlan> {
  const positions = positionsOf(problem);
  if (!positions.ok) return positions;
  const free = problem.cost.isZero() && problem.fee === 0;
  const outcome = (free ? withoutCosts : withCosts)(positions.value, new Work(nodes));
  if (outcome === "cash not raised") return failed({ code: "cash not raised", asked: problem.cash });
  if (outcome === "not finished") return failed({ code: "proof not finished", rows: problem.prices.length });

  const trades = positions.value.rows.map(({ trade }, row) =>
    new Decimal((trade + BigInt(outcome[row] as number)).toString()).times(problem.step),
  );
  return succeeded(certified(problem, trades));
}

/** Works out what trades leave, from the figures as they were given, and makes sure that they are allowed. */
function certified(
  { held, prices, wanted, cash, sells, buys, fee, cost }: ShareProblem,
  trades: readonly Decimal[],
): SharePlan {
  let left = new Decimal(cash).dividedBy(100);
  let costs = new Decimal(0);
  let error = new Decimal(0);
  for (const [row, trade] of trades.entries()) {
    const price = prices[row] as Decimal;
    const holding = (held[row] as Decimal).plus(trade);
    if (holding.lessThan(0) || (!sells && trade.lessThan(0))) throw new Error("A trade sells more than it may.");
    if (!buys[row] && trade.greaterThan(0)) throw new Error("A trade buys what it may not.");
    const traded = trade.times(price);
    left = left.minus(traded);
    error = error.plus(
      holding
        .times(price)
        .minus(wanted[row] as Decimal)
        .abs(),
    );
    if (!trade.isZero()) costs = costs.plus(traded.abs().times(cost)).plus(new Decimal(fee).dividedBy(100));
  }
  left = left.minus(costs);
  if (left.lessThan(0)) throw new Error("The trades cost more than there is.");
  return { trades, left, costs, error: error.plus(left).plus(costs), proof: "optimal" };
}
