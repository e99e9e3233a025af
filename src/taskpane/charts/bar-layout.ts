import { scaleLinear } from "d3-scale";
import { labelWidth, linesOf } from "../../sheets";

/** Horizontal bars in groups: for each category one bar a series. */
export interface BarChartData {
  readonly title: string;
  readonly categories: readonly string[];
  /** `values` has the length of `categories`. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** As the axis says it; whole percents get a decimal where a value has one. */
  readonly format: (value: number) => string;
}

/** A text at a place: `x` is its start, middle or end, `y` its base line. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** A bar from the zero line to its value. A bar of 0 has no width, and keeps its label. */
export interface Bar {
  readonly series: number;
  readonly category: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: Label;
}

/** Where everything of a chart stands, in pixels from its top left corner. */
export interface BarLayout {
  readonly width: number;
  readonly height: number;
  /** Of all texts, in pixels. */
  readonly fontSize: number;
  readonly title: readonly Label[];
  readonly legend: readonly { readonly series: number; readonly swatch: Box; readonly label: Label }[];
  /** `full` is the whole name where the lines had to cut it. */
  readonly names: readonly { readonly full: string; readonly lines: readonly Label[] }[];
  readonly bars: readonly Bar[];
  /** Lines across the bars, with what they stand for. */
  readonly ticks: readonly { readonly x: number; readonly label: Label }[];
  /** Of the line that bars start from. */
  readonly zero: number;
  /** Where lines across the bars run: not through names that stand above them. */
  readonly spans: readonly { readonly top: number; readonly bottom: number }[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In em, the font size: what is given to a line of text, and to a bar with its label beside it. */
const LINE = 1.35;
const GAP = 0.5;
/** No weight or amount that anybody draws is smaller. */
const DUST = 1e-9;
/** What bars themselves need at least, in em: where there is less, the letters are made smaller. */
const SHORTEST = 5;
/** Narrower than this, in em, names stand above their bars: beside them they would take the bars' room. */
const NAMES_ABOVE = 34;

/**
 * Places the parts of a bar chart. The first category is at the top. `height` is kept if the labels have room in it;
 * otherwise the chart is as high as it needs to be. Without values all bars are empty.
 */
export function layOutBars(
  { title, categories, series: given, format }: BarChartData,
  size: { readonly width: number; readonly height?: number; readonly fontSize: number },
): BarLayout {
  const { width } = size;
  // A weight that should be 0 may come as 1e-17 or -1e-17, which would draw a hair of a bar and label it "-0.0%".
  const series = given.map(({ name, values }) => ({
    name,
    values: values.map((value) => (Math.abs(value) < DUST ? 0 : value)),
  }));
  const all = series.flatMap(({ values }) => values);
  const figure = exactly(format, all);
  const frame = frameOf(all, figure);
  const em = Math.min(size.fontSize, width / (frame.before + SHORTEST + frame.after));
  const across = width / em;
  const above = across < NAMES_ABOVE;

  const titleLines = linesOf(title, across * 0.92, 3);
  const shownLegend = series.length > 1 ? legendRows(series, across) : [];
  const nameRoom = above ? across : Math.min(across * 0.4, Math.max(0, ...categories.map(labelWidth)) + GAP);
  const nameLines = categories.map((name) => linesOf(name, nameRoom, 2));
  // Where names stand above and no bar goes below 0, bars start at the left edge. The first tick's label is then not
  // centred on its line, because half of it would be cut off.
  const flush = above && frame.lowest >= 0;
  const left = flush ? 0.1 : (above ? 0 : nameRoom + GAP) + frame.before;
  const right = Math.max(left + 1, across - frame.after);
  const scale = scaleLinear()
    .domain([frame.lowest, frame.highest])
    .range([left * em, right * em]);

  const top = titleLines.length * LINE + (titleLines.length > 0 ? GAP : 0);
  const legendHeight = shownLegend.length * LINE + (shownLegend.length > 0 ? GAP : 0);
  const plotTop = top + legendHeight;
  const bars = Math.max(1, series.length);
  const heights = nameLines.map((lines) =>
    above ? lines.length * LINE + bars * LINE + GAP * 1.5 : Math.max(lines.length, bars) * LINE + GAP * 1.5,
  );
  const foot = LINE + GAP;
  const natural = plotTop + heights.reduce((sum, one) => sum + one, 0) + foot;
  const spare = categories.length === 0 ? 0 : Math.max(0, (size.height ?? 0) / em - natural) / categories.length;

  const drawn: Bar[] = [];
  const names: BarLayout["names"][number][] = [];
  const spans: BarLayout["spans"][number][] = [];
  let y = plotTop;
  categories.forEach((full, category) => {
    const lines = nameLines[category] ?? [];
    const height = (heights[category] ?? 0) + spare;
    const group = bars * LINE;
    const start = above ? y + (height - group - lines.length * LINE) / 2 : y + (height - lines.length * LINE) / 2;
    names.push({
      full,
      lines: lines.map((text, line) => ({
        text,
        x: above ? 0 : nameRoom * em,
        y: (start + (line + 0.75) * LINE) * em,
        anchor: above ? "start" : "end",
      })),
    });
    const first = above ? start + lines.length * LINE : y + (height - group) / 2;
    if (above) spans.push({ top: (first - 0.1) * em, bottom: (first + group + 0.1) * em });
    series.forEach((one, index) => {
      const value = one.values[category] ?? 0;
      const [from, to] = [scale(Math.min(0, value)), scale(Math.max(0, value))];
      const middle = (first + (index + 0.5) * LINE) * em;
      drawn.push({
        series: index,
        category,
        x: from,
        y: middle - 0.45 * em,
        width: to - from,
        height: 0.9 * em,
        label: {
          text: figure(value),
          x: value < 0 ? from - 0.4 * em : to + 0.4 * em,
          y: middle + 0.36 * em,
          anchor: value < 0 ? "end" : "start",
        },
      });
    });
    y += height;
  });

  const room = right - left;
  return {
    width,
    // Whole pixels, so that what stands below is sharp.
    height: Math.ceil((y + foot) * em - 0.001),
    fontSize: em,
    title: titleLines.map((text, line) => ({ text, x: 0, y: (line + 0.8) * LINE * em, anchor: "start" })),
    legend: shownLegend.flatMap((row, line) =>
      row.map(({ index, x, text }) => ({
        series: index,
        swatch: { x: x * em, y: (top + line * LINE + 0.25) * em, width: 1.4 * em, height: 0.9 * em },
        label: { text, x: (x + 1.8) * em, y: (top + line * LINE + 1.05) * em, anchor: "start" as const },
      })),
    ),
    names,
    bars: drawn,
    ticks: ticksOf(scale, format, room).map(({ tick, text }) => ({
      x: scale(tick),
      label: {
        text,
        x: scale(tick),
        y: (y + GAP + 0.8) * em,
        anchor: flush && tick === 0 ? "start" : "middle",
      },
    })),
    zero: scale(0),
    spans: above ? spans : [{ top: plotTop * em, bottom: (y + 0.2) * em }],
  };
}

/** The round numbers between which bars run, and what figures need to the left and right of them, in em. */
interface Frame {
  readonly lowest: number;
  readonly highest: number;
  readonly before: number;
  readonly after: number;
}

function frameOf(values: readonly number[], format: (value: number) => string): Frame {
  const nice = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values)])
    .nice(5)
    .domain();
  const [lowest = 0, highest = 0] = nice[0] === nice[1] ? [0, 1] : nice;
  const widest = (some: readonly number[]): number => Math.max(0, ...some.map((value) => labelWidth(format(value))));
  // The labels of the first and the last tick are centred on the ends of the axis: half of each needs room beyond.
  const edge = widest([lowest, highest]) / 2;
  return {
    lowest,
    highest,
    before: Math.max(edge, lowest < 0 ? widest(values.filter((value) => value < 0)) + GAP : 0),
    after: Math.max(edge, widest([0, ...values.filter((value) => value > 0)]) + GAP),
  };
}

/** The most round numbers on the axis whose labels don't run into each other; the ends and 0 are enough if they are all. */
function ticksOf(
  scale: { readonly ticks: (count: number) => number[]; readonly domain: () => number[] },
  format: (value: number) => string,
  room: number,
): readonly { readonly tick: number; readonly text: string }[] {
  const [lowest = 0, highest = 1] = scale.domain();
  for (const count of [6, 5, 4, 3, 2]) {
    const ticks = scale.ticks(count).map((tick) => (tick === 0 ? 0 : tick));
    const words = exactly(format, ticks);
    const labelled = ticks.map((tick) => ({ tick, text: words(tick) }));
    // Labels that are rounded to the same text would make two places look like one.
    const different = new Set(labelled.map(({ text }) => text)).size === ticks.length;
    const step = ((ticks[1] ?? highest) - (ticks[0] ?? lowest)) / (highest - lowest);
    const widest = Math.max(...labelled.map(({ text }) => labelWidth(text)));
    if (different && (ticks.length < 2 || step * room >= widest + GAP)) return labelled;
  }
  return [{ tick: 0, text: format(0) }];
}

/** Whole percents become percents with one decimal where they would say 3% of 2.5%. Other formats stay as they are. */
function exactly(format: (value: number) => string, values: readonly number[]): (value: number) => string {
  if (format(0.5) !== "50%") return format;
  const tenths = values.map((value) => Math.round(value * 1000));
  return tenths.every((each) => each % 10 === 0) ? format : (value) => `${(value * 100 + 0).toFixed(1)}%`;
}

interface LegendItem {
  readonly index: number;
  readonly text: string;
  readonly x: number;
}

/** Sets a swatch and a name for each series from left to right, in as many rows as it takes. */
function legendRows(series: BarChartData["series"], across: number): readonly (readonly LegendItem[])[] {
  const rows: LegendItem[][] = [];
  let x = across;
  series.forEach(({ name }, index) => {
    const text = linesOf(name, across - 1.8, 1)[0] ?? "";
    const width = 1.8 + labelWidth(text);
    if (rows.length === 0 || x + width > across) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, text, x });
    x += width + 1.5;
  });
  return rows;
}
