import { Decimal } from "../decimal";
import type { Standing } from "./limits";
import type { ClassShares } from "./money-in-classes";
import type { Move } from "./moves";
import type { LinearProgram } from "./solver";

/**
 * The household as a linear program. Amounts are in units of a power of ten of cents, so that the household has at most
 * a million of them and a solver's tolerances are parts of a cent.
 *
 * Columns: every move; of each class what it ends above its goal, and below; the taxable net gain of each kind, not
 * below 0; the largest gap as a part of its goal, counted as what the class with the largest goal would be off by.
 * Rows: each account's own money; each class's gap; the bound on net gains; net gains of each kind; each class's gap
 * beside its part of the largest. All rows are in money, so that a solver's tolerance is the same in each, however small
 * a class's goal is.
 */
export interface Program {
  readonly linear: LinearProgram;
  /** A unit in cents. */
  readonly unit: number;
  readonly columns: {
    readonly over: number;
    readonly under: number;
    readonly shortGain: number;
    readonly longGain: number;
    readonly largest: number;
  };
  readonly rows: {
    readonly account: number;
    readonly gap: number;
    readonly gains: number;
    readonly kinds: number;
    /** The evenness row of each class that has a goal above 0. */
    readonly even: ReadonlyMap<number, EvenRow>;
  };
  /** What each class should hold, in counted cents. */
  readonly goals: readonly Decimal[];
  /** How many classes have a gap: the listed ones, and money in none. */
  readonly classes: number;
}

/** A class's gap beside its part of the largest. */
export interface EvenRow {
  readonly row: number;
  /** The class's goal as a part of the largest goal. */
  readonly part: number;
}

const MOST_UNITS = 1e6;

/** Builds the program of a household with goals in counted cents. The bounds of moves and of net gains are set for each run (`Face.open`). */
export function programOf(standing: Standing, goals: readonly Decimal[]): Program {
  const { moves, shares, needs, before, household } = standing;
  const unit = unitOf(standing);
  const classes = goals.length;
  const over = moves.length;
  const under = over + classes;
  const shortGain = under + classes;
  const longGain = shortGain + 1;
  const largest = longGain + 1;
  const columns = largest + 1;
  const accounts = household.accounts.length;
  const gap = accounts;
  const gains = gap + classes;
  const kinds = gains + 1;

  const rows = new Rows();
  const signed = (index: number): number => (moves[index]?.isBuy === true ? 1 : -1);
  for (const [account, { net }] of needs.entries()) {
    const own = [...moves.keys()].filter((index) => moves[index]?.account === account);
    rows.add(
      own.map((index) => [index, signed(index)]),
      net / unit,
      net / unit,
    );
  }
  const inClass: [column: number, share: number][][] = goals.map(() => []);
  for (const [index, { position }] of moves.entries()) {
    for (const [place, share] of shares[position] as ClassShares)
      inClass[place]?.push([index, signed(index) * share.toNumber()]);
  }
  for (const [place, entries] of inClass.entries()) {
    const missing = (goals[place] as Decimal)
      .minus(before[place] as Decimal)
      .dividedBy(unit)
      .toNumber();
    rows.add([...entries, [over + place, -1], [under + place, 1]], missing, missing);
  }
  const taxed = (isWanted: (move: Move) => boolean): [number, number][] =>
    [...moves.entries()].flatMap(([index, move]): [number, number][] =>
      move.gain && isWanted(move) ? [[index, move.gain.share.toNumber()]] : [],
    );
  rows.add(
    taxed(() => true),
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  );
  for (const [column, isLongTerm] of [
    [shortGain, false],
    [longGain, true],
  ] as const) {
    rows.add([...taxed(({ gain }) => gain?.isLongTerm === isLongTerm), [column, -1]], Number.NEGATIVE_INFINITY, 0);
  }
  const even = new Map<number, EvenRow>();
  const largestGoal = Decimal.max(...goals);
  for (const [place, goal] of goals.entries()) {
    if (!goal.greaterThan(0)) continue;
    const part = goal.dividedBy(largestGoal).toNumber();
    even.set(place, { row: rows.count, part });
    rows.add(
      [
        [over + place, 1],
        [under + place, 1],
        [largest, -part],
      ],
      Number.NEGATIVE_INFINITY,
      0,
    );
  }
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  return {
    linear: { costs: new Float64Array(columns), lower, upper, ...rows.arrays() },
    unit,
    columns: { over, under, shortGain, longGain, largest },
    rows: { account: 0, gap, gains, kinds, even },
    goals,
    classes,
  };
}

/** The unit in cents: a dollar for a household of up to a million. */
function unitOf({ household, needs }: Standing): number {
  let wealth = 0;
  for (const { lots } of household.positions) for (const { value } of lots) wealth += Math.abs(value);
  for (const { net } of needs) wealth += Math.abs(net);
  let unit = 100;
  while (wealth / unit > MOST_UNITS) unit *= 10;
  return unit;
}

/** Gathers rows one after the other. */
class Rows {
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];

  get count(): number {
    return this.#lower.length;
  }

  add(entries: readonly (readonly [column: number, value: number])[], lower: number, upper: number): void {
    for (const [column, value] of entries) {
      if (value === 0) continue;
      this.#indices.push(column);
      this.#values.push(value);
    }
    this.#starts.push(this.#indices.length);
    this.#lower.push(lower);
    this.#upper.push(upper);
  }

  arrays(): Pick<LinearProgram, "starts" | "indices" | "values" | "rowLower" | "rowUpper"> {
    return {
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
      rowLower: Float64Array.from(this.#lower),
      rowUpper: Float64Array.from(this.#upper),
    };
  }
}
