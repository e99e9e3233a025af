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
import { columnName } from "../../sheets";
import { daySerial } from "./day";
import { columnOf, fundName, type ReadyList } from "./list";

export type Signal = "In band" | "Over" | "Under";

/** How one fund stands. Weights are fractions of the total; drift is weight − target. */
export interface Fund {
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
}

export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly trouble: Trouble };

export interface Standing {
  readonly funds: readonly Fund[];
  /** Half the sum of absolute drifts, a fraction. */
  readonly totalDrift: number;
  /** The rule in a plain sentence. */
  readonly rule: string;
  readonly trades: Outcome<{ readonly list: readonly Trade[] }>;
  /** Whether the rule says to act today, new money aside. */
  readonly due: boolean;
  /** The next day to look, as Excel counts days; undefined where the rule has no calendar. */
  readonly nextLook?: number;
  /** What was accepted but is worth saying. */
  readonly notes: readonly string[];
}

/** What the owner has decided: dollars to invest and a policy, as values or as what their cells hold. */
export interface Decisions {
  readonly cash: unknown;
  readonly policy: unknown;
  /** The addresses of their cells, if they stand on the list's sheet. */
  readonly cells?: { readonly cash: string; readonly policy: string };
}

/** Says how the funds of a list stand under a rule on a day (as Excel counts days), and what to trade. */
export function assess(list: ReadyList, decisions: Decisions, today = daySerial(new Date())): Outcome<Standing> {
  const totalTrouble = wrongTotal(list);
  if (totalTrouble) return { ok: false, trouble: totalTrouble };

  const values = columnOf(list, list.columns.value);
  const targets = columnOf(list, list.columns.target);
  const rule: Cells = [[decisions.policy]];
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
    notes: notesIn([...Object.values(answers), trading], list),
  };
}

const RULES = "Type 5/25, 5%, or 20% relative; the help page of KEEL.POLICY lists all words.";

/** Reads a policy: the rule in a plain sentence, or why it can't be read or can't be carried out on this list. */
export function explainRule(policy: string): Outcome<{ readonly rule: string }> {
  const answer = readPolicy([[policy]]);
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

function notesIn(answers: readonly Answer[], list: ReadyList): string[] {
  const notes = answers.flatMap((answer) => (answer.ok ? answer.notes : []));
  return [...new Set(notes.map((note) => noteSentence(onSheet(note, list))))];
}

function troubleFrom(problem: Problem, list: ReadyList, decisions: Decisions): Trouble {
  const cell = cellOf(problem, list, decisions);
  return {
    sentence: told(onSheet(problem, list)),
    ...(cell === undefined ? {} : { cell: `${cell} on sheet ${list.block.sheet}` }),
  };
}

/** The sheet's cell that a problem is about, if it is about one. */
function cellOf(problem: Problem, list: ReadyList, { policy, cells }: Decisions): string | undefined {
  const at = "at" in problem ? problem.at : undefined;
  const column =
    at?.argument === "Values" ? list.columns.value : at?.argument === "Targets" ? list.columns.target : undefined;
  if (at?.row !== undefined && column !== undefined) {
    return `${columnName(list.block.column + column)}${firstSheetRow(list) + at.row + 1}`;
  }
  if (at?.argument === "Cash") return cells?.cash;
  return problem.code === "band without edges" || !readPolicy([[policy]]).ok ? cells?.policy : undefined;
}

function firstSheetRow(list: ReadyList): number {
  return list.block.row + list.firstRow;
}

/** Operations count rows within the range they were given; the user sees the sheet's row numbers. */
function onSheet<T extends Problem | Note>(told: T, list: ReadyList): T {
  const shift = firstSheetRow(list);
  if ("at" in told && told.at.row !== undefined) return { ...told, at: { ...told.at, row: told.at.row + shift } };
  if ("row" in told) return { ...told, row: told.row + shift };
  return told;
}

function wrongTotal(list: ReadyList): Trouble | undefined {
  if (!list.total || list.total.agrees) return undefined;
  const row = list.block.row + list.total.row + 1;
  const cell = `${columnName(list.block.column + list.columns.value)}${row}`;
  return {
    sentence: `Row ${row} says it is a total, but it is not the sum of the rows above. Correct it or delete it.`,
    cell: `${cell} on sheet ${list.block.sheet}`,
  };
}
