/** Where a region lies: its first and last rows and columns, counted from 0. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Grows a cell to the filled region around it: by a row or a column for as long as one beside it, corners included, has
 * a filled cell. The result is the same whichever side grows first, because a side that may grow still may when another
 * has. Asks for each cell twice at most, as a part of its row and as a part of its column, so the work is proportional
 * to the region.
 */
export function regionAround(row: number, column: number, isFilled: (row: number, column: number) => boolean): Extent {
  let [top, bottom, left, right] = [row, row, column, column];
  const above = new Edge((at) => isFilled(top - 1, at));
  const below = new Edge((at) => isFilled(bottom + 1, at));
  const before = new Edge((at) => isFilled(at, left - 1));
  const after = new Edge((at) => isFilled(at, right + 1));
  for (let grown = true; grown;) {
    grown = false;
    while (above.anyFilled(left - 1, right + 1)) [top, grown] = [top - 1, true];
    while (below.anyFilled(left - 1, right + 1)) [bottom, grown] = [bottom + 1, true];
    while (before.anyFilled(top - 1, bottom + 1)) [left, grown] = [left - 1, true];
    while (after.anyFilled(top - 1, bottom + 1)) [right, grown] = [right + 1, true];
  }
  return { top, bottom, left, right };
}

/** The cells just outside one side of a region. It remembers which of them are blank, so that none is asked for again. */
class Edge {
  /** The cells from `#from` to before `#beyond` are blank. */
  #from = 0;
  #beyond = 0;

  constructor(private readonly isFilled: (at: number) => boolean) {}

  /** Whether a cell from `first` to `last` is filled; if so, the side moves on, and knows nothing of its next cells. */
  anyFilled(first: number, last: number): boolean {
    if (this.#from === this.#beyond) this.#from = this.#beyond = first;
    while (this.#beyond <= last) {
      if (this.isFilled(this.#beyond)) return this.#moveOn();
      this.#beyond += 1;
    }
    while (this.#from > first) {
      if (this.isFilled(this.#from - 1)) return this.#moveOn();
      this.#from -= 1;
    }
    return false;
  }

  #moveOn(): true {
    this.#from = this.#beyond = 0;
    return true;
  }
}
