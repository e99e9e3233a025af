import { makeStyles, tokens } from "@fluentui/react-components";
import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { forced } from "./colours";

/** One point of a curve. */
export interface CurvePoint {
  readonly x: number;
  /** Not below 0. */
  readonly y: number;
}

interface PathCurveProps {
  readonly points: readonly CurvePoint[];
  /** What it shows, for those who can't see it. */
  readonly words: string;
  /** Above the curve's start, and below its two ends. */
  readonly top: string;
  readonly left: string;
  readonly right: string;
}

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  ends: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  svg: { display: "block", width: "100%", height: "5rem", overflow: "visible" },
  area: { fill: tokens.colorBrandBackground2, [forced]: { fill: "Canvas" } },
  line: {
    fill: "none",
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "2",
    strokeLinejoin: "round",
    [forced]: { stroke: "CanvasText" },
  },
  floor: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1", [forced]: { stroke: "CanvasText" } },
  end: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "7",
    strokeLinecap: "round",
    [forced]: { stroke: "Highlight" },
  },
});

const [WIDTH, HEIGHT] = [100, 40];

/**
 * Draws how something comes down to 0, step by step. It stretches to the place that it is put into; what there is to
 * read stands around it as text, so that it follows the reader's text size.
 */
export function PathCurve({ points, words, top, left, right }: PathCurveProps): ReactElement {
  const styles = useStyles();
  const x = scaleLinear()
    .domain([0, Math.max(1, ...points.map((point) => point.x))])
    .range([0, WIDTH]);
  const y = scaleLinear()
    .domain([0, Math.max(Number.MIN_VALUE, ...points.map((point) => point.y))])
    .range([HEIGHT, 0]);
  const line = points.map((point) => `${round(x(point.x))},${round(y(point.y))}`).join(" ");
  const last = points.at(-1);
  return (
    <figure className={styles.figure} role="img" aria-label={words}>
      <div className={styles.label} aria-hidden="true">
        {top}
      </div>
      <svg className={styles.svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon className={styles.area} points={`0,${HEIGHT} ${line} ${round(x(last?.x ?? 0))},${HEIGHT}`} />
        <line className={styles.floor} x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} vectorEffect="non-scaling-stroke" />
        <polyline className={styles.line} points={line} vectorEffect="non-scaling-stroke" />
        {last && (
          <path
            className={styles.end}
            d={`M${round(x(last.x))} ${round(y(last.y))}h0.001`}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <div className={`${styles.label} ${styles.ends}`} aria-hidden="true">
        <span>{left}</span>
        <span>{right}</span>
      </div>
    </figure>
  );
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
