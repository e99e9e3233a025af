/** Arguments larger than this (in cells) are computed each time rather than kept. */
const MOST_CELLS = 50_000;

/** Answers kept a function; the least recently used one goes first. */
const MOST_ENTRIES = 8;

type Rows = readonly (readonly unknown[])[];

/** An argument as it was: a scalar, or the copied cells of a range with its width. */
type Kept = { readonly cells: readonly unknown[]; readonly width: number } | { readonly scalar: unknown };

interface Entry<Result> {
  readonly args: readonly Kept[];
  readonly result: Result;
}

/** Remembers results by the content of the arguments. Cells that are objects are compared by what they show. */
export class Memo<Result> {
  #entries: Entry<Result>[] = [];

  /** The result for these arguments: the remembered one, or the computed one, which is kept if `keep` says so. */
  of(args: readonly unknown[], compute: () => Result, keep: (result: Result) => boolean): Result {
    const found = this.#entries.findIndex((entry) => holds(entry.args, args));
    if (found >= 0) {
      const [entry] = this.#entries.splice(found, 1) as [Entry<Result>];
      this.#entries.unshift(entry);
      return entry.result;
    }
    const result = compute();
    if (sizeOf(args) <= MOST_CELLS && keep(result)) {
      this.#entries = [{ args: args.map(copyOf), result }, ...this.#entries.slice(0, MOST_ENTRIES - 1)];
    }
    return result;
  }

  /** Remembers a result no longer. */
  forget(result: Result): void {
    this.#entries = this.#entries.filter((entry) => entry.result !== result);
  }
}

/**
 * Makes a question that is asked once for the same arguments, by however many at once. A failure is never remembered: a
 * price that was still loading may have arrived unseen.
 */
export function remembering<Given extends readonly unknown[], Answer extends { readonly ok: boolean }>(
  ask: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  const memo = new Memo<Promise<Answer>>();
  return (...given) =>
    memo.of(
      given,
      () => {
        const answer = ask(...given);
        const forget = (): void => memo.forget(answer);
        answer.then(({ ok }) => ok || forget(), forget);
        return answer;
      },
      () => true,
    );
}

function sizeOf(args: readonly unknown[]): number {
  return args.reduce((total: number, arg) => total + (isRange(arg) ? arg.length * (arg[0]?.length ?? 0) : 1), 0);
}

function isRange(arg: unknown): arg is Rows {
  return Array.isArray(arg);
}

/** Copies every cell, so that a caller who changes its arrays afterwards changes nothing here. */
function copyOf(arg: unknown): Kept {
  if (!isRange(arg)) return { scalar: arg };
  const cells: unknown[] = [];
  for (const row of arg) for (const cell of row) cells.push(content(cell));
  return { cells, width: arg[0]?.length ?? 0 };
}

/** Whether the arguments now are those that were kept. */
function holds(kept: readonly Kept[], args: readonly unknown[]): boolean {
  return kept.length === args.length && kept.every((each, index) => same(each, args[index]));
}

function same(kept: Kept, arg: unknown): boolean {
  if ("scalar" in kept) return Object.is(kept.scalar, arg);
  if (!isRange(arg) || kept.cells.length !== arg.length * kept.width) return false;
  let index = 0;
  for (const row of arg) {
    if (row.length !== kept.width) return false;
    for (let column = 0; column < row.length; column++) {
      const cell = row[column];
      if (!Object.is(kept.cells[index], typeof cell === "object" ? content(cell) : cell)) return false;
      index += 1;
    }
  }
  return true;
}

/** Typed values (errors, entities, formatted numbers) come as new objects each time. */
function content(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null ? JSON.stringify(cell) : cell;
}
