import { scaleLinear } from "d3-scale";
import { textWidth } from "../../sheets";
import type { Box, Label } from "./bar-layout";

/** A point by two figures, with how sure its height is. */
export interface ScatterPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** How far up and down the height may be off. */
  readonly error: number;
}

/** Points among a line, over two figures. */
export interface ScatterData {
  readonly points: readonly ScatterPoint[];
  /** From left to right. */
  readonly line: readonly { readonly x: number; readonly y: number }[];
  readonly lineName: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly format: (figure: number) => string;
}

/** Where everything of a chart of points stands, in pixels from its top left corner. */
export interface ScatterLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly plot: Box;
  readonly titles: readonly Label[];
  readonly rows: readonly { readonly y: number; readonly label: Label }[];
  readonly columns: readonly { readonly x: number; readonly label: Label }[];
  /** As the `d` of a path. */
  readonly line: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly top: number;
    readonly bottom: number;
  }[];
  /** A line of names below the plot, a mark beside each; the line's is the last. */
  readonly keys: readonly { readonly x: number; readonly y: number; readonly label: Label }[];
}

/** In em, the font size. */
const LINE = 1.35;
const GAP = 0.5;
const MARK = 1.6;
const SHAPE = 0.7;
const [LOWEST, HIGHEST] = [11, 22];

/** Places the parts of a chart of points. Both axes take in 0, so that no difference looks larger than it is. */
export function layOutScatter(
  data: ScatterData,
  { width, fontSize: em }: { readonly width: number; readonly fontSize: number },
): ScatterLayout {
  const { points, line, lineName, xTitle, yTitle, format } = data;
  const across = width / em;
  const heights = [...points.flatMap(({ y, error }) => [y - error, y + error]), ...line.map(({ y }) => y)];
  const risks = [...points, ...line].map(({ x }) => x);
  const down = scaleLinear()
    .domain([Math.min(0, ...heights), Math.max(0, ...heights) || 1])
    .nice(5);
  const along = scaleLinear()
    .domain([0, Math.max(...risks) || 1])
    .nice(5);
  const ticks = down.ticks(5);
  const left = Math.max(0, ...ticks.map((tick) => textWidth(format(tick)))) + GAP;
  const right = across - GAP - textWidth(format(along.domain()[1] ?? 0)) / 2;
  const top = LINE + GAP;
  const tall = Math.min(HIGHEST, Math.max(LOWEST, (right - left) * SHAPE));
  const plot: Box = { x: left * em, y: top * em, width: Math.max(1, right - left) * em, height: tall * em };
  const bottom = plot.y + plot.height;
  down.range([bottom, plot.y]);
  along.range([plot.x, plot.x + plot.width]);
  const room = Math.max(2, Math.floor((right - left) / 4));
  const axis = bottom + (LINE - 0.2) * em;
  const names = keysOf([...points.map(({ name }) => name), lineName], across, em, axis + 1.6 * LINE * em);
  return {
    width,
    height: Math.ceil(names.bottom + GAP * em),
    fontSize: em,
    plot,
    titles: [
      { text: yTitle, x: 0, y: 0.9 * em, anchor: "start" },
      { text: xTitle, x: plot.x + plot.width, y: axis + LINE * em, anchor: "end" },
    ],
    rows: ticks.map((tick) => ({
      y: down(tick),
      label: { text: format(tick), x: (left - GAP) * em, y: down(tick) + 0.35 * em, anchor: "end" },
    })),
    columns: along.ticks(Math.min(6, room)).map((tick) => ({
      x: along(tick),
      label: { text: format(tick), x: along(tick), y: axis, anchor: "middle" },
    })),
    line: line.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${tenths(along(x))} ${tenths(down(y))}`).join(""),
    points: points.map(({ x, y, error }) => ({
      x: tenths(along(x)),
      y: tenths(down(y)),
      top: tenths(down(y + error)),
      bottom: tenths(down(y - error)),
    })),
    keys: names.keys,
  };
}

function keysOf(
  names: readonly string[],
  across: number,
  em: number,
  from: number,
): { readonly keys: ScatterLayout["keys"]; readonly bottom: number } {
  let x = 0;
  let y = from;
  const keys = names.map((text) => {
    const wide = MARK + 0.4 + textWidth(text);
    if (x > 0 && x + wide > across) {
      x = 0;
      y += LINE * em;
    }
    const key = {
      x: (x + MARK / 2) * em,
      y: y + 0.65 * em,
      label: { text, x: (x + MARK + 0.4) * em, y: y + em, anchor: "start" as const },
    };
    x += wide + 1.2;
    return key;
  });
  return { keys, bottom: y + LINE * em };
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
