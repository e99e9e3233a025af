import { failed, succeeded, type Result } from "../errors";
import type { Allocation } from "../portfolio/allocation";
import { productDifference } from "../units/exact";
import { negated, NO_MONEY, type Usd } from "../units/money";
import { rebalanceToTarget } from "./to-target";

/** Returns each row's share of the total: value ÷ total (n × 1, fractions that add up to 1 but for the last bit). */
export function weights(values: Float64Array, total: Usd): Result<Float64Array> {
  if (total === 0) return failed({ code: "empty portfolio" });
  return succeeded(values.map((value) => value / total));
}

/** How drift is measured. */
export type DriftMeasure = "points" | "relative" | "money";

/**
 * Returns weight − target for each row (n × 1): 0.05 is five points over. The difference is taken before anything is
 * rounded, so that a row exactly at the edge of a band shows exactly that edge: 65 of 100 against 60 % is 0.05.
 */
export function driftInPoints({ values, total, targets }: Allocation): Result<Float64Array> {
  if (total === 0) return failed({ code: "empty portfolio" });
  const { parts, whole } = targets;
  const scale = total * whole;
  return succeeded(values.map((value, row) => productDifference(value, whole, parts[row] as number, total) / scale));
}

/**
 * Returns weight ÷ target − 1 for each row (n × 1): 0.25 is a quarter over. Where the target is 0 it is 0 for an empty
 * row, and NaN, for "no answer", for a row that holds money.
 */
export function relativeDrift({ values, total, targets }: Allocation): Result<Float64Array> {
  if (total === 0) return failed({ code: "empty portfolio" });
  const { parts, whole } = targets;
  return succeeded(
    values.map((value, row) => {
      const part = parts[row] as number;
      if (part === 0) return value === 0 ? 0 : Number.NaN;
      return productDifference(value, whole, part, total) / (part * total);
    }),
  );
}

/**
 * Returns value − target × total for each row in whole cents (n × 1): + is over. The rows add up to 0, and each is
 * exactly what a full rebalance without cash would sell.
 */
export function driftInMoney(allocation: Allocation): Result<readonly Usd[]> {
  if (allocation.total === 0) return failed({ code: "empty portfolio" });
  const trades = rebalanceToTarget(allocation, NO_MONEY);
  return trades.ok ? succeeded(trades.value.map(negated)) : trades;
}

/** Returns half the sum of the absolute drifts: the share of the total that must move to get back to the targets (0 to 1). */
export function totalDrift({ values, total, targets }: Allocation): Result<number> {
  if (total === 0) return failed({ code: "empty portfolio" });
  const { parts, whole } = targets;
  // What is over equals what is under, so one side is the half.
  let over = 0;
  for (let row = 0; row < values.length; row++) {
    over += Math.max(0, productDifference(values[row] as number, whole, parts[row] as number, total));
  }
  return succeeded(over / (total * whole));
}
