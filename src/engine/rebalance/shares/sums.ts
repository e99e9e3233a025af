import type { Work } from "./work";

/** Steps of one row that may be bought or given up at the same price each: `price` in ticks, at most `count` of them. */
export interface Steps {
  readonly row: number;
  readonly price: number;
  readonly count: number;
}

const BITS = 32;

/** A pass over a table is quick: only the words that a table keeps count in full. */
const WORDS_A_NODE = 8;

/**
 * Which amounts from 0 to `most` (in ticks) are sums of steps: one bit an amount. So the question whether cash can be
 * used to the last cent has an exact answer, at a cost that is known beforehand.
 */
export class Sums {
  private constructor(
    private readonly words: Uint32Array,
    readonly most: number,
  ) {}

  /** Of no steps at all: only 0. Undefined if the table goes beyond the work allowed. */
  static ofNothing(most: number, work: Work): Sums | undefined {
    const length = Math.floor(most / BITS) + 1;
    if (!work.allows(length)) return undefined;
    const words = new Uint32Array(length);
    words[0] = 1;
    return new Sums(words, most);
  }

  /**
   * Of all these steps, or of as many of them as make every amount in `enough` a sum. Undefined if the work goes beyond
   * what is allowed.
   */
  static of(steps: readonly Steps[], most: number, work: Work, enough?: readonly number[]): Sums | undefined {
    const useful = usefulOf(steps, most);
    const sums = Sums.ofNothing(useful.length > 0 ? most : 0, work);
    for (const each of useful) {
      if (sums === undefined || enough?.every((amount) => sums.has(amount))) break;
      if (!work.allows(Math.ceil((sums.words.length * sums.passes(each)) / WORDS_A_NODE))) return undefined;
      sums.add(each);
    }
    return sums;
  }

  has(amount: number): boolean {
    if (amount < 0 || amount > this.most) return false;
    return (((this.words[Math.floor(amount / BITS)] as number) >>> (amount % BITS)) & 1) === 1;
  }

  /** The largest sum up to an amount that is not negative. 0 is always one. */
  largestUpTo(amount: number): number {
    const from = Math.min(amount, this.most);
    let at = Math.floor(from / BITS);
    // Amounts above `from` in its word don't count.
    let word = (this.words[at] as number) & (-1 >>> (BITS - 1 - (from % BITS)));
    while (word === 0) word = this.words[--at] as number;
    return at * BITS + BITS - 1 - Math.clz32(word);
  }

  /** The smallest sum from an amount on. Undefined if there is none up to `most`. */
  smallestFrom(amount: number): number | undefined {
    for (let sum = amount; sum <= this.most; sum++) {
      // A word without sums is passed over as one.
      if (sum % BITS === 0 && this.words[sum / BITS] === 0) sum += BITS - 1;
      else if (this.has(sum)) return sum;
    }
    return undefined;
  }

  /** The sums with more steps to take from. Undefined if that goes beyond the work allowed. */
  with(steps: Steps, work: Work): Sums | undefined {
    if (!work.allows(this.words.length * (1 + this.passes(steps) / WORDS_A_NODE))) return undefined;
    const sums = new Sums(this.words.slice(), this.most);
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

/** Which steps a sum is rather made of: as many as can be of the earlier rows, or as few. */
export type Preference = "many of the earlier rows" | "few of the earlier rows";

/**
 * The sums of a list of steps (in row order), and for each sum the steps that a preference picks. Table i knows the
 * sums of steps i and later, so the first row takes what it prefers among what the others can complete, and so on.
 */
export class Change {
  private constructor(
    private readonly steps: readonly Steps[],
    private readonly tables: readonly Sums[],
  ) {}

  /**
   * Tables for sums up to `most` ticks. Where few of the earlier rows are preferred, these give nothing as soon as the
   * later ones make up every amount that is asked for, which `enough` lists. Undefined if the tables go beyond the work
   * allowed.
   */
  static of(steps: readonly Steps[], most: number, work: Work, enough?: readonly number[]): Change | undefined {
    const useful = usefulOf(steps, most);
    const first = Sums.ofNothing(useful.length > 0 ? most : 0, work);
    if (first === undefined) return undefined;
    const tables = [first];
    for (const each of [...useful].reverse()) {
      const later = tables[tables.length - 1] as Sums;
      if (enough?.every((amount) => later.has(amount))) break;
      const table = later.with(each, work);
      if (table === undefined) return undefined;
      tables.push(table);
    }
    return new Change(useful.slice(useful.length - tables.length + 1), tables.reverse());
  }

  get sums(): Sums {
    return this.tables[0] as Sums;
  }

  /** How many steps of which rows make up a sum. */
  madeOf(sum: number, preference: Preference): readonly { readonly row: number; readonly count: number }[] {
    const few = preference === "few of the earlier rows";
    let left = sum;
    return this.steps.map(({ row, price, count }, index) => {
      const rest = this.tables[index + 1] as Sums;
      let taken = few ? 0 : Math.min(count, Math.floor(left / price));
      while (!rest.has(left - taken * price)) taken += few ? 1 : -1;
      left -= taken * price;
      return { row, count: taken };
    });
  }
}

/** Steps that can be part of a sum. */
function usefulOf(steps: readonly Steps[], most: number): readonly Steps[] {
  return steps.filter(({ price, count }) => count > 0 && price <= most);
}

/**
 * Steps of two kinds that may add up to a sum together: `lighter` ones make a purchase or sale smaller, `heavier` ones
 * make one larger. The more of a sum is lighter, the less money is traded.
 */
export interface TwoKinds {
  readonly lighter: Change;
  readonly heavier: Change;
}

/** How much of a sum of both kinds can be of the lighter kind. Undefined if that takes more work than is allowed. */
export function lightest({ lighter, heavier }: TwoKinds, sum: number, work: Work): number | undefined {
  let part = lighter.sums.largestUpTo(sum);
  if (part < sum && !work.allows(Math.ceil(sum / WORDS_A_NODE))) return undefined;
  while (!heavier.sums.has(sum - part)) part = lighter.sums.largestUpTo(part - 1);
  return part;
}
