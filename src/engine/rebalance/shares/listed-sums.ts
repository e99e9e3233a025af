import { BitSums } from "./bit-sums";
import { ResidueSums } from "./residue-sums";
import { isUnlimited, type Steps, type Sums } from "./steps";
import type { Work } from "./work";

/** Sums that are listed at most: more of them are told sooner by a bit an amount. */
const MOST_LISTED = 2 ** 14;

/** Amounts that a word of bits tells of: a table of more residues than it would have words is the longer one. */
const BITS = 32;

/** Sums of few steps that are dear beside `most`: a list of them, rising. */
export class ListedSums implements Sums {
  readonly nodesASearch = 1;

  private constructor(
    private readonly sums: Float64Array,
    readonly most: number,
  ) {}

  static of(sums: Float64Array, most: number): ListedSums {
    return new ListedSums(sums, most);
  }

  has(amount: number): boolean {
    return this.sums[this.placeOf(amount)] === amount;
  }

  largestUpTo(amount: number): number {
    return this.sums[this.placeOf(amount)] as number;
  }

  smallestFrom(amount: number): number | undefined {
    const place = this.placeOf(amount);
    return this.sums[place] === amount ? amount : this.sums[place + 1];
  }

  with(steps: Steps, work: Work): Sums | undefined {
    const { price } = steps;
    const count = Math.min(steps.count, Math.floor(this.most / price));
    const size = (count + 1) * this.sums.length;
    const isLong = size > MOST_LISTED;
    const isShorter = price <= (isLong ? this.most / BITS : isUnlimited(steps, this.most) ? MOST_LISTED : 0);
    const residues = isShorter ? ResidueSums.of(this.sums, steps, this.most, work) : undefined;
    if (residues !== undefined) return residues;
    if (isLong) return BitSums.of(this.sums, this.most, work)?.with(steps, work);
    if (!work.allows(size)) return undefined;
    const raised = new Set<number>();
    for (const sum of this.sums) {
      for (let taken = 0; taken <= count && sum + taken * price <= this.most; taken++) raised.add(sum + taken * price);
    }
    return new ListedSums(Float64Array.from(raised).sort(), this.most);
  }

  /** How many steps of a price, few or many, leave one of the sums of an amount. One of them does. */
  taken(amount: number, price: number, count: number, few: boolean): number {
    for (let turn = 0; turn < this.sums.length; turn++) {
      const sum = this.sums[few ? this.sums.length - 1 - turn : turn] as number;
      const taken = (amount - sum) / price;
      if (taken >= 0 && taken <= count && Number.isInteger(taken)) return taken;
    }
    return 0;
  }

  /** The place of the largest sum up to an amount; −1 if there is none. */
  private placeOf(amount: number): number {
    let [low, high] = [0, this.sums.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sums[middle] as number) <= amount) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
