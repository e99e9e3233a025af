import { failed, succeeded, type Result } from "../errors";
import { isRowBand, scaledEdges, sidesOf, type PortfolioBand, type RowBand } from "../policy/band";
import type { Policy } from "../policy/policy";
import { afterTrades, type Allocation } from "../portfolio/allocation";
import { cents, LARGEST_TOTAL, NO_MONEY, type Usd } from "../units/money";
import { byRatio } from "./level-fill";
import { measure } from "./portfolio-band";
import { placeCash, rebalance, requestOf } from "./rebalance";

/** After how many contributions every row is in its band. */
export interface MonthsToBand {
  /** 0 = now. */
  readonly months: number;
  /** All these contributions together, with what the policy keeps back of them. */
  readonly paidIn: Usd;
  /** The rows that are outside their band one contribution earlier; none where it is in band now, or where the band is one of the whole. */
  readonly lastOutside: readonly number[];
}

/*
 * Contributions are placed by level-fill, and level-fill doesn't mind how an amount is cut into pieces: n contributions
 * of c, one after the other, leave what one of n × c leaves. So with x paid in, and total T' = T + x, every row is where
 * it was, or, if it was emptier, at the level. Of parts p of the whole S, a row above its target comes down through its
 * highest edge, v ÷ T', once. A row below it falls as well until the level reaches it, and rises with the level from
 * then on: it may leave its band by its lowest edge and come back. Each row is outside during at most two stretches of
 * months, which are known beforehand, and the answer is the first month in none of them.
 *
 * The level reaches the share ρ of every target that it has passed, level × S ÷ T' ≥ ρ, once what that takes is paid in:
 * Σ max(0, p × ρ × T' ÷ S − v) ≤ T' − T. With the k emptiest rows at the level, of M money and P parts, that says
 * T' × (1 − ρ × P ÷ S) ≥ T − M; it holds for all k exactly where it holds for the k rows that are then at the level.
 *
 * All of it is in whole numbers, and cents that rounding gives to one row or another are left aside. Where contributions
 * depend on those before them (a minimum trade, whole dollars or other multiples, a buffer in percent), each is followed.
 */

/**
 * Returns after how many contributions alone, prices unmoved, every row is in its band (exactly at an edge is in), or
 * without a band at its target. Each is placed as CONTRIBUTE places it. Fails where no number of them is enough.
 */
export function monthsToBand(allocation: Allocation, contribution: Usd, policy: Policy): Result<MonthsToBand> {
  const { band, minimumTrade, cashBuffer } = policy;
  if (band?.kind === "tracking error") return failed({ code: "returns not for contributions" });
  const request = requestOf(allocation, contribution, policy);
  if (!request.ok) return request;
  // With no money at all nothing is out of line.
  if (allocation.total === 0) return succeeded({ months: 0, paidIn: NO_MONEY, lastOutside: [] });
  const isFollowed = minimumTrade !== undefined || (cashBuffer !== undefined && "share" in cashBuffer);
  const { step = 1 } = request.value.allocation;
  return isFollowed || step !== 1
    ? followContributions(request.value.allocation, contribution, policy)
    : byStretches(allocation, contribution, request.value.invested, band);
}

/** Months in which a row is outside its band: from the first to before `until`. Infinity where that never comes. */
interface Stretch {
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

function byStretches(
  allocation: Allocation,
  contribution: Usd,
  invested: Usd,
  band: RowBand | PortfolioBand | undefined,
): Result<MonthsToBand> {
  // Nothing invested is judged as a cent a month: months that are outside at the start stay so.
  const paid = BigInt(Math.max(1, invested));
  const stretches =
    band === undefined || isRowBand(band)
      ? stretchesOutside(allocation, paid, band)
      : [stretchOfDrift(allocation, paid, band)];
  const months = firstMonthOutOf(stretches);
  if (months === 0) return succeeded({ months, paidIn: NO_MONEY, lastOutside: [] });
  if (months === Infinity) {
    const stray = strayRow(allocation);
    return failed(
      stray === undefined ? { code: "contribution too large" } : { code: "held without a target", row: stray },
    );
  }
  if (invested === 0) return failed({ code: "no contribution" });
  if (months * contribution > LARGEST_TOTAL - allocation.total) return failed({ code: "contribution too large" });
  const last = stretches.filter(({ from, until }) => from < months && until >= months);
  const lastOutside = band === undefined || isRowBand(band) ? last.map(({ row }) => row) : [];
  return succeeded({
    months,
    paidIn: cents(months * contribution),
    lastOutside: lastOutside.sort((one, other) => one - other),
  });
}

/** The first month from now on that lies in no stretch. */
function firstMonthOutOf(stretches: readonly Stretch[]): number {
  let month = 0;
  for (const { from, until } of [...stretches].sort((one, other) => one.from - other.from)) {
    if (from > month) break;
    month = Math.max(month, until);
  }
  return month;
}

/** A row without a target that holds money. */
function strayRow({ values, targets }: Allocation): number | undefined {
  const row = values.findIndex((value, index) => value > 0 && targets.parts[index] === 0);
  return row < 0 ? undefined : row;
}

/** When each row is outside its edges, with `paid` cents a month. */
function stretchesOutside(allocation: Allocation, paid: bigint, band: RowBand | undefined): readonly Stretch[] {
  const { values, targets } = allocation;
  const total = BigInt(allocation.total);
  const edges = scaledEdges(targets, band);
  const { all } = edges;
  const monthOf = monthsFrom(total, paid);
  const levels = new LevelShares(allocation, all);
  // Rows of one target share their edges; of a relative band all do, in proportion.
  const reached = new Map<number, number>();
  const stretches: Stretch[] = [];
  values.forEach((cents, row) => {
    const part = targets.parts[row] as number;
    const { lowest, highest } = edges.of(part);
    const money = BigInt(cents) * all;
    if (money > highest * total) stretches.push({ row, from: 0, until: monthOf(money, highest) });
    // Once no row is above its target, every row is at it.
    if (band === undefined || lowest === 0n) return;
    const key = band.kind === "relative" ? 1 : part;
    const until = reached.get(key) ?? monthOf(...levels.totalAt(lowest, BigInt(part)));
    reached.set(key, until);
    const above = money - lowest * total;
    const from = above < 0n ? 0 : numberOf(above / (lowest * paid) + 1n);
    if (from < until) stretches.push({ row, from, until });
  });
  return stretches;
}

/** Says by which month the total, `paid` cents more each month, is at least `numerator ÷ denominator` cents. */
function monthsFrom(total: bigint, paid: bigint): (numerator: bigint, denominator: bigint) => number {
  return (numerator, denominator) => {
    const missing = numerator - total * denominator;
    if (missing <= 0n) return 0;
    if (denominator === 0n) return Infinity;
    const each = denominator * paid;
    return numberOf((missing + each - 1n) / each);
  };
}

/** Infinity for more than can be paid in even by cents. */
function numberOf(months: bigint): number {
  return months > BigInt(LARGEST_TOTAL) ? Infinity : Number(months);
}

/** At which total the level of the emptiest rows is a given share of the targets. */
class LevelShares {
  readonly #all: bigint;
  readonly #total: bigint;
  /** Of the rows with a target, the emptiest first. */
  readonly #values: readonly bigint[];
  readonly #parts: readonly bigint[];
  /** What the first k rows hold, and their parts. */
  readonly #money: readonly bigint[];
  readonly #sums: readonly bigint[];

  /** `all` is what the edges count the whole of the mix as. */
  constructor(allocation: Allocation, all: bigint) {
    const rows = byRatio(allocation);
    this.#all = all;
    this.#total = BigInt(allocation.total);
    this.#values = rows.map((row) => BigInt(allocation.values[row] as number));
    this.#parts = rows.map((row) => BigInt(allocation.targets.parts[row] as number));
    this.#money = runningSums(this.#values);
    this.#sums = runningSums(this.#parts);
  }

  /** The total, as a numerator and a denominator, from which on rows at the level have `lowest` of `all` a target of `part`. */
  totalAt(lowest: bigint, part: bigint): readonly [bigint, bigint] {
    const whole = this.#all * part;
    let [from, to] = [0, this.#values.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#isBelow(middle, lowest, whole)) from = middle + 1;
      else to = middle;
    }
    const outside = this.#total - (this.#money[from] as bigint);
    return [outside * whole, whole - lowest * (this.#sums[from] as bigint)];
  }

  /** Whether row k, counted from the emptiest, is below the level that the rows before it must then be at. */
  #isBelow(k: number, lowest: bigint, whole: bigint): boolean {
    const outside = this.#total - (this.#money[k] as bigint);
    const rest = whole - lowest * (this.#sums[k] as bigint);
    return (this.#values[k] as bigint) * rest < outside * (this.#parts[k] as bigint) * lowest;
  }
}

function runningSums(numbers: readonly bigint[]): readonly bigint[] {
  const sums = [0n];
  let sum = 0n;
  for (const number of numbers) sums.push((sum += number));
  return sums;
}

/**
 * When half the sum of absolute drifts is above its limit. It is what the rows above their targets are over in all, and
 * these get nothing: Σ (v − p × T' ÷ S) ≤ limit × T' for the fullest k rows, whatever k is.
 */
function stretchOfDrift(allocation: Allocation, paid: bigint, { limit }: PortfolioBand): Stretch {
  const { values, targets } = allocation;
  const scale = 10n ** BigInt(limit.decimalPlaces());
  const whole = BigInt(targets.whole) * scale;
  const allowed = BigInt(limit.times(scale.toString()).toFixed(0)) * BigInt(targets.whole);
  const monthOf = monthsFrom(BigInt(allocation.total), paid);
  const untargeted = Array.from(values.keys()).filter((row) => targets.parts[row] === 0);
  let [money, parts, until] = [0n, 0n, 0];
  for (const row of [...untargeted, ...[...byRatio(allocation)].reverse()]) {
    money += BigInt(values[row] as number);
    parts += BigInt(targets.parts[row] as number) * scale;
    until = Math.max(until, monthOf(money * whole, allowed + parts));
  }
  return { row: 0, from: 0, until };
}

/** So many rows are placed, over all contributions that are followed: a second or two of work. */
const MOST_PLACED_ROWS = 1_000_000;

/** What a contribution to a short list costs, in rows. */
const ROWS_A_CONTRIBUTION = 20;

function followContributions(allocation: Allocation, contribution: Usd, policy: Policy): Result<MonthsToBand> {
  const { targets } = allocation;
  const highest = scaledEdges(targets, policy.band && isRowBand(policy.band) ? policy.band : undefined).of(0).highest;
  const stray = strayRow(allocation);
  if (stray !== undefined && highest === 0n && policy.band?.kind !== "drift") {
    return failed({ code: "held without a target", row: stray });
  }
  const most = Math.floor(MOST_PLACED_ROWS / (allocation.values.length + ROWS_A_CONTRIBUTION));
  let now = allocation;
  let lastOutside: readonly number[] = [];
  for (let months = 0; ; months++) {
    const outside = outsideOf(now, policy);
    if (!outside.ok) return outside;
    if (!outside.value.any) return succeeded({ months, paidIn: cents(months * contribution), lastOutside });
    if (months === most) return failed({ code: "band too far", contributions: months });
    if (contribution > LARGEST_TOTAL - now.total) return failed({ code: "contribution too large" });
    const placed = placeCash(now, contribution, policy);
    if (!placed.ok) return placed;
    if (placed.value.trades.every((trade) => trade === 0)) return failed({ code: "no contribution" });
    lastOutside = outside.value.rows;
    now = afterTrades(now, placed.value.trades);
  }
}

/** Whether anything is outside its band; without a band, whether the policy has anything left to trade to target. */
function outsideOf(
  allocation: Allocation,
  { band, minimumTrade, tradeUnit }: Policy,
): Result<{ readonly any: boolean; readonly rows: readonly number[] }> {
  if (band !== undefined && !isRowBand(band)) {
    const measured = measure(allocation, band, undefined);
    return measured.ok ? succeeded({ any: measured.value.outside, rows: [] }) : measured;
  }
  const inRows = (outside: ArrayLike<number>): Result<{ any: boolean; rows: readonly number[] }> => {
    const rows = Array.from(outside).flatMap((each, row) => (each === 0 ? [] : [row]));
    return succeeded({ any: rows.length > 0, rows });
  };
  if (band) return inRows(sidesOf(allocation.values, allocation.total, allocation.targets, band));
  const rest = rebalance(
    allocation,
    NO_MONEY,
    {
      ...(minimumTrade && { minimumTrade }),
      ...(tradeUnit && tradeUnit !== "whole percent" && { tradeUnit }),
    },
    {},
  );
  return rest.ok ? inRows(rest.value.trades) : rest;
}
