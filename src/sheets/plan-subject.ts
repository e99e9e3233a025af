import { keelCalls, referenceIn, type Reference } from "./keel-call";
import type { Block } from "./place";
import type { Source } from "./plan-formulas";

/** The list that a plan's formulas are about: columns of a table by their headings, or cells by their addresses. */
export type PlanSubject =
  | {
      readonly table: string;
      readonly value: string;
      readonly target: string;
      readonly fund?: string;
      /** The columns of rules of rows that the trades read, if they read any. */
      readonly rules?: readonly string[];
    }
  /** One column each, on one sheet. */
  | { readonly values: Block; readonly targets: Block; readonly funds?: Block; readonly rules?: readonly Block[] };

/** Text joined to a column makes a column of texts: a fund without a name then shows as an empty cell and not as 0. */
const noText = '&""';

/** The formula that shows a column of funds' names, without `=`. `subjectOf` reads it back. */
export function namesOf(column: string): string {
  return column + noText;
}

/**
 * Reads which list a plan is about from its drift formula, `=KEEL.DRIFT(Holdings[Value],Holdings[Target])`, and the
 * formulas of its funds' names and of its trades if there are any. `sheet` is the plan's own, for addresses that name
 * none. Undefined for a formula that is about anything else than two columns.
 */
export function subjectOf(
  driftFormula: string,
  sheet: string,
  fundFormula = "",
  tradeFormula = "",
): PlanSubject | undefined {
  const drift = keelCalls(driftFormula, sheet).find(({ name }) => name === "DRIFT");
  const [values, targets, ...others] = drift?.arguments ?? [];
  if (!values || !targets || others.length > 0) return undefined;
  const column = fundFormula.trim().replace(/^=/, "");
  const names = referenceIn(column.endsWith(noText) ? column.slice(0, -noText.length) : column, sheet);
  const rules = rulesIn(tradeFormula, sheet);
  return inTable(values, targets, names, rules) ?? inCells(values, targets, names, rules);
}

/** The columns of rules of rows that a plan's trades read. */
function rulesIn(tradeFormula: string, sheet: string): readonly Reference[] {
  const trade = keelCalls(tradeFormula, sheet).find(({ name }) => name === "REBALANCE");
  const rules = trade?.arguments[rulesOfTrade];
  if (!rules || rules.is === "omitted") return [];
  return rules.is === "side by side" ? rules.columns : [rules];
}

/** Which argument of REBALANCE says the rules of rows, counted from 0. */
const rulesOfTrade = 7;

function inTable(
  values: Reference,
  targets: Reference,
  names: Reference,
  rules: readonly Reference[],
): PlanSubject | undefined {
  const [value, target, fund] = [values, targets, names].map(columnOfTable);
  if (!value || !target || !isSame(value.table, target.table)) return undefined;
  const headings = rules.flatMap((one) => {
    const column = columnOfTable(one);
    return column && isSame(column.table, value.table) ? [column.heading] : [];
  });
  return {
    table: value.table,
    value: value.heading,
    target: target.heading,
    ...(fund && isSame(fund.table, value.table) ? { fund: fund.heading } : {}),
    ...(headings.length > 0 && { rules: headings }),
  };
}

function inCells(
  values: Reference,
  targets: Reference,
  names: Reference,
  rules: readonly Reference[],
): PlanSubject | undefined {
  const [value, target, fund] = [values, targets, names].map(columnOfCells);
  if (!value || !target || value.sheet !== target.sheet) return undefined;
  const blocks = rules.flatMap((one) => {
    const column = columnOfCells(one);
    return column?.sheet === value.sheet ? [column] : [];
  });
  return {
    values: value,
    targets: target,
    ...(fund?.sheet === value.sheet ? { funds: fund } : {}),
    ...(blocks.length > 0 && { rules: blocks }),
  };
}

function columnOfCells(one: Reference): Block | undefined {
  return one.is === "block" && one.block.width === 1 ? one.block : undefined;
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

/** Whether a plan's trades read each column of rules that the list has. */
export function readsRules(subject: PlanSubject, { table, rules = [] }: Source): boolean {
  if ("table" in subject) {
    return (table?.rules ?? []).every((heading) => subject.rules?.some((other) => isSame(heading, other)) === true);
  }
  return rules.every((block) => subject.rules?.some((other) => beginsAt(block, other)) === true);
}

function beginsAt(one: Block, other: Block): boolean {
  return isSame(one.sheet, other.sheet) && one.row === other.row && one.column === other.column;
}

/** Excel's names and headings don't tell capitals from small letters. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
