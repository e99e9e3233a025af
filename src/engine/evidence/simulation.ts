import { failed, succeeded, type Result } from "../errors";
import type { Cadence } from "../policy/cadence";
import type { Policy } from "../policy/policy";
import { costRatesOf } from "../policy/trading-cost";
import { centsFromDollars } from "../units/money";
import { checkLooks, PathCalendar } from "./calendar";
import { CalmPaths, type CalmFollower } from "./calm-paths";
import { RunningCovariance } from "./covariance";
import { Draws } from "./generator";
import { countedLooks } from "./looks";
import { PaidRows, type Standing } from "./paid-rows";
import { percentileOf } from "./percentile";
import { PathPortfolio } from "./portfolio";
import type { EvidenceProblem } from "./problem";
import { growthOf, mixReturns, periodsOf, type ReturnSeries } from "./series";

/** What a simulation is asked of. */
export interface SimulationRequest {
  readonly series: ReturnSeries;
  /** Fractions that add up to 1, one an asset (n × 1). */
  readonly targets: Float64Array;
  readonly policy: Policy;
  /** How many rows each path has: years × periods a year. */
  readonly rows: number;
  readonly paths: number;
  readonly seed: number;
  /** Dollars. */
  readonly start: number;
  /** Dollars at every row's close; − is taken out. */
  readonly contribution: number;
  /** After which rows, counted from 1 and rising, it is kept what each path has. None if absent. */
  readonly marks?: readonly number[];
}

/** What paths of one rule came to, path by path. */
export interface SimulatedPaths {
  /** Dollars at the end of each path (paths × 1). */
  readonly ends: Float64Array;
  /** Each path's deepest fall from a peak, of returns, not above 0 (paths × 1). */
  readonly drawdowns: Float64Array;
  /** Dollars of each path after each of the marked rows (marks × paths × 1). */
  readonly along: readonly Float64Array[];
}

/** The rule and never rebalancing, on the same draws. */
export interface Simulation {
  readonly rule: SimulatedPaths;
  readonly never: SimulatedPaths;
}

/** Rows of paths that are gone through before a simulation lets others have their turn: less than a millisecond's work. */
const ROWS_A_TURN = 16_384;

/**
 * Follows a rule, and never rebalancing, through paths of whole rows of returns, drawn independently with replacement:
 * one path after the other, one draw a row, both rules on the same draws. Drawn rows have no dates, so looks go by counts
 * of periods. Never rebalancing places contributions as the rule does, and pays its cost for them. Yields the part that
 * is done (0 to 1) every now and then, so that whoever drives it can show progress, wait, or stop.
 */
export function* simulate(request: SimulationRequest): Generator<number, Result<Simulation, EvidenceProblem>> {
  const { series, policy, rows, paths, seed, start, contribution, marks = [] } = request;
  if (policy.sells === "none" && contribution < 0) {
    return failed({ code: "no sells, but money out", asked: centsFromDollars(-contribution) });
  }
  const looks = checkLooks(policy, series);
  if (!looks.ok) return looks;
  const rule = new Follower(request, policy);
  const never = new Follower(request, withoutRebalancing(policy));
  const draws = new Draws(seed, periodsOf(series));
  const drawn = new Int32Array(rows);
  const totals = new Float64Array(rows);
  const found: Simulation = { rule: noPaths(paths, marks.length), never: noPaths(paths, marks.length) };
  const growth = growthOf(series);
  const calm = contribution === 0 ? new CalmPaths(rule.portfolio.values.length, rows) : undefined;
  let sinceTurn = 0;
  for (let path = 0; path < paths; path++) {
    draws.fill(drawn);
    if (calm?.follow(rule, never, start, drawn, growth) === true) {
      keepMarks(marks, calm.totals, found.rule.along, path);
      keepMarks(marks, calm.neverTotals, found.never.along, path);
    } else {
      rule.pay(start, drawn, growth, totals);
      keepMarks(marks, totals, found.rule.along, path);
      never.pay(start, drawn, growth, totals);
      keepMarks(marks, totals, found.never.along, path);
    }
    rule.end(found.rule, path);
    never.end(found.never, path);
    sinceTurn += rows;
    if (sinceTurn >= ROWS_A_TURN) {
      sinceTurn = 0;
      yield (path + 1) / paths;
    }
  }
  const isFinite = [found.rule, found.never].every(({ ends }) => ends.every(Number.isFinite));
  return isFinite ? succeeded(found) : failed<EvidenceProblem>({ code: "beyond counting" });
}

/** A policy without what makes it rebalance. */
function withoutRebalancing(policy: Policy): Policy {
  const { minimumTrade, cost, fee, sells } = policy;
  return {
    ...(minimumTrade && { minimumTrade }),
    ...(cost && { cost }),
    ...(fee !== undefined && { fee }),
    ...(sells && { sells }),
  };
}

function noPaths(paths: number, marks: number): SimulatedPaths {
  const some = (): Float64Array => new Float64Array(paths);
  return { ends: some(), drawdowns: some(), along: Array.from({ length: marks }, some) };
}

function keepMarks(marks: readonly number[], totals: Float64Array, along: readonly Float64Array[], path: number): void {
  for (let mark = 0; mark < marks.length; mark++) {
    (along[mark] as Float64Array)[path] = totals[(marks[mark] as number) - 1] as number;
  }
}

/** One rule on its way through a path after the other. */
class Follower implements CalmFollower, Standing {
  readonly portfolio: PathPortfolio;
  /** The rows on which a path may trade, contributions apart: from 0 and rising. */
  readonly acts: Int32Array;
  before = 0;
  index = 1;
  peak = 1;
  deepest = 1;
  readonly #calendar: PathCalendar;
  readonly #covariance: RunningCovariance | undefined;
  readonly #periodsPerYear: number;
  readonly #contribution: number;
  readonly #last: number;
  /** Goes through the rows between the `acts`; undefined where it can't. */
  readonly #paid: PaidRows | undefined;

  constructor({ series, targets, rows, contribution }: SimulationRequest, policy: Policy) {
    const { periodsPerYear } = series;
    this.portfolio = new PathPortfolio(policy, targets);
    const marks = (cadence: Cadence): Uint8Array => countedLooks(cadence, periodsPerYear, rows);
    this.#calendar = new PathCalendar(policy, marks, mixReturns(series, targets), periodsPerYear);
    this.#covariance = policy.band?.kind === "tracking error" ? new RunningCovariance(targets.length) : undefined;
    this.#periodsPerYear = periodsPerYear;
    this.#contribution = contribution;
    this.#last = rows - 1;
    const isPlain = contribution !== 0 && !policy.minimumTrade && targets.every((target) => target > 0);
    this.#paid = isPlain ? new PaidRows(targets, contribution, costRatesOf(policy)) : undefined;
    const looks = [policy.look, policy.volatileLook?.cadence].flatMap((cadence) => (cadence ? [marks(cadence)] : []));
    const isAlways = this.portfolio.trader.testsEveryRow || this.#covariance !== undefined;
    // Never after the last row.
    this.acts = Int32Array.from({ length: Math.max(0, rows - 1) }, (_, row) => row).filter(
      (row) => isAlways || looks.some((each) => each[row] === 1),
    );
  }

  begin(start: number): void {
    this.portfolio.buy(start);
    this.#covariance?.reset();
    this.before = start;
    this.index = 1;
    this.peak = 1;
    this.deepest = 1;
  }

  /** Tests and trades on a row on which nothing is paid in or out; undefined where nothing is traded, else the total after it. */
  act(row: number, drawn: Int32Array, growth: Float64Array, total: number): number | undefined {
    const { portfolio } = this;
    if (this.#covariance) this.#learn(row, drawn, growth);
    const isLook = this.#calendar.isLook(row, drawn);
    return portfolio.trader.stays(portfolio.values, total, isLook)
      ? undefined
      : portfolio.close(total, 0, true, isLook);
  }

  /** Goes through a path on which anything may be paid in or out, and writes dollars after each row (rows × 1). */
  pay(start: number, drawn: Int32Array, growth: Float64Array, totals: Float64Array): void {
    this.begin(start);
    const rows = drawn.length;
    let row = 0;
    for (let acted = 0; row < rows; acted++) {
      const act = this.acts[acted] ?? rows;
      if (this.#paid) this.#paid.through(this.portfolio.values, row, act, drawn, growth, this, totals);
      else for (; row < act; row++) totals[row] = this.#payOn(row, drawn, growth);
      if (act < rows) totals[act] = this.#payOn(act, drawn, growth);
      row = act + 1;
    }
  }

  /** Goes through one such row, and returns dollars after it. */
  #payOn(row: number, drawn: Int32Array, growth: Float64Array): number {
    const { portfolio } = this;
    // The money has run out.
    if (this.before === 0) return 0;
    if (this.#covariance) this.#learn(row, drawn, growth);
    const total = portfolio.grow(growth, (drawn[row] as number) * portfolio.values.length);
    const whole = total + this.#contribution;
    const mayTrade = row < this.#last;
    const after =
      whole <= 0
        ? 0
        : portfolio.close(total, this.#contribution, mayTrade, mayTrade && this.#calendar.isLook(row, drawn));
    const flow = whole <= 0 ? -total : this.#contribution;
    this.index *= (after - flow) / this.before;
    if (this.index > this.peak) this.peak = this.index;
    else this.deepest = Math.min(this.deepest, this.index / this.peak);
    this.before = after;
    return after;
  }

  #learn(row: number, drawn: Int32Array, growth: Float64Array): void {
    const { trader, values } = this.portfolio;
    this.#covariance?.add(growth, (drawn[row] as number) * values.length);
    trader.covariance = this.#covariance?.annual(this.#periodsPerYear);
  }

  end({ ends, drawdowns }: SimulatedPaths, path: number): void {
    ends[path] = this.before;
    drawdowns[path] = Math.max(-1, this.deepest - 1);
  }
}

/** The shares of paths that a simulation is told at. */
export const PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What paths came to, summed up. */
export interface PathsInShort {
  /** At each of the `PERCENTILES`: dollars, and the deepest fall from a peak. */
  readonly ends: readonly number[];
  readonly drawdowns: readonly number[];
  /** The share of paths that end below the money paid in. */
  readonly chanceOfLoss: number;
}

/** Sums paths up. `paidIn` is the start and all contributions, in dollars. */
export function inShort({ ends, drawdowns }: SimulatedPaths, paidIn: number): PathsInShort {
  return {
    ends: atPercentiles(ends),
    drawdowns: atPercentiles(drawdowns),
    chanceOfLoss: shareOf(ends, (end) => end < paidIn),
  };
}

/** What stands at each of the `PERCENTILES` of numbers, counted as PERCENTILE.INC does. */
export function atPercentiles(numbers: Float64Array): readonly number[] {
  const sorted = numbers.slice().sort();
  return PERCENTILES.map((share) => percentileOf(sorted, share));
}

/** Which part of numbers, 0 to 1, something is true of. */
export function shareOf(numbers: Float64Array, is: (number: number) => boolean): number {
  return numbers.reduce((count, number) => (is(number) ? count + 1 : count), 0) / numbers.length;
}
