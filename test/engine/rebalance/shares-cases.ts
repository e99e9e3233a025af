import { cents, Decimal } from "../../../src/engine";
import { shares, type ShareProblem } from "./shares-asked";

/** A question to `shares` in plain numbers: dollars, but `fee` and `cash` as a cell shows them too. */
export interface Question {
  readonly held: readonly (number | string)[];
  readonly prices: readonly (number | string)[];
  readonly wanted: readonly (number | string)[];
  readonly cash?: number;
  readonly step?: 1 | 0.0001;
  readonly sells?: boolean;
  /** Rows that may be bought; all of them unless said. */
  readonly buys?: readonly boolean[];
  readonly fee?: number;
  readonly cost?: number;
}

export function problemOf(question: Question): ShareProblem {
  const { cash = 0, step = 1, sells = true, fee = 0, cost = 0 } = question;
  const decimals = (numbers: readonly (number | string)[]): Decimal[] => numbers.map((number) => new Decimal(number));
  return {
    held: decimals(question.held),
    prices: decimals(question.prices),
    wanted: decimals(question.wanted),
    cash: cents(Math.round(cash * 100)),
    step,
    sells,
    buys: question.buys ?? question.prices.map(() => true),
    fee: cents(Math.round(fee * 100)),
    cost: new Decimal(cost),
  };
}

/** The trades, or the code of the problem. */
export function tradesOf(question: Question): readonly number[] | string {
  const result = shares(problemOf(question));
  return result.ok ? result.value.trades.map((trade) => trade.toNumber()) : result.problem.code;
}

/** Numbers below 1 that look random and are the same every time: splitmix32. */
export function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** What an account of so many rows, its prices and its targets look like. */
export interface Drawn {
  readonly rows: number;
  /** Digits after the point of a price. */
  readonly decimals: number;
  readonly step?: 1 | 0.0001;
}

/** Draws an account of 10,000 to 1,000,000 dollars with prices from 5 to 600, cash up to 5 % and random targets. */
export function drawAccount(draw: () => number, { rows, decimals, step = 1 }: Drawn): ShareProblem {
  const total = 10_000 * 100 ** draw();
  const prices = Array.from({ length: rows }, () => new Decimal((5 + draw() * 595).toFixed(decimals)));
  const held = prices.map((price) => new Decimal(Math.floor((2 * draw() * total) / rows / price.toNumber())));
  const cash = Math.round(draw() * total * 5);
  const whole = held.reduce(
    (sum, number, row) => sum.plus(number.times(prices[row] as Decimal)),
    new Decimal(cash).div(100),
  );
  const parts = prices.map(() => draw());
  const allParts = parts.reduce((sum, part) => sum + part, 0);
  const wanted = parts.map((part) => whole.times(part).div(allParts).toDecimalPlaces(2, Decimal.ROUND_DOWN));
  wanted[0] = wanted.slice(1).reduce((left, value) => left.minus(value), whole);
  const buys = prices.map(() => true);
  return { held, prices, wanted, cash: cents(cash), step, sells: true, buys, fee: cents(0), cost: new Decimal(0) };
}

/** What trading costs in a drawn account, and what its trades are multiples of. */
export interface DrawnCosts {
  readonly rows: number;
  readonly step: 1 | 0.0001;
  readonly fee: boolean;
  readonly cost: boolean;
}

/**
 * Draws an account whose trades cost something: $100 to $1,000,000 a row, prices from $1 to $5,000 with 2 or 4 decimals,
 * a fee up to $50, a cost up to 2 %, cash of either sign or none, some rows without a target, some accounts that only
 * use their cash.
 */
export function drawCosted(draw: () => number, { rows, step, fee, cost }: DrawnCosts): ShareProblem {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  const decimals = one([2, 2, 4]);
  const prices = Array.from({ length: rows }, () => new Decimal((5000 ** draw()).toFixed(decimals)));
  const held = prices.map((price) =>
    new Decimal(100 * 10_000 ** draw()).div(price).toDecimalPlaces(step === 1 ? 0 : 4),
  );
  const values = held.map((number, row) => number.times(prices[row] as Decimal));
  const total = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
  const part = one([0, draw() * 0.2, -draw() * 0.2]);
  const cash = cents(Math.round(total.toNumber() * part * 100));
  const drift = one([0.02, 0.2, 1]);
  const parts = values.map((value) =>
    draw() < 0.08 ? 0 : (value.toNumber() + total.toNumber() * 0.001) * (1 + drift * (2 * draw() - 1)),
  );
  const sells = part <= 0 || draw() < 0.7;
  const after = total.plus(new Decimal(cash).div(100));
  const allParts = parts.reduce((sum, weight) => sum + weight, 1e-9);
  const aims = parts.map((weight) => after.times(weight).div(allParts));
  const gaps = aims.map((aim, row) => Decimal.max(0, aim.minus(values[row] as Decimal)));
  const allGaps = gaps.reduce((sum, gap) => sum.plus(gap), new Decimal("1e-9"));
  const wanted = aims.map((aim, row) =>
    sells
      ? aim.toDecimalPlaces(2, Decimal.ROUND_DOWN)
      : (values[row] as Decimal).plus((gaps[row] as Decimal).div(allGaps).times(cash).div(100).toDecimalPlaces(2, 1)),
  );
  return {
    held,
    prices,
    wanted,
    cash,
    step,
    sells,
    buys: parts.map((weight) => weight > 0),
    fee: cents(fee ? Math.round(one([1, 4.95, 9.99, 50 * draw()]) * 100) : 0),
    cost: new Decimal(cost ? one(["0.0005", "0.001", "0.005", "0.02", (0.02 * draw()).toFixed(4)]) : 0),
  };
}
