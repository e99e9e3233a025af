import { type Result } from "../errors";
import { edgePercents, type PortfolioBand, type RowBand } from "../policy/band";
import type { ReturnHistory } from "../policy/tracking-error";
import { afterTrades, type Allocation } from "../portfolio/allocation";
import { mixOf } from "../portfolio/mix";
import type { Usd } from "../units/money";
import { elections, type ElectionBounds } from "./elections";
import { measure } from "./portfolio-band";
import { rebalanceToTarget } from "./to-target";

/** What whole percents stand in for: the targets themselves, or balances short of them that are to stay in band. */
export type PercentRule =
  | { readonly kind: "target" }
  | { readonly kind: "rows"; readonly band: RowBand | undefined }
  | { readonly kind: "portfolio"; readonly band: PortfolioBand; readonly returns: ReturnHistory | undefined };

/**
 * Returns the trades after which every balance is a whole percent of the total, as a plan's "conform to target" makes
 * them: the targets as elections, or the balances after the exact `trades` where those stop short of the targets. These
 * stay inside their band wherever whole percents can.
 */
export function inWholePercents(
  allocation: Allocation,
  cash: Usd,
  trades: readonly Usd[],
  rule: PercentRule,
): Result<readonly Usd[]> {
  const { parts } = allocation.targets;
  const any = Array.from(parts, () => ANY_PERCENT);
  const toTargets = (): Result<readonly Usd[]> => tradesTo(allocation, cash, parts, any);
  if (rule.kind === "target") return toTargets();

  const balances = afterTrades(allocation, trades).values;
  if (rule.kind === "rows") {
    const bounds = boundsOf(allocation, rule.band);
    const inBand = bounds && tradesTo(allocation, cash, balances, bounds);
    // Where whole percents can't keep every row in band, the targets' own: a second rebalancing then leaves them.
    return inBand?.ok === true ? inBand : toTargets();
  }
  const rounded = tradesTo(allocation, cash, balances, any);
  if (!rounded.ok) return rounded;
  const measured = measure(afterTrades(allocation, rounded.value), rule.band, rule.returns);
  if (!measured.ok) return measured;
  return measured.value.outside ? toTargets() : rounded;
}

const ANY_PERCENT: ElectionBounds = { least: 0, most: 100 };

/** The whole percents inside each row's band; undefined where a narrow band holds none. */
function boundsOf({ targets, rules }: Allocation, band: RowBand | undefined): readonly ElectionBounds[] | undefined {
  const bounds = edgePercents(targets, band, rules?.bands).map(([least, most]) => ({ least, most }));
  return bounds.every(({ least, most }) => least <= most) ? bounds : undefined;
}

/** The trades to weights as whole percents. */
function tradesTo(
  allocation: Allocation,
  cash: Usd,
  weights: Float64Array,
  bounds: readonly ElectionBounds[],
): Result<readonly Usd[]> {
  const percents = elections(Array.from(weights), 1, bounds);
  if (!percents.ok) return percents;
  const targets = mixOf(Float64Array.from(percents.value));
  return rebalanceToTarget(targets ? { ...allocation, targets } : allocation, cash);
}
