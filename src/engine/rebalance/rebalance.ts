import { failed, succeeded, type Result } from "../errors";
import { edgesOf, side, type RowBand } from "../policy/band";
import type { Account } from "../portfolio/account";
import { cents, negated, type Usd } from "../units/money";
import { contribute, withdraw } from "./level-fill";
import { rebalanceToTarget } from "./to-target";

/**
 * Returns what to trade in each row (n × 1, whole cents, + buys, − sells), adding up to `cash` exactly (+ to invest,
 * − to take out). Without a band: all the way to target. With a band the cash is placed first, without trading the
 * other way; if every row is then in band that is the answer, otherwise every row goes to its target.
 */
export function rebalance(account: Account, cash: Usd, band: RowBand | undefined): Result<readonly Usd[]> {
  if (band === undefined) return rebalanceToTarget(account, cash);
  if (account.total === 0 && cash === 0) return failed({ code: "empty portfolio" });

  const placed = cash < 0 ? withdraw(account, negated(cash)) : contribute(account, cash);
  if (!placed.ok) return placed;
  const after = cents(account.total + cash);
  const inBand = edgesOf(account.targets, band).every((edges, row) => {
    const value = (account.values[row] as number) + (placed.value[row] as number);
    return side(value, after, account.targets.whole, edges) === 0;
  });
  return inBand ? succeeded(placed.value) : rebalanceToTarget(account, cash);
}
