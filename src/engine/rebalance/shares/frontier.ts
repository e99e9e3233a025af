import { Trail } from "./trail";

/** Whether of equal shortfalls those that use more cash are kept as well, because they may cost less or leave less. */
export type Equals = "all" | "least cash used";

const ROOM_AT_FIRST = 16;

/** What a choice amounts to, in units. */
export interface Amounts {
  /** What it uses beyond the cash there is; negative if cash is left. */
  readonly over: number;
  /** What falls short of the wanted values. */
  readonly error: number;
  readonly cost: number;
  readonly traded: number;
}

/**
 * Partial choices that can still become the best, by rising use of cash: the more a choice uses, the less it falls short,
 * or the less it costs at the same shortfall. Choices must be offered by rising `over`, of equal ones by rising `error`.
 * One that uses no less cash than another and falls short by more, or by as much at a higher cost, is refused. Of two
 * with the same use of cash, shortfall and cost only one is kept: the one with less money traded, then with the larger
 * holding in the earlier row.
 */
export class Frontier {
  size = 0;
  over: Float64Array = new Float64Array(ROOM_AT_FIRST);
  error: Float64Array = new Float64Array(ROOM_AT_FIRST);
  cost: Float64Array = new Float64Array(ROOM_AT_FIRST);
  /** Money traded, compared with the first choice. */
  traded: Float64Array = new Float64Array(ROOM_AT_FIRST);
  /** Each choice's entry in the trail. */
  entry = new Int32Array(ROOM_AT_FIRST);

  constructor(private readonly equals: Equals) {}

  /** A frontier of one choice, in which nothing has been changed. */
  static of({ over, error, cost, traded }: Amounts, equals: Equals): Frontier {
    const frontier = new Frontier(equals);
    frontier.put(0, over, error, cost, traded, Trail.START);
    return frontier;
  }

  /** Takes a choice unless it can't become the best. `change` is made to the row decided in this turn, after `before`. */
  offer(
    over: number,
    error: number,
    cost: number,
    traded: number,
    trail: Trail,
    before: number,
    turn: number,
    row: number,
    change: number,
  ): void {
    const last = this.size - 1;
    const shorter = last < 0 ? -1 : error - (this.error[last] as number);
    if (shorter > 0 || (shorter === 0 && this.equals === "least cash used")) return;
    const dearer = last < 0 ? -1 : cost - (this.cost[last] as number);
    if (shorter === 0 && dearer > 0) return;
    const same = shorter === 0 && dearer === 0 && over === this.over[last];
    if (same && traded > (this.traded[last] as number)) return;
    const entry = trail.note(before, turn, row, change);
    if (same && traded === this.traded[last] && !trail.favours(entry, this.entry[last] as number)) return;
    const replaced = shorter === 0 && over === this.over[last];
    this.put(replaced ? last : this.size, over, error, cost, traded, entry);
  }

  /** Drops the choices, by their places, that aren't wanted any more. */
  keep(wanted: (index: number) => boolean): void {
    let kept = 0;
    for (let index = 0; index < this.size; index++) {
      if (!wanted(index)) continue;
      if (kept < index) {
        for (const column of [this.over, this.error, this.cost, this.traded, this.entry]) {
          column[kept] = column[index] as number;
        }
      }
      kept += 1;
    }
    this.size = kept;
  }

  private put(index: number, over: number, error: number, cost: number, traded: number, entry: number): void {
    if (index === this.over.length) {
      this.over = twiceAsLong(this.over);
      this.error = twiceAsLong(this.error);
      this.cost = twiceAsLong(this.cost);
      this.traded = twiceAsLong(this.traded);
      const entries = new Int32Array(2 * index);
      entries.set(this.entry);
      this.entry = entries;
    }
    this.over[index] = over;
    this.error[index] = error;
    this.cost[index] = cost;
    this.traded[index] = traded;
    this.entry[index] = entry;
    this.size = index + 1;
  }
}

function twiceAsLong(numbers: Float64Array): Float64Array {
  const longer = new Float64Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}
