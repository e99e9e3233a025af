import { scaleLinear, scaleLog } from "d3-scale";
import { labelWidth, linesOf } from "../../sheets";
import type { Box, Label } from "./bar-layout";

/** Dots by two figures. */
export interface DotChartData {
  readonly x: Axis & {
    /** Where lines may stand, and what they are called; as many are drawn as have room. */
    readonly ticks: readonly { readonly at: number; readonly text: string }[];
  };
  readonly y: Axis & { readonly format: (value: number) => string };
  /** What dots of one form have in common, a form each, in the order of the forms. */
  readonly groups: readonly string[];
  /** `x` is above 0: its axis is logarithmic, twice as much is always as far to the right. `y` is not below 0. */
  readonly dots: readonly Dot[];
}

interface Axis {
  readonly title: string;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Which group it belongs to; undefined for the one that all others are held against. */
  readonly group: number | undefined;
}

/** A dot where it stands. `label` is undefined where it has no room. */
export interface PlacedDot {
  /** Its place in the data. */
  readonly index: number;
  readonly group: number | undefined;
  readonly x: number;
  readonly y: number;
  readonly label: Label | undefined;
}

/** Where everything of a chart of dots stands, in pixels from its top left corner. */
export interface DotLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** How far a dot goes from its middle. */
  readonly reach: number;
  readonly plot: Box;
  readonly legend: readonly {
    readonly group: number;
    readonly x: number;
    readonly y: number;
    readonly label: Label;
  }[];
  readonly yTitle: Label;
  readonly xTitle: readonly Label[];
  readonly rows: readonly { readonly y: number; readonly label: Label }[];
  readonly columns: readonly { readonly x: number; readonly label: Label }[];
  /** In the order in which they are drawn: the one that others are held against is last, above them. */
  readonly dots: readonly PlacedDot[];
}

/** In em, the font size. */
const LINE = 1.35;
const GAP = 0.5;
const REACH = 0.42;
/** The plot's height as a part of its width, and its least and most height in em. */
const SHAPE = 0.6;
const [LOWEST, HIGHEST] = [13, 24];
/** Less than this is 0 that was worked out in doubles. */
const DUST = 1e-9;

/** Places the parts of a chart of dots. The height follows the width. */
export function layOutDots(
  { x, y, groups, dots }: DotChartData,
  size: { readonly width: number; readonly fontSize: number },
): DotLayout {
  const { width, fontSize: em } = size;
  const across = width / em;
  const legend = legendOf(groups, across);
  const top = legend.height + LINE + GAP;
  const highest = Math.max(0, ...dots.map((dot) => dot.y));
  const vertical = scaleLinear()
    .domain([0, highest > DUST ? highest : 1])
    .nice(4);
  const ticks = vertical.ticks(4);
  const left = Math.max(...ticks.map((tick) => labelWidth(y.format(tick)))) + GAP;
  const right = across - REACH * 2;
  const tall = Math.min(HIGHEST, Math.max(LOWEST, (right - left) * SHAPE));
  const titles = linesOf(x.title, across - left, 2);
  const plot: Box = { x: left * em, y: top * em, width: Math.max(1, right - left) * em, height: tall * em };
  const bottom = plot.y + plot.height;
  vertical.range([bottom, plot.y]);
  const horizontal = horizontalOf(
    dots.map((dot) => dot.x),
    plot,
    em,
  );
  const placed = dots.map(({ group }, index) => ({
    ...{ index, group },
    x: horizontal(dots[index]?.x ?? 1),
    y: vertical(dots[index]?.y ?? 0),
  }));
  const inOrder = [...placed.filter(({ group }) => group !== undefined), ...placed.filter(isOwn)];
  const labels = labelsOf(
    [...inOrder].reverse().map((dot) => ({ ...dot, text: dots[dot.index]?.label ?? "" })),
    { plot, em },
  );
  return {
    width,
    height: Math.ceil(bottom + (LINE * (1 + titles.length) + GAP) * em),
    fontSize: em,
    reach: REACH * em,
    plot,
    legend: legend.keys.map(({ group, text, x: from, row }) => ({
      group,
      x: (from + REACH) * em,
      y: (row + 0.5) * LINE * em,
      label: { text, x: (from + REACH * 2 + 0.4) * em, y: (row + 0.75) * LINE * em, anchor: "start" },
    })),
    yTitle: { text: y.title, x: 0, y: (legend.height + 0.75 * LINE) * em, anchor: "start" },
    xTitle: titles.map((text, line) => ({
      text,
      x: plot.x + plot.width,
      y: bottom + (LINE * (line + 2) + GAP / 2) * em,
      anchor: "end",
    })),
    rows: ticks.map((tick) => ({
      y: vertical(tick),
      label: { text: y.format(tick), x: (left - GAP) * em, y: vertical(tick) + 0.35 * em, anchor: "end" },
    })),
    columns: columnsOf(x.ticks, horizontal, plot, em).map(({ at, text }) => ({
      x: at,
      label: { text, x: at, y: bottom + (LINE + GAP / 2) * em, anchor: "middle" },
    })),
    dots: inOrder.map((dot) => ({ ...dot, label: labels.get(dot.index) })),
  };
}

function isOwn({ group }: { readonly group: number | undefined }): boolean {
  return group === undefined;
}

/** A scale that keeps half a dot's room at both ends; dots that all have one place stand in the middle. */
function horizontalOf(values: readonly number[], plot: Box, em: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.min(2, plot.width / em / 8) * em;
  const spread = most > least ? [least, most] : [least / 2, least * 2];
  return scaleLog()
    .domain(values.length === 0 ? [1, 10] : spread)
    .range([plot.x + room, plot.x + plot.width - room]);
}

/** The lines that lie in the plot and whose names don't run into each other, nor out of the chart; the rarest first. */
function columnsOf(
  ticks: DotChartData["x"]["ticks"],
  place: (value: number) => number,
  plot: Box,
  em: number,
): readonly { readonly at: number; readonly text: string }[] {
  const shown: { readonly at: number; readonly text: string }[] = [];
  let end = 0;
  for (const { at: value, text } of [...ticks].sort((one, other) => one.at - other.at)) {
    const at = place(value);
    const half = (labelWidth(text) / 2) * em;
    if (at < plot.x || at > plot.x + plot.width || at - half < end) continue;
    if (at + half > plot.x + plot.width + 2 * REACH * em) continue;
    shown.push({ at, text });
    end = at + half + GAP * em;
  }
  return shown;
}

type Named = Pick<PlacedDot, "index" | "group" | "x" | "y"> & { readonly text: string };

/**
 * Labels beside, above or below their dots, where they cover neither a dot nor another label; the first have the choice. The
 * dot that others are held against has its label in any case, further off where it has to be.
 */
function labelsOf(
  dots: readonly Named[],
  { plot, em }: { readonly plot: Box; readonly em: number },
): ReadonlyMap<number, Label> {
  const reach = REACH * em * 1.2;
  const taken: Box[] = dots.map(({ x, y }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }));
  const labels = new Map<number, Label>();
  for (const dot of dots) {
    const wide = labelWidth(dot.text) * em;
    const isIn = (label: Label): boolean => isWithin(boxOf(label, wide, em), plot, em);
    const isFree = (label: Label): boolean => !taken.some((other) => overlap(boxOf(label, wide, em), other));
    const ways = isOwn(dot)
      ? [1, 2, 3, 4].flatMap((far) => [...straight(dot, far * reach, em), ...aslant(dot, far * reach, em)])
      : straight(dot, reach, em);
    const possible = ways.filter(isIn);
    const label = possible.find(isFree) ?? (isOwn(dot) ? possible[0] : undefined);
    if (!label) continue;
    labels.set(dot.index, label);
    taken.push(boxOf(label, wide, em));
  }
  return labels;
}

/** To the right and left, above and below. */
function straight({ text, x, y }: Named, reach: number, em: number): readonly Label[] {
  const beside = reach + 0.3 * em;
  return [
    { text, x: x + beside, y: y + 0.35 * em, anchor: "start" },
    { text, x: x - beside, y: y + 0.35 * em, anchor: "end" },
    { text, x, y: y - reach - 0.3 * em, anchor: "middle" },
    { text, x, y: y + reach + em, anchor: "middle" },
  ];
}

/** Towards the corners: there a label could be taken for another dot's, were it not the only one of its kind. */
function aslant({ text, x, y }: Named, reach: number, em: number): readonly Label[] {
  const [above, below] = [y - reach - 0.3 * em, y + reach + em];
  return [
    { text, x: x + reach, y: above, anchor: "start" },
    { text, x: x + reach, y: below, anchor: "start" },
    { text, x: x - reach, y: above, anchor: "end" },
    { text, x: x - reach, y: below, anchor: "end" },
  ];
}

function isWithin(box: Box, plot: Box, em: number): boolean {
  return (
    box.x >= plot.x &&
    box.x + box.width <= plot.x + plot.width + REACH * em &&
    box.y >= plot.y - 0.6 * em &&
    box.y + box.height <= plot.y + plot.height
  );
}

function boxOf({ x, y, anchor }: Label, wide: number, em: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { x: left, y: y - 0.85 * em, width: wide, height: 1.1 * em };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A form and a name for each group from left to right, in as many rows as it takes. */
function legendOf(
  groups: readonly string[],
  across: number,
): {
  readonly keys: readonly { readonly group: number; readonly text: string; readonly x: number; readonly row: number }[];
  readonly height: number;
} {
  let [row, x] = [0, 0];
  const keys = groups.map((text, group) => {
    const wide = 2 * REACH + 0.4 + labelWidth(text);
    if (x > 0 && x + wide > across) [row, x] = [row + 1, 0];
    const key = { group, text, x, row };
    x += wide + 1.2;
    return key;
  });
  return { keys, height: groups.length === 0 ? 0 : (row + 1) * LINE + GAP };
}
