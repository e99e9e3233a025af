import { LeastTrades } from "./least-trades";
import { Level, type CutTrade, type LevelledAccount } from "./level";
import { ValueClasses, type MissingCents } from "./value-classes";

/** Rows that trade towards one level, and what finds the smallest of their trades as rows are taken out. */
export class LevelledRows {
  readonly level: Level;
  readonly nearest: LeastTrades;
  readonly #classes: ValueClasses;
  readonly #side: number;

  /** `rows` are the numbers of the account's rows that take part; the others are as if they weren't there. */
  constructor(account: LevelledAccount, rows: readonly number[]) {
    const { values, parts, side } = account;
    const sorted = Uint32Array.from(rows).sort(
      (one, other) =>
        (parts[one] as number) - (parts[other] as number) || (values[one] as number) - (values[other] as number),
    );
    this.level = new Level(account, rows);
    this.nearest = new LeastTrades(account, sorted);
    this.#classes = new ValueClasses(values, parts, sorted);
    this.#side = side;
  }

  /** The trades that may be the smallest in whole cents, once the missing cents are given. */
  smallest(): readonly CutTrade[] {
    const { money, parts } = this.level;
    return this.nearest
      .candidates(money / parts)
      .map((row) => this.level.tradeOf(row))
      .filter(({ sign }) => sign !== 0);
  }

  missingCents(): MissingCents {
    return this.#classes.missingCents(this.level.money, this.level.parts, this.#side);
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.nearest.take(row);
    this.#classes.take(row);
    this.level.take(row);
  }
}
