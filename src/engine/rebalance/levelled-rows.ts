import { LeastTrades } from "./least-trades";
import { Level, type LevelledAccount } from "./level";
import { smallestTrade, type Candidate } from "./next-drop";
import { RoundedRows } from "./rounded-rows";
import type { WholeTrade } from "./small-trades";
import { ValueClasses } from "./value-classes";

/** Up to so many classes are counted one by one. */
const MOST_CLASSES = 300;

/** Rows that trade towards one level, and what finds the smallest of their trades as rows are taken out. */
export class LevelledRows {
  readonly level: Level;
  readonly nearest: LeastTrades;
  readonly #account: LevelledAccount;
  readonly #least: number;
  /** By parts, and of like parts by value: all rows that were left when the classes were made, and how many still are. */
  #sorted: Uint32Array;
  #left: number;
  readonly #gone: Uint8Array;
  /** What says who gets a missing step, once that was asked. */
  readonly #hasFewClasses: boolean;
  #classes: ValueClasses | undefined;
  #rounded: RoundedRows | undefined;

  /**
   * `rows` are the numbers of the account's rows that take part; the others are as if they weren't there. Trades below
   * `least` cents are asked for.
   */
  constructor(account: LevelledAccount, rows: readonly number[], least: number) {
    const { values, parts } = account;
    this.#sorted = Uint32Array.from(rows).sort(
      (one, other) =>
        (parts[one] as number) - (parts[other] as number) || (values[one] as number) - (values[other] as number),
    );
    this.level = new Level(account, rows);
    this.nearest = new LeastTrades(account, this.#sorted);
    this.#account = account;
    this.#least = least;
    this.#left = rows.length;
    this.#gone = new Uint8Array(values.length);
    this.#hasFewClasses = this.#areFew();
  }

  /** The trades that may be the smallest once what is missing is given; undefined where they are many. */
  candidates(): readonly Candidate<LevelledRows>[] | undefined {
    const most = this.#hasFewClasses ? Number.POSITIVE_INFINITY : undefined;
    const rows = this.nearest.candidates(this.#at(), 0, most);
    if (rows === undefined) return undefined;
    const trades: Candidate<LevelledRows>[] = [];
    for (const row of rows) {
      const { sign, size, cutCents, cut } = this.level.tradeOf(row);
      if (sign !== 0) trades.push({ row, sign, size, cutCents, cut, to: this });
    }
    return trades;
  }

  /**
   * The smallest trade below the minimum, of equal ones the later row's. "unclear" where rows have too little to give.
   * `candidates` are those at this level.
   */
  smallest(candidates: readonly Candidate<LevelledRows>[] | undefined): WholeTrade | undefined | "unclear" {
    if (candidates && this.#hasFewClasses) {
      const { money, parts } = this.level;
      this.#classes ??= new ValueClasses(this.#account.values, this.#account.parts, this.#rowsLeft());
      const classes = this.#classes;
      return smallestTrade(candidates, this.#least, () => classes.missingCents(money, parts, this.#account.side));
    }
    this.#rounded ??= new RoundedRows(this.level, this.#account, this.#rowsLeft(), this.#least);
    return this.#rounded.smallest();
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.nearest.take(row);
    this.level.take(row);
    this.#gone[row] = 1;
    this.#left--;
    this.#rounded?.take(row);
    this.#classes?.take(row);
    // Classes of which nothing is left would be looked at whenever missing cents are counted.
    if (2 * this.#left < this.#sorted.length) this.#classes = undefined;
  }

  #at(): number {
    return this.level.money / this.level.parts;
  }

  #rowsLeft(): Uint32Array {
    return (this.#sorted = this.#sorted.filter((row) => this.#gone[row] === 0));
  }

  /** Whether counting class by class of like parts is much quicker than row by row. */
  #areFew(): boolean {
    const { parts, step = 1, locks } = this.#account;
    if (step !== 1 || locks) return false;
    let classes = 0;
    let before = -1;
    for (const row of this.#sorted) {
      const part = parts[row] as number;
      if (part !== before) classes++;
      before = part;
    }
    return classes <= MOST_CLASSES;
  }
}
