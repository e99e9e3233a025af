import type { Position, Positions } from "./positions";
import type { Choice, Shortlist } from "./shortfall";
import { Change, lightest, Sums, type Preference, type Steps, type TwoKinds } from "./sums";
import type { Work } from "./work";

/** A choice with its cash settled. Sums in ticks, other amounts in units. */
interface Settled {
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
export function settleCash(
  { choices, known }: Shortlist,
  { rows, tick }: Positions,
  work: Work,
): readonly number[] | undefined {
  const stepsOf = (countOf: (row: Position) => number): Steps[] =>
    rows.map((row, index) => ({ row: index, price: row.price / tick, count: countOf(row) }));

  const mostGivenUp = largest(choices.map(({ over, short }) => (over > 0 ? Math.floor((known - short) / tick) : 0)));
  const spare = Sums.of(
    stepsOf((row) => row.spareBuys + row.spareSells),
    mostGivenUp,
    work,
  );
  if (spare === undefined) return undefined;
  const paid = choices.flatMap((choice): Settled[] => {
    const givenUp = spare.smallestFrom(Math.max(0, Math.ceil(choice.over / tick)));
    if (givenUp === undefined) return [];
    const left = givenUp * tick - choice.over;
    return [{ choice, givenUp, beyond: 0, short: choice.short + givenUp * tick, left }];
  });
  const shortest = leastOf(paid, ({ short }) => short);

  const mostBeyond = largest(shortest.map(({ left }) => Math.floor(left / tick)));
  const undone = Change.of(
    stepsOf((row) => row.undoneSells),
    mostBeyond,
    work,
  );
  const bought = Change.of(unlimited(stepsOf(() => Number.POSITIVE_INFINITY)), mostBeyond, work);
  if (undone === undefined || bought === undefined) return undefined;
  const spent = shortest.map((each): Settled => {
    const beyond = bought.sums.largestUpTo(Math.floor(each.left / tick));
    return { ...each, beyond, left: each.left - beyond * tick };
  });
  const fullest = leastOf(spent, ({ left }) => left);

  const most = largest(fullest.map(({ givenUp }) => givenUp));
  const smallerBuys = Change.of(
    stepsOf((row) => row.spareBuys),
    most,
    work,
  );
  const largerSells = Change.of(
    stepsOf((row) => row.spareSells),
    most,
    work,
  );
  if (smallerBuys === undefined || largerSells === undefined) return undefined;
  const givingUp = { lighter: smallerBuys, heavier: largerSells };
  const goingBeyond = { lighter: undone, heavier: bought };
  if (!work.allows(largest(fullest.map(({ givenUp, beyond }) => givenUp + beyond)) * fullest.length)) return undefined;

  const weighed = fullest.map((each) => {
    const lighterGivenUp = lightest(givingUp, each.givenUp);
    const lighterBeyond = lightest(goingBeyond, each.beyond);
    const heavier = each.givenUp + each.beyond - 2 * (lighterGivenUp + lighterBeyond);
    return { ...each, lighterGivenUp, lighterBeyond, traded: each.choice.traded + heavier * tick };
  });
  const answers = leastOf(weighed, ({ traded }) => traded).map((each) => {
    const above = rows.map((_, row) => (each.choice.raised.has(row) ? 1 : 0));
    addTo(above, givingUp, each.givenUp, each.lighterGivenUp, -1);
    addTo(above, goingBeyond, each.beyond, each.lighterBeyond, 1);
    return above;
  });
  return answers.reduce((best, answer) => (comesFirst(answer, best) ? answer : best));
}

/** Adds the steps that make up a sum: the earlier rows get as much, or give up as little, as can be. */
function addTo(above: number[], kinds: TwoKinds, sum: number, lighter: number, sign: 1 | -1): void {
  const preference: Preference = sign > 0 ? "many of the earlier rows" : "few of the earlier rows";
  for (const steps of [kinds.lighter.madeOf(lighter, preference), kinds.heavier.madeOf(sum - lighter, preference)]) {
    for (const { row, count } of steps) above[row] = (above[row] as number) + sign * count;
  }
}

/** Steps without limit: a later row at the same price adds no sum, and the earlier row is preferred. */
function unlimited(steps: readonly Steps[]): Steps[] {
  const prices = new Set<number>();
  return steps.filter(({ price }) => !prices.has(price) && prices.add(price));
}

/** Whether one answer has the larger holding in the first row in which the two differ. */
function comesFirst(one: readonly number[], other: readonly number[]): boolean {
  const row = one.findIndex((steps, index) => steps !== other[index]);
  return row >= 0 && (one[row] as number) > (other[row] as number);
}

/** Those of a list whose figure is least. */
function leastOf<Item>(items: readonly Item[], figure: (item: Item) => number): readonly Item[] {
  const least = Math.min(...items.map(figure));
  return items.filter((item) => figure(item) === least);
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
