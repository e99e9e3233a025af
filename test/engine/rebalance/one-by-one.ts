import type { Allocation, Usd } from "../../../src/engine";
import type { Result } from "../../../src/engine/errors";

/** What a minimum trade leaves, as the contract words it. */
export interface Left {
  readonly trades: readonly number[];
  /** In the order in which they are dropped. */
  readonly drops: readonly number[];
  /** Whether no trade is left but, with cash, that of the last resort. */
  readonly isNoneLeft: boolean;
}

/**
 * Drops the smallest trade below `least`, of equal ones the later row, solves the other rows again, and so on: the plain
 * loop, with nothing of the product but `solve`. Undefined where even all rows can't be solved.
 */
export function dropOneByOne(
  { values, step = 1 }: Allocation,
  cash: number,
  least: number,
  solve: (includes: (row: number) => boolean) => Result<readonly Usd[]>,
): Left | undefined {
  const first = solve(() => true);
  if (!first.ok) return undefined;
  const drops: number[] = [];
  for (;;) {
    const solved = solve((row) => !drops.includes(row));
    const trades = solved.ok ? solved.value : [];
    const small = trades
      .map((trade, row) => ({ row, size: Math.abs(trade) }))
      .filter(({ size }) => size > 0 && size < least)
      .sort((one, other) => one.size - other.size || other.row - one.row)[0];
    if (small !== undefined) drops.push(small.row);
    else if (trades.some((trade) => trade !== 0)) return { trades, drops, isNoneLeft: false };
    else return { trades: lastResort(values, step, cash, first.value), drops, isNoneLeft: true };
  }
}

/** All of the cash in the row whose first trade is the largest in its sign; a sale stops at what is held in whole steps. */
function lastResort(values: Float64Array, step: number, cash: number, first: readonly number[]): number[] {
  const trades = first.map(() => 0);
  let left = cash;
  const rows = [...first.keys()].filter((row) => (first[row] as number) * cash > 0);
  for (const row of rows.sort((one, other) => Math.abs(first[other] as number) - Math.abs(first[one] as number))) {
    const held = Math.floor((values[row] as number) / step) * step;
    const trade = Math.max(left, -held);
    trades[row] = trade === 0 ? 0 : trade;
    left -= trade;
  }
  return trades;
}
