import { policy as readPolicy } from "../../../operations";
import { isoDay, type Cells } from "../../../ranges";
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

/** Says how often a rule looks, in its own word: `annual`, `every 10 days`. Undefined where it has no calendar. */
export function calendarOf(policy: Cells): string | undefined {
  return givenSetting(policy, "Look") ?? givenSetting(policy, "Volatile look");
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
  if (typeof from !== "string" || calendarOf(policy) === undefined) return undefined;
  const iso = isoDay(day);
  const clauses = from.split(/(;|\r?\n|, )/);
  const last = clauses.findIndex((clause) => /^\s*last\s/i.test(clause));
  const to =
    last < 0
      ? `${from.trimEnd().replace(/;$/, "")}; last ${iso}`
      : clauses.map((clause, index) => (index === last ? clause.replace(/\S.*\S/, `last ${iso}`) : clause)).join("");
  // Only what Keel reads back as that day is offered.
  return givenSetting([[to]], "Last look") === iso ? { cell: policyCells, from, to, day, holds: "rule" } : undefined;
}

/** What a policy says of one setting, as KEEL.POLICY lists it; undefined where it is left at its default. */
function givenSetting(policy: Cells, setting: string): string | undefined {
  const answer = readPolicy(policy);
  const row = answer.ok ? answer.cells.find(([label]) => label === setting) : undefined;
  const value = row?.[1];
  return row?.[2] === "yours" && typeof value === "string" ? value : undefined;
}
