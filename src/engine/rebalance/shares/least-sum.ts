import { greatestCommonDivisor } from "../../units/exact";
import { divide, plus, times } from "../../units/whole";
import { BitSums } from "./bit-sums";
import type { Steps } from "./steps";
import type { Work } from "./work";

/** A sum of steps, and how many steps of each row make it up (m × 1, in the order of the list). */
export interface SumOfSteps {
  readonly sum: number;
  readonly counts: readonly number[];
  /** Whether it is proved that no smaller sum will do. */
  readonly least: boolean;
}

/** How many ways to spread the first rows are tried, each completed by two rows. */
const SPREADS = 2_000;
const NODES_A_SPREAD = 10;
/** Sums of either half of the rows, where spreading finds no exact sum. */
const SUMS_OF_HALF = 2 ** 15;
/** Words of the largest table that is worth its time. */
const WORDS_OF_TABLE = 2 ** 15;
const BITS = 32;

/**
 * Finds the least sum of steps that reaches an amount (in ticks, above 0), or the first that exceeds it by no more than
 * `near`. Undefined if all steps together don't reach it.
 *
 * All sums are multiples of the greatest common divisor of the prices; the least multiple from the amount on is a bound.
 * Where there are many steps it is nearly always met: some steps of most rows are fixed, and what is left is two rows'
 * a × x + b × y, which Euclid's algorithm solves. If no spread of the other rows meets it, a full search or a table of
 * all sums finds the least, where they are small; else the best sum found is given, and `least` is false.
 */
export function leastSum(list: readonly Steps[], amount: number, near: number, work: Work): SumOfSteps | undefined {
  const divisor = list.reduce((common, { price }) => greatestCommonDivisor(price, common), 0);
  const steps = list.map(({ row, price, count }) => ({ row, price: price / divisor, count }));
  const target = Math.ceil(amount / divisor);
  const most = steps.reduce((sum, { price, count }) => sum + price * count, 0);
  if (divisor === 0 || most < target) return undefined;
  const search = new LeastSum(steps, target, target + Math.floor(near / divisor), work);
  search.run();
  const { sum, counts, least } = search;
  return { sum: sum * divisor, counts, least };
}

class LeastSum {
  sum = Number.POSITIVE_INFINITY;
  counts: readonly number[] = [];
  least = false;
  /** Rows by what they can be part of a sum with: as many steps as stay below the amount. */
  private readonly useful: readonly Part[];

  constructor(
    private readonly steps: readonly Steps[],
    private readonly target: number,
    private readonly enough: number,
    private readonly work: Work,
  ) {
    this.useful = steps
      .map(({ price, count }, index) => ({ index, price, count: Math.min(count, Math.floor(target / price)) }))
      .filter(({ count }) => count > 0);
    // The step of a row that goes beyond the amount goes alone.
    for (const [index, { price, count }] of steps.entries()) {
      const taken = Math.ceil(target / price);
      if (taken <= count) this.offer(taken * price, () => steps.map((_, at) => (at === index ? taken : 0)));
    }
  }

  run(): void {
    this.least = this.spread() || this.sum === this.target;
    if (this.sum > this.enough && !this.least) this.least = this.tabulate() || this.meet() || this.sum === this.target;
  }

  private offer(sum: number, counts: () => readonly number[]): void {
    if (sum < this.target || sum >= this.sum) return;
    this.sum = sum;
    this.counts = counts();
  }

  /** Two rows complete what many spreads of the others leave. True if these were all spreads there are. */
  private spread(): boolean {
    if (this.useful.length === 0) return true;
    const byCount = [...this.useful].sort((one, other) => other.count - one.count);
    const all = byCount.slice(2).reduce((product, { count }) => product * (count + 1), 1) <= SPREADS;
    const [first, second = { index: -1, price: 1, count: 0 }] = all ? byCount : this.pair();
    const two = new TwoRows(first, second);
    // The later rows give first: the contract prefers larger holdings in earlier ones.
    const others = this.useful.filter((part) => part !== first && part !== second).reverse();
    const most = others.reduce((sum, { price, count }) => sum + price * count, 0);
    // In the middle of their reach the two have the most ways to make up an amount.
    const wanted = all ? this.target : Math.max(Math.floor(two.reach / 2), this.target - most);
    const ways = others.reduce((product, { count }) => Math.min(SPREADS, product * (count + 1)), 1);
    const digits = others.map(() => 0);
    const taken = others.map(() => 0);
    for (let turn = 0; turn < ways && this.sum > this.enough; turn++) {
      if (!this.work.allows(NODES_A_SPREAD)) return false;
      if (!spreadOver(others, turn, all, digits)) continue;
      let rest = this.target;
      for (const [place, { price }] of others.entries()) rest -= (digits[place] as number) * price;
      for (const [place, { price, count }] of others.entries()) {
        const digit = digits[place] as number;
        const more = rest <= wanted ? 0 : Math.min(count - digit, Math.ceil((rest - wanted) / price));
        taken[place] = digit + more;
        rest -= more * price;
      }
      for (let x = two.better(rest, this.sum - this.target); x >= 0; x = two.better(rest, this.sum - this.target)) {
        const y = Math.max(0, Math.ceil((rest - x * two.first.price) / second.price));
        this.offer(this.target - rest + x * two.first.price + y * second.price, () => {
          const counts = this.steps.map(() => 0);
          for (const [place, { index }] of others.entries()) counts[index] = taken[place] as number;
          counts[two.first.index] = x;
          if (second.count > 0) counts[second.index] = y;
          return counts;
        });
      }
    }
    return all && two.countable && this.sum > this.enough;
  }

  /** The two rows that make up most amounts in their reach: about so many ways there are to an amount in its middle. */
  private pair(): readonly [Part, Part] {
    const { useful } = this;
    let best: readonly [Part, Part] = [useful[0] as Part, useful[1] as Part];
    let most = -1;
    for (const [at, one] of useful.entries()) {
      for (const other of useful.slice(at + 1)) {
        const reach = Math.min(one.price * one.count, other.price * other.count);
        const ways = (reach / (one.price * other.price)) * greatestCommonDivisor(one.price, other.price);
        // More than a few ways are no better than two rows that give more.
        const figure = Math.min(4, ways) + reach / this.target / 100;
        if (figure > most) [most, best] = [figure, [one, other]];
      }
    }
    return best;
  }

  /**
   * All sums of a few steps of half the rows, met by all sums of the other half (E. Horowitz, S. Sahni, "Computing
   * partitions with applications to the knapsack problem", Journal of the ACM 21, 1974). What few steps can't make up is
   * taken before, from the later rows. True if few steps were all there are, so that the sum is the least.
   */
  private meet(): boolean {
    const halves = [0, 1].map((half) => new Half(this.useful.filter((_, at) => at % 2 === half)));
    const [one, other] = halves as [Half, Half];
    if (!this.work.allows(one.size + other.size)) return false;
    let rest = this.target;
    const before = new Array<number>(this.steps.length).fill(0);
    const wanted = (one.most + other.most) / 2;
    for (const { index, price, count } of [...this.useful].reverse()) {
      const spare = count - (one.few.get(index) ?? 0) - (other.few.get(index) ?? 0);
      const taken = Math.max(0, Math.min(spare, Math.ceil((rest - wanted) / price)));
      before[index] = taken;
      rest -= taken * price;
    }
    const [sums, others] = [one.sums.slice().sort(), other.sums.slice().sort()];
    let best = Number.POSITIVE_INFINITY;
    let [left, right] = [0, 0];
    for (let at = 0, place = others.length - 1; at < sums.length && best > rest; at++) {
      const sum = sums[at] as number;
      while (place > 0 && sum + (others[place - 1] as number) >= rest) place -= 1;
      const met = sum + (others[place] as number);
      if (met >= rest && met < best) [best, left, right] = [met, sum, others[place] as number];
    }
    if (best < Number.POSITIVE_INFINITY) {
      for (const [half, sum] of [
        [one, left],
        [other, right],
      ] as const) {
        for (const [index, taken] of half.madeOf(sum)) before[index] = (before[index] as number) + taken;
      }
      this.offer(this.target - rest + best, () => before);
    }
    return one.whole && other.whole;
  }

  /** A table of all sums, where it is small. True if it was. */
  private tabulate(): boolean {
    const most = this.sum;
    if (most > WORDS_OF_TABLE * BITS) return false;
    const tables = [BitSums.of([0], most, this.work)];
    for (const { price, count, index } of this.useful) {
      const table = tables[tables.length - 1]?.with({ row: index, price, count }, this.work);
      if (table === undefined) return false;
      tables.push(table);
    }
    const sum = tables[tables.length - 1]?.smallestFrom(this.target);
    if (sum === undefined || sum >= this.sum) return true;
    let left = sum;
    const counts = new Array<number>(this.steps.length).fill(0);
    for (let at = this.useful.length - 1; at >= 0; at--) {
      const { index, price } = this.useful[at] as Part;
      let taken = 0;
      while (!tables[at]?.has(left - taken * price)) taken += 1;
      counts[index] = taken;
      left -= taken * price;
    }
    this.offer(sum, () => counts);
    return true;
  }
}

interface Part {
  readonly index: number;
  readonly price: number;
  readonly count: number;
}

/**
 * Sets how many steps of each row a spread begins with. All spreads are the digits of their numbers; where they are too
 * many, the bits of the number go round, so that a few steps of all rows come before many of one. False if a row hasn't
 * so many.
 */
function spreadOver(rows: readonly Part[], turn: number, all: boolean, digits: number[]): boolean {
  digits.fill(0);
  let left = turn;
  if (all) {
    for (const [place, { count }] of rows.entries()) {
      digits[place] = left % (count + 1);
      left = Math.floor(left / (count + 1));
    }
    return true;
  }
  for (let bit = 0; left > 0; bit++, left >>= 1) {
    const place = bit % rows.length;
    digits[place] = (digits[place] as number) + (left & 1) * 2 ** Math.floor(bit / rows.length);
  }
  return rows.every(({ count }, place) => (digits[place] as number) <= count);
}

/** All sums of the first few steps of some rows. */
class Half {
  /** How many steps of each row. */
  readonly few = new Map<number, number>();
  readonly size: number;
  readonly most: number;
  /** Whether few are all. */
  readonly whole: boolean;
  private made: Float64Array | undefined;

  constructor(private readonly rows: readonly Part[]) {
    let size = 1;
    for (let grown = true; grown;) {
      grown = false;
      for (const { index, count } of rows) {
        const few = this.few.get(index) ?? 0;
        const more = Math.min(count, 2 * few + 1);
        const larger = (size / (few + 1)) * (more + 1);
        if (more === few || larger > SUMS_OF_HALF) continue;
        this.few.set(index, more);
        size = larger;
        grown = true;
      }
    }
    this.size = size;
    this.most = rows.reduce((sum, { index, price }) => sum + price * (this.few.get(index) ?? 0), 0);
    this.whole = rows.every(({ index, count }) => this.few.get(index) === count);
  }

  /** The sums, those with more steps of the first row last of each run. */
  get sums(): Float64Array {
    if (this.made !== undefined) return this.made;
    const sums = new Float64Array(this.size);
    let length = 1;
    for (const { index, price } of this.rows) {
      const few = this.few.get(index) ?? 0;
      for (let taken = few; taken > 0; taken--) {
        for (let at = 0; at < length; at++) sums[taken * length + at] = (sums[at] as number) + taken * price;
      }
      length *= few + 1;
    }
    return (this.made = sums);
  }

  /** How many steps of which rows make up one of the sums. */
  madeOf(sum: number): (readonly [index: number, taken: number])[] {
    let at = this.sums.indexOf(sum);
    return this.rows.map(({ index }) => {
      const few = this.few.get(index) ?? 0;
      const taken = at % (few + 1);
      at = Math.floor(at / (few + 1));
      return [index, taken];
    });
  }
}

/** Below this, sums of prices and quotients of them, rounded up, are exact. */
const LARGEST_PRICE = 2 ** 50;

/** The sums of two rows. */
class TwoRows {
  readonly reach: number;
  /** Whether the prices are small enough to be exact; only the first row is used otherwise. */
  readonly countable: boolean;
  private readonly divisor: number;
  private readonly a: number;
  private readonly b: number;

  constructor(
    readonly first: Part,
    private readonly second: Part,
  ) {
    this.reach = first.price * first.count + second.price * second.count;
    this.divisor = greatestCommonDivisor(first.price, second.price);
    [this.a, this.b] = [first.price / this.divisor, second.price / this.divisor];
    this.countable = Math.max(this.a, this.b) <= LARGEST_PRICE;
  }

  /** Steps of the first row for a sum that exceeds an amount by less than `below`; −1 if there is none. */
  better(amount: number, below: number): number {
    const { a, b, divisor, second } = this;
    const wanted = Math.ceil(amount / divisor);
    // The sum exceeds the amount by what it is rounded up, and then by no more than `most` divisors.
    const most = Math.ceil((below - (wanted * divisor - amount)) / divisor) - 1;
    if (most < 0) return -1;
    if (wanted <= 0) return -wanted <= most ? 0 : -1;
    const least = Math.max(0, Math.ceil((wanted - b * second.count) / a));
    const furthest = Math.min(this.first.count, Math.floor(wanted / a));
    if (least <= furthest && this.countable) {
      const reached = Number(divide(times(a, least % b), b).remainder);
      const beyond = (reached - (wanted % b) + b) % b;
      const within = Math.min(most, b - 1);
      const more = beyond <= within ? 0 : firstBetween(a % b, b, b - beyond, b - beyond + within);
      if (more >= 0 && least + more <= furthest) return least + more;
    }
    // The first row alone goes beyond the amount.
    const alone = Math.ceil(wanted / a);
    return alone <= this.first.count && alone * a - wanted <= most ? alone : -1;
  }
}

/**
 * The least x ≥ 0 for which low ≤ a × x modulo m ≤ high, where 0 < low ≤ high < m; −1 if there is none. As Euclid's
 * algorithm: either a multiple of a lies between the two, or the question is one about m modulo a.
 */
function firstBetween(a: number, m: number, low: number, high: number): number {
  if (low === 0) return 0;
  if (a === 0) return -1;
  if (2 * a > m) return firstBetween(m - a, m, m - high, m - low);
  const first = Math.ceil(low / a);
  if (first * a <= high) return first;
  const turns = firstBetween((a - (m % a)) % a, a, low % a, high % a);
  return turns < 0 ? -1 : Number(divide(plus(times(m, turns), low + a - 1), a).quotient);
}

interface Part {
  readonly index: number;
  readonly price: number;
  readonly count: number;
}
