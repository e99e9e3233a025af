import type { Result } from "../errors";
import { succeeded } from "../errors";
import type { Allocation } from "../portfolio/allocation";
import { cents, NO_MONEY, type Usd } from "../units/money";

/** Trades without the small ones, and what that took. */
export interface TradesWorthMaking {
  readonly trades: readonly Usd[];
  /**
   * Rows that were left alone because their trade was too small, in row order. Where all trades were, these are the rows
   * that had one at first: the last of them may have had none left once the others were dropped.
   */
  readonly dropped: readonly number[];
  /** Whether all trades were too small, so that the cash went to the largest of them. */
  readonly lastResort: boolean;
}

/**
 * Leaves out trades below `least`: drops the smallest of them (of equal ones the later row), fixes that row, solves the
 * rest again, and so on until none is too small. If all are dropped there are no trades without cash; with cash it goes
 * to the row whose first trade was the largest in its sign, and where that sale stops at the holding, to the next.
 * `solve` trades the given rows alone; its trades add up to `cash`, and it fails where those rows can't. `foreseen` may
 * give the first rows that are dropped, in that order, where that takes less than solving again after each; or that all
 * are dropped, in whatever order, which takes no further solution.
 *
 * Without it each drop takes a solution, so that the time grows with rows × drops: at 10,000 rows a solution takes some
 * milliseconds. Which drops are foreseen, what they cost and which can't be: docs/decisions/minimum-trade.md.
 */
export function dropSmallTrades(
  allocation: Allocation,
  cash: Usd,
  least: Usd,
  solve: (includes: (row: number) => boolean) => Result<readonly Usd[]>,
  foreseen: () => readonly number[] | "all" = () => [],
): Result<TradesWorthMaking> {
  const all = solve(() => true);
  if (!all.ok || least === 0) return all.ok ? succeeded({ trades: all.value, dropped: [], lastResort: false }) : all;
  const foreseenDrops = foreseen();
  if (foreseenDrops === "all") return succeeded(noneLeft(allocation, cash, all.value));
  const dropped = [...foreseenDrops];
  const fixed = new Uint8Array(all.value.length);
  for (const row of dropped) fixed[row] = 1;
  let { value: trades } = all;
  if (dropped.length > 0) {
    const rest = solve((row) => fixed[row] === 0);
    if (!rest.ok) return succeeded(noneLeft(allocation, cash, all.value));
    trades = rest.value;
  }
  for (;;) {
    const smallest = smallestBelow(trades, least);
    if (smallest === undefined) break;
    dropped.push(smallest);
    fixed[smallest] = 1;
    const rest = solve((row) => fixed[row] === 0);
    // What is left can't place the cash: then it is as if it had been dropped as well.
    if (!rest.ok) return succeeded(noneLeft(allocation, cash, all.value));
    trades = rest.value;
  }
  if (trades.every((trade) => trade === 0)) return succeeded(noneLeft(allocation, cash, all.value));
  return succeeded({ trades, dropped: dropped.sort((one, other) => one - other), lastResort: false });
}

/** The row of the smallest trade below `least`, of equal ones the later row; undefined where none is below it. */
export function smallestBelow(trades: readonly Usd[], least: Usd): number | undefined {
  let smallest: number | undefined;
  let size: number = least;
  for (let row = 0; row < trades.length; row++) {
    const trade = Math.abs(trades[row] as number);
    // Nothing is no trade; rows that were dropped trade nothing.
    if (trade === 0) continue;
    if (trade < size || (trade === size && smallest !== undefined)) {
      smallest = row;
      size = trade;
    }
  }
  return smallest;
}

/** What is left when all trades are dropped: nothing without cash, which otherwise goes to the largest of the first trades. */
function noneLeft(allocation: Allocation, cash: Usd, first: readonly Usd[]): TradesWorthMaking {
  const sign = Math.sign(cash);
  const rows = first.map((_, row) => row).filter((row) => (first[row] as number) * sign > 0);
  rows.sort((one, other) => ((first[other] as number) - (first[one] as number)) * sign || one - other);
  const trades = first.map(() => NO_MONEY);
  let left: number = cash;
  for (const row of rows) {
    const holding = allocation.values[row] as number;
    const trade = sign > 0 ? left : -Math.min(-left, holding - (holding % (allocation.step ?? 1)));
    trades[row] = cents(trade);
    left -= trade;
    if (left === 0) break;
  }
  return {
    trades,
    dropped: first.flatMap((trade, row) => (trade !== 0 && trades[row] === 0 ? [row] : [])),
    lastResort: cash !== 0,
  };
}
