import type { Note, Problem } from "../../engine";
import {
  bands,
  drift,
  driftTotal,
  isDue,
  nextLook,
  policy as readPolicy,
  rebalance,
  status,
  weights,
  type Answer,
} from "../../operations";
import { noteSentence, sentence, type Cells } from "../../ranges";
import { localAddress, type Block } from "../../sheets";
import { daySerial } from "./day";
import { columnOf, type Decisions, fundName, type ReadyList, type ValuedList } from "../../lists";

export type Signal = "In band" | "Over" | "Under";

/** How one fund stands. Weights are fractions of the total; drift is weight − target. */
export interface Fund {
  /** Counted from 0 among the list's rows of funds. */
  readonly row: number;
  readonly name: string;
  readonly weight: number;
  readonly target: number;
  readonly drift: number;
  readonly lowest: number;
  readonly highest: number;
  readonly signal: Signal;
}

/** A buy (+) or sale (−) in dollars. */
export interface Trade {
  readonly fund: string;
  readonly amount: number;
}

/** What is wrong, in a sentence, and where on the sheet if it is a cell. */
export interface Trouble {
  readonly sentence: string;
  readonly cell?: string;
  /** The same cell, to go to. */
  readonly at?: Block;
}

export type OrTrouble<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly trouble: Trouble };

export interface ListStanding {
  readonly funds: readonly Fund[];
  /** Half the sum of absolute drifts, a fraction. */
  readonly totalDrift: number;
  /** The rule in a plain sentence. */
  readonly rule: string;
  readonly trades: OrTrouble<{ readonly list: readonly Trade[] }>;
  /** Whether the rule says to act today, new money aside. */
  readonly due: boolean;
  /** The next day to look, as Excel counts days; undefined where the rule has no calendar. */
  readonly nextLook?: number;
  /** What was accepted but is worth saying. */
  readonly notes: readonly string[];
}

/** Says how the funds of a list stand under a rule on a day (as Excel counts days), and what to trade. */
export function assess(list: ReadyList, decisions: Decisions, today = daySerial(new Date())): OrTrouble<ListStanding> {
  const totalTrouble = wrongTotal(list);
  if (totalTrouble) return { ok: false, trouble: totalTrouble };

  const values = columnOf(list, list.columns.value);
  const targets = columnOf(list, list.columns.target);
  const rule = decisions.policy;
  const answers = {
    weights: weights(values),
    drift: drift(values, targets, null),
    total: driftTotal(values, targets),
    bands: bands(targets, rule),
    status: status(values, targets, rule),
    policy: readPolicy(rule),
    due: isDue(values, targets, rule, [[today]]),
  };
  for (const answer of Object.values(answers)) {
    if (!answer.ok) return { ok: false, trouble: troubleFrom(answer.problem, list, decisions) };
  }

  const funds = values.flatMap((_, row) => {
    const signal = textAt(answers.status, row);
    // A blank row has no status: it is no fund.
    if (signal !== "In band" && signal !== "Over" && signal !== "Under") return [];
    const weight = numberAt(answers.weights, row);
    const difference = numberAt(answers.drift, row);
    const fund: Fund = {
      row,
      name: fundName(list, row),
      weight,
      target: weight - difference,
      drift: difference,
      lowest: numberAt(answers.bands, row, 0),
      highest: numberAt(answers.bands, row, 1),
      signal,
    };
    return [fund];
  });
  const trading = rebalance(values, targets, [[decisions.cash]], rule, [[today]]);
  const look = nextLook(rule, [[today]]);
  const next = numberAt(look, 0);
  return {
    ok: true,
    funds,
    totalDrift: numberAt(answers.total, 0),
    rule: plainRule(answers.policy),
    trades: trading.ok
      ? { ok: true, list: tradesIn(trading, list) }
      : { ok: false, trouble: troubleFrom(trading.problem, list, decisions) },
    due: answers.due.ok && answers.due.cells[0]?.[0] === true,
    // A rule without a calendar may be looked at any day: that is no date to tell.
    ...(next > today ? { nextLook: next } : {}),
    notes: notesIn([...Object.values(answers), trading], list, decisions),
  };
}

/** What is wrong with the values of a list, whatever its targets; undefined if nothing is. */
export function valueTrouble(list: ValuedList): Trouble | undefined {
  const totalTrouble = wrongTotal(list);
  if (totalTrouble) return totalTrouble;
  const answer = weights(columnOf(list, list.columns.value));
  return answer.ok ? undefined : troubleFrom(answer.problem, list, { cash: 0, policy: [[""]] });
}

const RULES = "Type 5/25, 5%, or 20% relative; the help page of KEEL.POLICY lists all words.";

/** Reads a policy: the rule in a plain sentence, or why it can't be read or can't be carried out on this list. */
export function explainRule(policy: Cells): OrTrouble<{ readonly rule: string }> {
  const answer = readPolicy(policy);
  if (!answer.ok) return { ok: false, trouble: { sentence: told(answer.problem) } };
  return { ok: true, rule: plainRule(answer) };
}

/** A problem in a sentence for the pane, where nobody has typed a function. */
function told(problem: Problem): string {
  switch (problem.code) {
    case "unknown clause":
      // A few examples help more here than the list of every clause.
      return `Keel doesn’t know “${problem.found}”. ${RULES}`;
    case "band without edges":
      return `“${problem.clause}” looks at all funds together, and this pane judges each fund by itself. Type a rule for each fund, such as 5/25.`;
    case "missing argument":
      return `This rule needs the ${problem.argument.toLowerCase()}, which the pane doesn’t have. Choose a rule without it, or type the formulas yourself.`;
    default:
      return sentence(problem);
  }
}

function tradesIn(answer: Answer, list: ReadyList): Trade[] {
  if (!answer.ok) return [];
  return answer.cells.flatMap((_, row) => {
    const amount = numberAt(answer, row);
    return amount === 0 ? [] : [{ fund: fundName(list, row), amount }];
  });
}

/** `KEEL.POLICY` ends with its plain sentence. */
function plainRule(answer: Answer): string {
  if (!answer.ok) return "";
  const last = answer.cells.at(-1) ?? [];
  return last.filter((cell): cell is string => typeof cell === "string" && cell !== "").at(-1) ?? "";
}

function numberAt(answer: Answer, row: number, column = 0): number {
  const cell = answer.ok ? answer.cells[row]?.[column] : undefined;
  return typeof cell === "number" ? cell : 0;
}

function textAt(answer: Answer, row: number): string {
  const cell = answer.ok ? answer.cells[row]?.[0] : undefined;
  return typeof cell === "string" ? cell : "";
}

function notesIn(answers: readonly Answer[], list: ReadyList, decisions: Decisions): string[] {
  const notes = answers.flatMap((answer) => (answer.ok ? answer.notes : []));
  return [...new Set(notes.map((note) => noteSentence(onSheet(note, list, decisions))))];
}

function troubleFrom(problem: Problem, list: ValuedList, decisions: Decisions): Trouble {
  const at = blockOfProblem(problem, list, decisions);
  const cell = at ? `${localAddress(at)} on sheet ${at.sheet}` : cellOfProblem(problem, decisions);
  return {
    sentence: told(onSheet(problem, list, decisions)),
    ...(cell === undefined ? {} : { cell }),
    ...(at ? { at } : {}),
  };
}

/** The sheet's cell that a problem is about, if it is about one. */
function blockOfProblem(problem: Problem, list: ValuedList, { policy, blocks }: Decisions): Block | undefined {
  const at = "at" in problem ? problem.at : undefined;
  const column =
    at?.argument === "Values" ? list.columns.value : at?.argument === "Targets" ? list.columns.target : undefined;
  if (at?.row !== undefined && column !== undefined) {
    const row = firstSheetRow(list) + at.row;
    return { sheet: list.block.sheet, row, column: list.block.column + column, height: 1, width: 1 };
  }
  if (at?.argument === "Cash") return blocks?.cash;
  if (!isAboutPolicy(problem, policy)) return undefined;
  if (!blocks || blocks.policy.width === 1 || at?.row === undefined) return blocks?.policy;
  const row = firstPolicyRow(blocks.policy) + at.row;
  return { ...blocks.policy, row, column: blocks.policy.column + 1, height: 1, width: 1 };
}

function cellOfProblem(problem: Problem, { policy, cells }: Decisions): string | undefined {
  if ("at" in problem && problem.at.argument === "Cash") return cells?.cash;
  return isAboutPolicy(problem, policy) ? cells?.policy : undefined;
}

function isAboutPolicy(problem: Problem, policy: Cells): boolean {
  return problem.code === "band without edges" || !readPolicy(policy).ok;
}

/** A Policy table has a row of headings, which a policy's rows leave out. */
function firstPolicyRow({ row, width }: Block): number {
  return width > 1 ? row + 1 : row;
}

function firstSheetRow(list: ValuedList): number {
  return list.block.row + list.firstRow;
}

/** Operations count rows within the range they were given; the user sees the sheet's row numbers. */
function onSheet<T extends Problem | Note>(told: T, list: ValuedList, { blocks }: Decisions): T {
  const shift = firstSheetRow(list);
  if ("at" in told && told.at.row !== undefined) {
    const inPolicy = told.at.argument === "Policy";
    const first = inPolicy ? (blocks ? firstPolicyRow(blocks.policy) : 0) : shift;
    return { ...told, at: { ...told.at, row: told.at.row + first } };
  }
  if ("row" in told) return { ...told, row: told.row + shift };
  return told;
}

function wrongTotal(list: ValuedList): Trouble | undefined {
  if (!list.total || list.total.agrees) return undefined;
  const row = list.block.row + list.total.row;
  const at: Block = {
    sheet: list.block.sheet,
    row,
    column: list.block.column + list.columns.value,
    height: 1,
    width: 1,
  };
  return {
    sentence: `Row ${row + 1} says it is a total, but it is not the sum of the rows above. Correct it or delete it.`,
    cell: `${localAddress(at)} on sheet ${at.sheet}`,
    at,
  };
}
