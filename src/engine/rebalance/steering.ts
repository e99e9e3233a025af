import { failed, succeeded, type Result } from "../errors";
import { edgeWeights, isRowBand, sidesOf } from "../policy/band";
import type { Policy } from "../policy/policy";
import type { Allocation } from "../portfolio/allocation";
import { cents, LARGEST_TOTAL, type Usd } from "../units/money";
import { afterContributions } from "./after-contributions";
import { driftInPoints, totalDrift } from "./drift";
import { elections } from "./elections";
import { monthsToBand } from "./months-to-band";

/** Percents of a paycheck that bring an account into its band without a sale. */
export interface Steering {
  /** After how many paychecks every row is in its band; 0 = now. */
  readonly paychecks: number;
  /** What of each of them goes to each row (n × 1): whole percents that add up to 100. */
  readonly percents: readonly number[];
  /** How far outside the band the account is after some of the paychecks, the first now and the last after all. */
  readonly path: readonly PathPoint[];
  /** Whether whole percents do it; else the rows end as near to their bands as whole percents allow. */
  readonly reaches: boolean;
}

export interface PathPoint {
  readonly paychecks: number;
  /** Of the row that is furthest outside, or the whole under a band of it, a fraction: 0.01 is one point; 0 is in band. */
  readonly outside: number;
}

/** The most points of a path: more than a small curve can show. */
const MOST_POINTS = 60;

/** So many paychecks more are tried where whole percents fall short of the exact split. */
const FURTHER = 12;

const ANY = { least: 0, most: 100 };

/**
 * Finds the whole percents, the same for each paycheck, that bring every row into its band by contributions alone, prices
 * unmoved, in as few paychecks as may be. What MONTHSTOBAND's contributions put into each row all together is what each of
 * them is split by: the account ends where it would if each went to the emptiest rows, and only the way there differs.
 * Where rounding to whole percents leaves a row outside, a few paychecks more are tried. Fails as MONTHSTOBAND does.
 */
export function steer(allocation: Allocation, paycheck: Usd, policy: Policy): Result<Steering> {
  const soonest = monthsToBand(allocation, paycheck, policy);
  if (!soonest.ok) return soonest;
  const { months } = soonest.value;
  let nearest: Steering | undefined;
  for (let paychecks = months; paychecks <= months + (months === 0 ? 0 : FURTHER); paychecks++) {
    // In band already, the next paycheck keeps it there.
    const split = splitOf(allocation, Math.max(1, paychecks), paycheck, policy);
    if (!split.ok) return split;
    const percents = split.value;
    const after = paidIn(allocation, paychecks, paycheck, percents);
    if (after === undefined) break;
    const steering = { paychecks, percents, path: pathOf(allocation, paychecks, paycheck, percents, policy) };
    if (isInBand(after, policy)) return succeeded({ ...steering, reaches: true });
    nearest ??= { ...steering, reaches: false };
  }
  return nearest ? succeeded(nearest) : failed({ code: "contribution too large" });
}

function splitOf(allocation: Allocation, count: number, paycheck: Usd, policy: Policy): Result<readonly number[]> {
  const after = afterContributions(allocation, count, paycheck, policy);
  if (!after.ok) return after;
  const gained = Array.from(after.value.values, (value, row) => value - (allocation.values[row] as number));
  return elections(
    gained,
    1,
    gained.map(() => ANY),
  );
}

/** The account once so many paychecks were split by these percents; undefined above the largest total. */
function paidIn(
  allocation: Allocation,
  count: number,
  paycheck: Usd,
  percents: readonly number[],
): Allocation | undefined {
  if (count * paycheck > LARGEST_TOTAL - allocation.total) return undefined;
  const values = allocation.values.map(
    (value, row) => value + Math.round((count * paycheck * (percents[row] as number)) / 100),
  );
  return { ...allocation, values, total: cents(values.reduce((sum, value) => sum + value, 0)) };
}

/** Whether an account is in its band; without a band, as near to its targets as whole percents of it come. */
function isInBand({ values, total, targets }: Allocation, { band }: Policy): boolean {
  if (band === undefined) return true;
  if (isRowBand(band)) return sidesOf(values, total, targets, band).every((side) => side === 0);
  const drift = totalDrift({ values, total, targets });
  return drift.ok && band.limit.gte(drift.value);
}

function pathOf(
  allocation: Allocation,
  paychecks: number,
  paycheck: Usd,
  percents: readonly number[],
  policy: Policy,
): readonly PathPoint[] {
  const points = Math.min(paychecks, MOST_POINTS);
  const { band } = policy;
  const edges = band && isRowBand(band) ? edgeWeights(allocation.targets, band) : undefined;
  return Array.from({ length: points + 1 }, (_, index) => {
    const count = points === 0 ? 0 : Math.round((index * paychecks) / points);
    const then = paidIn(allocation, count, paycheck, percents) ?? allocation;
    return { paychecks: count, outside: isInBand(then, policy) && policy.band ? 0 : outsideOf(then, policy, edges) };
  });
}

/** How far outside its band an account is; without a band, how far the row that is furthest is from its target. */
function outsideOf(
  allocation: Allocation,
  { band }: Policy,
  edges: readonly (readonly [lowest: number, highest: number])[] | undefined,
): number {
  const { values, total } = allocation;
  if (band !== undefined && !isRowBand(band)) {
    const drift = totalDrift(allocation);
    return drift.ok ? Math.max(0, drift.value - band.limit.toNumber()) : 0;
  }
  const drifts = driftInPoints(allocation);
  if (!drifts.ok) return 0;
  if (edges === undefined) return drifts.value.reduce((most, drift) => Math.max(most, Math.abs(drift)), 0);
  return values.reduce((most, value, row) => {
    const weight = value / total;
    const [lowest, highest] = edges[row] as readonly [number, number];
    return Math.max(most, lowest - weight, weight - highest);
  }, 0);
}
