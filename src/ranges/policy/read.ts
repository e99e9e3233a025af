import { succeeded, type Policy, type Setting } from "../../engine";
import { failed, type CellPlace, type Note, type Problem, type Read } from "../problem";
import { isEmpty, plainValue, type Argument, type Cells } from "../cells";
import { readNumber, tidyText } from "../numbers";
import { map } from "./amounts";
import { asClause, joinClauses, readClause, readForms, type Clause } from "./clauses";
import { settingOf } from "./every-setting";
import { labelNamed, labels, type Label } from "./labels";

/** A policy as it was read, with the clauses it was said in: a function that can't carry one out names it. */
export interface PolicyRange {
  readonly policy: Policy;
  readonly clauses: readonly Clause[];
  readonly notes: readonly Note[];
}

/**
 * Reads a policy: one cell of text, one column of clauses, or two columns of label and value. Blank or left out means
 * every default.
 */
export function readPolicy(cells: Argument): Read<PolicyRange> {
  const width = cells?.[0]?.length ?? 0;
  if (!cells || width === 0) return succeeded({ policy: {}, clauses: [], notes: [] });
  if (width > 2) return failed({ code: "not a policy range", height: cells.length, width });

  const clauses: Clause[] = [];
  const notes: Note[] = [];
  for (let row = 0; row < cells.length; row++) {
    const at: CellPlace = { argument: "Policy", row };
    const read = width === 2 ? readLabelled(cells, row, at, notes) : readUnlabelled(cells[row]?.[0], at, notes);
    if (!read.ok) {
      const { problem } = read;
      return problem.code === "unknown clause" && cells.length > 1 ? failed({ ...problem, at }) : read;
    }
    clauses.push(...read.value);
  }
  const policy = joinClauses(clauses);
  return policy.ok ? succeeded({ policy: policy.value, clauses, notes }) : policy;
}

/** Splits a text into clauses: at `;`, a line break, or a comma with a space, since `$1,000` and `0,1%` are numbers. */
function readText(text: string): Read<readonly Clause[]> {
  const clauses: Clause[] = [];
  const said = new Set<string>();
  for (const part of text.split(/;|\r?\n|, /)) {
    const clause = tidyText(part);
    if (clause === "") continue;
    const read = readClause(clause);
    if (!read.ok) return read;
    clauses.push(read.value);
    const settings = Object.keys(read.value.settings);
    // What says a setting twice is refused: a text of 100,000 clauses is none to read to its end.
    if (settings.some((setting) => said.has(setting))) break;
    for (const setting of settings) said.add(setting);
  }
  return succeeded(clauses);
}

/** A cell of its own: text with clauses, or what Excel made of a band that was typed: 0.05 for 5%, a date for 5/25. */
function readUnlabelled(cell: unknown, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  const plain = plainValue(cell);
  if (plain === 0) return succeeded([]);
  if (typeof plain !== "number") return textOf(plain, at, readText);
  return readNumberAs("band", plain, `${plain < 1 ? percentOf(plain) : plain}pp`, at, notes);
}

/** A fraction in percents, by its decimal digits: 0.07 is 7, not 7.000000000000001. */
function percentOf(fraction: number): string {
  // Very small and very large numbers bring an exponent of their own.
  const [digits = "", power = "0"] = String(fraction).split("e");
  const shifted = `${digits}e${Number(power) + 2}`;
  const percents = Number(shifted);
  return Number.isFinite(percents) ? String(percents) : shifted;
}

function textOf(
  cell: unknown,
  at: CellPlace,
  read: (text: string) => Read<readonly Clause[]>,
): Read<readonly Clause[]> {
  if (isEmpty(cell)) return succeeded([]);
  const number = readNumber(cell, at, "policy");
  if (number.kind === "problem") return failed(number.problem);
  return read(String(cell));
}

/** The header that the wizard writes above the two columns. */
const HEADER = /^(setting|policy|label|rule)$/i;

function readLabelled(cells: Cells, row: number, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  const [labelCell, valueCell] = cells[row] ?? [];
  const labelValue = plainValue(labelCell);
  const named = tidyText(typeof labelValue === "string" ? labelValue : "");
  const value = plainValue(valueCell);
  if (isEmpty(value)) return succeeded([]);
  // An error, or something else that shows no words, is said as what it is.
  if (typeof labelValue === "object" && labelValue !== null) return textOf(labelValue, at, () => succeeded([]));
  const label = labelNamed(named);
  const setting = label && onlySetting(label);
  if (value === false && (setting === undefined || settingOf(setting).cell?.unticked !== true)) return succeeded([]);
  if (!label) {
    if (row === 0 && HEADER.test(named)) return succeeded([]);
    const found = isEmpty(labelValue) ? "" : String(labelValue);
    return failed({ code: "unknown setting", found, at, known: labels().map(({ name }) => name) });
  }
  if (typeof value === "number") return readLabelledNumber(label, value, at, notes);
  if (typeof value === "boolean") return readWords(label, value ? "yes" : "no", value ? "TRUE" : "FALSE", at);
  return textOf(value, at, (text) => {
    const words = tidyText(text);
    return setting !== undefined && settingOf(setting).cell?.takesDigits === true && /^\d*\.?\d+$/.test(words)
      ? readLabelledNumber(label, Number(words), at, notes)
      : readWords(label, words, words, at);
  });
}

/** The setting that a label is for; undefined if several share it. */
function onlySetting({ settings: [setting, ...others] }: Label): Setting | undefined {
  return others.length === 0 ? setting : undefined;
}

function readLabelledNumber(label: Label, number: number, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  if (number === 0) return succeeded([]);
  const found = `${label.name} ${number}`;
  const setting = onlySetting(label);
  const read = setting === undefined ? undefined : readNumberAs(setting, number, found, at, notes);
  if (read === undefined) return failed({ code: "unknown clause", found, at });
  return read.ok ? read : failed(quoting(read.problem, found, at));
}

/** Reads a number that can only be about one setting. */
function readNumberAs(
  name: Setting,
  number: number,
  found: string,
  at: CellPlace,
  notes: Note[],
): Read<readonly Clause[]> {
  const read = settingOf(name).cell?.number?.(number, found, at, notes);
  return read
    ? map(read, (value) => [{ text: found, settings: { [name]: value } }])
    : failed({ code: "unknown clause", found });
}

/** Reads the words of a label's cell; `typed` is what stands in it. */
function readWords(label: Label, words: string, typed: string, at: CellPlace): Read<readonly Clause[]> {
  const setting = onlySetting(label);
  const found = `${label.name} ${typed}`;
  const short = setting === undefined ? undefined : readShort(setting, words, found);
  if (short) return short;
  const read = readText(asClause(setting === undefined ? undefined : settingOf(setting).cell?.word, words));
  // The sentence quotes what stands in the cells, not the clause that was made of it.
  if (!read.ok) return failed(quoting(read.problem, found, at));
  // A band in the Look row is a slip, not a band.
  const said = read.value.some(({ settings }) => label.settings.some((one) => settings[one] !== undefined));
  return said || read.value.length === 0 ? read : failed({ code: "unknown clause", found, at });
}

/** Reads words that are understood beside their label only; undefined if they are none of these. */
function readShort(name: Setting, words: string, found: string): Read<readonly Clause[]> | undefined {
  const { cell } = settingOf(name);
  if (cell?.nothing?.test(words) === true) return succeeded([]);
  const read = readForms(cell?.forms ?? [], words);
  return read && map(read, (value) => [{ text: found, settings: { [name]: value } }]);
}

function quoting(problem: Problem, found: string, at: CellPlace): Problem {
  switch (problem.code) {
    case "unknown clause":
      return { ...problem, found, at };
    case "clause out of range":
      return { ...problem, clause: found };
    case "bad date":
      return { ...problem, found };
    default:
      return problem;
  }
}
