import { Trail } from "./trail";

/** Whether equal errors at different costs are all kept, because it matters which leaves less cash, or only the cheapest. */
export type Equals = "all" | "cheapest";

const ROOM_AT_FIRST = 16;

/**
 * Partial choices that can still become the best, by rising cost: the more a choice costs, the smaller its error.
 * Choices must be offered by rising `over`, of equal ones by rising `error`. One that costs no less than another and
 * errs more can't become better by the same completion, and is refused. Of two that cost and err the same, only the one
 * with less money traded, then with the larger holding in the earlier row, is kept: completions add the same to both.
 */
export class Frontier {
  size = 0;
  /** What each choice costs beyond the cash there is, in units; negative if cash is left. */
  over: Float64Array = new Float64Array(ROOM_AT_FIRST);
  /** What is to be as small as can be, in units. */
  error: Float64Array = new Float64Array(ROOM_AT_FIRST);
  /** Money traded, compared with the first choice, in units. */
  traded: Float64Array = new Float64Array(ROOM_AT_FIRST);
  /** Each choice's entry in the trail. */
  entry = new Int32Array(ROOM_AT_FIRST);

  constructor(private readonly equals: Equals) {}

  /** A frontier of one choice, in which nothing has been changed. */
  static of(over: number, error: number, traded: number): Frontier {
    const frontier = new Frontier("all");
    frontier.put(0, over, error, traded, Trail.START);
    return frontier;
  }

  /** Takes a choice unless it can't become the best. `change` is made to the row decided in this turn, after `before`. */
  offer(
    over: number,
    error: number,
    traded: number,
    trail: Trail,
    before: number,
    turn: number,
    row: number,
    change: number,
  ): void {
    const last = this.size - 1;
    if (last < 0 || error < (this.error[last] as number)) {
      this.put(this.size, over, error, traded, trail.note(before, turn, row, change));
      return;
    }
    if (error > (this.error[last] as number)) return;
    if (over > (this.over[last] as number)) {
      if (this.equals === "all") this.put(this.size, over, error, traded, trail.note(before, turn, row, change));
      return;
    }
    if (traded > (this.traded[last] as number)) return;
    const entry = trail.note(before, turn, row, change);
    if (traded === this.traded[last] && !trail.favours(entry, this.entry[last] as number)) return;
    this.put(last, over, error, traded, entry);
  }

  private put(index: number, over: number, error: number, traded: number, entry: number): void {
    if (index === this.over.length) {
      this.over = twiceAsLong(this.over);
      this.error = twiceAsLong(this.error);
      this.traded = twiceAsLong(this.traded);
      const entries = new Int32Array(2 * index);
      entries.set(this.entry);
      this.entry = entries;
    }
    this.over[index] = over;
    this.error[index] = error;
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
