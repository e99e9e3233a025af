import { failed, succeeded, type Result } from "../errors";
import { nextAfter } from "../policy/cadence";
import type { Policy } from "../policy/policy";
import { momentsOf } from "../optimize/moments";
import { Draws } from "./generator";
import type { EvidenceProblem } from "./problem";
import { growthOf, periodsOf, type ReturnSeries } from "./series";
import { PathTrader } from "./trader";

const DAYS_A_YEAR = 365.25;

/** What the chance of being outside at the next look is asked of. */
export interface LookChanceRequest {
  readonly series: ReturnSeries;
  /** What each asset is worth today (n × 1); not all 0. */
  readonly values: Float64Array;
  /** Fractions that add up to 1 (n × 1). */
  readonly targets: Float64Array;
  readonly policy: Policy;
  /** The day to judge from, as a serial. */
  readonly today: number;
  readonly paths: number;
  readonly seed: number;
}

/** The chance of being outside, and how far ahead it looks. */
export interface LookChance {
  /** The share of paths, 0 to 1. */
  readonly chance: number;
  /** How many rows are drawn a path. */
  readonly rows: number;
  /** The day of the next look; undefined without a calendar: then every row counts as a look. */
  readonly look: number | undefined;
}

/**
 * Returns the chance that the band is left at the next look: the share of paths from today's values, rows of returns
 * drawn as a simulation draws them, that are outside at the end. Without a calendar every row of the next year is a look.
 */
export function lookChance(request: LookChanceRequest): Result<LookChance, EvidenceProblem> {
  const { series, values, targets, policy, today, paths, seed } = request;
  if (policy.band === undefined) return failed<EvidenceProblem>({ code: "no band to be outside of" });
  const { periodsPerYear } = series;
  const look = nextLookAfter(policy, today);
  const rows = Math.max(
    1,
    Math.round(look === undefined ? periodsPerYear : ((look - today) * periodsPerYear) / DAYS_A_YEAR),
  );
  const trader = new PathTrader(policy, targets);
  if (policy.band.kind === "tracking error" && periodsOf(series) > 1) {
    trader.covariance = momentsOf(series).covariance;
  }
  const draws = new Draws(seed, periodsOf(series));
  const growth = growthOf(series);
  const drawn = new Int32Array(rows);
  const held = new Float64Array(values.length);
  let outside = 0;
  for (let path = 0; path < paths; path++) {
    draws.fill(drawn);
    held.set(values);
    for (let row = 0; row < rows; row++) {
      const from = (drawn[row] as number) * held.length;
      let total = 0;
      for (let asset = 0; asset < held.length; asset++) {
        total += held[asset] = (held[asset] as number) * (growth[from + asset] as number);
      }
      if ((look === undefined || row === rows - 1) && trader.isOutside(held, total)) {
        outside += 1;
        break;
      }
    }
  }
  return succeeded({ chance: outside / paths, rows, look });
}

/** The day of the next look after a day: from the last look on, or from that day where it is not known or overdue. */
function nextLookAfter({ look, volatileLook, lastLook }: Policy, today: number): number | undefined {
  const cadence = look ?? volatileLook?.cadence;
  if (cadence === undefined) return undefined;
  const due = lastLook === undefined ? today : nextAfter(lastLook, cadence);
  return due > today ? due : nextAfter(today, cadence);
}
