import { keelCalls, referenceIn, type Reference } from "./keel-call";
import type { Block } from "./place";
import type { Source } from "./plan-formulas";

/** The list that a plan's formulas are about: columns of a table by their headings, or cells by their addresses. */
export type PlanSubject =
  | { readonly table: string; readonly value: string; readonly target: string; readonly fund?: string }
  /** One column each, on one sheet. */
  | { readonly values: Block; readonly targets: Block; readonly funds?: Block };

/** Text joined to a column makes a column of texts: a fund without a name then shows as an empty cell and not as 0. */
const noText = '&""';

/** The formula that shows a column of funds' names, without `=`. `subjectOf` reads it back. */
export function namesOf(column: string): string {
  return column + noText;
}

/**
 * Reads which list a plan is about from its drift formula, `=KEEL.DRIFT(Holdings[Value],Holdings[Target])`, and the
 * formula of its funds' names if there is one. `sheet` is the plan's own, for addresses that name none. Undefined for
 * a formula that is about anything else than two columns.
 */
export function subjectOf(driftFormula: string, sheet: string, fundFormula = ""): PlanSubject | undefined {
  const drift = keelCalls(driftFormula, sheet).find(({ name }) => name === "DRIFT");
  const [values, targets, ...others] = drift?.arguments ?? [];
  if (!values || !targets || others.length > 0) return undefined;
  const column = fundFormula.trim().replace(/^=/, "");
  const names = referenceIn(column.endsWith(noText) ? column.slice(0, -noText.length) : column, sheet);
  return inTable(values, targets, names) ?? inCells(values, targets, names);
}

function inTable(values: Reference, targets: Reference, names: Reference): PlanSubject | undefined {
  const [value, target, fund] = [values, targets, names].map(columnOfTable);
  if (!value || !target || !isSame(value.table, target.table)) return undefined;
  return {
    table: value.table,
    value: value.heading,
    target: target.heading,
    ...(fund && isSame(fund.table, value.table) ? { fund: fund.heading } : {}),
  };
}

function inCells(values: Reference, targets: Reference, names: Reference): PlanSubject | undefined {
  const [value, target, fund] = [values, targets, names].map((one) =>
    one.is === "block" && one.block.width === 1 ? one.block : undefined,
  );
  if (!value || !target || value.sheet !== target.sheet) return undefined;
  return { values: value, targets: target, ...(fund?.sheet === value.sheet ? { funds: fund } : {}) };
}

/** The body of one column of a named table: `Holdings[Value]`. */
function columnOfTable(one: Reference): { readonly table: string; readonly heading: string } | undefined {
  if (one.is !== "table" || one.table === undefined || one.part !== "body") return undefined;
  const [first, last] = one.columns ?? [];
  return first === undefined || first !== last ? undefined : { table: one.table, heading: first };
}

/**
 * Says whether a plan is about this list: the columns of its table by name, or the cells where its columns begin. A list
 * of plain cells may have grown or shrunk at its end since the plan was written.
 */
export function isAbout(subject: PlanSubject, { table, values, targets }: Source): boolean {
  if ("table" in subject) {
    return (
      table !== undefined &&
      isSame(subject.table, table.name) &&
      isSame(subject.value, table.value) &&
      isSame(subject.target, table.target)
    );
  }
  return beginsAt(subject.values, values) && beginsAt(subject.targets, targets);
}

function beginsAt(one: Block, other: Block): boolean {
  return isSame(one.sheet, other.sheet) && one.row === other.row && one.column === other.column;
}

/** Excel's names and headings don't tell capitals from small letters. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
