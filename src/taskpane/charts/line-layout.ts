import { scaleLinear, scaleLog } from "d3-scale";
import { labelWidth } from "../../sheets";
import type { Box, Label } from "./bar-layout";

/** Lines over time, or over anything else that goes from left to right. */
export interface LineChartData {
  /** Where each value stands, from left to right; all lines and bands have as many values. */
  readonly x: ArrayLike<number>;
  /** Writes a tick of the x axis: a year, say. */
  readonly xFormat: (x: number) => string;
  /** On a logarithmic axis, where twice as much is always as far above, values of 0 and below are left out. */
  readonly scale: "linear" | "logarithmic";
  readonly format: (value: number) => string;
  readonly lines: readonly { readonly name: string; readonly values: ArrayLike<number>; readonly filled?: boolean }[];
  /** Areas between two values, wider ones first. */
  readonly bands?: readonly {
    readonly name: string;
    readonly low: ArrayLike<number>;
    readonly high: ArrayLike<number>;
  }[];
  /** Moments marked below the lines. */
  readonly marks?: { readonly name: string; readonly at: readonly number[] };
}

export interface Key {
  readonly kind: "line" | "band" | "marks";
  /** Which of its kind it is, from 0. */
  readonly index: number;
  readonly swatch: Box;
  readonly label: Label;
}

/** Where everything of a chart of lines stands, in pixels from its top left corner. */
export interface LineLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly legend: readonly Key[];
  readonly plot: Box;
  /** Lines across, with what they stand for. */
  readonly rows: readonly { readonly y: number; readonly label: Label }[];
  readonly columns: readonly { readonly x: number; readonly label: Label }[];
  /** As the `d` of a path each; `area` is closed down to 0 where the line is filled. */
  readonly lines: readonly { readonly line: string; readonly area?: string }[];
  readonly bands: readonly string[];
  readonly marks: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
}

/** In em, the font size. */
const LINE = 1.35;
const GAP = 0.5;
const SWATCH = 1.6;
const MARKS = 0.9;
/** The plot's height as a part of its width, and its least and its most height in em. */
const SHAPE = 0.52;
const [LOWEST, HIGHEST] = [9, 20];

/** Places the parts of a chart of lines. The height follows the width where none is given. */
export function layOutLines(
  data: LineChartData,
  size: { readonly width: number; readonly height?: number; readonly fontSize: number },
): LineLayout {
  const { width, fontSize: em } = size;
  const { x, lines, bands = [], marks, format, xFormat } = data;
  const across = width / em;
  const legend = legendOf(data, across, em);
  const top = legend.height === 0 ? LINE / 2 : legend.height + GAP;

  const values = [...lines.map((each) => each.values), ...bands.flatMap(({ low, high }) => [low, high])];
  const { scale, ticks } = scaleOf(data.scale, values);
  const texts = ticks.map(format);
  const left = Math.max(0, ...texts.map(labelWidth)) + GAP;
  const right = across - GAP;
  const wanted = Math.min(HIGHEST, Math.max(LOWEST, (right - left) * SHAPE));
  const foot = (marks ? MARKS + GAP : 0) + LINE + GAP / 2;
  const tall = size.height === undefined ? wanted : Math.max(LOWEST / 2, size.height / em - top - foot);
  const plot: Box = { x: left * em, y: top * em, width: Math.max(1, right - left) * em, height: tall * em };
  const bottom = plot.y + plot.height;
  scale.range([bottom, plot.y]);
  const place = scaleLinear()
    .domain([x[0] ?? 0, Math.max((x[0] ?? 0) + Number.EPSILON, x[x.length - 1] ?? 1)])
    .range([plot.x, plot.x + plot.width]);
  const point = (index: number, value: number): string => `${round(place(x[index] ?? 0))} ${round(scale(value))}`;
  const floor = round(data.scale === "logarithmic" ? bottom : scale(0));

  return {
    width,
    height: Math.ceil(bottom + foot * em),
    fontSize: em,
    legend: legend.keys,
    plot,
    rows: ticks.map((tick, index) => ({
      y: scale(tick),
      label: {
        text: texts[index] ?? "",
        x: (left - GAP) * em,
        y: scale(tick) + 0.35 * em,
        anchor: "end" as const,
      },
    })),
    columns: columnsOf(place, xFormat, em).map(({ at, text, anchor }) => ({
      x: at,
      label: { text, x: at, y: bottom + (foot - GAP / 2 - 0.3) * em, anchor },
    })),
    lines: lines.map((each) => {
      const line = pathOf(each.values, point, data.scale === "logarithmic");
      if (each.filled !== true || line === "") return { line };
      const [first, last] = [round(place(x[0] ?? 0)), round(place(x[each.values.length - 1] ?? 0))];
      return { line, area: `M${first} ${floor}L${line.slice(1)}L${last} ${floor}Z` };
    }),
    bands: bands.map(({ low, high }) => {
      const forth = Array.from(high, (value, index) => point(index, value));
      const back = Array.from(low, (value, index) => point(index, value)).reverse();
      return forth.length === 0 ? "" : `M${[...forth, ...back].join("L")}Z`;
    }),
    marks: (marks?.at ?? []).map((at) => ({
      x: round(place(at)),
      top: bottom + GAP * 0.6 * em,
      bottom: bottom + (GAP * 0.6 + MARKS) * em,
    })),
  };
}

/** A line through its values; where a value can't be shown, it is broken. */
function pathOf(values: ArrayLike<number>, point: (index: number, value: number) => string, positive: boolean): string {
  let path = "";
  let broken = true;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (positive && value <= 0) {
      broken = true;
      continue;
    }
    path += `${broken ? "M" : "L"}${point(index, value)}`;
    broken = false;
  }
  return path;
}

function scaleOf(
  kind: LineChartData["scale"],
  all: readonly ArrayLike<number>[],
): { readonly scale: ReturnType<typeof scaleLinear<number>>; readonly ticks: readonly number[] } {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const values of all) {
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number;
      if (kind === "logarithmic" && value <= 0) continue;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  if (kind === "linear") {
    const scale = scaleLinear()
      .domain([Math.min(0, lowest), Math.max(0, highest)])
      .nice(4);
    const [from = 0, to = 0] = scale.domain();
    if (from === to || !Number.isFinite(from) || !Number.isFinite(to)) scale.domain([0, 1]);
    return { scale, ticks: scale.ticks(4).map((tick) => (tick === 0 ? 0 : tick)) };
  }
  if (lowest > highest) [lowest, highest] = [1, 10];
  const scale = scaleLog().domain([lowest, highest]);
  const decades = Math.log10(highest / lowest);
  const steps = decades > 2 ? [1] : decades > 0.8 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const first = Math.floor(Math.log10(lowest));
  const candidates = Array.from({ length: Math.ceil(decades) + 3 }, (_, power) =>
    steps.map((step) => step * 10 ** (first + power)),
  ).flat();
  // The axis begins and ends at round numbers, so that the first line across says where it begins.
  const from = candidates.filter((tick) => tick <= lowest * (1 + 1e-9)).at(-1) ?? lowest;
  const to = candidates.find((tick) => tick >= highest * (1 - 1e-9)) ?? highest;
  scale.domain([from, to === from ? from * 10 : to]);
  const ticks = candidates.filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
  const step = Math.ceil(ticks.length / 7);
  return {
    scale,
    ticks: ticks.filter((_, index) => index % step === 0),
  };
}

interface Column {
  readonly at: number;
  readonly text: string;
  readonly anchor: Label["anchor"];
}

/** Ticks along the x axis whose labels don't run into each other, as many as there is room for. */
function columnsOf(
  place: ReturnType<typeof scaleLinear<number>>,
  format: (x: number) => string,
  em: number,
): readonly Column[] {
  const [start = 0, end = 0] = place.range();
  for (const count of [10, 8, 6, 5, 4, 3, 2, 1]) {
    const ticks = place.ticks(count).filter((tick) => Number.isInteger(tick));
    const columns = ticks.map((tick): Column => {
      const text = format(tick);
      const half = (labelWidth(text) / 2) * em;
      const at = place(tick);
      const anchor = at + half > end + GAP * em ? "end" : at - half < start - GAP * em ? "start" : "middle";
      return { at, text, anchor };
    });
    const areApart = columns.every((column, index) => {
      const next = columns[index + 1];
      return next === undefined || reachOf(next, em)[0] - reachOf(column, em)[1] >= GAP * em;
    });
    if (areApart) return columns;
  }
  return [];
}

/** From where to where a label reaches, by what stands at its place: its middle, its start or its end. */
function reachOf({ at, text, anchor }: Column, em: number): readonly [left: number, right: number] {
  const wide = labelWidth(text) * em;
  const left = anchor === "middle" ? at - wide / 2 : anchor === "start" ? at : at - wide;
  return [left, left + wide];
}

function legendOf(
  { lines, bands = [], marks }: LineChartData,
  across: number,
  em: number,
): { readonly keys: readonly Key[]; readonly height: number } {
  const entries: readonly Pick<Key, "kind" | "index">[] = [
    ...lines.map((_, index) => ({ kind: "line" as const, index })),
    ...bands.map((_, index) => ({ kind: "band" as const, index })),
    ...(marks ? [{ kind: "marks" as const, index: 0 }] : []),
  ];
  if (entries.length < 2) return { keys: [], height: 0 };
  const nameOf = ({ kind, index }: Pick<Key, "kind" | "index">): string =>
    (kind === "line" ? lines[index]?.name : kind === "band" ? bands[index]?.name : marks?.name) ?? "";
  let row = 0;
  let x = 0;
  const keys = entries.map((entry): Key => {
    const text = nameOf(entry);
    const wide = SWATCH + 0.4 + labelWidth(text);
    if (x > 0 && x + wide > across) {
      row += 1;
      x = 0;
    }
    const key: Key = {
      ...entry,
      swatch: { x: x * em, y: (row * LINE + 0.2) * em, width: SWATCH * em, height: 0.9 * em },
      label: { text, x: (x + SWATCH + 0.4) * em, y: (row + 0.75) * LINE * em, anchor: "start" },
    };
    x += wide + 1.2;
    return key;
  });
  return { keys, height: (row + 1) * LINE };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
