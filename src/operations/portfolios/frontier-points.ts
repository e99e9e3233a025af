import { belowLine, mixPoint, succeeded, type BelowLine, type MixPoint, type ReturnHistory } from "../../engine";
import type { Cells, Note, PastMean, Read } from "../../ranges";
import { frontier } from "./frontier";

/** A mix beside the efficient line. */
export interface PlacedMix {
  readonly point: MixPoint;
  readonly below: BelowLine | undefined;
}

/** The efficient line, and mixes beside it. */
export interface FrontierPoints {
  /** FRONTIER's points, from the least variance on. */
  readonly line: readonly MixPoint[];
  readonly mixes: readonly PlacedMix[];
  readonly means: readonly PastMean[];
  readonly notes: readonly Note[];
}

/** Places mixes, fractions of what the columns of returns are of, beside FRONTIER's points of the same cells. */
export async function frontierPoints(
  returns: Cells,
  history: ReturnHistory,
  mixes: readonly Float64Array[],
): Promise<Read<FrontierPoints>> {
  const decided = await frontier.decide(returns);
  if (!decided.ok) return decided;
  const { past, points, notes } = decided.value;
  return succeeded({
    line: points.map(({ weights }) => mixPoint(history, past.moments, weights)),
    mixes: mixes.map((weights) => {
      const point = mixPoint(history, past.moments, weights);
      return { point, below: belowLine(history, past.moments, point) };
    }),
    means: past.means,
    notes,
  });
}
