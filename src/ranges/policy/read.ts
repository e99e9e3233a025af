import { dayOf, LAST_DAY, succeeded, type Policy, type Setting } from "../../engine";
import { failed, type CellPlace, type Note, type Problem, type Read } from "../problem";
import { isEmpty, plainValue, type Argument, type Cells } from "../cells";
import { isoDay } from "../dates";
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
function readUnlabelled(cell: unknown, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  const plain = plainValue(cell);
  const problem = typeof plain === "number" ? bandProblem(plain, at) : undefined;
  if (problem) return failed(problem);
  if (typeof plain === "number") return plain === 0 ? succeeded([]) : readText(bandText(plain, notes));
  return textOf(plain, at, readText);
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

/** How a label's value becomes the words of a clause. */
interface Label {
  readonly name: string;
  /** What its value must say, among whatever else it says: a band in the Look row is a slip, not a band. */
  readonly says: readonly Setting[];
  readonly also?: RegExp;
  /** Text as typed in the value cell. */
  words(text: string): string;
  /** A number in the value cell. */
  number?(number: number, notes: Note[]): string;
  /** Whether digits alone mean the same in a cell that is formatted as text, as the wizard formats the band's. */
  readonly takesDigits?: boolean;
}

/** `5/25` typed into a cell becomes 25 May; a band below 1 is a share of the total, above 1 points. */
function bandText(number: number, notes: Note[]): string {
  if (isTurnedDate(number)) {
    const { month, day } = dayOf(number);
    if (month === 5 && day === 25) {
      notes.push({ code: "date read as band", found: number });
      return "5/25";
    }
  }
  return `${number < 1 ? percentOf(number) : number}pp`;
}

/** A serial of this or the last century where a band belongs: what Excel makes of a text such as 5/25. */
function isTurnedDate(number: number): boolean {
  return Number.isInteger(number) && number > FIRST_TURNED_DATE && number <= LAST_DAY;
}

/** 1 January 1970. */
const FIRST_TURNED_DATE = 25_569;

/** Why a number in a band's cell can be no band, if it can't. */
function bandProblem(number: number, at: CellPlace): Problem | undefined {
  if (number === 1) return { code: "band of one", at };
  const { month, day } = isTurnedDate(number) ? dayOf(number) : { month: 5, day: 25 };
  return month === 5 && day === 25 ? undefined : { code: "date for a band", at, found: number };
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
  { name: "Look", says: ["look"], also: /^(calendar|frequency)$/, words: asTyped },
  { name: "Band", says: ["band"], also: /^threshold$/, words: asTyped, number: bandText, takesDigits: true },
  { name: "Trigger", says: ["trigger"], words: asTyped },
  { name: "Volatile look", says: ["volatileLook"], words: asTyped },
  {
    name: "Destination",
    says: ["destination"],
    words: after("to"),
    number: (number) => `to ${number < 1 ? percentOf(number) : number}pp`,
  },
  {
    name: "Sells",
    says: ["sells"],
    words: (text) =>
      /^(no|none|not allowed|false)$/i.test(text)
        ? "no sells"
        : /^(yes|allowed|true)$/i.test(text)
          ? "sells allowed"
          : text,
  },
  {
    name: "Minimum trade",
    says: ["minimumTrade"],
    also: /^min(imum)?( trade)?$/,
    words: after("min"),
    number: shareOrDollars("min"),
    takesDigits: true,
  },
  { name: "Trade unit", says: ["tradeUnit"], words: asTyped },
  { name: "Cost", says: ["cost"], words: after("cost"), number: (number) => `cost ${percentOf(number)}%` },
  { name: "Fee", says: ["fee"], words: after("fee"), number: (number) => `fee $${number}` },
  {
    name: "Cash buffer",
    says: ["cashBuffer"],
    words: after("keep"),
    number: shareOrDollars("keep"),
    takesDigits: true,
  },
  { name: "Gains", says: ["gains"], words: after("gains"), number: (number) => `gains up to $${number}` },
  { name: "Tax rates", says: ["incomeRate", "gainsRate"], words: asTyped },
  {
    name: "Income",
    says: ["incomeRate"],
    also: /^income( tax)?( rate)?$/,
    words: after("income"),
    number: (number) => `income ${percentOf(number)}%`,
  },
  {
    name: "Gains rate",
    says: ["gainsRate"],
    also: /^gains tax( rate)?$/,
    words: after("gains rate"),
    number: (number) => `gains rate ${percentOf(number)}%`,
  },
  {
    name: "Relocate",
    says: ["relocate"],
    words: (text) => (/^(no|false)$/i.test(text) ? "" : /^(yes|true)$/i.test(text) ? "relocate" : text),
  },
  {
    name: "Last look",
    says: ["lastLook"],
    also: /^last$/,
    words: after("last"),
    number: (number) => `last ${isoDay(number)}`,
  },
  { name: "Unassigned", says: ["unassigned"], words: after("unassigned") },
];

const LABEL_NAMES = LABELS.map((label) => label.name);

/** Settings whose default is to have none, and that may say so. Sells and Gains have a clause of that name. */
const MAY_BE_NONE = new Set(["Look", "Band", "Volatile look", "Minimum trade", "Cost", "Fee", "Cash buffer"]);

function labelOf(text: string): Label | undefined {
  const word = tidyText(text).toLowerCase();
  return LABELS.find((label) => label.name.toLowerCase() === word || label.also?.test(word));
}

/** The header that the wizard writes above the two columns. */
const HEADER = /^(setting|policy|label|rule)$/i;

function readLabelled(cells: Cells, row: number, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  const [labelCell, valueCell] = cells[row] ?? [];
  const named = tidyText(typeof labelCell === "string" ? labelCell : "");
  const value = plainValue(valueCell);
  if (isEmpty(value)) return succeeded([]);
  const label = labelOf(named);
  // FALSE is an empty check box, and leaves a setting at its default; but whoever ticks off Sells wants none.
  if (value === false && label?.name !== "Sells") return succeeded([]);
  if (!label) {
    if (row === 0 && HEADER.test(named)) return succeeded([]);
    return failed({
      code: "unknown setting",
      found: isEmpty(labelCell) ? "" : String(labelCell),
      at,
      known: LABEL_NAMES,
    });
  }
  if (typeof value === "number") return readNumberValue(label, value, at, notes);
  if (typeof value === "boolean")
    return readValue(label, value ? "TRUE" : "FALSE", label.words(value ? "yes" : "no"), at);
  return textOf(value, at, (text) => {
    const words = tidyText(text);
    if (label.name === "Trigger" && /^(and|or)$/i.test(words)) {
      return succeeded([{ text: words, settings: { trigger: words.toLowerCase() === "or" ? "or" : "and" } }]);
    }
    if (/^none$/i.test(words) && MAY_BE_NONE.has(label.name)) return succeeded([]);
    if (label.takesDigits === true && /^\d*\.?\d+$/.test(words))
      return readNumberValue(label, Number(words), at, notes);
    return readValue(label, words, label.words(words), at);
  });
}

function readNumberValue(label: Label, value: number, at: CellPlace, notes: Note[]): Read<readonly Clause[]> {
  if (value === 0) return succeeded([]);
  if (label.number === undefined) return failed({ code: "unknown clause", found: `${label.name} ${value}`, at });
  const problem = label.name === "Band" ? bandProblem(value, at) : undefined;
  if (problem) return failed(problem);
  return readValue(label, String(value), label.number(value, notes), at);
}

/** Reads a label's value, `typed` in the cell and made into the `words` of clauses. */
function readValue(label: Label, typed: string, words: string, at: CellPlace): Read<readonly Clause[]> {
  const read = readText(words);
  const found = `${label.name} ${typed}`;
  // The sentence quotes what stands in the cells, not the clause that was made of it.
  if (!read.ok) return failed(quoting(read.problem, found, at));
  const said = read.value.some(({ settings }) => label.says.some((setting) => settings[setting] !== undefined));
  return said || read.value.length === 0 ? read : failed({ code: "unknown clause", found, at });
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
