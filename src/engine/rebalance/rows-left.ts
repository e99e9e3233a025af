/** Row numbers from 0 in order, of which some are taken out: finding the first, the last and its neighbours takes one step. */
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
    return rowOf(this.#next[0]);
  }

  /** The last row that is left; undefined where none is. */
  last(): number | undefined {
    return rowOf(this.#before[0]);
  }

  /** The row that follows one; undefined after the last. A row that was just taken out still knows what followed it. */
  after(row: number): number | undefined {
    return rowOf(this.#next[row + 1]);
  }

  /** The row that one follows; undefined before the first. A row that was just taken out still knows what it followed. */
  before(row: number): number | undefined {
    return rowOf(this.#before[row + 1]);
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const next = this.#next[row + 1] as number;
    const before = this.#before[row + 1] as number;
    this.#next[before] = next;
    this.#before[next] = before;
  }

  /** Puts back the row that was taken out last of those that are out (D. E. Knuth, "Dancing links", 2000). */
  putBack(row: number): void {
    this.#next[this.#before[row + 1] as number] = row + 1;
    this.#before[this.#next[row + 1] as number] = row + 1;
  }
}

function rowOf(place: number | undefined): number | undefined {
  return place ? place - 1 : undefined;
}
