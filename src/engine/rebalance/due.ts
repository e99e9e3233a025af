import { failed, succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { hasCalendar, scheduleOf } from "../policy/schedule";
import type { Decimal } from "../decimal";
import type { Allocation } from "../portfolio/allocation";
import { NO_MONEY } from "../units/money";
import { decide, rebalance, type Circumstances, type Decision, type Reason } from "./rebalance";

/** Whether it is time to act, and why. */
export interface Due extends Omit<Decision, "reason"> {
  readonly reason: DueReason;
  readonly due: boolean;
}

/** Why it is time or not. The last: out of line, but the rules of rows leave nothing to trade. */
export type DueReason = Reason | "nothing to trade";

/**
 * Tells whether the policy says to act today, without cash. With neither a calendar nor a band it is time whenever a
 * full rebalance would trade anything. A policy that never sells is judged as if it might: the drift is the same. With
 * rules of rows it is time only if a rebalance under the same policy would trade anything: what a row may not do is no
 * reason to act again and again.
 */
export function isDue(allocation: Allocation, policy: Policy, now: Circumstances): Result<Due> {
  if (allocation.total === 0) return failed({ code: "empty portfolio" });
  if (allocation.rules !== undefined) return isDueWithinRules(allocation, policy, now);
  const rule: Policy = { ...policy, sells: "allowed" };
  const decision = decide({ given: allocation, allocation, invested: NO_MONEY }, rule, now);
  if (!decision.ok) return decision;
  const { reason } = decision.value;
  if (reason !== "no rule") {
    return succeeded({ ...decision.value, due: reason === "look date" || reason === "out of band" });
  }
  const trades = rebalance(allocation, NO_MONEY, {}, now);
  return trades.ok ? succeeded({ ...decision.value, due: trades.value.trades.some((trade) => trade !== 0) }) : trades;
}

function isDueWithinRules(allocation: Allocation, policy: Policy, now: Circumstances): Result<Due> {
  const acted = rebalance(allocation, NO_MONEY, inDollars(policy), now);
  if (!acted.ok) return acted;
  const { reason, outOfBand, trades } = acted.value;
  const due = trades.some((trade) => trade !== 0);
  const acts = reason === "no rule" || reason === "look date" || reason === "out of band";
  return succeeded({ reason: acts && !due ? "nothing to trade" : reason, outOfBand, due });
}

/** The policy with trades to the cent where it asks for whole shares: to judge, there are no prices. */
export function inDollars({ tradeUnit, ...rule }: Policy): Policy {
  return tradeUnit === undefined || tradeUnit === "whole shares" ? rule : { ...rule, tradeUnit };
}

/**
 * Returns the next day to look (a serial), never before today: the day from which a look is due, or today where it is
 * overdue, where the owner never looked, and where the policy goes by a band alone. Fails where a volatile look is the
 * only calendar and times are calm.
 */
export function nextLook(policy: Policy, today: number, volatility: Decimal | undefined): Result<number> {
  const schedule = scheduleOf(policy, volatility);
  if (!schedule.ok) return schedule;
  if (schedule.value === undefined) {
    return hasCalendar(policy) ? failed({ code: "no look while calm" }) : succeeded(today);
  }
  return succeeded(Math.max(today, schedule.value.due ?? today));
}
