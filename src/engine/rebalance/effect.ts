import { afterTrades, type Allocation } from "../portfolio/allocation";
import { cents, type Usd } from "../units/money";
import { totalDrift } from "./drift";

/** What trades do to an allocation. Rows are row numbers of the allocation; money is whole cents. */
export interface Effect {
  /** What each row trades (n × 1): + buys, − sells. */
  readonly trades: readonly Usd[];
  /** The allocation once the trades are made. */
  readonly after: Allocation;
  /** Each row's share of the total after trading (n × 1, fractions); 0 everywhere where nothing is left. */
  readonly weights: Float64Array;
  /** Half the sum of absolute drifts after trading, a fraction; 0 where nothing is left. */
  readonly totalDrift: number;
  /** The sum of the purchases, not below 0. */
  readonly bought: Usd;
  /** The sum of the sales, not below 0. */
  readonly sold: Usd;
  /** How many rows trade. */
  readonly made: number;
  /** The cash that the trades don't place: what a buffer or a unit holds back. */
  readonly left: Usd;
}

/** Works out what trades do (n × 1, whole cents) when `cash` comes in (+) or goes out (−) with them. */
export function effectOf(allocation: Allocation, cash: Usd, trades: readonly Usd[]): Effect {
  const after = afterTrades(allocation, trades);
  let bought = 0;
  let sold = 0;
  let made = 0;
  for (const trade of trades) {
    bought += Math.max(0, trade);
    sold -= Math.min(0, trade);
    if (trade !== 0) made += 1;
  }
  const drift = totalDrift(after);
  return {
    trades,
    after,
    weights: after.values.map((value) => (after.total === 0 ? 0 : value / after.total)),
    totalDrift: drift.ok ? drift.value : 0,
    bought: cents(bought),
    sold: cents(sold),
    made,
    left: cents(cash - bought + sold),
  };
}
