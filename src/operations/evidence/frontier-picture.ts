// What the pane's picture of the efficient line is drawn of: FRONTIER's points, and the owner's mixes beside them.
import { sharesOf, succeeded } from "../../engine";
import { readMixReturns, type MixReturns, type Read } from "../../ranges";
import type { FrontierPoints, PlacedMix } from "../portfolios/frontier-points";
import { cellsOfReturns, type EvidenceQuestion } from "./question";

/** What is asked of the efficient line. */
export interface FrontierQuestion extends Pick<EvidenceQuestion, "returns" | "targets"> {
  /** Dollars held, by the row of the targets, from 0. */
  readonly held: ReadonlyMap<number, number>;
}

/** The owner's mixes beside the efficient line. */
export interface FrontierPicture extends Pick<FrontierPoints, "line" | "means" | "notes"> {
  readonly mix: MixReturns;
  readonly target: PlacedMix;
  /** Absent where nothing is held of what has returns. */
  readonly today: PlacedMix | undefined;
}

/** Places the target mix, and what is held, beside the line. */
export async function frontierPicture({ held, ...question }: FrontierQuestion): Promise<Read<FrontierPicture>> {
  const returns = await cellsOfReturns(question);
  if (!returns.ok) return returns;
  const read = readMixReturns(returns.value, question.targets);
  if (!read.ok) return read;
  const mix = read.value;
  const today = sharesOf(Float64Array.from(mix.targetRows, (row) => held.get(row) ?? 0));
  const { frontierPoints } = await import(/* webpackChunkName: "portfolios" */ "../portfolios/index");
  const placed = await frontierPoints(returns.value, mix.series, today ? [mix.targets, today] : [mix.targets]);
  if (!placed.ok) return placed;
  const { line, mixes, means, notes } = placed.value;
  const [target, now] = mixes as readonly [PlacedMix, PlacedMix?];
  return succeeded({ mix, line, target, today: now, means, notes: [...mix.notes, ...notes] });
}
