import { failed, succeeded, type Result } from "../errors";
import type { Policy } from "../policy/policy";
import { DOUBTFUL } from "./doubles";
import { PathGround } from "./ground";
import { pathOf, USUAL_START } from "./path";
import type { EvidenceProblem } from "./problem";
import { mixReturns, periodsOf, sliceOf, type ReturnSeries } from "./series";

/** Falls of less than this are no episodes. */
export const LEAST_FALL = 0.1;

/**
 * A fall of a mix from its peak to its bottom and back. Rows are how many periods have passed: 0 is the start, the close
 * before the first row.
 */
export interface Episode {
  readonly from: number;
  readonly bottom: number;
  /** Undefined where the mix has not come back. */
  readonly back: number | undefined;
  /** The fall of the mix that is held at its targets, below 0. */
  readonly fall: number;
  /** The fall of the rule, and of never rebalancing, both bought at the targets at the peak. */
  readonly ruleFall: number;
  readonly neverFall: number;
  /** The asset that fell most, and what the rule bought of it up to the bottom, as shares of each day's value, added up. */
  readonly fellMost: number;
  readonly bought: number;
}

export interface EpisodesRequest {
  readonly series: ReturnSeries;
  /** Fractions that add up to 1, one an asset (n × 1). */
  readonly targets: Float64Array;
  readonly policy: Policy;
  /** How many episodes are told at most. */
  readonly most: number;
}

/**
 * Finds the deepest falls of a mix that is held at its targets (rebalanced every row, no cost), at least 10 %, and what a
 * rule would have done in each. The oldest comes first. Fails where there is none.
 */
export function episodesOf(request: EpisodesRequest): Result<readonly Episode[], EvidenceProblem> {
  const { series, targets, policy, most } = request;
  // Of equal ones the older stays first.
  const falls = fallsOf(mixReturns(series, targets)).sort((one, other) => one.fall - other.fall);
  const deep = falls.filter(({ fall }) => fall <= -LEAST_FALL + DOUBTFUL);
  if (deep.length === 0) {
    return failed<EvidenceProblem>({ code: "no deep fall", deepest: falls[0]?.fall ?? 0, least: LEAST_FALL });
  }
  const told = deep.slice(0, most).sort((one, other) => one.from - other.from);
  const episodes: Episode[] = [];
  for (const fall of told) {
    const episode = followed(fall, series, targets, policy);
    if (!episode.ok) return episode;
    episodes.push(episode.value);
  }
  return succeeded(episodes);
}

type Fall = Pick<Episode, "from" | "bottom" | "back" | "fall">;

/** Every fall of an index from a peak, in order. */
function fallsOf(returns: Float64Array): Fall[] {
  const falls: Fall[] = [];
  let index = 1;
  let peak = 1;
  let from = 0;
  let low = 1;
  let bottom = 0;
  for (const [row, each] of returns.entries()) {
    index *= 1 + each;
    // What comes back to a peak comes back to it but for rounding.
    if (index >= peak * (1 - DOUBTFUL)) {
      if (bottom > from) falls.push({ from, bottom, back: row + 1, fall: low / peak - 1 });
      peak = index;
      low = index;
      from = row + 1;
      bottom = from;
    } else if (index < low) {
      low = index;
      bottom = row + 1;
    }
  }
  if (bottom > from) falls.push({ from, bottom, back: undefined, fall: low / peak - 1 });
  return falls;
}

function followed(
  fall: Fall,
  series: ReturnSeries,
  targets: Float64Array,
  policy: Policy,
): Result<Episode, EvidenceProblem> {
  const down = sliceOf(series, fall.from, fall.bottom);
  const rows = periodsOf(down);
  const assets = targets.length;
  const ground = new PathGround(down, targets);
  const given = { start: USUAL_START, contribution: 0 };
  const rule = pathOf(ground, { ...given, policy, tradesAtEnd: true });
  if (!rule.ok) return rule;
  const never = pathOf(ground, { ...given, policy: {} });
  if (!never.ok) return never;
  const { values, costs, trades } = rule.value;
  let fellMost = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [asset, column] of down.columns.entries()) {
    if (targets[asset] === 0) continue;
    const growth = column.reduce((product, each) => product * (1 + each), 1);
    if (growth < least) [least, fellMost] = [growth, asset];
  }
  let bought = 0;
  for (let row = 0; row < values.length; row++) {
    const day = (values[row] as number) + (costs[row] as number);
    bought += Math.max(0, trades[row * assets + fellMost] as number) / day;
  }
  return succeeded({
    ...fall,
    ruleFall: (values[rows - 1] ?? 0) / USUAL_START - 1,
    neverFall: (never.value.values[rows - 1] ?? 0) / USUAL_START - 1,
    fellMost,
    bought,
  });
}
