import {
  decimalOf,
  dollars,
  tradeShares,
  type Account,
  type ExactDecimal,
  type HouseholdPlan,
  type HouseholdTrade,
  type OffGoal,
  type Policy,
  type Position,
} from "../../engine";
import type { ResultCell } from "../cells";
import { TRADES_HEADER } from "../wording/household";
import {
  actionWord,
  centsOf,
  goalSideWord,
  noTradesWords,
  offGoalSentence,
  PLAN_HEADER,
  whySentence,
} from "../wording/household";
import type { ResultCells } from "../results";
import type { HouseholdRange } from "./read";

/**
 * Lays a plan out: a row a trade, by account, sales before purchases, then a row a class that stays off its goal.
 * Amounts in dollars, − where money leaves the fund; shares of the account's money as fractions.
 */
export function planCells(range: HouseholdRange, plan: HouseholdPlan, policy: Policy): ResultCells {
  const sharesOf = tradeShares(range.household);
  const none = plan.trades.length === 0 ? [[noTradesWords(plan.offGoal.length === 0)]] : [];
  return [
    PLAN_HEADER,
    ...none.map(filled),
    ...plan.trades.map((trade) => tradeRow(range, plan, trade, sharesOf)),
    ...plan.offGoal.map((off) => filled(offGoalRow(range, off, policy))),
  ];
}

function filled(cells: readonly ResultCell[]): readonly ResultCell[] {
  return PLAN_HEADER.map((_, column) => cells[column] ?? "");
}

function tradeRow(
  { household, accountNames, fundNames }: HouseholdRange,
  { classes }: HouseholdPlan,
  trade: HouseholdTrade,
  sharesOf: ReturnType<typeof tradeShares>,
): readonly ResultCell[] {
  const { account, fund, isCash } = household.positions[trade.position] as Position;
  const { amount, shares, gain, tax, why } = trade;
  const { from, to } = sharesOf(trade);
  const { cashFlow } = household.accounts[account] as Account;
  return [
    accountNames[account] ?? "",
    fundNames[fund] ?? "",
    actionWord(amount, isCash),
    dollars(amount),
    shares === undefined ? "" : inShares(shares),
    from,
    to,
    dollars(gain),
    dollars(tax),
    whySentence(why, cashFlow, { classNames: household.classes, classes }),
  ];
}

/** Digits after the point that shares are shown with. */
const SHARE_PLACES = 4;
const TOWARD_ZERO = 1;

function inShares(shares: ExactDecimal): number {
  const cut = decimalOf(shares).toDecimalPlaces(SHARE_PLACES, TOWARD_ZERO).toNumber();
  return cut === 0 ? 0 : cut;
}

function offGoalRow(
  { household }: HouseholdRange,
  { classIndex, gap, because }: OffGoal,
  policy: Policy,
): ResultCell[] {
  const name = household.classes[classIndex] ?? "";
  const why = offGoalSentence(because, name, policy);
  return ["", name, goalSideWord(gap), dollars(centsOf(gap.abs())), "", "", "", "", "", why];
}

/**
 * Lays the trades out beside the holdings: a number a row, dollars, 0 where nothing is traded; the heading beside the
 * headings; blank beside what stands above them and beside totals. Down for a table, across for one on its side.
 */
export function tradeColumn(
  { rows: { count, header, across, isTradable } }: HouseholdRange,
  plan: HouseholdPlan,
): ResultCells {
  const amounts = new Map<number, number>();
  for (const { rows } of plan.trades) {
    for (const { row, amount } of rows) amounts.set(row, (amounts.get(row) ?? 0) + amount);
  }
  const cells = Array.from({ length: count }, (_, row): ResultCell => {
    if (row === header) return TRADES_HEADER;
    return isTradable(row) ? (amounts.get(row) ?? 0) / 100 : "";
  });
  return across ? [cells] : cells.map((cell) => [cell]);
}
