import { fanBeside, type Stop } from "../../compute";
import { contributionAPeriod, succeeded, type Fan } from "../../engine";
import { refused, type Read } from "../../ranges";
import { cellsOfReturns, type EvidenceQuestion } from "./question";
import { readSimulation, type SimulationQuestion } from "./simulate";

/** What comes and goes, for how long, and which paths are drawn. */
export interface FutureMoney {
  /** Dollars at the start. */
  readonly start: number;
  /** Dollars paid in each month; − is taken out. Returns of other periods have as much a year at their closes. */
  readonly monthly: number;
  readonly years: number;
  readonly seed: number;
}

/** What may come of a rule, beside never rebalancing. */
export interface FuturePicture extends SimulationQuestion {
  readonly asked: FutureMoney;
  readonly fan: Fan;
}

/** How a picture is waited for: for as long as `stop` wants it, and who is told the part that is done (0 to 1). */
export interface Waited {
  readonly stop: Stop;
  readonly progress: (done: number) => void;
}

/**
 * Draws what may come: as many paths as SIMULATE draws by itself, with the same digits for the same seed, beside the page.
 * Undefined where it was stopped.
 */
export async function futurePicture(
  { returns, targets, policy }: Pick<EvidenceQuestion, "returns" | "targets" | "policy">,
  asked: FutureMoney,
  { stop, progress }: Waited,
): Promise<Read<FuturePicture> | undefined> {
  const cells = await cellsOfReturns({ returns });
  if (!cells.ok) return cells;
  const { start, years, seed } = asked;
  const read = readSimulation(
    ...[cells.value, targets, policy, [[years]], [[start]], undefined, undefined, undefined, [[seed]]],
  );
  if (!read.ok) return read;
  const { request, ...question } = read.value;
  const contribution = contributionAPeriod(asked.monthly, request.series.periodsPerYear);
  const whole = { ...request, contribution };
  const fan = await fanBeside(whole, stop, progress);
  if (fan === undefined) return undefined;
  return fan.ok ? succeeded({ ...question, request: whole, asked, fan: fan.value }) : refused(fan.problem);
}
