/** Row numbers from 0 in order, of which some are taken out: finding the first and the next one takes one step. */
export class RowsLeft {
  /** Place 0 is before the first row; place n is row n − 1, and points to the place that follows. */
  readonly #next: Uint32Array;
  readonly #before: Uint32Array;

  constructor(rows: number) {
    this.#next = Uint32Array.from({ length: rows + 1 }, (_, place) => (place === rows ? 0 : place + 1));
    this.#before = Uint32Array.from({ length: rows + 1 }, (_, place) => (place === 0 ? rows : place - 1));
  }

  /** The first row that is left; undefined where none is. */
  first(): number | undefined {
    return this.#rowAfter(0);
  }

  /** The row that follows one; undefined after the last. A row that was just taken out still knows what followed it. */
  after(row: number): number | undefined {
    return this.#rowAfter(row + 1);
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const next = this.#next[row + 1] as number;
    const before = this.#before[row + 1] as number;
    this.#next[before] = next;
    this.#before[next] = before;
  }

  #rowAfter(place: number): number | undefined {
    const next = this.#next[place] as number;
    return next === 0 ? undefined : next - 1;
  }
}
