import { Decimal } from "../decimal";
import { edgesOfRow, isRowBand } from "../policy/band";
import type { Policy } from "../policy/policy";
import { afterTrades, type Allocation } from "../portfolio/allocation";
import { cents, NO_MONEY, type Usd } from "../units/money";
import { destinationPart } from "./destinations";
import type { Rebalancing } from "./rebalance";

/** Which figures of the account make the trade of one row, to the unit that trades are rounded to. */
export type TradeBasis =
  /** trade = part ÷ whole × total after trading − value */
  | { readonly by: "weight"; readonly part: Decimal }
  /** trade = level × part ÷ whole − value, the level being what `rows` hold after trading ÷ their parts of the whole */
  | { readonly by: "level"; readonly rows: readonly number[]; readonly placed: Usd }
  /** Nothing shorter than the trade itself says it. */
  | { readonly by: "value" };

/**
 * Finds the figures that a row's trade comes from: the weight it goes to (its target, or where the policy's destination
 * stops), or the level that it shares with the other rows that trade the same way. Each is tried against the trade, so
 * none is said that doesn't make it, to less than a cent, or less than a dollar where trades are whole dollars.
 */
export function tradeBasis(
  allocation: Allocation,
  { trades }: Pick<Rebalancing, "trades">,
  policy: Policy,
  row: number,
): TradeBasis {
  const { values, targets } = allocation;
  const trade = trades[row] as number;
  const part = targets.parts[row] as number;
  if (trade === 0 || part === 0) return { by: "value" };
  const { total } = afterTrades(allocation, trades);
  const unit = policy.tradeUnit === "whole dollars" ? 100 : 1;
  const makes = (exact: Decimal): boolean =>
    exact
      .minus(values[row] as number)
      .minus(trade)
      .abs()
      .lt(unit);
  for (const aim of aimsOf(part, targets.whole, policy, trade)) {
    if (makes(aim.times(total).dividedBy(targets.whole))) return { by: "weight", part: aim };
  }
  const rows = trades.flatMap((each, index) =>
    each * trade > 0 && (targets.parts[index] as number) > 0 ? [index] : [],
  );
  if (rows.length < 2) return { by: "value" };
  let [held, placed, parts] = [0, 0, 0];
  for (const index of rows) {
    held += values[index] as number;
    placed += trades[index] as number;
    parts += targets.parts[index] as number;
  }
  return makes(new Decimal(held + placed).times(part).dividedBy(parts))
    ? { by: "level", rows, placed: placed === 0 ? NO_MONEY : cents(placed) }
    : { by: "value" };
}

/** The parts of the whole that a row may be taken to: its target, or what the destination makes of the edge it lies beyond. */
function aimsOf(part: number, whole: number, { band, destination }: Policy, trade: number): readonly Decimal[] {
  const target = new Decimal(part);
  if (band === undefined || !isRowBand(band) || destination === undefined || destination.kind === "target") {
    return [target];
  }
  const { lowest, highest } = edgesOfRow(part, whole, band);
  return [target, destinationPart(target, trade < 0 ? highest : lowest, whole, destination)];
}

/** The row whose value ÷ target is the largest: at the total that makes it right every row with a target is right without a sale. */
export function fullestRow({ values, targets }: Allocation): number {
  let fullest = -1;
  let most = new Decimal(-1);
  for (const [row, part] of targets.parts.entries()) {
    if (part === 0) continue;
    const ratio = new Decimal(values[row] as number).dividedBy(part);
    if (ratio.gt(most)) [fullest, most] = [row, ratio];
  }
  return fullest;
}
