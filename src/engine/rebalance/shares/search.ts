import { Frontier, type Equals } from "./frontier";
import type { Level } from "./level";
import { Merge } from "./merge";
import { Trail } from "./trail";
import type { Work } from "./work";

/** A partial choice takes as much time and memory as so many words of a table. */
const NODES_A_CHOICE = 8;
/** So many choices are compared with a bound in the time of a word. */
const CHECKS_A_NODE = 16;

/** What the rows that are still undecided can do, in units of shortfall for a unit of money. */
export interface Rates {
  /** The least by which the error grows where they have to raise money. */
  readonly loss: number;
  /** The most by which the error falls where they spend money. */
  readonly gain: number;
}

export interface Found {
  readonly over: number;
  readonly error: number;
  readonly cost: number;
  readonly traded: number;
  /** The rows that differ from the first choice, and by how many steps. */
  readonly changes: readonly { readonly row: number; readonly change: number }[];
}

/**
 * Decides one row after another, for all choices at once that can still become the best. It begins with one choice of
 * all rows; a row that is still undecided is as in that choice. `least` is an error that can be had, and falls as
 * affordable choices are met.
 */
export class Search {
  private frontier: Frontier;
  /** Made once and filled anew for every row: there may be 100,000 of them. */
  private next: Frontier;
  private readonly trail = new Trail();
  private turn = 0;
  least: number;

  /** `margin`: how far above the least error a bound must lie to end a choice. More than the error of the bounds. */
  constructor(
    first: { readonly over: number; readonly error: number; readonly cost: number; readonly traded: number },
    known: number,
    equals: Equals,
    private readonly margin: number,
    private readonly work: Work,
  ) {
    this.frontier = Frontier.of(first, equals);
    this.next = new Frontier(equals);
    this.least = first.over <= 0 ? Math.min(known, first.error) : known;
  }

  /**
   * Decides a row: every choice goes on with every level, unless even at the rates of the undecided rows its error
   * would end above the least. Levels include that of the first choice. False if it goes beyond the work allowed.
   */
  decide(row: number, levels: readonly Level[], rates: Rates): boolean {
    const { frontier, next, trail } = this;
    next.size = 0;
    for (const merge = new Merge(frontier, levels); !merge.finished; merge.advance()) {
      if (!this.work.allows(NODES_A_CHOICE)) return false;
      const { over, error, index } = merge;
      if (error + over * (over > 0 ? rates.loss : rates.gain) > this.least + this.margin) continue;
      const level = levels[merge.level] as Level;
      const cost = (frontier.cost[index] as number) + level.cost;
      const traded = (frontier.traded[index] as number) + level.traded;
      const before = frontier.entry[index] as number;
      next.offer(over, error, cost, traded, trail, before, this.turn, row, level.change);
      if (over <= 0 && error < this.least) this.least = error;
    }
    [this.frontier, this.next] = [next, frontier];
    this.turn += 1;
    return true;
  }

  /**
   * Leaves a row as it is in every choice, if with its other level all of them would end above the least; false if it
   * has to be decided. So it is with nearly all of many rows, and this takes far less than deciding them.
   */
  leave({ over, error }: Pick<Level, "over" | "error">, rates: Rates): boolean {
    const { frontier } = this;
    if (!this.work.allows(Math.ceil(frontier.size / CHECKS_A_NODE))) return false;
    const most = this.least + this.margin;
    const ends = (overThen: number, errorThen: number): boolean =>
      errorThen + overThen * (overThen > 0 ? rates.loss : rates.gain) > most;
    for (let index = 0; index < frontier.size; index++) {
      if (!ends((frontier.over[index] as number) + over, (frontier.error[index] as number) + error)) return false;
    }
    frontier.keep((index) => !ends(frontier.over[index] as number, frontier.error[index] as number));
    return true;
  }

  /** The choices that are left. */
  *found(): Generator<Found> {
    const { over, error, cost, traded, entry, size } = this.frontier;
    for (let index = 0; index < size; index++) {
      yield {
        over: over[index] as number,
        error: error[index] as number,
        cost: cost[index] as number,
        traded: traded[index] as number,
        changes: [...this.trail.changes(entry[index] as number)],
      };
    }
  }
}
