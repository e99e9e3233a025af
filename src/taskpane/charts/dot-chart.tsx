import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { Frame, brand, Grid, ink, paper, Text, useAxesStyles } from "./axes";
import { forced } from "./colours";
import { layOutDots, type DotChartData } from "./dot-layout";
import { useRoom } from "./use-room";

interface DotChartProps extends DotChartData {
  /** What the chart shows, for those who can't see it. The numbers themselves stand as text elsewhere. */
  readonly words: string;
  /** What stands above it. */
  readonly title: string;
  /** Which dot has a ring around it. */
  readonly picked?: number | undefined;
  /** A press on a dot; whoever has no mouse picks it elsewhere. */
  readonly pick?: (dot: number) => void;
}

const useStyles = makeStyles({
  own: { fontWeight: 600 },
  // Groups differ in their form, so that no colour has to be told from another; dots that lie on each other show through.
  dot: {
    fill: paper,
    fillOpacity: "0.6",
    stroke: ink,
    strokeWidth: "1.5",
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  ownDot: { fill: brand, stroke: paper, strokeWidth: "1", [forced]: { fill: "CanvasText", stroke: "Canvas" } },
  ring: { fill: "none", stroke: brand, strokeWidth: "2", [forced]: { stroke: "Highlight" } },
  press: { cursor: "pointer" },
});

/**
 * Draws dots by two figures, the horizontal one on a logarithmic axis. It reads in print and in high contrast: groups
 * differ in form, and the dot that the others are held against is solid, larger and always named. Text follows the
 * reader's text size, the height the width.
 */
export function DotChart({ words, title, picked, pick, ...data }: DotChartProps): ReactElement {
  const axes = useAxesStyles();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const layout = layOutDots(data, { width: room.width, fontSize: room.fontSize });
  const { plot, reach } = layout;
  const ring = layout.dots.find(({ index }) => index === picked);
  return (
    <div>
      <p className={axes.title} aria-hidden="true">
        {title}
      </p>
      <Frame layout={layout} words={words} place={place}>
        {layout.legend.map(({ group, x, y, label }) => (
          <g key={group}>
            <path className={styles.dot} d={formOf(group, x, y, reach)} />
            <Text label={label} className={axes.text} />
          </g>
        ))}
        <Text label={layout.yTitle} className={axes.quiet} />
        <Grid plot={plot} rows={layout.rows} columns={layout.columns} />
        {layout.xTitle.map((label) => (
          <Text key={label.text} label={label} className={axes.quiet} />
        ))}
        {layout.dots.map(({ index, group, x, y }) => (
          <path
            key={index}
            className={mergeClasses(group === undefined ? styles.ownDot : styles.dot, pick && styles.press)}
            d={formOf(group, x, y, reach)}
            onClick={() => pick?.(index)}
          >
            <title>{data.dots[index]?.label}</title>
          </path>
        ))}
        {ring && <circle className={styles.ring} cx={ring.x} cy={ring.y} r={reach * 1.8} />}
        {layout.dots.map(
          ({ index, group, label }) =>
            label && (
              <Text
                key={index}
                label={label}
                className={mergeClasses(axes.text, axes.clear, group === undefined && styles.own)}
              />
            ),
        )}
      </Frame>
    </div>
  );
}

/** The outline of a dot: a circle, a square, a triangle, in turn; a larger diamond for the one without a group. */
function formOf(group: number | undefined, x: number, y: number, reach: number): string {
  if (group === undefined) {
    const far = reach * 1.5;
    return `M${x} ${y - far}L${x + far} ${y}L${x} ${y + far}L${x - far} ${y}Z`;
  }
  switch (group % 3) {
    case 0:
      return `M${x - reach} ${y}a${reach} ${reach} 0 1 0 ${2 * reach} 0a${reach} ${reach} 0 1 0 ${-2 * reach} 0Z`;
    case 1: {
      const half = reach * 0.9;
      return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}Z`;
    }
    default:
      return `M${x} ${y - reach * 1.1}L${x + reach * 1.05} ${y + reach * 0.8}H${x - reach * 1.05}Z`;
  }
}
