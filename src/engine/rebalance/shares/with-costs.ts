import { CostedRow } from "./costed-row";
import type { SharesFound } from "./outcome";
import { LARGEST_AMOUNT, type SharePositions } from "./positions";
import type { Level } from "./level";
import type { Equals } from "./frontier";
import { Search, type Rates } from "./search";
import type { Work } from "./work";

/**
 * How far bounds may be off, in units: each is a sum of one figure a row, below 2^49 and good to a unit, for at most
 * 10,000 rows. A choice within the margin is kept, which costs time and never the answer.
 */
const MARGIN = 10_000;

/** One more than a double has digits. */
const HALVINGS = 54;

/** The levels of a row that can be part of the best answer, as differences from its first level. */
interface Options {
  readonly row: number;
  readonly levels: readonly Level[];
  /** Shortfall + λ × cash used of each level: 0 for the first. */
  readonly reduced: readonly number[];
  /** The least of them but for the first: rows in which it is small are decided first. */
  readonly nearest: number;
}

/** Finds the best trades where trading costs something. */
export function withCosts({ rows: positions, fee, room }: SharePositions, work: Work): SharesFound {
  const rows = positions.map((position) => new CostedRow(position, fee));
  const cheapest = rows.map((row) => row.cheapest().over);
  const spare = cheapest.reduce((left, over) => left - over, room);
  if (spare < 0) return "cash not raised";
  const lambda = priceOfCash(rows, room);
  const levels = rows.map((row) => row.leastAt(lambda));
  if (levels.some((level) => Math.abs(level.over) > LARGEST_AMOUNT)) return "not finished";
  const first = {
    over: levels.reduce((sum, level) => sum + level.over, -room),
    error: levels.reduce((sum, level) => sum + level.error, 0),
    cost: levels.reduce((sum, level) => sum + level.cost, 0),
    traded: levels.reduce((sum, level) => sum + level.traded, 0),
  };

  const decide = (known: number, equals: Equals): Search | undefined => {
    const gap = known - (first.error + lambda * first.over) + MARGIN;
    const options: Options[] = [];
    for (const [index, row] of rows.entries()) {
      const near = row.within(gap, lambda, spare + (cheapest[index] as number), work);
      if (near === undefined || near.some(({ over }) => Math.abs(over) > LARGEST_AMOUNT)) return undefined;
      if (near.length > 1) options.push(optionsOf(index, near, levels[index] as Level, lambda));
    }
    options.sort((one, other) => one.nearest - other.nearest || one.row - other.row);
    const rates = ratesAfterEach(options, lambda);
    const search = new Search(first, known, equals, MARGIN, work);
    const finished = options.every((option, turn) => search.decide(option.row, option.levels, rates[turn] as Rates));
    return finished ? search : undefined;
  };
  const least = decide(first.error + improvement(rows, levels, -first.over), "least cash used")?.least;
  const search = least === undefined ? undefined : decide(least, "all");
  if (search === undefined) return "not finished";

  // The more cash an equally near choice uses, the less it costs: the last one that is affordable costs least.
  const answer = [...search.found()].filter(({ over, error }) => over <= 0 && error === least).pop();
  const changes = levels.map((level) => level.change);
  for (const { row, change } of answer?.changes ?? []) changes[row] = (changes[row] as number) + change;
  return changes;
}

/**
 * The least price of cash at which the rows' own least levels are affordable together, to the digits of a double.
 */
function priceOfCash(rows: readonly CostedRow[], room: number): number {
  const affordable = (lambda: number): boolean =>
    rows.reduce((over, row) => over + row.leastAt(lambda).over, -room) <= 0;
  let low = 0;
  if (affordable(low)) return low;
  let high = 2;
  while (!affordable(high)) high *= 2;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (affordable(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** By how much an answer's shortfall falls (≤ 0) if what it leaves is spent greedily: a first good answer, so a small gap. */
function improvement(rows: readonly CostedRow[], levels: readonly Level[], left: number): number {
  const now = [...levels];
  let fallen = 0;
  for (;;) {
    let best = { row: -1, level: now[0] as Level, error: 0, over: 0 };
    for (const [row, { change, error, over }] of now.entries()) {
      for (const level of (rows[row] as CostedRow).purchases(change, left)) {
        const [moreError, moreOver] = [level.error - error, level.over - over];
        if (moreOver <= left && moreError < best.error) best = { row, level, error: moreError, over: moreOver };
      }
    }
    if (best.row < 0) return fallen;
    now[best.row] = best.level;
    left -= best.over;
    fallen += best.error;
  }
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
