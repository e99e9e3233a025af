import { fractionsOf, succeeded, tilt as tiltOf, USUAL_LARGEST_SHIFT } from "../../engine";
import { readNumberBetween, readTargetsBeside, refusedPortfolio, type Argument, type Read } from "../../ranges";
import type { Work } from "../later";
import { formulaFact, rangeFacts, ROUNDED_ONCE } from "../operation";
import { movedTargets, type MovedTargets } from "./moved-targets";

/** A view times so much is cut to the largest shift long before. */
const STRONGEST = 100;

/** What TILT does. */
export const tilt: Work<
  readonly [targets: Argument, views: Argument, strength?: Argument, maxShift?: Argument],
  MovedTargets
> = {
  holds: "percent",
  decide: (targets, views, strength, maxShift) => {
    const read = readTargetsBeside(targets, "Views", views, [-1, 1]);
    if (!read.ok) return read;
    const force = readNumberBetween("Strength", strength, "number", 0, STRONGEST);
    if (!force.ok) return force;
    const shift = readMaxShift(maxShift);
    if (!shift.ok) return shift;
    const { targets: mix, beside, columns, notes } = read.value;
    const weights = tiltOf(fractionsOf(mix), beside, force.value ?? 1, shift.value);
    return succeeded({ weights, columns, notes });
  },
  show: movedTargets,
  explain: ({ columns }) => ({
    read: rangeFacts(columns),
    steps: [formulaFact("tilt", [])],
    rounded: ROUNDED_ONCE,
  }),
};

/** The largest shift as a fraction: below 1 a share, above it points, as in a policy's Band cell. */
function readMaxShift(cells: Argument): Read<number> {
  const read = readNumberBetween("Max shift", cells, "percentage", 0, 100);
  if (!read.ok) return read;
  if (read.value === 1) return refusedPortfolio({ code: "shift of one" });
  const found = read.value ?? USUAL_LARGEST_SHIFT;
  return succeeded(found > 1 ? found / 100 : found);
}
