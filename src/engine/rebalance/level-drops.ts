import type { Result } from "../errors";
import { cents, type Usd } from "../units/money";
import type { CutTrade, LevelledAccount } from "./level";
import { LevelledRows } from "./levelled-rows";
import { smallestBelow } from "./minimum-trade";
import { firstWhateverIsRounded } from "./next-drop";

/*
 * Which rows a minimum trade drops, where one level decides all trades: row i trades parts[i] × level − values[i], cut
 * and settled to whole cents, or to multiples of more. To target every row trades so, or, where it is locked, on one side
 * of the level alone; where cash is placed only the rows below the level (money in), or above it (money out), do. The level is money ÷ parts: what the trading rows hold and the cash, over their
 * parts. Dropping a row takes its value and its parts out of the two sums, and hands its trade over to the others.
 *
 * Solving again after each drop would take drops × rows steps. Instead, each drop is found from the level alone:
 * doubles find the rows whose trades may be the smallest, by bounds that hold whatever their last digits are
 * (`LeastTrades`); whole numbers order these few; and only where the order hangs on who gets a missing cent of the
 * rounding is that counted (`RoundedRows`).
 * Every drop is the one that solving again would have found.
 */

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again; some of them together, in any order. `cash` is what all trades
 * add up to (+ in, − out). `solve` trades the given rows alone. Stops early, with the rows so far, where the level no
 * longer says it all: no part or no money is left.
 */
export function levelDrops(
  account: LevelledAccount,
  cash: Usd,
  least: number,
  solve: (mayTrade: (row: number) => boolean) => Result<readonly Usd[]>,
): number[] {
  const { values, parts } = account;
  // A row without money and without a target never trades.
  const all = Array.from(values.keys()).filter((row) => values[row] !== 0 || parts[row] !== 0);
  const rows = new LevelledRows(account, all, least);
  rows.level.trade(cash);
  const dropped: number[] = [];
  const gone = new Uint8Array(values.length);
  while (rows.level.holds()) {
    let next = nextDrops(rows, account, least);
    if (next === "unclear") {
      const trades = solve((row) => gone[row] === 0);
      const smallest = trades.ok ? smallestBelow(trades.value, cents(least)) : undefined;
      next = smallest === undefined ? [] : [smallest];
    }
    if (next.length === 0) break;
    for (const row of next) {
      gone[row] = 1;
      dropped.push(row);
      rows.take(row);
    }
  }
  return dropped;
}

/** Rows that are dropped next, in whatever order; none where no trade is below `least`. */
function nextDrops(rows: LevelledRows, account: LevelledAccount, least: number): readonly number[] | "unclear" {
  const trades = rows.candidates();
  if (trades) {
    const first = firstWhateverIsRounded(trades, Math.ceil(least / (account.step ?? 1)));
    if (first === undefined) return [];
    if (first !== "unclear") return [first];
    const together = dropsInAnyOrder(trades, least, account, rows);
    if (together !== undefined) return together;
  }
  const next = rows.smallest();
  if (next === "unclear") return next;
  return next === undefined ? [] : [next.row];
}

/** So many rows may be found to be dropped together, in so many attempts, before it is worth rounding. */
const MOST_TOGETHER = 64;
const MOST_ATTEMPTS = 6;

/**
 * Rows that are all dropped next, in whatever order. Dropping some of them hands their trades over: the level moves by
 * at most what they trade, over the parts of the rows that stay. If all of them stay below every other row, below
 * `least` and above nothing wherever the level may move to, then each next drop is one of them until none is left.
 */
function dropsInAnyOrder(
  trades: readonly CutTrade[],
  least: number,
  { parts: allParts, step = 1 }: LevelledAccount,
  { level, nearest }: LevelledRows,
): readonly number[] | undefined {
  let rows = trades;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && rows.length <= MOST_TOGETHER; attempt++) {
    // Each trade is below the next whole step; while the level moves, it may grow by its own parts of the move.
    let traded = 0;
    let parts = 0;
    for (const { row, size } of rows) {
      traded += (size + 1) * step;
      parts += allParts[row] as number;
    }
    const staying = level.parts - 2 * parts;
    if (staying <= 0) return undefined;
    // A hair more than the move itself, for what doubles lose.
    const move = (traded / staying) * 1.000001;
    let most = 0;
    for (const { row, sign, size } of rows) {
      const reach = (allParts[row] as number) * move;
      if (sign === 0 || size * step - reach < step) return undefined;
      most = Math.max(most, (size + 1) * step + reach);
    }
    // Rounded, a trade is below the next whole step but one.
    const limit = (Math.floor(most / step) + 2) * step;
    if (limit >= least) return undefined;
    const near = nearest.within(level.money / level.parts, move, limit);
    if (near.length === rows.length) return near;
    rows = near.map((row) => level.tradeOf(row));
  }
  return undefined;
}
