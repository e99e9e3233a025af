/**
 * How each of many choices came about: a tree whose entries are one change each, of the holding of one row, to the
 * choice that the entry before stands for. Rows are decided in the same order in all choices, `turn` 0, 1, ….
 */
export class Trail {
  private readonly before: number[] = [-1];
  private readonly turn: number[] = [-1];
  private readonly row: number[] = [-1];
  private readonly change: number[] = [0];

  /** The entry of the choice that nothing has been changed in. */
  static readonly START = 0;

  /** Notes a change to the choice `before`, and returns the entry of the choice after it. A change of 0 is none. */
  note(before: number, turn: number, row: number, change: number): number {
    if (change === 0) return before;
    this.before.push(before);
    this.turn.push(turn);
    this.row.push(row);
    return this.change.push(change) - 1;
  }

  /** Whether the one choice has the larger holding in the first row in which the two differ. */
  favours(one: number, other: number): boolean {
    let firstRow = Number.POSITIVE_INFINITY;
    let difference = 0;
    const back = (entry: number, sign: number): number => {
      const row = this.row[entry] as number;
      if (row < firstRow) {
        firstRow = row;
        difference = 0;
      }
      if (row === firstRow) difference += sign * (this.change[entry] as number);
      return this.before[entry] as number;
    };
    let [left, right] = [one, other];
    while (left !== right) {
      const turns = (this.turn[left] as number) - (this.turn[right] as number);
      const same = turns === 0 && this.change[left] === this.change[right];
      if (same) [left, right] = [this.before[left] as number, this.before[right] as number];
      else {
        const [from, to]: [number, number] = [left, right];
        if (turns >= 0) left = back(from, 1);
        if (turns <= 0) right = back(to, -1);
      }
    }
    return difference > 0;
  }

  /** The changes that led to a choice, the last first. */
  *changes(entry: number): Generator<{ readonly row: number; readonly change: number }> {
    for (let at = entry; at !== Trail.START; at = this.before[at] as number) {
      yield { row: this.row[at] as number, change: this.change[at] as number };
    }
  }
}
