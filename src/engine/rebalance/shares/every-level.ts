import type { CostedRow } from "./costed-row";
import type { Known } from "./few-ways";
import { LARGEST_AMOUNT, type SharePositions } from "./positions";
import type { Level } from "./level";
import type { Equals } from "./frontier";
import { Hull } from "./hull";
import { Search, type Rates } from "./search";
import type { Work } from "./work";

/** How far bounds may be off, in units: amounts are whole and below 2^49, and a bound is a product and a sum of two. */
const MARGIN = 1;

/** The levels of a row that can be part of the best answer, as differences from its first level. */
interface Options {
  readonly row: number;
  readonly levels: readonly Level[];
  /** Shortfall + λ × cash used of each level: 0 for the first. */
  readonly reduced: readonly number[];
  /** The least of them but for the first: rows in which it is small are decided first. */
  readonly nearest: number;
}

/**
 * Settles what a good answer leaves open: finds the best of all levels of all rows, ties and all, where they are few
 * enough for the work allowed; else undefined.
 */
export function everyLevel(
  { room }: SharePositions,
  rows: readonly CostedRow[],
  lambda: number,
  known: Known,
  work: Work,
): readonly number[] | undefined {
  const hull = new Hull();
  const cheapest = rows.map((row) => {
    row.hull(hull);
    return hull.over[0] as number;
  });
  const spare = cheapest.reduce((left, over) => left - over, room);
  const levels = rows.map((row) => row.leastAt(lambda));
  if (levels.some((level) => Math.abs(level.over) > LARGEST_AMOUNT)) return undefined;
  const first = {
    over: levels.reduce((sum, level) => sum + level.over, -room),
    error: levels.reduce((sum, level) => sum + level.error, 0),
    cost: levels.reduce((sum, level) => sum + level.cost, 0),
    traded: levels.reduce((sum, level) => sum + level.traded, 0),
  };

  const decide = (limit: number, equals: Equals): Search | undefined => {
    const gap = limit - (first.error + lambda * first.over) + MARGIN;
    const options: Options[] = [];
    for (const [index, row] of rows.entries()) {
      const near = row.within(gap, lambda, spare + (cheapest[index] as number), work);
      if (near === undefined || near.some(({ over }) => Math.abs(over) > LARGEST_AMOUNT)) return undefined;
      if (near.length > 1) options.push(optionsOf(index, near, levels[index] as Level, lambda));
    }
    options.sort((one, other) => one.nearest - other.nearest || one.row - other.row);
    const rates = ratesAfterEach(options, lambda);
    const search = new Search(first, limit, equals, MARGIN, work);
    const finished = options.every((option, turn) => search.decide(option.row, option.levels, rates[turn] as Rates));
    return finished ? search : undefined;
  };
  const least = known.error > known.bound ? decide(known.error, "least cash used")?.least : known.error;
  const search = least === undefined ? undefined : decide(least, "all");
  if (search === undefined) return undefined;

  // The more cash an equally near choice uses, the less it costs: the last one that is affordable costs least.
  const answer = [...search.found()].filter(({ over, error }) => over <= 0 && error === least).pop();
  if (answer === undefined) return undefined;
  const changes = levels.map((level) => level.change);
  for (const { row, change } of answer.changes) changes[row] = (changes[row] as number) + change;
  return changes;
}

function optionsOf(row: number, near: readonly Level[], first: Level, lambda: number): Options {
  const levels = near.map((level) => ({
    change: level.change - first.change,
    over: level.over - first.over,
    error: level.error - first.error,
    cost: level.cost - first.cost,
    traded: level.traded - first.traded,
  }));
  const reduced = levels.map(({ error, over }) => error + lambda * over);
  const nearest = levels.reduce(
    (least, { change }, index) => (change === 0 ? least : Math.min(least, reduced[index] as number)),
    Number.POSITIVE_INFINITY,
  );
  return { row, levels, reduced, nearest };
}

/** For each row in turn, what the rows after it can do. Money moves at λ, made worse by the least reduced shortfall a unit of money. */
function ratesAfterEach(options: readonly Options[], lambda: number): readonly Rates[] {
  let [raising, spending] = [Infinity, lambda];
  const rates = options.map((): Rates => ({ loss: 0, gain: 0 }));
  for (let turn = options.length - 1; turn >= 0; turn--) {
    rates[turn] = { loss: lambda + raising, gain: lambda - spending };
    const { levels, reduced } = options[turn] as Options;
    for (const [index, { over }] of levels.entries()) {
      const rate = Math.max(0, reduced[index] as number) / Math.abs(over);
      if (over < 0) raising = Math.min(raising, rate);
      else if (over > 0) spending = Math.min(spending, rate);
    }
  }
  return rates;
}
