import { Completions } from "./completions";
import type { CostedRow, Way } from "./costed-row";
import type { Greedy } from "./greedy";
import type { Level } from "./level";
import { LeastGivenUp, type Kind, type Kinds } from "./least-given-up";
import { leftAfter, type SharePosition, type SharePositions } from "./positions";
import type { Work } from "./work";

/** The best answer known, and how much shorter another could fall. */
export interface Known {
  /** Steps that each row ends above (+) or below (−) its base. */
  readonly changes: readonly number[];
  /** Shortfall, in units, compared with every row at its base. */
  readonly error: number;
  /** No answer falls short by less. */
  readonly bound: number;
}

/** A way that is tried takes as much time as so many completions that are merged. */
const NODES_A_WAY = 20;

/** Choices a row that are kept for a first good answer. */
const NARROW = 100;
/** Full choices that are completed for it. */
const LEAVES_OF_NARROW = 20;

/**
 * Dollars of shortfall below which a better answer is not looked for: less than any account can hold. Where steps are
 * whole shares they are far larger, and proofs are to the unit.
 */
const NEGLIGIBLE = 5e-7;

/** A row that isn't decided beforehand. */
interface Option {
  readonly row: number;
  readonly ways: readonly Way[];
  /** The least shortfall + λ × cash used of its ways. */
  readonly least: number;
  /** By how much the next exceeds it. */
  readonly margin: number;
}

/** A row that is decided. */
interface Chosen {
  readonly row: number;
  readonly way: Way;
}

/** Where the search of one pass is. */
interface Descent {
  readonly open: readonly Option[];
  readonly completions: Completions;
  /** The rows decided so far. */
  readonly chosen: Chosen[];
  /** Whether all that a bound leaves is looked at. */
  readonly whole: boolean;
  /** Full choices that may still be completed. */
  leaves: number;
  /** The least that a full choice can come to which wasn't completed at best. */
  unresolved: number;
}

/** Searches the answers in which each row goes one of a few ways, and what is missing is given up step by step. */
export class FewWays {
  /** Shortfall for each unit of cash that steps given up raise. */
  private readonly rate: number;
  /** Cash that a tick of a purchase given up raises, and of a larger sale. */
  private readonly raised: { readonly byBuys: number; readonly bySells: number };
  private readonly lambda: number;
  private readonly noise: number;
  /** All shortfalls differ by multiples of it. */
  private readonly grain: number;
  private readonly negligible: number;
  private known: Known;

  constructor(
    private readonly positions: SharePositions,
    private readonly rows: readonly CostedRow[],
    first: Greedy,
    private readonly work: Work,
  ) {
    const sample = positions.rows.find(({ cost }) => cost > 0);
    const { tick } = positions;
    const cost = sample === undefined ? 0 : Math.round(sample.cost / (sample.price / tick));
    // Where a sale costs all that it brings, only purchases can be given up.
    const buys = cost >= tick || first.lambda <= (tick / (tick + cost)) * (1 + 1e-9);
    this.raised = { byBuys: tick + cost, bySells: tick - cost };
    this.rate = tick / (buys ? tick + cost : tick - cost);
    this.lambda = Math.min(first.lambda, this.rate);
    const magnitude = rows.reduce(
      (sum, row) => sum + Math.max(...row.ways(this.rate).map(({ over }) => Math.abs(over))),
      Math.abs(positions.room),
    );
    this.noise = Math.max(2 ** -8, magnitude * 2 ** -50);
    this.grain = grainOf(positions);
    this.negligible = NEGLIGIBLE * 10 ** positions.decimals;
    this.known = { changes: first.changes, error: first.error, bound: first.bound };
  }

  /** The best answer that the work allows. */
  search(): Known {
    this.pass(NARROW);
    if (!this.proved) this.pass(Number.POSITIVE_INFINITY);
    return this.proved ? { ...this.known, bound: this.known.error } : this.known;
  }

  private get proved(): boolean {
    const { error, bound } = this.known;
    return error - bound < this.grain || error - bound <= this.negligible;
  }

  /** What bounds may be off by. */
  private get tolerance(): number {
    return this.noise * (this.rows.length + 2) * 2;
  }

  /** The most that a better answer may fall short by, with a margin for bounds in doubles. */
  private get below(): number {
    return this.known.error - Math.max(this.grain - this.tolerance, this.tolerance);
  }

  /**
   * Looks for better answers among all choices of ways, or with only so many completions kept a row. If it gets through
   * all of them, what no answer can fall below is known as well.
   */
  private pass(most: number): void {
    const options = this.options();
    const isFixed = ({ ways }: Option): boolean => ways.length === 1;
    const open = options.filter((option) => !isFixed(option));
    open.sort((one, other) => one.margin - other.margin || one.row - other.row);
    const chosen = options.filter(isFixed).map(({ row, ways }): Chosen => ({ row, way: ways[0] as Way }));
    const over = chosen.reduce((sum, { way }) => sum + way.over, -this.positions.room);
    const error = chosen.reduce((sum, { way }) => sum + way.error, 0);

    const completions = this.completions(open, error + this.lambda * over, most);
    if (completions === undefined) return;
    const whole = most === Number.POSITIVE_INFINITY;
    if (whole) this.raiseBound(completions.leastFrom(0, over, error));
    const leaves = whole ? Number.POSITIVE_INFINITY : LEAVES_OF_NARROW;
    const descent = { open, completions, chosen, whole, leaves, unresolved: Number.POSITIVE_INFINITY };
    const finished = this.visit(descent, 0, over, error);
    if (whole && finished && !this.proved) this.raiseBound(descent.unresolved);
  }

  /** The ways of each row that can be part of a better answer. */
  private options(): readonly Option[] {
    const all = this.rows.map((row, index): Option => {
      const ways = row.ways(this.rate);
      const figures = ways.map((way) => this.figure(way)).sort((one, other) => one - other);
      const least = figures[0] as number;
      return { row: index, ways, least, margin: (figures[1] ?? Infinity) - least };
    });
    const least = all.reduce((sum, option) => sum + option.least, -this.lambda * this.positions.room);
    const gap = Math.max(0, this.known.error - least) + this.tolerance;
    return all.map((option) => ({
      ...option,
      ways: option.ways.filter((way) => this.figure(way) <= option.least + gap),
    }));
  }

  private figure({ error, over }: Level): number {
    return error + this.lambda * over;
  }

  private completions(open: readonly Option[], decided: number, most: number): Completions | undefined {
    const before: number[] = [];
    open.reduce((sum, option) => {
      before.push(sum);
      return sum + option.least;
    }, decided);
    const { rate, lambda, noise } = this;
    const limit = this.known.error + this.tolerance;
    return Completions.of(
      open.map(({ ways }) => ways),
      { rate, lambda, before, limit, noise },
      this.work,
      most,
    );
  }

  private raiseBound(least: number): void {
    const bound = Math.max(this.known.bound, Math.min(this.known.error, least - this.tolerance));
    this.known = { ...this.known, bound };
  }

  /** Goes through the choices of the open rows from one on. False if it has to stop before it is through. */
  private visit(descent: Descent, at: number, over: number, error: number): boolean {
    const { open, completions, chosen } = descent;
    const option = open[at];
    if (option === undefined) {
      descent.leaves -= 1;
      if (!this.complete(chosen)) {
        descent.unresolved = Math.min(descent.unresolved, completions.leastFrom(at, over, error));
      }
      return descent.leaves > 0;
    }
    const { below } = this;
    const promising = option.ways
      .map((way) => ({ way, least: completions.leastFrom(at + 1, over + way.over, error + way.error) }))
      .filter(({ least }) => least <= below)
      .sort((one, other) => one.least - other.least);
    for (const { way, least } of promising) {
      if (!this.work.allows(NODES_A_WAY)) return false;
      if (least > this.below) break;
      if (this.proved) return true;
      chosen.push({ row: option.row, way });
      const going = this.visit(descent, at + 1, over + way.over, error + way.error);
      chosen.pop();
      if (!going) return false;
    }
    return true;
  }

  /** Gives up the least that pays for a choice. False if a better way to do so may exist. */
  private complete(chosen: readonly Chosen[]): boolean {
    const { positions, rows } = this;
    const changes = new Array<number>(rows.length).fill(0);
    let error = 0;
    for (const { row, way } of chosen) {
      changes[row] = way.change;
      error += (rows[row] as CostedRow).errorAt(way.change);
    }
    const missing = -leftAfter(positions, changes);
    if (missing <= 0) {
      this.offer(changes, error);
      return true;
    }
    const { tick } = positions;
    const kinds = this.kinds(chosen);
    const below = Math.ceil((this.known.error - error) / tick);
    const { found, least } = new LeastGivenUp(missing, kinds, below, this.negligible / tick / 2, this.work);
    if (found === undefined) return least;
    for (const kind of ["better", "worse"] as const) {
      for (const [at, { row }] of kinds[kind].steps.entries()) {
        changes[row] = (changes[row] as number) - (found[kind][at] as number);
      }
    }
    this.offer(changes, error + found.sum * tick);
    return least;
  }

  /** The steps that a full choice can give up. Where trading has no proportional cost, both kinds are alike. */
  private kinds(chosen: readonly Chosen[]): Kinds {
    const { rows, tick } = this.positions;
    const { byBuys, bySells } = this.raised;
    const inOrder = chosen.slice().sort((one, other) => one.row - other.row);
    const kindOf = (raised: number, countOf: (way: Way) => number): Kind => ({
      raised,
      steps: inOrder
        .filter(({ way }) => countOf(way) > 0)
        .map(({ row, way }) => ({ row, price: (rows[row] as SharePosition).price / tick, count: countOf(way) })),
    });
    return byBuys === bySells
      ? { better: kindOf(byBuys, ({ spareBuys, spareSells }) => spareBuys + spareSells), worse: kindOf(0, () => 0) }
      : {
          better: kindOf(byBuys, ({ spareBuys }) => spareBuys),
          worse: kindOf(bySells, ({ spareSells }) => spareSells),
        };
  }

  private offer(changes: readonly number[], error: number): void {
    if (error < this.known.error) this.known = { changes, error, bound: Math.min(this.known.bound, error) };
  }
}

/** The greatest common divisor of all amounts that shortfalls consist of. */
function grainOf({ rows, tick }: SharePositions): number {
  let grain = tick;
  for (let { short } of rows) while (short > 0) [grain, short] = [short, grain % short];
  return grain;
}
