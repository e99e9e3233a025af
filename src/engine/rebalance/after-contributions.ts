import { succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { afterTrades, type Allocation } from "../portfolio/allocation";
import { cents, type Usd } from "../units/money";
import { placeCash, requestOf } from "./rebalance";

/**
 * Returns the account after a number of contributions alone, prices unmoved, each placed as CONTRIBUTE places it. What
 * several put in one after the other is what their sum puts in at once, to the cents that rounding gives to one row or
 * another; only where one depends on those before it (a minimum trade, whole dollars, a buffer in percent) is each placed
 * by itself.
 */
export function afterContributions(
  allocation: Allocation,
  count: number,
  contribution: Usd,
  policy: Policy,
): Result<Allocation> {
  const { minimumTrade, cashBuffer, tradeUnit } = policy;
  const isFollowed =
    minimumTrade !== undefined || tradeUnit === "whole dollars" || (cashBuffer !== undefined && "share" in cashBuffer);
  if (!isFollowed) {
    const request = requestOf(allocation, contribution, policy);
    if (!request.ok) return request;
    const placed = placeCash(allocation, cents(count * request.value.invested), {});
    return placed.ok ? succeeded(afterTrades(allocation, placed.value.trades)) : placed;
  }
  let now = allocation;
  for (let paid = 0; paid < count; paid++) {
    const placed = placeCash(now, contribution, policy);
    if (!placed.ok) return placed;
    now = afterTrades(now, placed.value.trades);
  }
  return succeeded(now);
}
