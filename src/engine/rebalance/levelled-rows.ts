import { LeastTrades } from "./least-trades";
import { Level, type LevelledAccount } from "./level";
import type { Candidate } from "./next-drop";
import { RoundedRows } from "./rounded-rows";
import { WorthAsking } from "./worth-asking";
import type { WholeTrade } from "./small-trades";

/** Rows that trade towards one level, and what finds the smallest of their trades as rows are taken out. */
export class LevelledRows {
  readonly level: Level;
  readonly nearest: LeastTrades;
  readonly #account: LevelledAccount;
  readonly #least: number;
  /** By parts, and of like parts by value. */
  readonly #sorted: Uint32Array;
  readonly #gone: Uint8Array;
  /** What says who gets a missing step, once that was asked, and whether bounds are asked before it. */
  #rounded: RoundedRows | undefined;
  readonly #bounds = new WorthAsking();

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
    this.#gone = new Uint8Array(values.length);
  }

  /** The trades that may be the smallest once what is missing is given; undefined where they are many. */
  candidates(): readonly Candidate<LevelledRows>[] | undefined {
    if (!this.#bounds.isWorthAsking()) return undefined;
    const rows = this.nearest.candidates(this.level.money / this.level.parts);
    if (rows === undefined) return undefined;
    const trades: Candidate<LevelledRows>[] = [];
    for (const row of rows) {
      const { sign, size, cutCents, cut } = this.level.tradeOf(row);
      if (sign !== 0) trades.push({ row, sign, size, cutCents, cut, to: this });
    }
    return trades;
  }

  /** The smallest trade below the minimum, of equal ones the later row's. "unclear" where rows have too little to give. */
  smallest(): WholeTrade | undefined | "unclear" {
    if (this.#rounded === undefined) {
      const rows = this.#sorted.filter((row) => this.#gone[row] === 0);
      this.#rounded = new RoundedRows(this.level, this.#account, rows, this.#least, this.nearest);
    }
    this.#bounds.leftOpen();
    return this.#rounded.smallest();
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    this.nearest.take(row);
    this.level.take(row);
    this.#gone[row] = 1;
    this.#rounded?.take(row);
  }
}
