import { succeeded, type Result } from "../errors";
import type { EvidenceProblem } from "./problem";
import { atPercentiles, shareOf, simulate, type SimulatedPaths, type SimulationRequest } from "./simulation";

/** What drawn paths have after some row. */
export interface FanMark {
  /** How many rows have passed, from 1. */
  readonly row: number;
  /** The start and all contributions until then; − where more was taken out. Dollars. */
  readonly paidIn: number;
  /** Dollars at each of the `PERCENTILES`. */
  readonly ends: readonly number[];
  /** The share of paths that have less than was paid in. */
  readonly chanceOfLoss: number;
  /** The share of paths on which nothing is left. */
  readonly chanceOfNothing: number;
}

/** How the paths of one rule spread as time goes on. */
export interface FanOfPaths {
  /** At each year's end, or every few years of many; the last row always. */
  readonly marks: readonly FanMark[];
  /** The deepest falls from a peak at each of the `PERCENTILES`: the deepest first, not above 0. */
  readonly drawdowns: readonly number[];
}

/** The rule and never rebalancing, on the same draws. */
export interface Fan {
  readonly rule: FanOfPaths;
  readonly never: FanOfPaths;
}

/** More marks than these can't be told apart on a screen. */
const MOST_MARKS = 40;

/** The last rows of years, every few of them where there are many, and the last of all rows: counted from 1. */
export function yearlyMarks(rows: number, periodsPerYear: number): readonly number[] {
  const step = Math.max(1, Math.ceil(Math.floor(rows / periodsPerYear) / MOST_MARKS));
  const marks: number[] = [];
  for (let year = step; Math.round(year * periodsPerYear) < rows; year += step) {
    marks.push(Math.round(year * periodsPerYear));
  }
  return [...marks, rows];
}

/**
 * Draws paths as `simulate` does, with the same digits at their ends, and sums up what they have year by year. Yields the
 * part that is done (0 to 1) every now and then.
 */
export function* fanOf(request: SimulationRequest): Generator<number, Result<Fan, EvidenceProblem>> {
  const { rows, series, start, contribution } = request;
  const marks = yearlyMarks(rows, series.periodsPerYear);
  const drawn = yield* simulate({ ...request, marks });
  if (!drawn.ok) return drawn;
  const { rule, never } = drawn.value;
  const paidIn = marks.map((row) => start + contribution * row);
  return succeeded({ rule: yield* summedUp(rule, marks, paidIn), never: yield* summedUp(never, marks, paidIn) });
}

/** To sort thousands of paths takes about a millisecond a mark, after each of which others have their turn. */
function* summedUp(
  { along, drawdowns }: SimulatedPaths,
  rows: readonly number[],
  paidIn: readonly number[],
): Generator<number, FanOfPaths> {
  const marks: FanMark[] = [];
  for (const [index, values] of along.entries()) {
    const [row = 0, paid = 0] = [rows[index], paidIn[index]];
    marks.push({
      ...{ row, paidIn: paid, ends: atPercentiles(values) },
      chanceOfLoss: shareOf(values, (value) => value < paid),
      chanceOfNothing: shareOf(values, (value) => value <= 0),
    });
    yield 1;
  }
  return { marks, drawdowns: atPercentiles(drawdowns) };
}

/** What is paid in at each period's close for so much a month. Dollars; − is taken out. */
export function contributionAPeriod(monthly: number, periodsPerYear: number): number {
  return periodsPerYear === MONTHS_A_YEAR ? monthly : (monthly * MONTHS_A_YEAR) / periodsPerYear;
}

const MONTHS_A_YEAR = 12;
