import { succeeded, type Policy } from "../../engine";
import { isEmpty, plainValue, type Argument, type Cells } from "../cells";
import { tidyText } from "../numbers";
import { labelNamed } from "../policy/labels";
import { readPolicy } from "../policy/read";
import { writePolicy } from "../policy/write";
import { failed, type Note, type Problem, type Read } from "../problem";
import { told } from "../wording/evidence-problems";
import { NEVER } from "../wording/evidence";

const POLICIES = "Policies";

/** A policy to compare, and what its owner calls it. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
  /** The row of the range, from 0, that it stands in; undefined where it is one of Keel's own, or the whole range. */
  readonly row: number | undefined;
}

/** Policies to compare; undefined where none are given. */
export interface PoliciesRange {
  readonly policies: readonly NamedPolicy[] | undefined;
  readonly notes: readonly Note[];
}

/** What may stand above a column of policies. */
const HEADING = /^(policy|policies|rule|rules|text|clauses?)$/i;
/** What may stand above a policy's labels. */
const LABEL_HEADING = /^(setting|policy|label|rule)$/i;
/** A policy that never trades, and what may be said of its costs all the same. */
const NEVER_SAID = /^never(?:\s*;\s*(.*))?$/is;

/**
 * Reads policies to compare: one column, a text a row; or two, a name and a text a row; under a heading or not. Two
 * columns of labels and values are one policy. `never` is the policy that never trades. Blank rows are passed over.
 */
export function readPolicies(cells: Argument): Read<PoliciesRange> {
  if (!cells || cells.every((row) => row.every(isEmpty))) return succeeded({ policies: undefined, notes: [] });
  const width = cells[0]?.length ?? 0;
  // Two cells side by side may be two policies or a name and a policy.
  if (width > 2 || (width === 2 && cells.length === 1)) return failed(told(shapeSentence(cells.length, width)));
  if (width === 2 && isLabelled(cells)) {
    const read = readPolicy(cells);
    if (!read.ok) return read;
    const { policy, notes } = read.value;
    return succeeded({ policies: [{ name: nameOf(policy), policy, row: undefined }], notes });
  }
  return readRows(cells, width);
}

function shapeSentence(height: number, width: number): string {
  return `${POLICIES} is ${height} by ${width} cells. Give one column with a rule a row, or two, a name and its rule, under a heading.`;
}

function readRows(cells: Cells, width: number): Read<PoliciesRange> {
  const policies: NamedPolicy[] = [];
  const notes: Note[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]?.[width - 1];
    const given = plainValue(cell);
    const called = width === 2 ? plainValue(cells[row]?.[0]) : undefined;
    if (isEmpty(given) && isEmpty(called)) continue;
    if (row === 0 && typeof given === "string" && HEADING.test(tidyText(given))) continue;
    const read = readRule(cell, row);
    if (!read.ok) return read;
    notes.push(...read.value.notes);
    const { policy } = read.value;
    const own = isEmpty(called) ? given : called;
    const name = typeof own === "string" ? tidyText(own) : nameOf(policy);
    policies.push({ name, policy, row });
  }
  return succeeded({ policies, notes });
}

function readRule(cell: unknown, row: number): Read<{ readonly policy: Policy; readonly notes: readonly Note[] }> {
  const plain = plainValue(cell);
  const never = typeof plain === "string" ? NEVER_SAID.exec(tidyText(plain)) : null;
  const read = readPolicy(never ? [[never[1] ?? ""]] : [[cell]]);
  if (!read.ok) return failed(inRow(read.problem, row));
  const { look, volatileLook, band } = read.value.policy;
  if (never && (look ?? volatileLook ?? band) !== undefined) {
    return failed({ code: "unknown clause", found: String(plain), at: { argument: POLICIES, row } });
  }
  return succeeded(read.value);
}

/** A problem of a policy, with the row of the range that the policy stands in. */
function inRow(problem: Problem, row: number): Problem {
  const at = { argument: POLICIES, row };
  switch (problem.code) {
    case "unknown clause":
    case "setting twice":
    case "clause out of range":
    case "bad date":
      return { ...problem, at };
    default:
      return "at" in problem ? { ...problem, at } : problem;
  }
}

/** Whether two columns are a policy's labels and values. */
function isLabelled(cells: Cells): boolean {
  let labelled = 0;
  for (const [row, [cell]] of cells.entries()) {
    const plain = plainValue(cell);
    if (isEmpty(plain)) continue;
    const words = typeof plain === "string" ? tidyText(plain) : "";
    if (row === 0 && LABEL_HEADING.test(words) && cells.length > 1) continue;
    if (labelNamed(words) === undefined) return false;
    labelled += 1;
  }
  return labelled > 0;
}

/** What a policy is called that has no name. */
export function nameOf(policy: Policy): string {
  const { look, volatileLook, band } = policy;
  const said = writePolicy(policy);
  if ((look ?? volatileLook ?? band) !== undefined) return said;
  return said === "" ? NEVER : `${NEVER}; ${said}`;
}
