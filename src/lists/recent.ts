import type { CellValue, Contents } from "../workbook";

/** How many answers are remembered: those about the lists and tables that a look at a workbook comes across. */
const most = 8;

/** Remembers the answers to the last questions by what was asked, so that what hasn't changed isn't worked out again. */
export class Recent<Question, Answer> {
  #known: { readonly question: Question; readonly answer: Answer }[] = [];

  constructor(private readonly same: (one: Question, other: Question) => boolean) {}

  of(question: Question, work: () => Answer): Answer {
    const at = this.#known.findIndex((known) => this.same(known.question, question));
    const [known = { question, answer: work() }] = at < 0 ? [] : this.#known.splice(at, 1);
    this.#known = [known, ...this.#known.slice(0, most - 1)];
    return known.answer;
  }
}

/**
 * Whether two blocks of cells hold the same. A host that keeps what it has read hands out the same rows again, which
 * saves looking at their cells.
 */
export function sameValues(one: Contents["values"], other: Contents["values"]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const its = other[index];
    if (row === its) return true;
    return its?.length === row.length && row.every((cell, column) => sameValue(cell, its[column]));
  });
}

/** Cards come as new objects each time, and are what they show. */
function sameValue(one: CellValue, other: CellValue | undefined): boolean {
  if (typeof one === "object" && typeof other === "object") return one.text === other.text;
  return Object.is(one, other);
}
