import { BitSums } from "./bit-sums";
import { ListedSums } from "./listed-sums";
import { ResidueSums } from "./residue-sums";
import { isUnlimited, type Steps, type Sums } from "./steps";
import type { Work } from "./work";

/** Up to this amount a bit each is the quickest, whatever the prices. */
const SHORT = 2 ** 17;

/**
 * The sums of no steps at all: only 0. Undefined if the table goes beyond the work allowed. `BitSums` has a bit an amount.
 * Where prices are so far apart that this would be long, `ListedSums` lists the sums of the dear steps, and `ResidueSums`
 * knows the sums of steps among which are any number of cheap ones.
 */
function sumsOfNothing(most: number, work: Work): Sums | undefined {
  return most <= SHORT ? BitSums.of([0], most, work) : ListedSums.of(Float64Array.of(0), most);
}

/**
 * The sums of all these steps, or of as many of them as make every amount in `enough` a sum. Undefined if the work goes
 * beyond what is allowed.
 */
export function sumsOf(
  steps: readonly Steps[],
  most: number,
  work: Work,
  enough?: readonly number[],
): Sums | undefined {
  const useful = usefulOf(steps, most);
  // The cheapest that there are any number of make the least table for all others.
  if (most > SHORT) {
    useful.sort(
      (one, other) => Number(isUnlimited(other, most)) - Number(isUnlimited(one, most)) || one.price - other.price,
    );
  }
  let sums = sumsOfNothing(useful.length > 0 ? most : 0, work);
  for (const each of useful) {
    if (sums === undefined || enough?.every((amount) => sums?.has(amount))) break;
    sums = sums.with(each, work);
  }
  return sums;
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
    const first = sumsOfNothing(useful.length > 0 ? most : 0, work);
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
    return this.steps.map((steps, index) => {
      const taken = takenOf(steps, left, this.tables[index + 1] as Sums, few);
      left -= taken * steps.price;
      return { row: steps.row, count: taken };
    });
  }
}

/** How many steps of a row, few or many, leave a sum of the others. */
function takenOf({ price, count }: Steps, left: number, rest: Sums, few: boolean): number {
  if (rest instanceof ListedSums) return rest.taken(left, price, count, few);
  let taken = few ? 0 : Math.min(count, Math.floor(left / price));
  while (!rest.has(left - taken * price)) taken += few ? 1 : -1;
  return taken;
}

/** Steps that can be part of a sum. */
function usefulOf(steps: readonly Steps[], most: number): Steps[] {
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

/** What is asked of two kinds to tell how much of a sum they make up. */
type SumsOfTwoKinds = Readonly<Record<keyof TwoKinds, Pick<Change, "sums">>>;

/** How much of a sum of both kinds can be of the lighter kind. Undefined if that takes more work than is allowed. */
export function lightest({ lighter, heavier }: SumsOfTwoKinds, sum: number, work: Work): number | undefined {
  const known = lighter.sums instanceof ResidueSums ? lighter.sums.largestBeside(heavier.sums, sum) : undefined;
  if (known !== undefined) return known;
  // Each kind in turn passes over what the other hasn't.
  const nodes = lighter.sums.nodesASearch + heavier.sums.nodesASearch;
  let part = lighter.sums.largestUpTo(sum);
  while (!heavier.sums.has(sum - part)) {
    const rest = heavier.sums.smallestFrom(sum - part);
    if (rest === undefined || rest > sum || !work.allows(nodes)) return undefined;
    part = lighter.sums.largestUpTo(sum - rest);
  }
  return part;
}
