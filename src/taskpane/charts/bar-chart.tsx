import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useId, useRef, type ReactElement } from "react";
import { Frame, brand, grey, paper, Text, useAxesStyles } from "./axes";
import type { BarChartData } from "./bar-layout";
import { forced } from "./colours";
import { layOutWithin } from "./fewer-bars";
import { useRoom } from "./use-room";

export interface BarChartProps extends BarChartData {
  /** What the chart shows, for those who can't see it. The numbers themselves stand as text elsewhere. */
  readonly words: string;
  /** In pixels; without it the chart is as wide as the place it is put into. */
  readonly width?: number;
  /** In pixels; without it, or if it is too little for the labels, the chart is as high as it needs to be. */
  readonly height?: number;
}

const useStyles = makeStyles({
  title: { fontWeight: 600 },
  zero: { stroke: grey, [forced]: { stroke: "CanvasText" } },
  // Series differ in their pattern as well as in their colour: solid, striped, empty, dotted.
  solid: { fill: brand, stroke: brand, [forced]: { fill: "CanvasText", stroke: "CanvasText" } },
  outlined: { stroke: grey, [forced]: { stroke: "CanvasText" } },
  empty: { fill: paper, [forced]: { fill: "Canvas" } },
  stripe: { stroke: grey, [forced]: { stroke: "CanvasText" } },
  dot: { fill: grey, [forced]: { fill: "CanvasText" } },
});

/**
 * Draws horizontal bars in groups. It reads in print and in high contrast: every bar has its value beside it, and
 * series differ in pattern. Text follows the reader's text size. In a place of a height of its own, on a sheet, only as
 * many categories are drawn as can be read there, and the title says which.
 */
export function BarChart({ words, width, height, ...data }: BarChartProps): ReactElement {
  const axes = useAxesStyles();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const patterns = useId();
  const room = useRoom(place);
  const layout = layOutWithin(data, {
    width: width ?? room.width,
    fontSize: room.fontSize,
    ...(height === undefined ? {} : { height }),
    ...(room.limit === undefined ? {} : { limit: room.limit }),
  });
  const isPart = layout.names.length < data.categories.length;
  const whichInWords = isPart ? layout.title.map(({ text }) => text).join(" ") : "";
  const fill = (series: number): { readonly className: string; readonly fill?: string } => {
    switch (series % 4) {
      case 0:
        return { className: styles.solid };
      case 1:
        return { className: styles.outlined, fill: `url(#${patterns}stripes)` };
      case 2:
        return { className: mergeClasses(styles.outlined, styles.empty) };
      default:
        return { className: styles.outlined, fill: `url(#${patterns}dots)` };
    }
  };
  return (
    <Frame layout={layout} words={whichInWords === "" ? words : `${words} ${whichInWords}.`} place={place}>
      <defs>
        <pattern id={`${patterns}stripes`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect className={styles.empty} width="5" height="5" />
          <path className={styles.stripe} d="M-1 1 1 -1M-1 6 6 -1M4 6 6 4" strokeWidth="1.1" />
        </pattern>
        <pattern id={`${patterns}dots`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect className={styles.empty} width="5" height="5" />
          <circle className={styles.dot} cx="2.5" cy="2.5" r="1" />
        </pattern>
      </defs>
      {layout.title.map((line, index) => (
        <Text key={index} label={line} className={mergeClasses(axes.text, styles.title)} />
      ))}
      {layout.legend.map(({ series, swatch, label }) => (
        <g key={series}>
          <rect {...swatch} {...fill(series)} />
          <Text label={label} className={axes.text} />
        </g>
      ))}
      {layout.ticks.map(({ x, label }) => (
        <g key={label.text}>
          {layout.spans.map(({ top, bottom }) => (
            <line key={top} className={axes.grid} x1={x} x2={x} y1={top} y2={bottom} />
          ))}
          <Text label={label} className={axes.quiet} />
        </g>
      ))}
      {layout.bars.map(({ series, category, label, ...box }) => (
        <g key={`${category} ${series}`}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} {...fill(series)} />
          <Text label={label} className={mergeClasses(axes.text, axes.clear)} />
        </g>
      ))}
      {layout.spans.map(({ top, bottom }) => (
        <line key={top} className={styles.zero} x1={layout.zero} x2={layout.zero} y1={top} y2={bottom} />
      ))}
      {layout.names.map(({ full, lines }, index) => (
        <g key={index}>
          <title>{full}</title>
          {lines.map((line, number) => (
            <Text key={number} label={line} className={axes.text} />
          ))}
        </g>
      ))}
    </Frame>
  );
}
