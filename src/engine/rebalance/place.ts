import { succeeded, type Result } from "../errors";
import type { Allocation } from "../portfolio/allocation";
import { placeable } from "../portfolio/tradable";
import { negated, NO_MONEY, type Usd } from "../units/money";
import { contribute, withdraw } from "./level-fill";

/** Places cash without trading the other way, as CONTRIBUTE and WITHDRAW do, among the rows that their rules let take it. */
export function place(account: Allocation, cash: Usd): Result<readonly Usd[]> {
  if (cash === 0) return succeeded(noTrades(account));
  const allocation = placeable(account, cash);
  return cash < 0 ? withdraw(allocation, negated(cash)) : contribute(allocation, cash);
}

export function noTrades(allocation: Allocation): readonly Usd[] {
  return Array.from(allocation.values, () => NO_MONEY);
}
