import type { Cadence, Policy } from "../../../engine";
import { isoDay, readPolicy } from "../../../ranges";
import type { Block } from "../../../sheets";
import type { Plan } from "../../../lists";

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
 * setting, the same day again.
 */
export function lookChangeFor(plan: Plan, day: number): LookChange | undefined {
  const change = plan.policyCells.width > 1 ? inTable(plan, day) : inText(plan, day);
  return change && change.from !== change.to ? change : undefined;
}

/** How often a rule looks; undefined where it has no calendar. */
export function calendarOf({ look, volatileLook }: Policy): Cadence | undefined {
  return look ?? volatileLook?.cadence;
}

function inTable({ policy, policyCells }: Plan, day: number): LookChange | undefined {
  const row = policy.findIndex(([label]) => typeof label === "string" && /^\s*last( look)?\s*$/i.test(label));
  if (row < 0) return undefined;
  // The table's first row is its header, which the policy's rows leave out.
  const cell = { ...policyCells, row: policyCells.row + 1 + row, column: policyCells.column + 1, height: 1, width: 1 };
  const value = policy[row]?.[1] ?? "";
  const from = typeof value === "number" && value > 0 ? isoDay(value) : typeof value === "string" ? value : "";
  return { cell, from, to: isoDay(day), day, holds: "last look" };
}

function inText({ policy, policyCells }: Plan, day: number): LookChange | undefined {
  const from = policy[0]?.[0];
  const read = readPolicy(policy);
  if (typeof from !== "string" || !read.ok || calendarOf(read.value.policy) === undefined) return undefined;
  const said = `last ${isoDay(day)}`;
  const last = read.value.clauses.find(({ settings }) => settings.lastLook !== undefined);
  const to = last ? from.replace(last.text, said) : `${from.trimEnd().replace(/;$/, "")}; ${said}`;
  const again = readPolicy([[to]]);
  // Only what Keel reads back as that day is offered.
  if (!again.ok || again.value.policy.lastLook !== day) return undefined;
  return { cell: policyCells, from, to, day, holds: "rule" };
}
