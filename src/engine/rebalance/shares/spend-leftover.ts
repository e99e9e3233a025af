import type { SharePosition, SharePositions } from "./positions";
import type { Choice, Shortlist } from "./shortfall";
import type { Steps, Sums } from "./steps";
import { Change, lightest, sumsOf, type Preference, type TwoKinds } from "./sums";
import type { Work } from "./work";

/** A choice with its leftover spent. Sums in ticks, other amounts in units. */
interface Spent {
  readonly choice: Choice;
  /** Steps given up below the base, to pay what the choice costs too much. */
  readonly givenUp: number;
  /** Steps bought beyond the wanted values, with cash that can do no better. */
  readonly beyond: number;
  /** What falls short, and the cash that is left, in the end. */
  readonly short: number;
  readonly left: number;
}

/**
 * Turns choices into the one best answer: gives up as little as pays for each, spends what is left as far as whole
 * steps go, and picks the least short, then the one that leaves least, then the least traded, then the one with the
 * larger holding in the earlier row. Returns the steps that each row ends above (+) or below (−) its base; undefined
 * if the tables go beyond the work allowed.
 */
export function spendLeftover(
  shortlist: Shortlist,
  positions: SharePositions,
  work: Work,
): readonly number[] | undefined {
  const paid = leastOf(payFor(shortlist, positions, work) ?? [], ({ short }) => short);
  const most = largest(paid.map(({ left }) => Math.floor(left / positions.tick)));
  const beyond = stepsBeyond(positions, most, work);
  if (paid.length === 0 || beyond === undefined) return undefined;
  const spent = paid.map((each): Spent => {
    const sum = beyond.either.largestUpTo(Math.floor(each.left / positions.tick));
    return { ...each, beyond: sum, left: each.left - sum * positions.tick };
  });
  return leastTraded(
    leastOf(spent, ({ left }) => left),
    shortlist.raised,
    beyond,
    positions,
    work,
  );
}

/** Gives up, for each choice, the least that pays for it. */
function payFor({ choices, known }: Shortlist, positions: SharePositions, work: Work): readonly Spent[] | undefined {
  const { tick } = positions;
  const missing = choices.map(({ over }) => Math.max(0, Math.ceil(over / tick)));
  const most = largest(choices.map(({ over, short }) => (over > 0 ? Math.floor((known - short) / tick) : 0)));
  const spare = sumsOf(
    stepsOf(positions, (row) => row.spareBuys + row.spareSells),
    most,
    work,
    missing,
  );
  return (
    spare &&
    choices.flatMap((choice, index) => {
      const givenUp = spare.smallestFrom(missing[index] as number);
      if (givenUp === undefined) return [];
      return [{ choice, givenUp, beyond: 0, short: choice.short + givenUp * tick, left: givenUp * tick - choice.over }];
    })
  );
}

/**
 * Nodes after which sales left undone aren't told from other steps. Where prices lie millions apart, the sums of undone
 * sales may be too many to be tabulated.
 */
const NODES_OF_UNDONE = 40_000_000;

/** Steps beyond the wanted values, and the sums that steps of either kind add up to. */
interface Beyond extends TwoKinds {
  readonly either: Sums;
}

/** Sales left undone are the lighter kind; purchases, without limit in rows that may be bought, are the heavier one. */
function stepsBeyond(positions: SharePositions, most: number, work: Work): Beyond | undefined {
  const undone = stepsOf(positions, (row) => row.undoneSells);
  // A later row at the same price adds no sum, and the earlier row is preferred.
  const prices = new Set<number>();
  const purchases = stepsOf(positions, ({ buys, price }) => {
    if (!buys || prices.has(price)) return 0;
    prices.add(price);
    return Number.POSITIVE_INFINITY;
  });
  // Purchases alone reach every sum that takes in undone sales of rows that may be bought as well.
  const onlyUndone = undone.filter(({ row }) => !positions.rows[row]?.buys);
  const either = sumsOf([...onlyUndone, ...purchases], most, work);
  const lighter = Change.of(undone, most, work.upTo(NODES_OF_UNDONE));
  if (lighter !== undefined) {
    const heavier = Change.of(purchases, most, work);
    return heavier && either && { lighter, heavier, either };
  }
  // Then the cash is used as far as it can be, though other trades might do so with less money traded.
  const nothing = Change.of([], 0, work);
  const heavier = Change.of(
    [...onlyUndone, ...purchases].sort((one, other) => one.row - other.row),
    most,
    work,
  );
  return nothing && heavier && either && { lighter: nothing, heavier, either };
}

/** Steps below the base: purchases made smaller, and sales made larger, for sums that can be made of both. */
function stepsBelow(positions: SharePositions, sums: readonly number[], work: Work): TwoKinds | undefined {
  // Sums are mostly of one kind alone, and then the later rows soon make them up.
  const spareBuys = stepsOf(positions, (row) => row.spareBuys);
  const lighter = Change.of(spareBuys, largest(sums), work, sums);
  if (lighter === undefined) return undefined;
  const buysAlone = sums.every((sum) => lighter.sums.has(sum));
  const sellsAlone = spareBuys.length === 0;
  const heavier = Change.of(
    stepsOf(positions, (row) => row.spareSells),
    buysAlone ? 0 : largest(sums),
    work,
    sellsAlone ? sums : undefined,
  );
  return heavier && { lighter, heavier };
}

/** Of answers that are equally near, the one that trades least, then the one with the larger holding in the earlier row. */
function leastTraded(
  spent: readonly Spent[],
  raised: readonly number[],
  beyond: Beyond,
  positions: SharePositions,
  work: Work,
): readonly number[] | undefined {
  const below = stepsBelow(
    positions,
    spent.map(({ givenUp }) => givenUp),
    work,
  );
  if (below === undefined) return undefined;
  const weighed = spent.flatMap((each) => {
    const smallerBuys = lightest(below, each.givenUp, work);
    const undoneSells = lightest(beyond, each.beyond, work);
    if (smallerBuys === undefined || undoneSells === undefined) return [];
    const heavier = each.givenUp + each.beyond - 2 * (smallerBuys + undoneSells);
    return [{ ...each, smallerBuys, undoneSells, traded: each.choice.traded + heavier * positions.tick }];
  });
  if (weighed.length < spent.length) return undefined;
  const answers = leastOf(weighed, ({ traded }) => traded).map((each) => {
    const above = new Array<number>(positions.rows.length).fill(0);
    for (const row of raised) above[row] = 1;
    for (const { row, change } of each.choice.changes) above[row] = (above[row] as number) + change;
    addTo(above, below, each.givenUp, each.smallerBuys, -1);
    addTo(above, beyond, each.beyond, each.undoneSells, 1);
    return above;
  });
  return answers.reduce((best, answer) => (comesFirst(answer, best) ? answer : best));
}

/** The steps of rows that have any, in row order. */
function stepsOf({ rows, tick }: SharePositions, countOf: (row: SharePosition) => number): readonly Steps[] {
  const steps: Steps[] = [];
  for (let row = 0; row < rows.length; row++) {
    const position = rows[row] as SharePosition;
    const count = countOf(position);
    if (count > 0) steps.push({ row, price: position.price / tick, count });
  }
  return steps;
}

/** Adds the steps that make up a sum: the earlier rows get as much, or give up as little, as can be. */
function addTo(above: number[], kinds: TwoKinds, sum: number, lighter: number, sign: 1 | -1): void {
  const preference: Preference = sign > 0 ? "many of the earlier rows" : "few of the earlier rows";
  for (const steps of [kinds.lighter.madeOf(lighter, preference), kinds.heavier.madeOf(sum - lighter, preference)]) {
    for (const { row, count } of steps) above[row] = (above[row] as number) + sign * count;
  }
}

/** Whether one answer has the larger holding in the first row in which the two differ. */
export function comesFirst(one: readonly number[], other: readonly number[]): boolean {
  const row = one.findIndex((steps, index) => steps !== other[index]);
  return row >= 0 && (one[row] as number) > (other[row] as number);
}

/** Those of a list whose figure is least. */
function leastOf<Item>(items: readonly Item[], figure: (item: Item) => number): readonly Item[] {
  const least = items.reduce((low, item) => Math.min(low, figure(item)), Infinity);
  return items.filter((item) => figure(item) === least);
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
