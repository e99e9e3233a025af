import { frontier as frontierOf, succeeded, type Portfolio } from "../../engine";
import {
  failed,
  failedPortfolio,
  frontierHeader,
  readNumberBetween,
  readWeightBounds,
  type Argument,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import { formulaFact, type Decided } from "../operation";
import { readPast, type Past } from "./past";

const USUAL_POINTS = 20;
const MOST_POINTS = 500;

export interface DecidedFrontier extends Decided {
  readonly past: Past;
  readonly points: readonly Portfolio[];
}

/** What FRONTIER does. */
export const frontier: Work<
  readonly [returns: Argument, points?: Argument, min?: Argument, max?: Argument, periodsPerYear?: Argument],
  DecidedFrontier
> = {
  holds: "percent",
  decide: (returns, points, min, max, periodsPerYear) => {
    const past = readPast(returns, periodsPerYear);
    if (!past.ok) return past;
    const asked = readPoints(points);
    if (!asked.ok) return asked;
    const { moments, called, notes } = past.value;
    const bounds = readWeightBounds(min, max, called.length);
    if (!bounds.ok) return bounds;
    const found = frontierOf(moments, bounds.value, asked.value);
    if (!found.ok) return failedPortfolio(found.problem, called);
    return succeeded({ past: past.value, points: found.value, notes });
  },
  show: ({ past, points }) => [
    frontierHeader(past.names),
    ...points.map(({ volatility, returns, weights }) =>
      [volatility, returns, ...weights].map((figure) => (figure === 0 ? 0 : figure)),
    ),
  ],
  explain: ({ past }) => ({
    read: past.facts,
    steps: [formulaFact("frontier", []), { fact: "past means", means: past.means }],
  }),
};

function readPoints(cells: Argument): Read<number> {
  const read = readNumberBetween("Points", cells, "number", 2, MOST_POINTS);
  if (!read.ok) return read;
  const found = read.value ?? USUAL_POINTS;
  return Number.isInteger(found)
    ? succeeded(found)
    : failed({ code: "not a whole number", at: { argument: "Points" }, found });
}
