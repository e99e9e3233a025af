import { divide, minus, plus, times, type Whole } from "../../units/whole";
import { leastSum } from "./least-sum";
import type { Steps } from "./steps";
import type { Work } from "./work";

/** Steps that may be given up, and the cash in units that a tick of their prices raises. */
export interface Kind {
  readonly steps: readonly Steps[];
  readonly raised: number;
}

/** Steps of two kinds. A tick of the `worse` raises less cash. */
export interface Kinds {
  readonly better: Kind;
  readonly worse: Kind;
}

/** What is given up: Σ of both kinds in ticks, and how many steps of each, in the order of their lists. */
export interface GivenUp {
  readonly sum: number;
  readonly better: readonly number[];
  readonly worse: readonly number[];
}

/** A sum of steps of one kind. */
interface Amount {
  readonly sum: number;
  readonly counts: readonly number[];
}

/** Steps that are looked at to list the amounts of a kind. */
const BRANCHES = 10_000;
const NODES_AN_AMOUNT = 20;

/**
 * Finds the least sum of steps of two kinds that raises the cash missing: purchases given up save their cost, larger
 * sales have to pay it. Either may be the last that is needed: the better kind is rather given up, but little of the
 * worse may fill what its steps don't meet.
 *
 * What is found first bounds how much of either kind a smaller sum can have. All such amounts of one kind, the one that
 * has fewer, are completed each by the least sum of the other (`leastSum`), the likeliest first.
 */
export class LeastGivenUp {
  found: GivenUp | undefined;
  /** Whether it is proved that there is no smaller sum, or none below the limit if none is found. */
  least = true;
  private readonly missing: number;
  private readonly allBetter: number;

  /** `below`: sums from there on are of no use. `near`: a sum that is least but for so much will do. */
  constructor(
    private readonly exactMissing: Whole,
    private readonly kinds: Kinds,
    private below: number,
    private readonly near: number,
    private readonly work: Work,
  ) {
    this.missing = Number(exactMissing);
    this.allBetter = kinds.better.steps.reduce((sum, { price, count }) => sum + price * count, 0);
    this.run();
  }

  private run(): void {
    const { better, worse } = this.kinds;
    const needed = this.completing(better, 0);
    this.completeWorse({ sum: 0, counts: worse.steps.map(() => 0) });
    if (needed === undefined || worse.raised <= 0 || worse.steps.length === 0 || this.proved(needed)) return;
    const most = Math.min(this.allBetter, needed - 1);
    this.completeBetter(largestSum(better.steps, most, this.work));
    if (this.proved(needed)) return;

    // What wasn't completed at best so far is among the amounts of either list.
    this.least = true;
    const lost = better.raised - worse.raised;
    const margin = 2 + (this.missing * 2 ** -50) / lost;
    const last = this.below - 1;
    const mostWorse = Math.floor((better.raised * last - this.missing) / lost + margin);
    const leastBetter = Math.ceil((this.missing - worse.raised * last) / lost - margin);
    const ofWorse = amountsOf(worse.steps, 1, mostWorse);
    const ofBetter = amountsOf(better.steps, Math.max(0, leastBetter), most);
    if (ofWorse !== undefined && (ofBetter === undefined || ofWorse.length <= ofBetter.length)) {
      for (const amount of ofWorse.sort((one, other) => one.sum - other.sum)) this.completeWorse(amount);
    } else if (ofBetter !== undefined) {
      for (const amount of ofBetter.sort((one, other) => other.sum - one.sum)) this.completeBetter(amount);
    } else this.least = false;
  }

  /** Whether what is found can't be improved on, even if all amounts of ticks could be given up. */
  private proved(needed: number): boolean {
    const { worse } = this.kinds;
    const rest = this.allBetter >= needed ? 0 : this.completing(worse, this.allBetter);
    if (rest === undefined) return false;
    this.least = this.below <= Math.min(needed, this.allBetter) + rest + this.near;
    return this.least;
  }

  /** Ticks of a kind that raise what is missing beside an amount of the other kind. Undefined if they can't be counted. */
  private completing(kind: Kind, amount: number): number | undefined {
    const { better, worse } = this.kinds;
    const other = kind === better ? worse : better;
    const missing = minus(this.exactMissing, times(other.raised, amount));
    if (missing <= 0) return 0;
    const ticks = Number(divide(plus(missing, kind.raised - 1), kind.raised).quotient);
    return ticks > Number.MAX_SAFE_INTEGER / 2 ? undefined : ticks;
  }

  private completeWorse({ sum, counts }: Amount): void {
    this.complete(this.kinds.better, sum, (better) => ({ better, worse: counts }));
  }

  private completeBetter({ sum, counts }: Amount): void {
    this.complete(this.kinds.worse, sum, (worse) => ({ better: counts, worse }));
  }

  private complete(kind: Kind, amount: number, both: (counts: readonly number[]) => Omit<GivenUp, "sum">): void {
    const needed = this.completing(kind, amount);
    if (needed !== undefined && amount + needed >= this.below) return;
    if (needed === undefined || !this.work.allows(NODES_AN_AMOUNT)) {
      this.least = false;
      return;
    }
    const none = { sum: 0, counts: kind.steps.map(() => 0), least: true };
    const found = needed === 0 ? none : leastSum(kind.steps, needed, this.near, this.work);
    if (found === undefined) return;
    if (!found.least && found.sum > needed + this.near) this.least = false;
    if (amount + found.sum >= this.below) return;
    this.below = amount + found.sum;
    this.found = { sum: this.below, ...both(found.counts) };
  }
}

/** The largest sum of steps up to an amount, or one that is found to be near it: what is left of all steps. */
function largestSum(steps: readonly Steps[], most: number, work: Work): Amount {
  const all = steps.reduce((sum, { price, count }) => sum + price * count, 0);
  const left = all > most ? leastSum(steps, all - most, 0, work) : undefined;
  if (left === undefined) return { sum: all, counts: steps.map(({ count }) => count) };
  return { sum: all - left.sum, counts: steps.map(({ count }, at) => count - (left.counts[at] as number)) };
}

/** All sums of steps from one amount to another. Undefined if they are too many to be listed. */
function amountsOf(steps: readonly Steps[], from: number, to: number): Amount[] | undefined {
  const amounts: Amount[] = [];
  const order = steps.map((_, at) => at).sort((one, other) => priceAt(steps, other) - priceAt(steps, one));
  const after = new Array<number>(order.length + 1).fill(0);
  for (let place = order.length - 1; place >= 0; place--) {
    const { price, count } = steps[order[place] as number] as Steps;
    after[place] = (after[place + 1] as number) + price * count;
  }
  const counts = steps.map(() => 0);
  let left = BRANCHES;
  const list = (place: number, sum: number): boolean => {
    if (place === order.length) {
      amounts.push({ sum, counts: counts.slice() });
      return true;
    }
    const at = order[place] as number;
    const { price, count } = steps[at] as Steps;
    const first = Math.max(0, Math.ceil((from - sum - (after[place + 1] as number)) / price));
    const last = Math.min(count, Math.floor((to - sum) / price));
    for (let taken = first; taken <= last; taken++) {
      counts[at] = taken;
      if (--left < 0 || !list(place + 1, sum + taken * price)) return false;
    }
    counts[at] = 0;
    return true;
  };
  return list(0, 0) ? amounts : undefined;
}

function priceAt(steps: readonly Steps[], at: number): number {
  return (steps[at] as Steps).price;
}
