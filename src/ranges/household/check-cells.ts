import { dollars, Decimal, type HouseholdPlan, type Position } from "../../engine";
import type { ResultCell } from "../cells";
import type { Note } from "../problem";
import type { ResultCells } from "../results";
import { CHECK_HEADER, checkLabels, droppedWords, leftInCashWords, noteWords } from "../wording/household";
import type { HouseholdRange } from "./read";
import type { PlanSubject } from "./row-facts";

/** What the numbers of one row of a plan check stand for, column by column. */
type RowKinds = "percent" | "money" | "plain";

interface CheckRow {
  readonly cells: readonly ResultCell[];
  readonly subject?: PlanSubject;
  readonly kind: RowKinds;
}

/**
 * Lays out what a plan comes to: a row a class, in fractions of all counted money; then what it trades, takes in gains
 * and costs, in dollars, what it does for location and expenses, what it leaves, and what is worth knowing.
 */
export function checkCells(range: HouseholdRange, plan: HouseholdPlan, notes: readonly Note[]): ResultCells {
  return [CHECK_HEADER, ...checkRows(range, plan, notes).map(({ cells }) => filled(cells))];
}

/** What the numbers of these cells stand for. */
export function checkKinds(
  range: HouseholdRange,
  plan: HouseholdPlan,
  notes: readonly Note[],
): readonly (readonly RowKinds[])[] {
  return ["plain" as const, ...checkRows(range, plan, notes).map(({ kind }) => kind)].map((kind) =>
    CHECK_HEADER.map(() => kind),
  );
}

/** What a row of PLANCHECK's result is about; undefined where it is about the plan as a whole. */
export function checkSubject(range: HouseholdRange, plan: HouseholdPlan, row: number): PlanSubject | undefined {
  return checkRows(range, plan, [])[row - 1]?.subject;
}

function filled(cells: readonly ResultCell[]): readonly ResultCell[] {
  return CHECK_HEADER.map((_, column) => cells[column] ?? "");
}

function checkRows(range: HouseholdRange, plan: HouseholdPlan, notes: readonly Note[]): readonly CheckRow[] {
  const { location, expense, gain, leftInCash } = plan;
  const left = leftInCash.map(({ account, amount }) => ({ account: range.accountNames[account] ?? "", amount }));
  const inCash = leftInCash.reduce((sum, { amount }) => sum + amount, 0);
  const row = (kind: RowKinds, ...cells: readonly ResultCell[]): CheckRow => ({ kind, cells });
  const pair = (label: string, of: { before: Decimal; after: Decimal } | undefined): CheckRow =>
    row("plain", label, of ? of.before.toNumber() : "", of ? of.after.toNumber() : "");
  return [
    ...classRows(range, plan),
    row("money", checkLabels.traded, dollars(plan.moneyTraded)),
    row("plain", checkLabels.trades, plan.tradeCount),
    row("money", checkLabels.gain, dollars(gain.short), dollars(gain.long)),
    { ...row("money", checkLabels.tax, dollars(plan.tax)), subject: { is: "tax" } },
    row("money", checkLabels.cost, dollars(plan.cost)),
    pair(checkLabels.location, location),
    pair(checkLabels.expense, expense),
    row("money", checkLabels.cash, inCash / 100, leftInCashWords(left)),
    row(
      "plain",
      checkLabels.dropped,
      plan.dropped.length,
      droppedWords(plan.dropped.map((each) => nameOf(range, each))),
    ),
    row("plain", checkLabels.status, plan.status),
    ...noteWords(notes).map((words) => row("plain", checkLabels.note, words)),
  ];
}

/** A row a class, and one for money in none of them where there is any. */
function classRows({ household: { classes, targets } }: HouseholdRange, plan: HouseholdPlan): readonly CheckRow[] {
  const sum = (of: "before" | "after"): Decimal =>
    plan.classes.reduce((all, each) => all.plus(each[of]), plan.unlisted[of]);
  const totals = { before: sum("before"), after: sum("after") };
  const share = (amount: Decimal, of: keyof typeof totals): Decimal =>
    totals[of].greaterThan(0) ? amount.dividedBy(totals[of]) : new Decimal(0);
  const rowOf = (name: string, { before, after }: HouseholdPlan["unlisted"], target: Decimal): CheckRow => {
    const weight = share(after, "after");
    const figures = [share(before, "before"), weight, target, weight.minus(target)];
    return { kind: "percent", cells: [name, ...figures.map((figure) => (figure.isZero() ? 0 : figure.toNumber()))] };
  };
  const { before, after } = plan.unlisted;
  return [
    ...plan.classes.map((each, classIndex): CheckRow => {
      const target = new Decimal(targets.parts[classIndex] ?? 0).dividedBy(targets.whole);
      return { ...rowOf(classes[classIndex] ?? "", each, target), subject: { is: "class", classIndex } };
    }),
    ...(before.isZero() && after.isZero() ? [] : [rowOf(checkLabels.unlisted, plan.unlisted, new Decimal(0))]),
  ];
}

function nameOf(
  { household: { positions }, accountNames, fundNames }: HouseholdRange,
  row: number,
): { row: number; fund: string; account: string } {
  const { account, fund } = positions.find(({ lots }) => lots.some((lot) => lot.row === row)) as Position;
  return { row, fund: fundNames[fund] ?? "", account: accountNames[account] ?? "" };
}
