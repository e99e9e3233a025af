import { dayOf, failed, LAST_DAY, succeeded, type Note, type Policy, type Position, type Result } from "../../engine";
import type { Argument, Cells } from "../cells";
import { isEmpty } from "../column";
import { isoDay } from "../days";
import { readNumber, tidyText } from "../numbers";
import { joinClauses, readClause, type Clause } from "./clauses";

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
export function readPolicy(cells: Argument): Result<PolicyRange> {
  const width = cells?.[0]?.length ?? 0;
  if (!cells || width === 0) return succeeded({ policy: {}, clauses: [], notes: [] });
  if (width > 2) return failed({ code: "not a policy range", height: cells.length, width });

  const clauses: Clause[] = [];
  const notes: Note[] = [];
  for (let row = 0; row < cells.length; row++) {
    const at: Position = { argument: "Policy", row };
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
function readText(text: string): Result<readonly Clause[]> {
  const clauses: Clause[] = [];
  for (const part of text.split(/;|\r?\n|, /)) {
    const clause = tidyText(part);
    if (clause === "") continue;
    const read = readClause(clause);
    if (!read.ok) return read;
    clauses.push(read.value);
  }
  return succeeded(clauses);
}

/** A cell of its own: text with clauses, or what Excel made of a band that was typed: 0.05 for 5%, a date for 5/25. */
function readUnlabelled(cell: unknown, at: Position, notes: Note[]): Result<readonly Clause[]> {
  const plain = plainValue(cell);
  if (plain === 1) return failed({ code: "band of one", at });
  if (typeof plain === "number") return plain === 0 ? succeeded([]) : readText(bandText(plain, notes));
  return textOf(plain, at, readText);
}

function textOf(
  cell: unknown,
  at: Position,
  read: (text: string) => Result<readonly Clause[]>,
): Result<readonly Clause[]> {
  if (isEmpty(cell)) return succeeded([]);
  const number = readNumber(cell, at, "policy");
  if (number.kind === "problem") return failed(number.problem);
  return read(String(cell));
}

/** A cell's value without Excel's wrapping of formatted numbers. */
function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null || !("basicValue" in cell)) return cell;
  return "type" in cell && cell.type === "Error" ? cell : cell.basicValue;
}

/** How a label's value becomes the words of a clause. */
interface Label {
  readonly name: string;
  readonly also?: RegExp;
  /** Text as typed in the value cell. */
  words(text: string): string;
  /** A number in the value cell. */
  number?(number: number, notes: Note[]): string;
}

/** `5/25` typed into a cell becomes 25 May; a band below 1 is a share of the total, above 1 points. */
function bandText(number: number, notes: Note[]): string {
  if (number > 100 && number <= LAST_DAY) {
    const { month, day } = dayOf(number);
    if (month === 5 && day === 25) {
      notes.push({ code: "date read as band", found: number });
      return "5/25";
    }
  }
  return `${number < 1 ? percentOf(number) : number}pp`;
}

/** A fraction in percents, by its decimal digits: 0.07 is 7, not 7.000000000000001. */
function percentOf(fraction: number): string {
  return String(Number(`${fraction}e2`));
}

function shareOrDollars(word: string): (number: number) => string {
  return (number) => (number < 1 ? `${word} ${percentOf(number)}%` : `${word} $${number}`);
}

function after(word: string): (text: string) => string {
  return (text) => (text.toLowerCase().startsWith(word) ? text : `${word} ${text}`);
}

function asTyped(text: string): string {
  return text;
}

const LABELS: readonly Label[] = [
  { name: "Look", also: /^(calendar|frequency)$/, words: asTyped },
  { name: "Band", also: /^threshold$/, words: asTyped, number: bandText },
  { name: "Trigger", words: asTyped },
  { name: "Volatile look", words: asTyped },
  { name: "Destination", words: asTyped },
  {
    name: "Sells",
    words: (text) =>
      /^(no|none|not allowed|false)$/i.test(text)
        ? "no sells"
        : /^(yes|allowed|true)$/i.test(text)
          ? "sells allowed"
          : text,
  },
  { name: "Minimum trade", also: /^min(imum)?( trade)?$/, words: after("min"), number: shareOrDollars("min") },
  { name: "Trade unit", words: asTyped },
  { name: "Cost", words: after("cost"), number: (number) => `cost ${percentOf(number)}%` },
  { name: "Fee", words: after("fee"), number: (number) => `fee $${number}` },
  { name: "Cash buffer", words: after("keep"), number: shareOrDollars("keep") },
  { name: "Gains", words: after("gains"), number: (number) => `gains up to $${number}` },
  { name: "Tax rates", words: asTyped },
  {
    name: "Income",
    also: /^income( tax)?( rate)?$/,
    words: after("income"),
    number: (number) => `income ${percentOf(number)}%`,
  },
  { name: "Gains rate", words: after("gains rate"), number: (number) => `gains rate ${percentOf(number)}%` },
  {
    name: "Relocate",
    words: (text) => (/^(no|false)$/i.test(text) ? "" : /^(yes|true)$/i.test(text) ? "relocate" : text),
  },
  { name: "Last look", also: /^last$/, words: after("last"), number: (number) => `last ${isoDay(number)}` },
  { name: "Unassigned", words: after("unassigned") },
];

const LABEL_NAMES = LABELS.map((label) => label.name);

function labelOf(text: string): Label | undefined {
  const word = tidyText(text).toLowerCase();
  return LABELS.find((label) => label.name.toLowerCase() === word || label.also?.test(word));
}

/** The header that the wizard writes above the two columns. */
const HEADER = /^(setting|policy|label|rule)$/i;

function readLabelled(cells: Cells, row: number, at: Position, notes: Note[]): Result<readonly Clause[]> {
  const [labelCell, valueCell] = cells[row] ?? [];
  const named = tidyText(typeof labelCell === "string" ? labelCell : "");
  const value = plainValue(valueCell);
  if (isEmpty(value) || value === false) return succeeded([]);
  const label = labelOf(named);
  if (!label) {
    if (row === 0 && HEADER.test(named)) return succeeded([]);
    return failed({
      code: "unknown setting",
      found: isEmpty(labelCell) ? "" : String(labelCell),
      at,
      known: LABEL_NAMES,
    });
  }
  if (typeof value === "number") {
    if (label.number === undefined) return failed({ code: "unknown clause", found: `${label.name} ${value}`, at });
    if (label.name === "Band" && value === 1) return failed({ code: "band of one", at });
    return readText(label.number(value, notes));
  }
  if (value === true) return readText(label.words("yes"));
  return textOf(value, at, (text) => {
    const words = tidyText(text);
    if (label.name === "Trigger" && /^(and|or)$/i.test(words)) {
      return succeeded([{ text: words, settings: { trigger: words.toLowerCase() === "or" ? "or" : "and" } }]);
    }
    return readText(label.words(words));
  });
}
