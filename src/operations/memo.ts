/** Arguments larger than this (in cells) are computed each time: comparing and keeping them would cost as much. */
const MOST_CELLS = 20_000;

/** Answers kept a function; the least recently used one goes first. */
const MOST_ENTRIES = 8;

interface Entry<Result> {
  /** Every cell of every argument, in order. */
  readonly cells: readonly unknown[];
  /** The arguments' shapes: without them `{1,2}` and `{1;2}` would be the same. */
  readonly shape: string;
  readonly result: Result;
}

/** Remembers results by the content of the arguments. Cells that are objects are compared by what they show. */
export class Memo<Result> {
  #entries: Entry<Result>[] = [];

  /** The result for these arguments: the remembered one, or the computed one, which is kept if `keep` says so. */
  of(args: readonly unknown[], compute: () => Result, keep: (result: Result) => boolean): Result {
    const shape = args.map(shapeOf).join(" ");
    const size = args.reduce((total: number, arg) => total + sizeOf(arg), 0);
    if (size > MOST_CELLS) return compute();

    const cells = cellsOf(args);
    const found = this.#entries.findIndex((entry) => entry.shape === shape && same(entry.cells, cells));
    if (found >= 0) {
      const [entry] = this.#entries.splice(found, 1) as [Entry<Result>];
      this.#entries.unshift(entry);
      return entry.result;
    }
    const result = compute();
    if (keep(result)) this.#entries = [{ cells, shape, result }, ...this.#entries.slice(0, MOST_ENTRIES - 1)];
    return result;
  }
}

function shapeOf(arg: unknown): string {
  if (!Array.isArray(arg)) return "-";
  const [first] = arg as readonly unknown[];
  return `${arg.length}x${Array.isArray(first) ? first.length : 0}`;
}

function sizeOf(arg: unknown): number {
  if (!Array.isArray(arg)) return 1;
  const [first] = arg as readonly unknown[];
  return arg.length * (Array.isArray(first) ? first.length : 1);
}

/** Copies every cell, so that a caller who changes its arrays afterwards changes nothing here. */
function cellsOf(args: readonly unknown[]): readonly unknown[] {
  const cells: unknown[] = [];
  for (const arg of args) {
    if (!Array.isArray(arg)) cells.push(arg);
    else
      for (const row of arg as readonly unknown[])
        cells.push(...(Array.isArray(row) ? (row as readonly unknown[]) : [row]).map(content));
  }
  return cells;
}

/** Typed values (errors, entities, formatted numbers) come as new objects each time. */
function content(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((cell, index) => Object.is(cell, other[index]));
}
