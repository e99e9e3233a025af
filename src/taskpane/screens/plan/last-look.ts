import type { Cadence, Policy } from "../../../engine";
import { isLabelOf, isoDay, type PolicyRange } from "../../../ranges";
import type { Block } from "../../../sheets";
import type { Plan } from "../../../lists";

/** What of a plan says its rule, a list's or a household's. */
export type RuledPlan = Pick<Plan, "policy" | "policyCells">;

/** A change that moves a plan's last look to another day: which cell, what it says now, and what it is to say. */
export interface LookChange {
  readonly cell: Block;
  /** "" if it is blank. */
  readonly from: string;
  readonly to: string;
  /** The day itself, as Excel counts days. */
  readonly day: number;
  /** Whether the cell holds the whole rule, or only its last look. */
  readonly holds: "rule" | "last look";
}

/**
 * Says how a plan's last look is moved to a day (as Excel counts days): its Last look setting, or the `last` clause of
 * the text that is its rule. Undefined where that changes nothing: a text without a calendar, a table without the
 * setting, the same day again. `rule` is how the plan's policy was read.
 */
export function lookChangeFor(plan: RuledPlan, rule: PolicyRange, day: number): LookChange | undefined {
  const change = plan.policyCells.width > 1 ? inTable(plan, day) : inText(plan, rule, day);
  return change && change.from !== change.to ? change : undefined;
}

/** How often a rule looks; undefined where it has no calendar. */
export function calendarOf({ look, volatileLook }: Policy): Cadence | undefined {
  return look ?? volatileLook?.cadence;
}

function inTable({ policy, policyCells }: RuledPlan, day: number): LookChange | undefined {
  const row = policy.findIndex(([label]) => isLabelOf(label, "lastLook"));
  if (row < 0) return undefined;
  // The table's first row is its header, which the policy's rows leave out.
  const cell = { ...policyCells, row: policyCells.row + 1 + row, column: policyCells.column + 1, height: 1, width: 1 };
  const value = policy[row]?.[1] ?? "";
  const from = typeof value === "number" && value > 0 ? isoDay(value) : typeof value === "string" ? value : "";
  return { cell, from, to: isoDay(day), day, holds: "last look" };
}

function inText(
  { policy: cells, policyCells }: RuledPlan,
  { policy, clauses }: PolicyRange,
  day: number,
): LookChange | undefined {
  const from = cells[0]?.[0];
  if (typeof from !== "string" || calendarOf(policy) === undefined || policy.lastLook === day) return undefined;
  const said = `last ${isoDay(day)}`;
  const last = clauses.find(({ settings }) => settings.lastLook !== undefined);
  if (!last) return { cell: policyCells, from, to: `${from.trimEnd().replace(/;$/, "")}; ${said}`, day, holds: "rule" };
  // A clause is kept as it was tidied: one that was typed with odd blanks isn't found again, and stays as it is.
  return from.includes(last.text)
    ? { cell: policyCells, from, to: from.replace(last.text, said), day, holds: "rule" }
    : undefined;
}
