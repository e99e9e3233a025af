import { LeastTrades } from "./least-trades";
import { Level, type LevelledAccount } from "./level";
import type { Candidate } from "./next-drop";
import { ValueClasses, type MissingCents } from "./value-classes";

/** Rows that trade towards one level, and what finds the smallest of their trades as rows are taken out. */
export class LevelledRows {
  readonly level: Level;
  readonly nearest: LeastTrades;
  readonly #account: LevelledAccount;
  /** By parts, and of like parts by value: all rows that were left when the classes were made, and how many still are. */
  #sorted: Uint32Array;
  #classes: ValueClasses;
  #left: number;
  readonly #gone: Uint8Array;

  /** `rows` are the numbers of the account's rows that take part; the others are as if they weren't there. */
  constructor(account: LevelledAccount, rows: readonly number[]) {
    const { values, parts } = account;
    this.#sorted = Uint32Array.from(rows).sort(
      (one, other) =>
        (parts[one] as number) - (parts[other] as number) || (values[one] as number) - (values[other] as number),
    );
    this.level = new Level(account, rows);
    this.nearest = new LeastTrades(account, this.#sorted);
    this.#classes = new ValueClasses(values, parts, this.#sorted);
    this.#account = account;
    this.#left = rows.length;
    this.#gone = new Uint8Array(values.length);
  }

  /** The trades that may be the smallest in whole cents, once the missing cents are given. */
  smallest(): readonly Candidate<LevelledRows>[] {
    const { money, parts } = this.level;
    const trades: Candidate<LevelledRows>[] = [];
    for (const row of this.nearest.candidates(money / parts)) {
      const { sign, size, cut } = this.level.tradeOf(row);
      if (sign !== 0) trades.push({ row, sign, size, cut, to: this });
    }
    return trades;
  }

  missingCents(): MissingCents {
    return this.#classes.missingCents(this.level.money, this.level.parts, this.#account.side);
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.nearest.take(row);
    this.level.take(row);
    this.#gone[row] = 1;
    this.#left--;
    if (2 * this.#left >= this.#sorted.length) this.#classes.take(row);
    else {
      // Classes of which nothing is left would be looked at whenever missing cents are counted.
      this.#sorted = this.#sorted.filter((each) => this.#gone[each] === 0);
      this.#classes = new ValueClasses(this.#account.values, this.#account.parts, this.#sorted);
    }
  }
}
