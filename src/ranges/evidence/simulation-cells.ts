import { PERCENTILES, type PathsInShort } from "../../engine";
import type { ResultCells } from "../results";
import { simulationLabels } from "../wording/evidence";

/** What a rule and never rebalancing came to on the same draws. */
export interface SimulatedInShort {
  readonly rule: PathsInShort;
  readonly never: PathsInShort;
}

/** Lays a simulation out: percentiles of the end value and of the worst drawdown, and the chance of a loss. The last heading names the seed. */
export function simulationCells({ rule, never }: SimulatedInShort, seed: number): ResultCells {
  const labels = simulationLabels;
  const row = (label: string, of: (paths: PathsInShort) => number): readonly (string | number)[] => [
    label,
    ...[of(rule), of(never)].map((figure) => (figure === 0 ? 0 : figure)),
    "",
  ];
  return [
    ["Statistic", labels.rule, labels.never, labels.seed(seed)],
    ...PERCENTILES.map((share, index) => row(labels.end(share), ({ ends }) => ends[index] as number)),
    ...PERCENTILES.map((share, index) => row(labels.drawdown(share), ({ drawdowns }) => drawdowns[index] as number)),
    row(labels.loss, ({ chanceOfLoss }) => chanceOfLoss),
  ];
}

/** What the numbers of these cells stand for. */
export function simulationKinds(): readonly (readonly ("plain" | "money" | "percent")[])[] {
  const rows = (kind: "money" | "percent"): readonly (readonly ("plain" | "money" | "percent")[])[] =>
    PERCENTILES.map(() => ["plain", kind, kind, "plain"]);
  return [
    ["plain", "plain", "plain", "plain"],
    ...rows("money"),
    ...rows("percent"),
    ["plain", "percent", "percent", "plain"],
  ];
}
