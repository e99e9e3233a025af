import {
  blockAt,
  type Block,
  type Chart,
  type ChartWithout,
  type FigureAxis,
  type PointsChart,
  type Sheet,
} from "../sheets";
import { cellsIn, textOf } from "./block-cells";
import { placeOf } from "./drawing-places";
import { UnreadableWorkbook } from "./errors";
import type { Parts } from "./parts";
import { plainText } from "./stored-text";
import { childrenOf, find, holds, type Element } from "./xml";

/** The charts of a sheet that Keel keeps. */
export interface ReadCharts {
  readonly charts: readonly Chart[];
  /** The paths of their parts. */
  readonly kept: readonly string[];
  /** How many more there are in the sheet's drawing. */
  readonly leftOut: number;
}

/** What a sheet without a drawing has. */
export const noCharts: ReadCharts = { charts: [], kept: [], leftOut: 0 };

/** A grid draws every bar: with more than this, none could be told from the next. Lines may go through more. */
const mostCategories = 1000;
const mostPoints = 20_000;
/** Words come from one cell, or from a few headings one over the other. */
const mostNameCells = 100;

/**
 * Reads the charts in a sheet's drawing that are bars side by side, lying or upright, lines over a logarithmic axis, or points
 * by two figures, each series and the names along the axis from one column of cells. They come back in Keel's colors. `sheets` is the whole book, for words that stand in cells;
 * what is no sheet of cells is undefined.
 */
export function chartsOf(
  drawing: string,
  sheet: Sheet,
  sheets: readonly (Sheet | undefined)[],
  parts: Parts,
): ReadCharts {
  const known = sheets.filter((each) => each !== undefined);
  const relationships = parts.relationships(drawing);
  const charts: Chart[] = [];
  const kept: string[] = [];
  let leftOut = 0;
  for (const anchor of wholeTree(drawing, parts)?.children ?? []) {
    // Only charts that stand alone. One in a group is placed in the group's own measures and would land elsewhere on
    // the sheet: it is counted among those left out.
    const [frame] = childrenOf(anchor, "graphicFrame");
    const lead = relationships.get(find(find(frame, "graphicData"), "chart")?.attributes["r:id"] ?? "");
    const at = placeOf(anchor, sheet);
    const part = lead?.type === "chart" && !lead.outside ? wholeTree(lead.target, parts) : undefined;
    const chart = part && at && chartOf(part, known);
    if (chart && lead) {
      const { name = "Chart", descr = "" } = find(frame, "cNvPr")?.attributes ?? {};
      charts.push({ name, words: descr, at, ...chart });
      kept.push(lead.target);
    }
    leftOut += chartsIn(anchor) - (chart ? 1 : 0);
  }
  return { charts, kept, leftOut };
}

/** A part as a tree; undefined also for a damaged one, which is no reason to refuse a workbook whose cells are whole. */
function wholeTree(path: string, parts: Parts): Element | undefined {
  try {
    return parts.tree(path);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return undefined;
    throw error;
  }
}

/** How many charts an anchor holds, of any kind. Frames hold other things as well, such as slicers. */
function chartsIn(element: Element): number {
  if (element.name === "graphicData") return find(element, "chart") ? 1 : 0;
  return element.children.reduce((sum, child) => sum + chartsIn(child), 0);
}

/** What a chart's own part tells; undefined for one that Keel doesn't keep. */
function chartOf(part: Element, sheets: readonly Sheet[]): ChartWithout<"name" | "words" | "at"> | undefined {
  const [chart] = childrenOf(part, "chart");
  const [area] = childrenOf(chart, "plotArea");
  const [bars, ...others] = area?.children.filter(({ name }) => name.endsWith("Chart")) ?? [];
  if (bars?.name === "scatterChart" && others.length === 0) return pointsOf(chart, area, bars, sheets);
  const kind = kindOf(area, bars);
  if (!bars || kind === undefined || others.length > 0) return undefined;
  const all = childrenOf(bars, "ser").map((series, index) => ({
    name: wordsOf(childrenOf(series, "tx")[0], sheets) ?? `Series${index + 1}`,
    categories: columnOf(childrenOf(series, "cat")[0], sheets),
    values: columnOf(childrenOf(series, "val")[0], sheets),
    plain: isPlain(series),
  }));
  // Each series may name its own categories. Excel shows those of the first, so the others are not looked at.
  const categories = all[0]?.categories;
  if (!categories || categories.height > (kind === "bars" ? mostCategories : mostPoints)) return undefined;
  const series = all.flatMap(({ name, values, plain }) =>
    plain && values?.height === categories.height ? [{ name, values }] : [],
  );
  if (series.length < all.length) return undefined;
  return {
    ...(kind === "growth" && { kind }),
    title: titleOf(chart, series, sheets),
    categories,
    series,
    format: formatOf(childrenOf(area, "valAx")[0], bars, series[0]?.values, sheets),
  };
}

/** A trend line or error bars would be lost: a chart with them says more than its series, so it isn't kept. */
function isPlain(series: Element): boolean {
  return !find(series, "trendline") && !find(series, "errBars");
}

/** A chart of points over two plain axes; undefined where a series is of another form, or of less than both its columns. */
function pointsOf(
  chart: Element | undefined,
  area: Element | undefined,
  drawn: Element,
  sheets: readonly Sheet[],
): ChartWithout<"name" | "words" | "at", PointsChart> | undefined {
  const series = childrenOf(drawn, "ser").flatMap((each, index) => {
    const [x, values] = [columnOf(childrenOf(each, "xVal")[0], sheets), columnOf(childrenOf(each, "yVal")[0], sheets)];
    // A curve bent through its points is another picture than straight lines.
    const isBent = childrenOf(each, "smooth").some(({ attributes }) => holds(attributes["val"] ?? "1"));
    if (!x || !values || x.height !== values.height || x.height > mostPoints || isBent || !isPlain(each)) return [];
    const name = wordsOf(childrenOf(each, "tx")[0], sheets) ?? `Series${index + 1}`;
    return [{ name, x, values, ...(isJoined(each, drawn) && { joined: true as const }) }];
  });
  const axes = childrenOf(area, "valAx");
  if (series.length === 0 || series.length < childrenOf(drawn, "ser").length || axes.length !== 2) return undefined;
  if (axes.some((axis) => find(axis, "logBase"))) return undefined;
  const [across, up] = inOrder(axes);
  const [first] = series;
  return {
    kind: "points",
    title: titleOf(chart, series, sheets),
    series,
    x: axisOf(across, childrenOf(drawn, "ser")[0], first?.x, sheets),
    y: axisOf(up, childrenOf(drawn, "ser")[0], first?.values, sheets),
  };
}

/** The axis that runs across, then the one that runs up, in whichever order they were written. */
function inOrder([one, other]: readonly Element[]): readonly [Element | undefined, Element | undefined] {
  const side = childrenOf(one, "axPos")[0]?.attributes["val"];
  return side === "l" || side === "r" ? [other, one] : [one, other];
}

/** Whether a line runs through a series' points: as its own look says, else as the chart's does. */
function isJoined(series: Element, drawn: Element): boolean {
  const [line] = childrenOf(childrenOf(series, "spPr")[0], "ln");
  if (line) return !line.children.some(({ name }) => name === "noFill");
  const style = childrenOf(drawn, "scatterStyle")[0]?.attributes["val"] ?? "marker";
  return style !== "marker";
}

function axisOf(
  axis: Element | undefined,
  series: Element | undefined,
  cells: Block | undefined,
  sheets: readonly Sheet[],
): FigureAxis {
  return {
    title: wordsOf(childrenOf(childrenOf(axis, "title")[0], "tx")[0], sheets) ?? "",
    format: formatOf(axis, series, cells, sheets),
  };
}

/** What a plot area draws, as far as Keel keeps it. Stacked bars and lines over a plain axis are none of it. */
function kindOf(area: Element | undefined, drawn: Element | undefined): "bars" | "growth" | undefined {
  const grouping = childrenOf(drawn, "grouping")[0]?.attributes["val"];
  if (drawn?.name === "barChart") return (grouping ?? "clustered") === "clustered" ? "bars" : undefined;
  if (drawn?.name !== "lineChart" || (grouping ?? "standard") !== "standard") return undefined;
  return find(childrenOf(area, "valAx")[0], "logBase") ? "growth" : undefined;
}

/** The one column of cells that a series takes its names or values from. */
function columnOf(source: Element | undefined, sheets: readonly Sheet[]): Block | undefined {
  const reference = source?.children.find(({ name }) => name === "strRef" || name === "numRef");
  const block = blockAt(childrenOf(reference, "f")[0]?.text ?? "");
  const sheet = sheets.find(({ name }) => name.toLowerCase() === block?.sheet.toLowerCase());
  return block && sheet && block.width === 1 && block.height > 0 ? { ...block, sheet: sheet.name } : undefined;
}

/** Words that are written out or stand in cells; undefined if there are none of either kind. */
function wordsOf(source: Element | undefined, sheets: readonly Sheet[]): string | undefined {
  const [written] = childrenOf(source, "v");
  if (written) return plainText(written.text);
  const [rich] = childrenOf(source, "rich");
  if (rich) return childrenOf(rich, "p").map(paragraphOf).join("\n");
  const [reference] = childrenOf(source, "strRef");
  if (!reference) return undefined;
  const block = blockAt(childrenOf(reference, "f")[0]?.text ?? "");
  const few = block && block.height * block.width <= mostNameCells ? cellsIn(sheets, block) : [];
  const inCells = few.map(textOf).filter(Boolean);
  if (inCells.length > 0) return inCells.join(" ");
  // The cells are empty where their formula was never worked out, and out of reach in another workbook. The chart
  // keeps a copy of what it last showed.
  const shown = childrenOf(childrenOf(reference, "strCache")[0], "pt").map((point) => find(point, "v")?.text ?? "");
  return plainText(shown.join(" "));
}

function paragraphOf(paragraph: Element): string {
  return paragraph.children
    .map((piece) => (piece.name === "br" ? "\n" : childrenOf(piece, "t").map(({ text }) => text)))
    .flat()
    .join("");
}

/** Where nothing is written, Excel names a chart of one series after it, unless someone took the title away. */
function titleOf(
  chart: Element | undefined,
  series: readonly { readonly name: string }[],
  sheets: readonly Sheet[],
): string {
  const [title] = childrenOf(chart, "title");
  const words = wordsOf(childrenOf(title, "tx")[0], sheets);
  if (words !== undefined) return words;
  const removed = !title && holds(childrenOf(chart, "autoTitleDeleted")[0]?.attributes["val"] ?? "0");
  return series.length === 1 && !removed ? (series[0]?.name ?? "") : "";
}

/** The number format of an axis of figures, which may be that of the first figure's cell. */
function formatOf(
  axis: Element | undefined,
  drawn: Element | undefined,
  values: Block | undefined,
  sheets: readonly Sheet[],
): string {
  const { formatCode, sourceLinked } = childrenOf(axis, "numFmt")[0]?.attributes ?? {};
  const own = plainText(formatCode ?? find(drawn, "formatCode")?.text ?? "General");
  if (formatCode !== undefined && !holds(sourceLinked)) return own;
  const [first] = values ? cellsIn(sheets, { ...values, height: 1 }) : [];
  return first?.format ?? own;
}
