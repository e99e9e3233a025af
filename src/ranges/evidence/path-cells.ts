import type { Path, PathStatistics } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { quoted } from "../wording/quote";
import { sharpeLabel, statisticLabels, pathHeadings } from "../wording/evidence";
import { periodKind, periodLabel, type MixReturns } from "./mix-returns";

/** What the numbers of a column or a row stand for. */
type Kind = "plain" | "money" | "percent" | "day";

interface StatisticRow {
  readonly label: string;
  /** Undefined where the statistic doesn't exist. */
  readonly value: number | string | undefined;
  readonly kind: Kind;
}

/** Lays the statistics of a path out, label and value; one that doesn't exist is blank. */
export function statisticCells(found: PathStatistics, mix: MixReturns, hasRate: boolean): ResultCells {
  const rows = statisticRows(found, mix, hasRate).map(({ label, value }): ResultCell[] => [label, cell(value)]);
  return [["Statistic", "Value"], ...rows];
}

/** What the numbers of these cells stand for. */
export function statisticKinds(found: PathStatistics, mix: MixReturns): readonly (readonly Kind[])[] {
  const plain = ["plain", "plain"] as const;
  return [plain, ...statisticRows(found, mix, false).map(({ kind }) => ["plain", kind] as const)];
}

function statisticRows(
  found: PathStatistics,
  { names, series }: MixReturns,
  hasRate: boolean,
): readonly StatisticRow[] {
  const row = (label: string, value: StatisticRow["value"], kind: Kind): StatisticRow => ({ label, value, kind });
  const labels = statisticLabels;
  const { averageWeights, ranOut } = found;
  return [
    row(labels.finalValue, found.finalValue, "money"),
    row(labels.growth, found.growth, "percent"),
    row(labels.volatility, found.volatility, "percent"),
    row(sharpeLabel(hasRate), found.sharpe, "plain"),
    row(labels.sortino, found.sortino, "plain"),
    row(labels.maxDrawdown, found.maxDrawdown, "percent"),
    row(labels.worstYear, found.worstYear, "percent"),
    row(labels.rebalances, found.rebalances, "plain"),
    row(labels.turnover, found.turnover, "percent"),
    ...names.map((name, asset) => row(labels.averageWeight(quoted(name)), averageWeights?.[asset], "percent")),
    row(labels.costs, found.costs, "money"),
    ...(ranOut === undefined ? [] : [row(labels.ranOut, periodLabel(series.dates, ranOut), periodKind(series.dates))]),
  ];
}

/** Lays a path out row by row, the start first: period, value, weights after the row's trade, and money traded. */
export function pathCells(path: Path, { start }: { readonly start: number }, mix: MixReturns): ResultCells {
  const { values, weights, traded } = path;
  const { names, targets, series } = mix;
  const assets = names.length;
  const rows: ResultCell[][] = [[periodLabel(series.dates, -1), start, ...targets, 0]];
  for (let period = 0; period < values.length; period++) {
    const held = weights.subarray(period * assets, (period + 1) * assets);
    rows.push([periodLabel(series.dates, period), cell(values[period]), ...held, cell(traded[period])]);
  }
  return [pathHeadings(series.dates, names.map(quoted)), ...rows];
}

/** What the numbers of these cells stand for, column by column below the headings. */
export function pathKinds({ names, series }: MixReturns): readonly (readonly Kind[])[] {
  const columns = [periodKind(series.dates), "money", ...names.map(() => "percent" as const), "money"] as const;
  return [columns.map(() => "plain"), columns];
}

/** A cell of a figure: blank where there is none, and never −0. */
function cell(figure: number | string | undefined): ResultCell {
  return figure === undefined ? "" : figure === 0 ? 0 : figure;
}
