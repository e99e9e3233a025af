/** For so many drops at most bounds aren't asked. */
const LONGEST = 16;

/**
 * Whether bounds are asked which drop is next, or rows are rounded at once. Rounding costs up to a look at every row, and
 * bounds cost next to nothing, but may leave the drop open. Where they do so again and again they aren't asked for 1, 3,
 * 7, … drops, up to `LONGEST`; once they settle one, they are asked for each.
 */
export class WorthAsking {
  #without = 0;
  #left = 0;
  #isOpen = true;

  /** For each drop, before it is found. */
  isWorthAsking(): boolean {
    if (this.#left > 0) {
      this.#left--;
      return false;
    }
    if (!this.#isOpen) this.#without = 0;
    this.#isOpen = false;
    return true;
  }

  /** For each drop whose rows have to be rounded. */
  leftOpen(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#left = this.#without;
    this.#without = Math.min(LONGEST, 2 * this.#without + 1);
  }
}
