import type { Failure, Note, Reason } from "../engine";
import type { AlignedColumns, Explanation, Fact, ResultCells } from "../ranges";
import { Memo } from "./memo";

/** What an operation answers: cells, what is worth saying about the inputs, and how it came about; or why there is no answer. */
export type Answer =
  | {
      readonly ok: true;
      readonly cells: ResultCells;
      readonly notes: readonly Note[];
      readonly explanation: Explanation;
    }
  | Failure;

/** A worked example for the help page: what stands in which cells, the formula, and what it shows. The tests run it. */
export interface HelpExample {
  /** Blocks of cells by address, each as rows: `{"B2:B3": [[600], [400]]}`. */
  readonly cells: Readonly<Record<string, readonly (readonly (number | string)[])[]>>;
  readonly formula: string;
  readonly result: readonly (readonly (number | string | boolean)[])[];
  /** What else a reader should know, a paragraph each. */
  readonly remarks?: readonly string[];
}

/** Worked examples by function name. They stand beside the operations, and apart from them so that functions.js has none. */
export type HelpExamples = Readonly<Record<string, HelpExample>>;

/**
 * Makes an operation: one Excel function's work, from argument cells to an answer. Answers are remembered by what the
 * argument cells hold, so that two hundred formulas that each take one cell of the same result cost one computation.
 */
export function operation<Arguments extends readonly unknown[]>(
  answer: (...args: Arguments) => Answer,
): (...args: Arguments) => Answer {
  const memo = new Memo<Answer>();
  // A failure is never remembered: a price that was still loading may have arrived unseen.
  return (...args) =>
    memo.of(
      args,
      () => answer(...args),
      (result) => result.ok,
    );
}

/** Answers with cells, and says how they came about. Notes on the inputs are part of what was read. */
export function answered(
  cells: ResultCells,
  {
    notes = [],
    read = [],
    steps = [],
    bound = [],
    rounded = [],
  }: Partial<Explanation> & { notes?: readonly Note[] } = {},
): Answer {
  const noted = notes.map((note): Fact => ({ fact: "note", note }));
  return { ok: true, cells, notes, explanation: { read: [...read, ...noted], steps, bound, rounded } };
}

/** What was read, for a range of rows. */
export function rangeFact({ columns, rows, headerRows }: AlignedColumns): readonly Fact[] {
  return columns.map(({ argument }) => ({ fact: "range", argument, rows, headerRows: headerRows.size }));
}

/** Why it was, or was not, time to trade, and which rows made it so. */
export function reasonFacts(reason: Reason, outOfBand: readonly number[]): readonly Fact[] {
  return [
    { fact: "reason", reason },
    ...(outOfBand.length > 0 ? [{ fact: "out of band", rows: outOfBand } as const] : []),
  ];
}

/** A ratio is rounded once, when it becomes a cell's number. */
export const ROUNDED_ONCE: readonly Fact[] = [{ fact: "once", digits: 15 }];
