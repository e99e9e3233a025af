import { greatestCommonDivisor } from "../../units/exact";
import { BitSums } from "./bit-sums";
import type { Steps, Sums } from "./steps";
import type { Work } from "./work";

/** A pass over a table is quick: only the entries that a table keeps count in full. */
const ENTRIES_A_NODE = 4;
const WORDS_AN_ENTRY = 4;

/**
 * Sums of steps among which are many at one price. Of each residue modulo that price they are all amounts from a first
 * to a last one, or no amount. Where there are any number of these steps the last is infinite (S. Böcker, Z. Lipták, "A
 * fast and simple algorithm for the money changing problem", Algorithmica 48, 2007).
 */
export class ResidueSums implements Sums {
  readonly nodesASearch: number;

  private constructor(
    /** The first sum of each residue, infinite where there is none, and the last one. */
    private readonly first: Float64Array,
    private readonly last: Float64Array,
    readonly most: number,
  ) {
    this.nodesASearch = Math.ceil(first.length / ENTRIES_A_NODE);
  }

  /**
   * Of some sums, rising, and steps. Undefined if that leaves amounts out between the first and the last of a residue, or
   * if the table goes beyond the work allowed.
   */
  static of(
    sums: Iterable<number>,
    { price, count }: Omit<Steps, "row">,
    most: number,
    work: Work,
  ): ResidueSums | undefined {
    if (!work.allows(WORDS_AN_ENTRY * price)) return undefined;
    const first = new Float64Array(price).fill(Number.POSITIVE_INFINITY);
    const last = new Float64Array(price).fill(Number.NEGATIVE_INFINITY);
    const reach = count >= Math.floor(most / price) ? Number.POSITIVE_INFINITY : count * price;
    for (const sum of sums) {
      const residue = sum % price;
      if (first[residue] === Number.POSITIVE_INFINITY) first[residue] = sum;
      else if (sum > (last[residue] as number) + price) return undefined;
      last[residue] = sum + reach;
    }
    return new ResidueSums(first, last, most);
  }

  has(amount: number): boolean {
    if (amount < 0 || amount > this.most) return false;
    const residue = amount % this.first.length;
    return (this.first[residue] as number) <= amount && amount <= (this.last[residue] as number);
  }

  largestUpTo(amount: number): number {
    let largest = 0;
    const modulus = this.first.length;
    const from = Math.min(amount, this.most);
    for (let below = 0, residue = from % modulus; below < modulus && from - below > largest; below++) {
      if ((this.first[residue] as number) <= from - below) {
        const last = this.last[residue] as number;
        largest = Math.max(largest, from - below <= last ? from - below : last);
      }
      residue = residue > 0 ? residue - 1 : modulus - 1;
    }
    return largest;
  }

  smallestFrom(amount: number): number | undefined {
    let smallest = Number.POSITIVE_INFINITY;
    const modulus = this.first.length;
    for (let above = 0, residue = amount % modulus; above < modulus && amount + above < smallest; above++) {
      if (amount + above <= (this.last[residue] as number)) {
        smallest = Math.min(smallest, Math.max(this.first[residue] as number, amount + above));
      }
      residue = residue + 1 < modulus ? residue + 1 : 0;
    }
    return smallest <= this.most ? smallest : undefined;
  }

  /**
   * The largest of these sums that one of another list makes up to an amount. Undefined if there is none, or if the other
   * list isn't one of the same residues.
   */
  largestBeside(other: Sums, amount: number): number | undefined {
    const modulus = this.first.length;
    if (!(other instanceof ResidueSums) || other.first.length !== modulus) return undefined;
    let largest = -1;
    let beside = amount % modulus;
    for (let residue = 0; residue < modulus; residue++) {
      const part = Math.min(this.last[residue] as number, amount - (other.first[beside] as number));
      const isSum = part >= (this.first[residue] as number) && amount - part <= (other.last[beside] as number);
      if (isSum && part > largest) largest = part;
      beside = beside > 0 ? beside - 1 : modulus - 1;
    }
    return largest < 0 ? undefined : largest;
  }

  with(steps: Steps, work: Work): Sums | undefined {
    const modulus = this.first.length;
    const isEndless = this.last.every((last, residue) => last === Number.POSITIVE_INFINITY || this.isNone(residue));
    if (isEndless && steps.price < modulus && steps.count >= Math.floor(this.most / steps.price)) {
      const sums = this.first.filter((sum) => sum <= this.most).sort();
      const smaller = ResidueSums.of(sums, steps, this.most, work);
      return smaller?.add({ price: modulus, count: steps.count }, true, work) === true ? smaller : undefined;
    }
    if (!work.allows(WORDS_AN_ENTRY * modulus)) return undefined;
    const sums = new ResidueSums(this.first.slice(), this.last.slice(), this.most);
    if (sums.add(steps, isEndless, work)) return sums;
    return work.allows(this.most / ENTRIES_A_NODE)
      ? BitSums.of(this.all(), this.most, work)?.with(steps, work)
      : undefined;
  }

  private isNone(residue: number): boolean {
    return this.first[residue] === Number.POSITIVE_INFINITY;
  }

  private *all(): Generator<number> {
    const modulus = this.first.length;
    for (const [residue, first] of this.first.entries()) {
      const last = Math.min(this.most, this.last[residue] as number);
      for (let sum = first; sum <= last; sum += modulus) yield sum;
    }
  }

  /**
   * Adds steps to take from. False if amounts are left out then between the first and the last of a residue, or if it
   * goes beyond the work allowed.
   */
  private add({ price, count }: Omit<Steps, "row">, isEndless: boolean, work: Work): boolean {
    const modulus = this.first.length;
    const shift = price % modulus;
    const cycles = greatestCommonDivisor(shift, modulus);
    const fitting = Math.min(count, Math.floor(this.most / price));
    // More of them come back to a residue with a larger sum, or go beyond `most`.
    if (isEndless && fitting >= Math.min(Math.floor(this.most / price), modulus / cycles - 1)) {
      if (!work.allows(Math.ceil((2 * modulus) / ENTRIES_A_NODE))) return false;
      for (let start = 0; start < cycles; start++) this.goRound(start, (2 * modulus) / cycles, price);
      return true;
    }
    // Any count up to n is a sum of some of 1, 2, 4, … and what is left of n.
    for (let part = 1, left = fitting; left > 0; part *= 2) {
      if (!work.allows(Math.ceil((4 * modulus) / ENTRIES_A_NODE))) return false;
      const taken = Math.min(part, left);
      if (!this.addRaisedBy(taken * price)) return false;
      left -= taken;
    }
    return true;
  }

  /** Raises the least sum from residue to residue, twice around, so that the least sum of each cycle reaches all of it. */
  private goRound(start: number, turns: number, price: number): void {
    const { first, last } = this;
    const modulus = first.length;
    const shift = price % modulus;
    let at = start;
    for (let turn = 0; turn < turns; turn++) {
      const next = at + shift < modulus ? at + shift : at + shift - modulus;
      const raised = (first[at] as number) + price;
      if (raised < (first[next] as number)) {
        first[next] = raised;
        last[next] = Number.POSITIVE_INFINITY;
      }
      at = next;
    }
  }

  /** Adds every sum raised by an amount. False if that leaves amounts out between the first and the last of a residue. */
  private addRaisedBy(amount: number): boolean {
    const { first, last } = this;
    const modulus = first.length;
    const [firsts, lasts] = [first.slice(), last.slice()];
    let to = amount % modulus;
    for (let at = 0; at < modulus; at++) {
      const low = (firsts[at] as number) + amount;
      if (low <= this.most) {
        const high = (lasts[at] as number) + amount;
        if (first[to] === Number.POSITIVE_INFINITY) {
          first[to] = low;
          last[to] = high;
        } else {
          if (low > (last[to] as number) + modulus || (first[to] as number) > high + modulus) return false;
          first[to] = Math.min(first[to] as number, low);
          last[to] = Math.max(last[to] as number, high);
        }
      }
      to = to + 1 < modulus ? to + 1 : 0;
    }
    return true;
  }
}
