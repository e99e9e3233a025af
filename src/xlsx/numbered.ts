/** Gives each different text a number, from 0 in the order in which they are first asked for. */
export class Numbered {
  readonly #numbers = new Map<string, number>();

  constructor(first: readonly string[] = []) {
    for (const text of first) this.of(text);
  }

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** All texts in the order of their numbers. */
  get all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
