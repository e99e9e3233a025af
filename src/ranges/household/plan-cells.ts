import { dollars, type HouseholdPlan, type Policy } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { actionWord, centsOf, goalSideWord, noTradesWords, PLAN_HEADER, TRADES_HEADER } from "../wording/household";
import { offGoalLines, planLines, type OffGoalLine, type PlanLine } from "./plan-lines";
import type { HouseholdRange } from "./read";
import type { PlanSubject } from "./row-facts";

/**
 * Lays a plan out: a row a trade, by account, sales before purchases, then a row a class that stays off its goal.
 * Amounts in dollars, − where money leaves the fund; shares of the account's money as fractions.
 */
export function planCells(range: HouseholdRange, plan: HouseholdPlan, policy: Policy): ResultCells {
  const none = plan.trades.length === 0 ? [[noTradesWords(plan.offGoal.length === 0)]] : [];
  return [
    PLAN_HEADER,
    ...none.map(filled),
    ...planLines(range, plan).map((line) => tradeRow(range.accountNames, line)),
    ...offGoalLines(range, plan, policy).map((line) => filled(offGoalRow(line))),
  ];
}

function filled(cells: readonly ResultCell[]): readonly ResultCell[] {
  return PLAN_HEADER.map((_, column) => cells[column] ?? "");
}

function tradeRow(
  accountNames: readonly string[],
  { account, fund, isCash, amount, shares, part, gain, tax, why }: PlanLine,
): readonly ResultCell[] {
  return [
    accountNames[account] ?? "",
    fund,
    actionWord(amount, isCash),
    dollars(amount),
    shares ?? "",
    part.from,
    part.to,
    dollars(gain),
    dollars(tax),
    why,
  ];
}

function offGoalRow({ name, gap, why }: OffGoalLine): ResultCell[] {
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

/** What a row of PLAN's result is about; undefined for its headings and where there are no trades. */
export function planSubject(plan: HouseholdPlan, row: number): PlanSubject | undefined {
  // Without trades the first row says so.
  const first = plan.trades.length === 0 ? 2 : 1;
  const trade = plan.trades[row - first];
  if (trade) return { is: "trade", trade };
  const off = plan.offGoal[row - first - plan.trades.length];
  return off && { is: "class", classIndex: off.classIndex };
}

/** What a row of PLANTRADES' result is about, which is a row of the holdings. */
export function tradeSubject(plan: HouseholdPlan, row: number): PlanSubject | undefined {
  const trade = plan.trades.find(({ rows }) => rows.some((each) => each.row === row));
  return trade && { is: "trade", trade };
}
