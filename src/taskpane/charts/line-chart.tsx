import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { Frame, brand, Grid, grey, ink, Text, Titled, useAxesStyles } from "./axes";
import { forced } from "./colours";
import { layOutLines, type Key, type LineChartData } from "./line-layout";
import { useRoom } from "./use-room";

interface LineChartProps extends LineChartData {
  /** What the chart shows, for those who can't see it. The numbers themselves stand as text elsewhere. */
  readonly words: string;
  /** What stands above it. */
  readonly title?: string;
}

const useStyles = makeStyles({
  line: { fill: "none", strokeLinejoin: "round" },
  // Lines differ in their strokes as well as in their colour: solid and thick, thin and dashed, dotted, dashes and dots.
  line0: { stroke: brand, strokeWidth: "2", [forced]: { stroke: "CanvasText" } },
  line1: { stroke: ink, strokeWidth: "1.25", strokeDasharray: "5 3", [forced]: { stroke: "CanvasText" } },
  line2: { stroke: grey, strokeWidth: "1.5", strokeDasharray: "1.5 3", [forced]: { stroke: "CanvasText" } },
  line3: { stroke: brand, strokeWidth: "1.25", strokeDasharray: "8 3 1.5 3", [forced]: { stroke: "CanvasText" } },
  area: { fill: brand, fillOpacity: "0.18", [forced]: { fill: "CanvasText", fillOpacity: "0.2" } },
  band: {
    fill: brand,
    fillOpacity: "0.16",
    stroke: brand,
    strokeOpacity: "0.5",
    strokeWidth: "0.75",
    [forced]: { fill: "CanvasText", stroke: "CanvasText" },
  },
  mark: { stroke: brand, strokeWidth: "1", [forced]: { stroke: "CanvasText" } },
});

/**
 * Draws lines, bands between values, and moments marked below them. It reads in print and in high contrast: lines differ
 * in their strokes, bands lie over each other. Text follows the reader's text size, the height the width.
 */
export function LineChart({ words, title, ...data }: LineChartProps): ReactElement {
  const axes = useAxesStyles();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const layout = layOutLines(data, {
    ...{ width: room.width, fontSize: room.fontSize },
    ...(room.limit !== undefined && { height: room.limit }),
  });
  const strokes = [styles.line0, styles.line1, styles.line2, styles.line3];
  const stroke = (index: number): string => mergeClasses(styles.line, strokes[index % strokes.length]);
  const { plot } = layout;
  return (
    <Titled title={title}>
      <Frame layout={layout} words={words} place={place}>
        <Grid plot={plot} rows={layout.rows} columns={layout.columns} />
        {layout.bands.map((d, index) => (
          <path key={index} className={styles.band} d={d} />
        ))}
        {layout.lines.map(
          ({ area }, index) => area !== undefined && <path key={index} className={styles.area} d={area} />,
        )}
        {[...layout.lines.entries()].reverse().map(([index, { line }]) => (
          <path key={index} className={stroke(index)} d={line} />
        ))}
        {layout.marks.map(({ x, top, bottom }, index) => (
          <line key={index} className={styles.mark} x1={x} x2={x} y1={top} y2={bottom} />
        ))}
        {layout.legend.map((key) => (
          <g key={`${key.kind} ${key.index}`}>
            <Swatch
              of={key}
              className={key.kind === "line" ? stroke(key.index) : key.kind === "band" ? styles.band : styles.mark}
            />
            <Text label={key.label} className={axes.text} />
          </g>
        ))}
      </Frame>
    </Titled>
  );
}

/** How what a name stands for looks. Of bands that lie over each other, the inner one is seen through the outer. */
function Swatch({ of, className }: { readonly of: Key; readonly className: string }): ReactElement {
  const { x, y, width, height } = of.swatch;
  const middle = y + height / 2;
  switch (of.kind) {
    case "line":
      return <line className={className} x1={x} x2={x + width} y1={middle} y2={middle} />;
    case "band":
      return (
        <>
          {Array.from({ length: of.index + 1 }, (_, layer) => (
            <rect key={layer} className={className} x={x} y={y} width={width} height={height} />
          ))}
        </>
      );
    case "marks":
      return (
        <>
          {[0.2, 0.5, 0.8].map((share) => (
            <line
              key={share}
              className={className}
              x1={x + width * share}
              x2={x + width * share}
              y1={y}
              y2={y + height}
            />
          ))}
        </>
      );
  }
}
