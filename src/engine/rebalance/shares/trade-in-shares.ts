import { Decimal } from "../../decimal";
import { failed, succeeded, type Result } from "../../errors";
import type { Policy } from "../../policy/policy";
import { mayBuy, maySell } from "../../policy/row-rules";
import type { Allocation } from "../../portfolio/allocation";
import type { ExactDecimal } from "../../units/exact-decimal";
import { NO_MONEY, type Usd } from "../../units/money";
import { plus, powerOfTen, times } from "../../units/whole";
import { rebalance, type Rebalancing } from "../rebalance";
import { placesOf, type ShareProblem } from "./positions";
import { shares, type SharePlan } from "./shares";

/** An allocation held in shares: `allocation.values` are shares × price in whole cents, row by row. */
export interface ShareAllocation {
  readonly allocation: Allocation;
  /** Shares held (n × 1), not negative. */
  readonly held: readonly ExactDecimal[];
  /** Dollars a share (n × 1); 0 in rows that neither hold nor want anything. */
  readonly prices: readonly ExactDecimal[];
}

/** Trades in shares, with the rebalancing in dollars that they come nearest to. */
export interface ShareTrades {
  /** Shares to trade (n × 1). + buys, − sells. */
  readonly trades: readonly number[];
  readonly rebalancing: Rebalancing;
  /** Undefined where nothing is to be traded. */
  readonly plan: SharePlan | undefined;
}

/**
 * Returns the trades in shares that come as near as can be to what the policy wants in dollars: whole shares, or
 * fractions where the policy says so. In band and without cash there are no trades. What the cash buffer keeps back is
 * not spent.
 */
export function tradeInShares(
  { allocation, held, prices }: ShareAllocation,
  cash: Usd,
  policy: Policy,
): Result<ShareTrades> {
  const { tradeUnit, ...rule } = policy;
  if (tradeUnit === "whole percent" || tradeUnit === "whole dollars" || typeof tradeUnit === "object") {
    return failed({ code: "unit not for shares", unit: tradeUnit });
  }
  if (rule.band?.kind === "tracking error") return failed({ code: "returns not for shares" });
  const rebalancing = rebalance(allocation, cash, rule, {});
  if (!rebalancing.ok) return rebalancing;
  const wantedTrades = rebalancing.value.trades;
  const trades = held.map(() => 0);
  if (wantedTrades.every((trade) => trade === 0)) {
    return succeeded({ trades, rebalancing: rebalancing.value, plan: undefined });
  }

  const step = tradeUnit === "fractional" ? 0.0001 : 1;
  const { rules } = allocation;
  // A row without a target is only ever sold; one that is held, and one that the account leaves out has no part in it.
  const rows: number[] = [];
  for (let row = 0; row < held.length; row++) {
    if (rules?.locks.get(row) === "hold") continue;
    const isWanted = allocation.targets.parts[row] !== 0;
    if (isWanted || (allocation.values[row] !== 0 && isTradable(held[row] as ExactDecimal, step))) rows.push(row);
  }
  const plan = shares({
    held: rows.map((row) => held[row] as ExactDecimal),
    prices: rows.map((row) => prices[row] as ExactDecimal),
    wanted: rows.map((row) =>
      wantedOf(held[row] as ExactDecimal, prices[row] as ExactDecimal, wantedTrades[row] as Usd),
    ),
    cash: wantedTrades.reduce((sum, trade) => (sum + trade) as Usd, NO_MONEY),
    step,
    sells: policy.sells !== "none",
    ...(rules && { unsold: new Set(rows.flatMap((row, index) => (maySell(rules, row) ? [] : [index]))) }),
    buys: rows.map((row) => allocation.targets.parts[row] !== 0 && mayBuy(rules, row)),
    fee: policy.fee ?? NO_MONEY,
    cost: policy.cost ?? new Decimal(0),
  });
  if (!plan.ok) {
    const { problem } = plan;
    const ofRow = problem.code === "too many shares" || problem.code === "prices too fine";
    return ofRow ? failed({ ...problem, row: rows[problem.row] as number }) : plan;
  }
  for (const [index, row] of rows.entries()) trades[row] = plan.value.trades[index] as number;
  return succeeded({ trades, rebalancing: rebalancing.value, plan: plan.value });
}

/** Whether a step of so many shares can be sold. */
function isTradable({ digits, places }: ExactDecimal, step: ShareProblem["step"]): boolean {
  return digits >= powerOfTen(Math.max(0, places - placesOf(step)));
}

/** What a row should have, not below 0: from the exact value of its shares, so that no trade in dollars is none in shares. */
function wantedOf(held: ExactDecimal, price: ExactDecimal, trade: Usd): ExactDecimal {
  const ofValue = held.places + price.places;
  const places = Math.max(2, ofValue);
  const value = times(times(held.digits, price.digits), powerOfTen(places - ofValue));
  const digits = plus(value, times(trade, powerOfTen(places - 2)));
  return { digits: digits > 0 ? digits : 0, places };
}
