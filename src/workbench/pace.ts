/** How long formulas may be worked out before the page answers to something else, in milliseconds. */
const stretch = 40;

/**
 * After how many formulas Univer lets the page answer, and looks whether to stop. It takes a number, and asks of each
 * formula whether its index is a multiple of it. But 500 formulas, its own number, are nothing or half a minute, depending on
 * what they read. So here the number is 1 when the time is up, and otherwise one that no index is a multiple of.
 */
class Pace {
  #since = 0;

  constructor(private readonly now: () => number) {}

  valueOf(): number {
    const now = this.now();
    if (now - this.#since < stretch) return Infinity;
    this.#since = now;
    return 1;
  }
}

/** The pace at which formulas are worked out, in the form in which Univer takes it. */
export function pace(now: () => number = () => performance.now()): number {
  return new Pace(now) as unknown as number;
}
