import type { PathStatistics } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { sharpeLabel, statisticLabels } from "../wording/evidence";
import { quoted } from "../wording/quote";
import { periodKind, periodLabel, type MixReturns } from "./mix-returns";
import type { NamedPolicy } from "./policies";

/** What a policy came to. */
export interface Compared extends NamedPolicy {
  readonly statistics: PathStatistics;
}

/**
 * Lays policies out side by side, a row each. Where the money of one ran out, a last column says in which period.
 */
export function compareCells(
  compared: readonly Compared[],
  { names, series }: MixReturns,
  hasRate: boolean,
): ResultCells {
  const labels = statisticLabels;
  const ranOut = hasRunOut(compared);
  const headings = [
    "Policy",
    ...[labels.finalValue, labels.growth, labels.volatility, sharpeLabel(hasRate), labels.maxDrawdown],
    ...[
      labels.worstYear,
      labels.rebalances,
      labels.turnover,
      labels.averageWeight(quoted(names[0] ?? "")),
      labels.costs,
    ],
    ...(ranOut ? [labels.ranOut] : []),
  ];
  const rows = compared.map(({ name, statistics: found }): readonly ResultCell[] => [
    quoted(name),
    ...[found.finalValue, found.growth, found.volatility, found.sharpe, found.maxDrawdown].map(cell),
    ...[found.worstYear, found.rebalances, found.turnover, found.averageWeights?.[0], found.costs].map(cell),
    ...(ranOut ? [found.ranOut === undefined ? "" : periodLabel(series.dates, found.ranOut)] : []),
  ]);
  return [headings, ...rows];
}

/** What the numbers of these cells stand for, column by column below the headings. */
export function compareKinds(
  compared: readonly Compared[],
  { series }: MixReturns,
): readonly (readonly ("plain" | "money" | "percent" | "day")[])[] {
  const columns = [
    ...(["plain", "money", "percent", "percent", "plain", "percent"] as const),
    ...(["percent", "plain", "percent", "percent", "money"] as const),
    ...(hasRunOut(compared) ? [periodKind(series.dates)] : []),
  ];
  return [columns.map(() => "plain"), columns];
}

function hasRunOut(compared: readonly Compared[]): boolean {
  return compared.some(({ statistics }) => statistics.ranOut !== undefined);
}

function cell(figure: number | undefined): ResultCell {
  return figure === undefined ? "" : figure === 0 ? 0 : figure;
}
