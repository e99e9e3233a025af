import type { Frontier } from "./frontier";
import type { Level } from "./level";

/**
 * Runs through all choices of a frontier at all levels of one row, by rising cost, of equal ones by rising error. Each
 * level on its own keeps the order of the frontier, so these are as many sorted lists; a heap knows whose head is next.
 */
export class Merge {
  /** Levels whose lists aren't through yet, as a heap: none comes before the one at half its place. */
  private readonly heap: number[];
  /** The place in the frontier that each level has come to, and what that choice costs and errs. */
  private readonly head: Int32Array;
  private readonly headOver: Float64Array;
  private readonly headError: Float64Array;

  constructor(
    private readonly frontier: Pick<Frontier, "over" | "error" | "size">,
    private readonly levels: readonly Level[],
  ) {
    this.head = new Int32Array(levels.length);
    this.headOver = new Float64Array(levels.length);
    this.headError = new Float64Array(levels.length);
    this.heap = frontier.size > 0 ? levels.map((_, level) => level) : [];
    for (const level of this.heap) this.read(level);
    for (let place = this.heap.length - 1; place >= 0; place--) this.sink(place);
  }

  /** Whether all choices are through. */
  get finished(): boolean {
    return this.heap.length === 0;
  }

  /** The level of the next choice. */
  get level(): number {
    return this.heap[0] as number;
  }

  /** The next choice's place in the frontier. */
  get index(): number {
    return this.head[this.heap[0] as number] as number;
  }

  get over(): number {
    return this.headOver[this.heap[0] as number] as number;
  }

  get error(): number {
    return this.headError[this.heap[0] as number] as number;
  }

  /** Goes on to the choice after the next; returns this. */
  advance(): this {
    const { level } = this;
    this.head[level] = (this.head[level] as number) + 1;
    if (this.head[level] < this.frontier.size) this.read(level);
    else {
      const last = this.heap.pop() as number;
      if (this.finished) return this;
      this.heap[0] = last;
    }
    this.sink(0);
    return this;
  }

  private read(level: number): void {
    const { over, error } = this.levels[level] as Level;
    const index = this.head[level] as number;
    this.headOver[level] = (this.frontier.over[index] as number) + over;
    this.headError[level] = (this.frontier.error[index] as number) + error;
  }

  private sink(place: number): void {
    const { heap } = this;
    const level = heap[place] as number;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.before(heap[child + 1] as number, heap[child] as number)) child += 1;
      if (!this.before(heap[child] as number, level)) break;
      heap[place] = heap[child] as number;
      place = child;
    }
    heap[place] = level;
  }

  private before(one: number, other: number): boolean {
    const difference = (this.headOver[one] as number) - (this.headOver[other] as number);
    return difference < 0 || (difference === 0 && (this.headError[one] as number) < (this.headError[other] as number));
  }
}
