import { Decimal, tenTo } from "../../decimal";
import { failed, succeeded, type Result } from "../../errors";
import { costOfTrades } from "../../policy/trading-cost";
import { decimalOf, inUnits, mostPlaces, type ExactDecimal } from "../../units/exact-decimal";
import { absolute, minus, plus, powerOfTen, times, type Whole } from "../../units/whole";
import { placesOf, positionsOf, type ShareProblem } from "./positions";
import { withCosts } from "./with-costs";
import { withoutCosts } from "./without-costs";
import { Work } from "./work";

/** Trades in shares, and what becomes of the cash. */
export interface SharePlan {
  /** Shares to trade (n × 1). + buys. */
  readonly trades: readonly number[];
  /** Dollars left over, not negative. */
  readonly left: Decimal;
  /** Dollars of fees and proportional cost. */
  readonly costs: Decimal;
  /** Σ|wanted − final value| + cash left over + costs, in dollars. */
  readonly error: Decimal;
  /** Dollars by which the error of other trades may be less; 0 where it is proved that none have less. */
  readonly gap: Decimal;
}

/**
 * Nodes after which a proof is given up: about a third of a second. Up to 200 rows without costs, which are proved
 * whatever their prices, get about two seconds; they, and 30 rows with costs, usually take some thousand nodes.
 */
const NODES = 3_000_000;
const NODES_WITHOUT_COSTS = 50_000_000;
const ROWS_WITHOUT_COSTS = 200;

/**
 * Finds the trades in shares that bring the rows as near as can be to the dollars wanted, and proves that there are none
 * better, or says by how much others may be better at most. Purchases and costs never exceed the cash and the sales; no
 * holding falls below 0; negative cash is raised in full, or it is a failure.
 */
export function shares(problem: ShareProblem, mostNodes?: number): Result<SharePlan> {
  const positions = positionsOf(problem);
  if (!positions.ok) return positions;
  const free = problem.cost.isZero() && problem.fee === 0;
  const nodes = mostNodes ?? (free && problem.prices.length <= ROWS_WITHOUT_COSTS ? NODES_WITHOUT_COSTS : NODES);
  const found =
    (free && positions.value.countable ? withoutCosts(positions.value, new Work(nodes)) : undefined) ??
    withCosts(positions.value, nodes);
  if (found === "cash not raised") return failed({ code: "cash not raised", asked: problem.cash });

  const steps = positions.value.rows.map(({ trade }, row) => plus(trade, found.changes[row] as number));
  // What falls short counts twice: it is money in cash, in costs or in a row that has enough, too.
  const gap = new Decimal(2 * found.gap).times(tenTo(-positions.value.decimals));
  return succeeded(certified(problem, steps, gap.lessThan(0.000001) ? new Decimal(0) : gap));
}

/** Works out what trades leave, from the figures as they were given, and makes sure that they are allowed. */
function certified(problem: ShareProblem, steps: readonly Whole[], gap: Decimal): SharePlan {
  const { held, prices, wanted, cash, step, buys, fee, cost } = problem;
  const ofStep = placesOf(step);
  const ofHeld = mostPlaces(held, ofStep);
  const ofPrices = mostPlaces(prices);
  const ofMoney = mostPlaces(wanted, ofHeld + ofPrices);
  const stepShares = powerOfTen(ofHeld - ofStep);
  const toMoney = powerOfTen(ofMoney - ofHeld - ofPrices);
  let spent: Whole = 0;
  let turnover: Whole = 0;
  let offBy: Whole = 0;
  let trades = 0;
  for (const [row, ofRow] of steps.entries()) {
    const price = times(inUnits(prices[row] as ExactDecimal, ofPrices), toMoney);
    const traded = times(ofRow, stepShares);
    const holding = plus(inUnits(held[row] as ExactDecimal, ofHeld), traded);
    const sells = problem.sells && problem.unsold?.has(row) !== true;
    if (holding < 0 || (!sells && traded < 0)) throw new Error("A trade sells more than it may.");
    if (!buys[row] && traded > 0) throw new Error("A trade buys what it may not.");
    const dollars = times(traded, price);
    spent = plus(spent, dollars);
    turnover = plus(turnover, absolute(dollars));
    offBy = plus(offBy, absolute(minus(times(holding, price), inUnits(wanted[row] as ExactDecimal, ofMoney))));
    if (traded !== 0) trades += 1;
  }
  const dollarsOf = (digits: Whole): Decimal => decimalOf({ digits, places: ofMoney });
  const costs = costOfTrades({ cost, fee }, dollarsOf(turnover).times(100), trades).dividedBy(100);
  const left = new Decimal(cash).dividedBy(100).minus(dollarsOf(spent)).minus(costs);
  if (left.lessThan(0)) throw new Error("The trades cost more than there is.");
  return {
    trades: steps.map((ofRow) => Number(ofRow) / 10 ** ofStep),
    left,
    costs,
    error: dollarsOf(offBy).plus(left).plus(costs),
    gap,
  };
}
