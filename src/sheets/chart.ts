import type { Block } from "./place";

/** A chart over cells, which follows them. */
export type Chart = CategoryChart | PointsChart;

/** What every chart has. */
interface Framed {
  readonly name: string;
  /** The cells it covers. */
  readonly at: Block;
  readonly title: string;
  /** What it shows, for those who can't see it. */
  readonly words: string;
}

/** Bars side by side, for each category one bar a series; or a line a series through all categories. */
export interface CategoryChart extends Framed {
  /** `growth`: lines over an axis on which twice as much is always as far above. Bars if absent. */
  readonly kind?: "growth";
  /** One column: the names along the axis. */
  readonly categories: Block;
  readonly series: readonly { readonly name: string; readonly values: Block }[];
  /** The number format of the axis. */
  readonly format: string;
}

/** Points by two figures. */
export interface PointsChart extends Framed {
  readonly kind: "points";
  readonly series: readonly PointsSeries[];
  readonly x: FigureAxis;
  readonly y: FigureAxis;
}

/** A mark at each point; or, where it is joined, a line through all of them. */
export interface PointsSeries {
  readonly name: string;
  /** One column each, of the same height: how far right and how far up the points stand. */
  readonly x: Block;
  readonly values: Block;
  readonly joined?: true;
}

/** An axis of figures: what stands beside it, and its number format. */
export interface FigureAxis {
  readonly title: string;
  readonly format: string;
}

/** A chart without some of what it has, whichever kind it is. */
export type ChartWithout<Key extends keyof Framed, Of extends Chart = Chart> = Of extends Chart ? Omit<Of, Key> : never;

/** A chart alone, out of a step that draws it. */
export function chartAlone(step: Chart): Chart {
  const { name, at, title, words } = step;
  const framed = { name, at, title, words };
  if (step.kind === "points") {
    const { kind, series, x, y } = step;
    return { ...framed, kind, series, x, y };
  }
  const { kind, categories, series, format } = step;
  return { ...framed, ...(kind && { kind }), categories, series, format };
}

/** A chart of the same cells, whatever they are to it, each under another name or in another place. */
export function withCells<Of extends ChartWithout<"at">>(chart: Of, change: (block: Block) => Block): Of;
export function withCells(chart: ChartWithout<"at">, change: (block: Block) => Block): ChartWithout<"at"> {
  if (chart.kind === "points") {
    const series = chart.series.map((one) => ({ ...one, x: change(one.x), values: change(one.values) }));
    return { ...chart, series };
  }
  const series = chart.series.map((one) => ({ ...one, values: change(one.values) }));
  return { ...chart, categories: change(chart.categories), series };
}

/** The cells that a chart shows: of its names along the axis and its series; of points, where each series stands and how high. */
export function cellsOfChart(chart: ChartWithout<"at">): readonly Block[] {
  return chart.kind === "points"
    ? chart.series.flatMap(({ x, values }) => [x, values])
    : [chart.categories, ...chart.series.map(({ values }) => values)];
}
