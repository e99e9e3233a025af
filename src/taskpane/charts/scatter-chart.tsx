import { makeStyles } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { Frame, brand, Grid, ink, Text, useAxesStyles } from "./axes";
import { forced } from "./colours";
import { layOutScatter, type ScatterData } from "./scatter-layout";
import { useRoom } from "./use-room";

interface ScatterChartProps extends ScatterData {
  /** What the chart shows, for those who can't see it. The numbers themselves stand as text elsewhere. */
  readonly words: string;
}

const useStyles = makeStyles({
  line: { fill: "none", stroke: brand, strokeWidth: "2", [forced]: { stroke: "CanvasText" } },
  error: { stroke: ink, strokeWidth: "1", [forced]: { stroke: "CanvasText" } },
  mark: { fill: ink, stroke: ink, [forced]: { fill: "CanvasText", stroke: "CanvasText" } },
  // Not filled: mixes may lie on each other.
  hollow: { fill: "none", stroke: ink, strokeWidth: "1.5", [forced]: { stroke: "CanvasText" } },
});

/** In pixels: half a mark, and half of the stroke at the ends of an error's. */
const HALF = 5;
const END = 4;

/**
 * Draws points among a line, each with how sure its height is. Points differ in their forms, so that it reads in print and
 * in high contrast.
 */
export function ScatterChart({ words, ...data }: ScatterChartProps): ReactElement {
  const axes = useAxesStyles();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const layout = layOutScatter(data, room);
  const { plot } = layout;
  return (
    <Frame layout={layout} words={words} place={place}>
      {layout.titles.map((label) => (
        <Text key={label.text} label={label} className={axes.text} />
      ))}
      <Grid plot={plot} rows={layout.rows} columns={layout.columns} />
      <path className={styles.line} d={layout.line} />
      {layout.points.map(({ x, y, top, bottom }, index) => (
        <g key={data.points[index]?.name}>
          <path
            className={styles.error}
            fill="none"
            d={`M${x} ${top}V${bottom}M${x - END} ${top}H${x + END}M${x - END} ${bottom}H${x + END}`}
          />
          <Mark index={index} x={x} y={y} />
        </g>
      ))}
      {layout.keys.map(({ x, y, label }, index) => (
        <g key={label.text}>
          {index < data.points.length ? (
            <Mark index={index} x={x} y={y} />
          ) : (
            <line className={styles.line} x1={x - 2 * HALF} x2={x + 2 * HALF} y1={y} y2={y} />
          )}
          <Text label={label} className={axes.text} />
        </g>
      ))}
    </Frame>
  );
}

/** A filled disc, a hollow square, a hollow triangle. */
function Mark({ index, x, y }: { readonly index: number; readonly x: number; readonly y: number }): ReactElement {
  const styles = useStyles();
  if (index === 0) return <circle className={styles.mark} cx={x} cy={y} r={HALF - 2} />;
  if (index === 1) {
    return <rect className={styles.hollow} x={x - HALF} y={y - HALF} width={2 * HALF} height={2 * HALF} />;
  }
  return (
    <path
      className={styles.hollow}
      d={`M${x} ${y - HALF - 1}L${x + HALF + 1} ${y + HALF}L${x - HALF - 1} ${y + HALF}Z`}
    />
  );
}
