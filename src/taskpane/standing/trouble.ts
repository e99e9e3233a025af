import { argumentNames, type CellPlace, type Note, type Problem } from "../../ranges";
import { columnOf, ruleColumnsOf, shownAs, type Decisions, type ReadyList, type ValuedList } from "../../lists";
import { weights, type AssessmentFailure } from "../../operations";
import type { Block } from "../../sheets";
import { fundAtRow } from "../words/fund-places";

/** What is wrong: a problem that Keel's functions have too, or one that only the pane can see. */
export type PaneProblem =
  | Problem
  /** A row of the sheet, counted from 0, says that it is a total and isn't the sum of the rows above. */
  | { readonly code: "total row differs"; readonly row: number };

/** What is wrong, and where on the sheet if it is a cell. Rows are the sheet's. */
export interface Trouble {
  readonly problem: PaneProblem;
  /** The cell to look at. */
  readonly at?: Block;
  /** The fund in that row, by its name in the list; absent where the cell is no fund's. */
  readonly fund?: string;
  /** The funds of the problem's rows, in their order, where it is about several. */
  readonly funds?: readonly string[];
}

/** A value, or what is wrong with it. */
export type OrTrouble<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly trouble: Trouble };

/** What is wrong with the values of a list, whatever its targets; undefined if nothing is. */
export function valueTrouble(list: ValuedList): Trouble | undefined {
  const totalTrouble = wrongTotal(list);
  if (totalTrouble) return totalTrouble;
  const read = weights.decide(columnOf(list, list.columns.value));
  return read.ok ? undefined : troubleFrom({ ...read, about: "list" }, list, { cash: 0, policy: [[""]] });
}

/** Says where on the sheet a failed assessment's problem stands. */
export function troubleFrom(failure: AssessmentFailure, list: ValuedList, decisions: Decisions): Trouble {
  const at = blockOf(failure, list, decisions);
  const problem = onSheet(failure.problem, list, decisions);
  const isOfFund = failure.about === "list" || failure.problem.code === "bands of two kinds";
  const fund = at && isOfFund ? fundAtRow(list, at.row) : undefined;
  const rows = "rows" in problem && typeof problem.rows !== "number" ? problem.rows : [];
  const funds = rows.map((row) => fundAtRow(list, row) ?? `row ${row + 1}`);
  return {
    problem,
    ...(at ? { at } : {}),
    ...(fund === undefined ? {} : { fund }),
    ...(funds.length > 0 && { funds }),
  };
}

/** The notes of an assessment with the sheet's rows. */
export function notesOnSheet(notes: readonly Note[], list: ReadyList, decisions: Decisions): readonly Note[] {
  return notes.map((note) => onSheet(note, list, decisions));
}

/** What is wrong with the total row of a list; undefined if it agrees or there is none. */
export function wrongTotal(list: ValuedList): Trouble | undefined {
  if (!list.total || list.total.agrees) return undefined;
  const row = list.block.row + list.total.row;
  const column = list.block.column + list.columns.value;
  return {
    problem: { code: "total row differs", row },
    at: { sheet: list.block.sheet, row, column, height: 1, width: 1 },
  };
}

/** Which column of a list an argument of the functions is. */
function columnFor(problem: Problem | Note, at: CellPlace, list: ValuedList): number | undefined {
  if (at.argument === argumentNames.values) return list.columns.value;
  if (at.argument === argumentNames.targets) return list.columns.target;
  return at.argument === argumentNames.rows ? ruleColumnFor(problem, at, list) : undefined;
}

/** Which of the columns Lock and Band says what a problem with a row's rule has found there; of none that does, a filled one. */
function ruleColumnFor(problem: Problem | Note, { row = 0 }: CellPlace, list: ValuedList): number | undefined {
  const found = "found" in problem ? String(problem.found).trim() : "";
  const cells = list.cells[list.firstRow + row] ?? [];
  const filled = ruleColumnsOf(list).filter((column) => shownAs(cells[column]) !== "");
  if (problem.code === "bands of two kinds") return list.columns.band ?? filled[0];
  return filled.find((column) => found !== "" && shownAs(cells[column]).includes(found)) ?? filled[0];
}

/** The sheet's cell that a problem is about, if it is about one. */
function blockOf({ problem, about }: AssessmentFailure, list: ValuedList, { blocks }: Decisions): Block | undefined {
  const at = placeOf(problem);
  const column = at && columnFor(problem, at, list);
  if (at?.row !== undefined && column !== undefined) {
    const row = firstSheetRow(list) + at.row;
    return { sheet: list.block.sheet, row, column: list.block.column + column, height: 1, width: 1 };
  }
  if (about === "cash") return blocks?.cash;
  if (about !== "policy") return undefined;
  if (!blocks || blocks.policy.width === 1 || at?.row === undefined) return blocks?.policy;
  const row = firstPolicyRow(blocks.policy) + at.row;
  return { ...blocks.policy, row, column: blocks.policy.column + 1, height: 1, width: 1 };
}

/** The place that a problem names, or that its row is in. */
function placeOf(problem: Problem): CellPlace | undefined {
  if ("at" in problem) return problem.at;
  return problem.code === "bands of two kinds" ? { argument: argumentNames.rows, row: problem.row } : undefined;
}

/** A Policy table has a row of headings, which a policy's rows leave out. */
function firstPolicyRow({ row, width }: Block): number {
  return width > 1 ? row + 1 : row;
}

function firstSheetRow(list: ValuedList): number {
  return list.block.row + list.firstRow;
}

/** Operations count rows within the range they were given; the owner sees the sheet's row numbers. */
function onSheet<T extends Problem | Note>(told: T, list: ValuedList, { blocks }: Decisions): T {
  const shift = firstSheetRow(list);
  if ("at" in told && told.at.row !== undefined) {
    const inPolicy = told.at.argument === argumentNames.policy;
    const first = inPolicy ? (blocks ? firstPolicyRow(blocks.policy) : 0) : shift;
    const column = told.at.argument === argumentNames.rows ? ruleColumnFor(told, told.at, list) : undefined;
    const heading = column === undefined ? undefined : list.names[column];
    return { ...told, at: { ...told.at, row: told.at.row + first, ...(heading !== undefined && { column: heading }) } };
  }
  if ("row" in told) return { ...told, row: told.row + shift };
  if ("rows" in told && typeof told.rows !== "number") return { ...told, rows: told.rows.map((row) => row + shift) };
  return told;
}
