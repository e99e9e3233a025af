/**
 * Answers that come later. The grid's formula engine can't wait for one: the formula shows that it waits, and is worked
 * out again when its answer is there.
 */
export class LaterAnswers {
  readonly #coming = new Set<Promise<void>>();
  #again: Promise<void> | undefined;
  readonly #workOut: () => Promise<void>;

  /** `workOut` works all formulas out anew, and comes back when their results are in the cells. */
  constructor(workOut: () => Promise<void>) {
    this.#workOut = workOut;
  }

  /** A formula waits for an answer, which never rejects. */
  add(answer: Promise<unknown>): void {
    const shown = answer.then(() => this.#showAll());
    this.#coming.add(shown);
    void shown.finally(() => this.#coming.delete(shown));
  }

  /** Comes back when no formula waits any more. */
  async shown(): Promise<void> {
    while (this.#coming.size > 0) await Promise.all(this.#coming);
  }

  /** Answers that come at once are shown at once: the three tables of a plan cost one calculation. */
  #showAll(): Promise<void> {
    this.#again ??= new Promise((resolve) => setTimeout(resolve)).then(() => {
      this.#again = undefined;
      return this.#workOut();
    });
    return this.#again;
  }
}
