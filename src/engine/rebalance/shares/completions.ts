import type { Level } from "./level";
import { Merge } from "./merge";
import type { Work } from "./work";

/** Amounts of the choices of some rows, by rising use of cash and falling shortfall. */
interface Choices {
  readonly over: Float64Array;
  readonly error: Float64Array;
  readonly size: number;
}

const NOTHING_DECIDED: Choices = { over: new Float64Array(1), error: new Float64Array(1), size: 1 };

/** What ends a choice of the later rows: what the earlier rows add at least, at a price of cash, takes it above a limit. */
export interface Bound {
  /** Shortfall that a dollar given up costs, once all rows are decided. */
  readonly rate: number;
  /** The price of cash at which what the earlier rows add is counted; not above the rate. */
  readonly lambda: number;
  /** For each row, what the rows before it, and all that is decided, add at least: Σ shortfall + λ × cash used. */
  readonly before: readonly number[];
  /** Most of shortfall + λ × cash used that an answer may have. */
  readonly limit: number;
  /** A difference in shortfall that is taken for the rounding of doubles: bounds are off by as much a row. */
  readonly noise: number;
}

/**
 * What the rows from each one on can do at best, if any amount can be given up to the unit: for each row a list of
 * choices of which none is better than another whatever the rows before do. One choice is better than another if it
 * uses less cash and falls short by less, or if by giving up what it uses more it would fall short by no more.
 */
export class Completions {
  private constructor(
    private readonly from: readonly Choices[],
    private readonly rate: number,
  ) {}

  /**
   * The completions, or undefined if they are more than the work allowed. With `most`, only so many of the choices of
   * each row are kept, the ones that are best at the price of cash: quick, but no bound.
   */
  static of(
    rows: readonly (readonly Level[])[],
    { rate, lambda, before, limit, noise }: Bound,
    work: Work,
    most = Number.POSITIVE_INFINITY,
  ): Completions | undefined {
    const from = [NOTHING_DECIDED];
    for (let row = rows.length - 1; row >= 0; row--) {
      const next = new Kept(rate, noise);
      const levels = rows[row] as readonly Level[];
      const allowed = limit - (before[row] as number);
      for (const merge = new Merge(from[0] as Choices, levels); !merge.finished; merge.advance()) {
        if (!work.allows(1)) return undefined;
        const { over, error } = merge;
        if (error + lambda * over <= allowed) next.offer(over, error);
      }
      from.unshift(next.size > most ? next.best(most, lambda) : next);
    }
    return new Completions(from, rate);
  }

  /**
   * The least shortfall that choices of the rows before `row`, which use and fall short by so much, can end with.
   * Infinity if no completion is below the limit.
   */
  leastFrom(row: number, over: number, error: number): number {
    const { over: overs, error: errors, size } = this.from[row] as Choices;
    // The first completion that uses more than there is; the one before it is the best of those that don't.
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (over + (overs[middle] as number) > 0) high = middle;
      else low = middle + 1;
    }
    const within = low > 0 ? error + (errors[low - 1] as number) : Number.POSITIVE_INFINITY;
    if (low === size) return within;
    return Math.min(within, error + (errors[low] as number) + this.rate * (over + (overs[low] as number)));
  }
}

/** The choices that are kept, offered by rising use of cash and, of equal ones, by rising shortfall. */
class Kept implements Choices {
  size = 0;
  over = new Float64Array(64);
  error = new Float64Array(64);

  constructor(
    private readonly rate: number,
    private readonly noise: number,
  ) {}

  offer(over: number, error: number): void {
    if (this.size > 0 && error >= (this.error[this.size - 1] as number)) return;
    // Those that a choice is as good as, once it has given up what it uses more.
    while (
      this.size > 0 &&
      (this.error[this.size - 1] as number) - error >=
        this.rate * (over - (this.over[this.size - 1] as number)) - this.noise
    ) {
      this.size -= 1;
    }
    if (this.size === this.over.length) [this.over, this.error] = [twiceAsLong(this.over), twiceAsLong(this.error)];
    this.over[this.size] = over;
    this.error[this.size] = error;
    this.size += 1;
  }

  best(most: number, lambda: number): Choices {
    const figures = Float64Array.from({ length: this.size }, (_, at) => this.figure(at, lambda)).sort();
    const limit = figures[most - 1] as number;
    const at = Array.from({ length: this.size }, (_, index) => index).filter(
      (index) => this.figure(index, lambda) <= limit,
    );
    return {
      over: Float64Array.from(at, (index) => this.over[index] as number),
      error: Float64Array.from(at, (index) => this.error[index] as number),
      size: at.length,
    };
  }

  private figure(at: number, lambda: number): number {
    return (this.error[at] as number) + lambda * (this.over[at] as number);
  }
}

function twiceAsLong(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}
