import { isWholeTable, keelCalls, referenceIn, type Reference } from "./keel-call";
import type { Block } from "./place";

/** A column that a formula reads: of a table by its heading, or cells. */
export type ColumnSubject = { readonly table: string; readonly heading: string } | { readonly cells: Block };

/** What a household's plan is about: a table of holdings, and targets by class. */
export interface HouseholdSubject {
  /** A table by its name, or cells with their header row. */
  readonly holdings: { readonly table: string } | { readonly cells: Block };
  readonly classes: ColumnSubject;
  readonly weights: ColumnSubject;
  /** The bands of single classes, if the formulas read any. */
  readonly bands?: ColumnSubject;
}

/** Which argument of ISDUE says the rules of rows, counted from 0. */
const rulesOfDue = 6;

/**
 * Reads what a household's plan is about from the formula that says whether to act,
 * `=IF(KEEL.ISDUE(KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy),Targets[Target],Policy,TODAY()),"Yes","No")`.
 * Undefined for any other formula, and for one that reads another Policy table.
 */
export function householdSubjectOf(formula: string, sheet: string, policyTable: string): HouseholdSubject | undefined {
  const due = keelCalls(formula, sheet).find(({ name }) => name === "ISDUE");
  const [values, weights, policy] = due?.arguments ?? [];
  if (!weights || !policy || !isWholeTable(policy, policyTable)) return undefined;
  if (values?.is !== "call" || values.call.name !== "BYCLASS") return undefined;
  const [holdings, classes] = values.call.arguments;
  const [whole, classColumn, weightColumn] = [wholeOf(holdings), columnOf(classes), columnOf(weights)];
  if (!whole || !classColumn || !weightColumn) return undefined;
  const bands = columnOf(due?.arguments[rulesOfDue]);
  return { holdings: whole, classes: classColumn, weights: weightColumn, ...(bands && { bands }) };
}

/** The functions that plan all accounts of a household, and the argument in which they read the policy. */
const tradesFunctions = ["PLAN", "PLANCHECK", "PLANTRADES"] as const;
const policyOfTrades = 2;

/** Whether a formula is a call of one of the functions that plan a household by this Policy table, and of which. */
export function tradesCallIn(
  formula: string,
  sheet: string,
  policyTable: string,
): (typeof tradesFunctions)[number] | undefined {
  const [call] = keelCalls(formula, sheet);
  const policy = call?.arguments[policyOfTrades];
  return policy && isWholeTable(policy, policyTable) ? tradesFunctions.find((name) => name === call.name) : undefined;
}

/** The cell that a formula shows, of another sheet: `='Keel trades'!$A$3`. Undefined for any other formula. */
export function cellReadBy(formula: string, sheet: string): Block | undefined {
  const read = formula.startsWith("=") ? referenceIn(formula.slice(1), sheet) : undefined;
  return read?.is === "block" && read.block.height === 1 && read.block.width === 1 && read.block.sheet !== sheet
    ? read.block
    : undefined;
}

function wholeOf(one: Reference | undefined): HouseholdSubject["holdings"] | undefined {
  if (one?.is === "block") return { cells: one.block };
  if (one?.is !== "table" || one.table === undefined || one.columns) return undefined;
  return one.part === "all" || one.part === "headers and body" ? { table: one.table } : undefined;
}

function columnOf(one: Reference | undefined): ColumnSubject | undefined {
  if (one?.is === "block") return one.block.width === 1 ? { cells: one.block } : undefined;
  if (one?.is !== "table" || one.table === undefined || one.part !== "body") return undefined;
  const [first, last] = one.columns ?? [];
  return first === undefined || first !== last ? undefined : { table: one.table, heading: first };
}
