/** A trade of a number of steps. */
export interface WholeTrade {
  readonly row: number;
  readonly size: number;
}

/** The first of some trades below a minimum: the smallest, of equal ones the later row's. */
export function firstOf(one: WholeTrade | undefined, other: WholeTrade): WholeTrade {
  if (one === undefined || other.size < one.size) return other;
  return other.size === one.size && other.row > one.row ? other : one;
}

/** Rows by the sizes of their trades, of equal ones the later first: a heap (J. W. J. Williams, "Algorithm 232", 1964). */
export class SmallTrades {
  readonly #heap: number[];
  readonly #sizeOf: (row: number) => number;
  readonly #isGone: (row: number) => boolean;

  constructor(rows: number[], sizeOf: (row: number) => number, isGone: (row: number) => boolean) {
    this.#heap = rows;
    this.#sizeOf = sizeOf;
    this.#isGone = isGone;
    for (let place = (rows.length >>> 1) - 1; place >= 0; place--) this.#sink(place);
  }

  /** The first row that is left; undefined where none is. */
  first(): number | undefined {
    const heap = this.#heap;
    while (heap.length > 0 && this.#isGone(heap[0] as number)) {
      const last = heap.pop() as number;
      if (heap.length === 0) break;
      heap[0] = last;
      this.#sink(0);
    }
    return heap[0];
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const row = heap[from] as number;
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#comesBefore(heap[below + 1] as number, heap[below] as number)) below++;
      if (!this.#comesBefore(heap[below] as number, row)) break;
      heap[place] = heap[below] as number;
      place = below;
    }
    heap[place] = row;
  }

  #comesBefore(one: number, other: number): boolean {
    const more = this.#sizeOf(one) - this.#sizeOf(other);
    return more < 0 || (more === 0 && one > other);
  }
}
