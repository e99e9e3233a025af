import type { Answer } from "../operations";
import { cellError, sentence, type Problem } from "../operations";

/**
 * Hands an answer to Excel: cells as they are, an error inside a cell as that cell's error, and a failure as the error
 * of the whole call, with the sentence that Excel shows beside the cell.
 */
export function answer(given: Answer): (number | string | boolean | CustomFunctions.Error)[][] {
  if (!given.ok) throw errorOf(given.problem);
  const rows = new Array<(number | string | boolean | CustomFunctions.Error)[]>(given.cells.length);
  // Fresh rows each time: a remembered answer must not change in a caller's hands. Plain loops, for long columns.
  for (let index = 0; index < rows.length; index++) {
    const row: (number | string | boolean | CustomFunctions.Error)[] = [];
    for (const cell of given.cells[index] ?? []) row.push(typeof cell === "object" ? errorOf(cell) : cell);
    rows[index] = row;
  }
  return rows;
}

/** Hands an answer to Excel when it is there: an error rejects the promise, which Excel shows as that error. */
export async function answerLater(given: Promise<Answer>): Promise<ReturnType<typeof answer>> {
  return answer(await given);
}

/**
 * Asks for an answer that takes long, and hands it to Excel as `answerLater` does. Excel says on its invocation when
 * nobody waits for it any longer.
 */
export function answerWhileWanted(
  invocation: CustomFunctions.CancelableInvocation | undefined,
  ask: (stop: { readonly isStopped: boolean }) => Promise<Answer>,
): Promise<ReturnType<typeof answer>> {
  const stop = { isStopped: false };
  if (invocation) {
    invocation.onCanceled = () => {
      stop.isStopped = true;
    };
  }
  return answerLater(ask(stop));
}

/** Hands an answer of one cell to Excel when it is there. */
export async function answerOneLater(given: Promise<Answer>): Promise<ReturnType<typeof answerOne>> {
  return answerOne(await given);
}

/** Hands an answer of one cell to Excel. */
export function answerOne(given: Answer): number | string | boolean | CustomFunctions.Error {
  return answer(given)[0]?.[0] ?? "";
}

function errorOf(problem: Problem): CustomFunctions.Error {
  const code =
    cellError(problem) === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, sentence(problem));
}
