import { scaleLinear } from "d3-scale";
import { labelWidth } from "../../sheets";
import type { Box, Label } from "./bar-layout";

/** A point by two figures. */
export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** How far up and down the height may be off; not drawn where it isn't given. */
  readonly error?: number;
}

/** Points under one name: a mark at each; or, where they are joined, a line through them from the first to the last. */
export interface ScatterSeries {
  readonly name: string;
  readonly points: readonly ScatterPoint[];
  readonly joined?: boolean;
}

/** What stands beside an axis, and how its figures are written. */
export interface ScatterAxis {
  readonly title: string;
  readonly format: (figure: number) => string;
}

/** Points and lines over two figures. */
export interface ScatterData {
  readonly series: readonly ScatterSeries[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
}

/** A point where it is drawn, with the ends of what it may be off. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly error?: { readonly top: number; readonly bottom: number };
}

/** Which mark a series has, counted from 0; undefined for a line. */
export type Form = number | undefined;

/** Where everything of a chart of points stands, in pixels from its top left corner. */
export interface ScatterLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly plot: Box;
  readonly titles: readonly Label[];
  readonly rows: readonly { readonly y: number; readonly label: Label }[];
  readonly columns: readonly { readonly x: number; readonly label: Label }[];
  /** `line` is the `d` of a path, for a series without marks. */
  readonly series: readonly { readonly form: Form; readonly points: readonly PlacedPoint[]; readonly line: string }[];
  /** Below the plot, one for each series where there are several: its mark, or a line, and its name. */
  readonly keys: readonly { readonly form: Form; readonly x: number; readonly y: number; readonly label: Label }[];
}

/** In em, the font size. */
const LINE = 1.35;
const GAP = 0.5;
const MARK = 1.6;
const SHAPE = 0.7;
const [LOWEST, HIGHEST] = [11, 22];

/**
 * Places the parts of a chart of points. Both axes take in 0, so that no difference looks larger than it is. The height
 * follows the width where none is given.
 */
export function layOutScatter(
  data: ScatterData,
  size: { readonly width: number; readonly height?: number; readonly fontSize: number },
): ScatterLayout {
  const { series, x, y } = data;
  const { width, fontSize: em } = size;
  const across = width / em;
  const all = series.flatMap(({ points }) => points);
  const down = axisOf(all.flatMap((point) => [point.y - (point.error ?? 0), point.y + (point.error ?? 0)]));
  const along = axisOf(all.map((point) => point.x));
  const rows = down.ticks(5);
  const left = Math.max(0, ...rows.map((tick) => labelWidth(y.format(tick)))) + GAP;
  const right = across - GAP - labelWidth(x.format(along.domain()[1] ?? 0)) / 2;
  const top = LINE + GAP;
  const forms = formsOf(series);
  const keys = keysOf(series, forms, across);
  const below = (2.6 * LINE - 0.2 + keys.lines * LINE + GAP) * em;
  const wanted = Math.min(HIGHEST, Math.max(LOWEST, (right - left) * SHAPE)) * em;
  const tall = size.height === undefined ? wanted : Math.max((LOWEST / 2) * em, size.height - top * em - below);
  const plot: Box = { x: left * em, y: top * em, width: Math.max(1, right - left) * em, height: tall };
  const bottom = plot.y + plot.height;
  down.range([bottom, plot.y]);
  along.range([plot.x, plot.x + plot.width]);
  const axis = bottom + (LINE - 0.2) * em;
  const columns = ticksApart(along, x.format, right - left);
  const keysTop = axis + 1.6 * LINE * em;
  return {
    width,
    height: Math.ceil(bottom + below),
    fontSize: em,
    plot,
    titles: [
      { text: y.title, x: 0, y: 0.9 * em, anchor: "start" },
      { text: x.title, x: plot.x + plot.width, y: axis + LINE * em, anchor: "end" },
    ],
    rows: rows.map((tick) => ({
      y: down(tick),
      label: { text: y.format(tick), x: (left - GAP) * em, y: down(tick) + 0.35 * em, anchor: "end" },
    })),
    columns: columns.map((tick) => ({
      x: along(tick),
      label: { text: x.format(tick), x: along(tick), y: axis, anchor: "middle" },
    })),
    series: series.map(({ points }, index) => {
      const placed = points.map((point): PlacedPoint => ({
        x: tenths(along(point.x)),
        y: tenths(down(point.y)),
        ...(point.error !== undefined && {
          error: { top: tenths(down(point.y + point.error)), bottom: tenths(down(point.y - point.error)) },
        }),
      }));
      const line = placed.map((point, at) => `${at === 0 ? "M" : "L"}${point.x} ${point.y}`).join("");
      return { form: forms[index], points: placed, line };
    }),
    keys: keys.placed.map(({ form, x: from, line, text }) => ({
      form,
      x: (from + MARK / 2) * em,
      y: keysTop + (line * LINE + 0.65) * em,
      label: { text, x: (from + MARK + 0.4) * em, y: keysTop + (line * LINE + 1) * em, anchor: "start" as const },
    })),
  };
}

function axisOf(figures: readonly number[]): ReturnType<typeof scaleLinear<number>> {
  const [least, most] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  return scaleLinear()
    .domain([least, least === most ? 1 : most])
    .nice(5);
}

/** As many round figures across as have room beside each other, at least the ends. */
function ticksApart(
  scale: ReturnType<typeof scaleLinear<number>>,
  format: (figure: number) => string,
  room: number,
): readonly number[] {
  for (const count of [6, 5, 4, 3, 2]) {
    const ticks = scale.ticks(count);
    const widest = Math.max(0, ...ticks.map((tick) => labelWidth(format(tick))));
    if (ticks.length * (widest + GAP) <= room) return ticks;
  }
  return scale.domain();
}

/** The mark of each series, in their order; lines have none. */
function formsOf(series: readonly ScatterSeries[]): readonly Form[] {
  let next = 0;
  return series.map(({ joined }) => (joined ? undefined : next++));
}

interface Key {
  readonly form: Form;
  readonly text: string;
  /** In em from the left, and the line it stands on. */
  readonly x: number;
  readonly line: number;
}

function keysOf(
  series: readonly ScatterSeries[],
  forms: readonly Form[],
  across: number,
): { readonly placed: readonly Key[]; readonly lines: number } {
  if (series.length < 2) return { placed: [], lines: 0 };
  let x = 0;
  let line = 0;
  const placed = series.map(({ name: text }, index): Key => {
    const wide = MARK + 0.4 + labelWidth(text);
    if (x > 0 && x + wide > across) {
      x = 0;
      line += 1;
    }
    const key = { form: forms[index], text, x, line };
    x += wide + 1.2;
    return key;
  });
  return { placed, lines: line + 1 };
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
