import type { Failure, Note } from "../engine";
import type { ResultCells } from "../ranges";
import { Memo } from "./memo";

/** What an operation answers: cells and what is worth saying about the inputs, or why there is no answer. */
export type Answer = { readonly ok: true; readonly cells: ResultCells; readonly notes: readonly Note[] } | Failure;

/** A worked example for the help page: what stands in which cells, the formula, and what it shows. The tests run it. */
export interface HelpExample {
  /** Blocks of cells by address, each as rows: `{"B2:B3": [[600], [400]]}`. */
  readonly cells: Readonly<Record<string, readonly (readonly (number | string)[])[]>>;
  readonly formula: string;
  readonly result: readonly (readonly (number | string)[])[];
  /** What else a reader should know, a paragraph each. */
  readonly remarks?: readonly string[];
}

/** One Excel function's work: a plain function from argument cells to an answer, with what its help page shows. */
export interface Operation<Arguments extends readonly unknown[]> {
  (...args: Arguments): Answer;
  readonly functionName: string;
  readonly example: HelpExample;
}

/**
 * Makes an operation. Answers are remembered by what the argument cells hold, so that two hundred formulas that each
 * take one cell of the same result cost one computation.
 */
export function operation<Arguments extends readonly unknown[]>(definition: {
  readonly functionName: string;
  readonly example: HelpExample;
  readonly answer: (...args: Arguments) => Answer;
}): Operation<Arguments> {
  const { functionName, example, answer } = definition;
  const memo = new Memo<Answer>();
  // A failure is never remembered: a price that was still loading may have arrived unseen.
  const remembered = (...args: Arguments): Answer =>
    memo.of(
      args,
      () => answer(...args),
      (result) => result.ok,
    );
  return Object.assign(remembered, { functionName, example });
}

/** Answers with cells. */
export function answered(cells: ResultCells, notes: readonly Note[] = []): Answer {
  return { ok: true, cells, notes };
}
