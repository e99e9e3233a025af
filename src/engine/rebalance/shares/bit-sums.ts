import type { Steps, Sums } from "./steps";
import type { Work } from "./work";

const BITS = 32;

/** A pass over a table is quick: only the words that a table keeps count in full. */
const WORDS_A_NODE = 8;

/** One bit an amount: what sums of few steps that are small beside the amount are told by. */
export class BitSums implements Sums {
  readonly nodesASearch = 1;

  private constructor(
    private readonly words: Uint32Array,
    readonly most: number,
  ) {}

  /** Of these sums, in any order. Undefined if the table goes beyond the work allowed. */
  static of(sums: Iterable<number>, most: number, work: Work): BitSums | undefined {
    const length = Math.floor(most / BITS) + 1;
    if (!work.allows(length)) return undefined;
    const words = new Uint32Array(length);
    for (const sum of sums) {
      const at = Math.floor(sum / BITS);
      words[at] = (words[at] as number) | (1 << (sum % BITS));
    }
    return new BitSums(words, most);
  }

  has(amount: number): boolean {
    if (amount < 0 || amount > this.most) return false;
    return (((this.words[Math.floor(amount / BITS)] as number) >>> (amount % BITS)) & 1) === 1;
  }

  largestUpTo(amount: number): number {
    const from = Math.min(amount, this.most);
    let at = Math.floor(from / BITS);
    // Amounts above `from` in its word don't count.
    let word = (this.words[at] as number) & (-1 >>> (BITS - 1 - (from % BITS)));
    while (word === 0) word = this.words[--at] as number;
    return at * BITS + BITS - 1 - Math.clz32(word);
  }

  smallestFrom(amount: number): number | undefined {
    for (let sum = amount; sum <= this.most; sum++) {
      // A word without sums is passed over as one.
      if (sum % BITS === 0 && this.words[sum / BITS] === 0) sum += BITS - 1;
      else if (this.has(sum)) return sum;
    }
    return undefined;
  }

  with(steps: Steps, work: Work): BitSums | undefined {
    if (!work.allows(this.words.length * (1 + this.passes(steps) / WORDS_A_NODE))) return undefined;
    const sums = new BitSums(this.words.slice(), this.most);
    sums.add(steps);
    return sums;
  }

  /** Any count up to n is a sum of some of 1, 2, 4, … and what is left of n: a pass over the table for each of these. */
  private passes({ price, count }: Steps): number {
    return Math.ceil(Math.log2(Math.min(count, Math.floor(this.most / price)) + 1));
  }

  private add({ price, count }: Steps): void {
    const fitting = Math.floor(this.most / price);
    let left = Math.min(count, fitting);
    for (let part = 1; left > 0; part *= 2) {
      if (count >= fitting && part * price >= BITS) {
        this.addMultiplesOf(part * price);
        return;
      }
      const taken = Math.min(part, left);
      this.addRaisedBy(taken * price);
      left -= taken;
    }
  }

  /** Adds every sum raised by an amount. From the top down, so that nothing is raised twice. */
  private addRaisedBy(amount: number): void {
    const words = this.words;
    const whole = Math.floor(amount / BITS);
    const bits = amount % BITS;
    for (let to = words.length - 1; to >= whole; to--) {
      let raised = (words[to - whole] as number) << bits;
      if (bits > 0 && to > whole) raised |= (words[to - whole - 1] as number) >>> (BITS - bits);
      words[to] = (words[to] as number) | raised;
    }
  }

  /**
   * Adds every sum raised by an amount of a word or more, as often as it fits: from the bottom up, so that what was
   * raised is raised again.
   */
  private addMultiplesOf(amount: number): void {
    const words = this.words;
    const whole = Math.floor(amount / BITS);
    const bits = amount % BITS;
    for (let to = whole; to < words.length; to++) {
      let raised = (words[to - whole] as number) << bits;
      if (bits > 0 && to > whole) raised |= (words[to - whole - 1] as number) >>> (BITS - bits);
      words[to] = (words[to] as number) | raised;
    }
  }
}
