import type { Allocation, DueReason, Lock } from "../engine";
import type {
  AlignedColumns,
  Argument,
  Explanation,
  Fact,
  FormulaName,
  Note,
  Read,
  Refusal,
  ResultCells,
  RowLayout,
  Worked,
} from "../ranges";
import { withoutLongTexts } from "../ranges";
import type { Family } from "./families";
import { Memo } from "./memo";

/** What the numbers of a cell stand for. */
export type CellKind = "plain" | "money" | "percent" | "day";

/**
 * What the numbers of a range stand for: all the same; in a table by its headings, or in a list of settings by their
 * labels; or cell by cell, row after row, where rows further down are as the last.
 */
export type CellKinds = CellKind | "by heading" | "by label" | readonly (readonly CellKind[])[];

/** An argument of an operation, under the name that its Excel function declares. */
export interface OperationArgument {
  readonly name: string;
  /** What its numbers stand for, for whoever shows them. */
  readonly holds: CellKinds;
}

/** What an operation decided: its own record of the answer, with what is worth saying about the inputs. */
export interface Decided {
  readonly notes: readonly Note[];
}

/** What an operation answers, as cells; or why there is no answer. */
export type Answer = Answered | Refusal;

export interface Answered {
  readonly ok: true;
  readonly cells: ResultCells;
  /** What the numbers of the cells stand for. */
  readonly holds: CellKinds;
  readonly notes: readonly Note[];
  /** How the answer came about; with the figures of one of its cells put into its formulas, or else of the first fund. */
  explain(at?: ResultPlace): Explanation;
}

/** A cell of a result: its row and column there, from 0. */
export interface ResultPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * One Excel function's work, whole: what it is called, what it takes, how it decides, and how what it decided is laid
 * out and told. Whoever needs the figures reads the record that `decide` gives, never the cells.
 */
export interface Definition<Name extends string, Given extends readonly unknown[], Record extends Decided> {
  /** In capitals, as in `KEEL.DRIFT`. */
  readonly name: Name;
  readonly family: Family;
  /** In the function's order. */
  readonly arguments: { readonly [Index in keyof Given]: OperationArgument };
  /** What the numbers of the result stand for. */
  readonly holds: CellKinds | ((record: Record) => CellKinds);
  /** Reads the arguments and asks the engine once. */
  decide(...given: Given): Read<Record>;
  show(record: Record): ResultCells;
  /** How the record came about; the notes are added. */
  explain(record: Record, at: ResultPlace | undefined): Partial<Explanation>;
}

/** What is known of every operation without asking it. */
export interface NamedOperation<Name extends string> {
  readonly name: Name;
  readonly family: Family;
  readonly arguments: readonly OperationArgument[];
}

/** An operation as whoever knows only its name calls it: every argument is cells, or left out. */
export interface Operation<Name extends string = string> extends NamedOperation<Name> {
  /** Some answer later (`laterOperation`). */
  answer(...given: readonly Argument[]): Answer | Promise<Answer>;
}

/** An operation whose record is known to the compiler. */
export interface TypedOperation<
  Name extends string,
  Given extends readonly unknown[],
  Record extends Decided,
> extends NamedOperation<Name> {
  decide(...given: Given): Read<Record>;
  /**
   * Answers with cells. Answers are remembered by what the argument cells hold, so that two hundred formulas that each
   * take one cell of the same result cost one computation.
   */
  answer(...given: Given): Answer;
}

/** Makes an operation of its definition. */
export function operation<Name extends string, Given extends readonly unknown[], Record extends Decided>(
  definition: Definition<Name, Given, Record>,
): TypedOperation<Name, Given, Record> {
  const memo = new Memo<Answer>();
  const { name, family } = definition;
  const decide = (...given: Given): Read<Record> => definition.decide(...withoutLongTexts(given));
  return {
    name,
    family,
    arguments: definition.arguments,
    decide,
    answer: (...given) =>
      memo.of(
        given,
        () => answerOf(definition, decide(...given)),
        // A failure is never remembered: a price that was still loading may have arrived unseen.
        (answer) => answer.ok,
      ),
  };
}

/** Lays out what an operation decided. */
export function answerOf<Given extends readonly unknown[], Record extends Decided>(
  { show, explain, holds }: Pick<Definition<string, Given, Record>, "show" | "explain" | "holds">,
  decided: Read<Record>,
): Answer {
  if (!decided.ok) return decided;
  const record = decided.value;
  const { notes } = record;
  return {
    ok: true,
    cells: show(record),
    holds: typeof holds === "function" ? holds(record) : holds,
    notes,
    explain: (at) => {
      const { read = [], steps = [], bound = [], rounded = [] } = explain(record, at);
      return { read: [...read, ...notes.map((note): Fact => ({ fact: "note", note }))], steps, bound, rounded };
    },
  };
}

/** What was read, for ranges of rows. */
export function rangeFacts({ columns, rows, headerRows }: AlignedColumns): readonly Fact[] {
  return columns.map(({ argument }) => ({ fact: "range", argument, rows, headerRows: headerRows.size }));
}

/**
 * The row that a cell of the result stands beside, if that row is a fund: in a range that lies in a row, the column. For
 * a header, and where no cell is asked for, the first fund. `side` is the place in a row of several results.
 */
export function fundBeside(
  { columns: [first], rows, headerRows }: RowLayout,
  isFund: (row: number) => boolean,
  at: ResultPlace = { row: 0, column: 0 },
): { readonly row: number; readonly side: number } | undefined {
  const [row, side] = first?.across === true ? [at.column, at.row] : [at.row, at.column];
  const isAsked = (each: number): boolean => !headerRows.has(each) && isFund(each);
  if (isAsked(row)) return { row, side };
  if (row > 0 && !headerRows.has(row)) return undefined;
  const found = Array.from({ length: rows }, (_, each) => each).find(isAsked);
  return found === undefined ? undefined : { row: found, side };
}

/** A formula with what makes it up for one row, if there is one. */
export function formulaFact(formula: FormulaName, worked: readonly Worked[]): Fact {
  return { fact: "formula", formula, ...(worked.length > 0 && { worked }) };
}

/** Why it was, or was not, time to trade, and which rows made it so. */
export function reasonFacts(reason: DueReason, outOfBand: readonly number[]): readonly Fact[] {
  return [
    { fact: "reason", reason },
    ...(outOfBand.length > 0 ? [{ fact: "out of band", rows: outOfBand } as const] : []),
  ];
}

/** Which rows their rules lock, by what they may not do. */
export function lockFacts({ rules }: Allocation): readonly Fact[] {
  const locks = [...(rules?.locks ?? [])];
  return LOCKS.flatMap((lock): readonly Fact[] => {
    const rows = locks.flatMap(([row, of]) => (of === lock ? [row] : []));
    return rows.length > 0 ? [{ fact: "locked", lock, rows }] : [];
  });
}

/** Whether any row has a rule of its own: then a trade depends on what the others may do, which no line of figures shows. */
export function hasRowRules({ rules }: Allocation): boolean {
  return rules !== undefined && rules.locks.size + rules.bands.size > 0;
}

const LOCKS: readonly Lock[] = ["hold", "no buy", "no sell"];

/** A ratio is rounded once, when it becomes a cell's number. */
export const ROUNDED_ONCE: readonly Fact[] = [{ fact: "once", digits: 15 }];
