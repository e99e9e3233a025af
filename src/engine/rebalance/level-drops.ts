import type { Usd } from "../units/money";
import type { CutTrade, LevelledAccount } from "./level";
import { LevelledRows } from "./levelled-rows";
import { firstWhateverIsRounded, smallestTrade } from "./next-drop";

/*
 * Which rows a minimum trade drops, where one level decides all trades: row i trades parts[i] × level − values[i], cut
 * and settled to whole cents. To target every row trades so; where cash is placed only the rows below the level (money
 * in), or above it (money out), do. The level is money ÷ parts: what the trading rows hold and the cash, over their
 * parts. Dropping a row takes its value and its parts out of the two sums, and hands its trade over to the others.
 *
 * Solving again after each drop would take drops × rows steps. Instead, each drop is found from the level alone:
 * doubles find the rows whose trades may be the smallest, by bounds that hold whatever their last digits are
 * (`LeastTrades`); whole numbers order these few; and only where the order hangs on who gets a missing cent of the
 * rounding is that counted, by weight (`ValueClasses`). Every drop is the one that solving again would have found.
 */

/**
 * Returns the rows that a minimum trade of `least` cents drops, in the order in which it drops them: the smallest trade
 * below it, of equal ones the later row, again and again. `cash` is what all trades add up to (+ in, − out). Stops
 * early, with the rows so far, where the level no longer says it all: no part or no money is left. Trades are in whole
 * cents.
 */
export function levelDrops(account: LevelledAccount, cash: Usd, least: number): number[] {
  const rows = new LevelledRows(account, Array.from(account.values.keys()));
  rows.level.trade(cash);
  const dropped: number[] = [];
  while (rows.level.holds()) {
    const next = nextDrops(rows, account, least);
    if (next.length === 0) break;
    for (const row of next) {
      dropped.push(row);
      rows.take(row);
    }
  }
  return dropped;
}

/** Rows that are dropped next, in whatever order; none where no trade is below `least`. */
function nextDrops(rows: LevelledRows, account: LevelledAccount, least: number): readonly number[] {
  const trades = rows.smallest();
  const first = firstWhateverIsRounded(trades, least);
  if (first === undefined) return [];
  if (first !== "unclear") return [first];
  const together = dropsInAnyOrder(trades, least, account, rows);
  if (together !== undefined) return together;
  const next = smallestTrade(trades, least, (to) => to.missingCents());
  return next === undefined ? [] : [next];
}

/** So many rows may be found to be dropped together, in so many attempts, before it is worth counting missing cents. */
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
  { parts: allParts }: LevelledAccount,
  { level, nearest }: LevelledRows,
): readonly number[] | undefined {
  let rows = trades;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && rows.length <= MOST_TOGETHER; attempt++) {
    // In cents, each trade is below its size + 1; while the level moves, it may grow by its own parts of the move.
    let traded = 0;
    let parts = 0;
    for (const { row, size } of rows) {
      traded += size + 1;
      parts += allParts[row] as number;
    }
    const staying = level.parts - 2 * parts;
    if (staying <= 0) return undefined;
    // A hair more than the move itself, for what doubles lose.
    const move = (traded / staying) * 1.000001;
    let most = 0;
    for (const { row, sign, size } of rows) {
      const reach = (allParts[row] as number) * move;
      if (sign === 0 || size - reach < 1) return undefined;
      most = Math.max(most, size + 1 + reach);
    }
    // Rounded, a trade is below the next whole cent but one.
    const limit = Math.floor(most) + 2;
    if (limit >= least) return undefined;
    const near = nearest.within(level.money / level.parts, move, limit);
    if (near.length === rows.length) return near;
    rows = near.map((row) => level.tradeOf(row));
  }
  return undefined;
}
