import { Decimal } from "../decimal";
import { edgeWeights, isRowBand, sidesOf } from "../policy/band";
import type { Policy } from "../policy/policy";
import { cents } from "../units/money";
import type { Household } from "./household";
import type { HouseholdPlan } from "./plan-record";

/** How one class stands before a plan and after it: fractions of all counted money. */
export interface ClassStanding {
  readonly before: number;
  readonly after: number;
  readonly target: number;
  /** Given where the class has a band of its own, or the policy one for each. */
  readonly band?: {
    readonly lowest: number;
    readonly highest: number;
    /** Against the band: −1 below, 0 in it, 1 above. After the plan a cent outside is in it, as goals are reached to the cent. */
    readonly sideBefore: -1 | 0 | 1;
    readonly sideAfter: -1 | 0 | 1;
  };
}

/** How the classes stand (a standing a class, in their order), and money in none of them as the last. */
export function classStandings(
  { targets, rules }: Household,
  { classes, unlisted }: HouseholdPlan,
  policy: Policy,
): { readonly classes: readonly ClassStanding[]; readonly unlisted: Pick<ClassStanding, "before" | "after"> } {
  const band = policy.band && isRowBand(policy.band) ? policy.band : undefined;
  const edges = edgeWeights(targets, band, rules?.bands);
  const total = (of: "before" | "after"): Decimal => classes.reduce((sum, each) => sum.plus(each[of]), unlisted[of]);
  const totals = { before: total("before"), after: total("after") };
  const share = (amount: Decimal, of: keyof typeof totals): number =>
    totals[of].greaterThan(0) ? amount.dividedBy(totals[of]).toNumber() : 0;
  const now = sidesOf(
    Float64Array.from(classes, ({ before }) => before.round().toNumber()),
    cents(totals.before.round().toNumber()),
    targets,
    band,
    rules?.bands,
  );
  const sideAfter = (after: Decimal, [lowest, highest]: readonly [number, number]): -1 | 0 | 1 => {
    if (after.plus(A_CENT).lessThan(totals.after.times(lowest))) return -1;
    return after.minus(A_CENT).greaterThan(totals.after.times(highest)) ? 1 : 0;
  };
  return {
    classes: classes.map(({ before, after }, place): ClassStanding => {
      const own = edges[place] as readonly [number, number];
      return {
        before: share(before, "before"),
        after: share(after, "after"),
        target: (targets.parts[place] as number) / targets.whole,
        ...((band || rules?.bands.has(place)) && {
          band: {
            lowest: own[0],
            highest: own[1],
            sideBefore: now[place] as -1 | 0 | 1,
            sideAfter: sideAfter(after, own),
          },
        }),
      };
    }),
    unlisted: { before: share(unlisted.before, "before"), after: share(unlisted.after, "after") },
  };
}

/** Goals are reached to a cent a class. */
const A_CENT = new Decimal(1);
