import { makeStyles } from "@fluentui/react-components";
import { useRef, type ReactElement } from "react";
import { Frame, brand, Grid, ink, Text, Titled, useAxesStyles } from "./axes";
import { forced } from "./colours";
import { layOutScatter, type Form, type ScatterData } from "./scatter-layout";
import { useRoom } from "./use-room";

interface ScatterChartProps extends ScatterData {
  /** What the chart shows, for those who can't see it. The numbers themselves stand as text elsewhere. */
  readonly words: string;
  /** What stands above it. */
  readonly title?: string;
}

const useStyles = makeStyles({
  line: { fill: "none", stroke: brand, strokeWidth: "2", [forced]: { stroke: "CanvasText" } },
  error: { fill: "none", stroke: ink, strokeWidth: "1", [forced]: { stroke: "CanvasText" } },
  mark: { fill: ink, stroke: ink, [forced]: { fill: "CanvasText", stroke: "CanvasText" } },
  // Not filled: marks may lie on each other.
  hollow: { fill: "none", stroke: ink, strokeWidth: "1.5", [forced]: { stroke: "CanvasText" } },
});

/** In pixels: half a mark, and half of the stroke at the ends of an error's. */
const HALF = 5;
const END = 4;

/**
 * Draws points and lines by two figures, where it is given with how sure a point's height is. Series differ in their forms,
 * so that it reads in print and in high contrast.
 */
export function ScatterChart({ words, title, ...data }: ScatterChartProps): ReactElement {
  const axes = useAxesStyles();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const layout = layOutScatter(data, {
    ...{ width: room.width, fontSize: room.fontSize },
    ...(room.limit !== undefined && { height: room.limit }),
  });
  return (
    <Titled title={title}>
      <Frame layout={layout} words={words} place={place}>
        {layout.titles.map((label) => (
          <Text key={label.text} label={label} className={axes.text} />
        ))}
        <Grid plot={layout.plot} rows={layout.rows} columns={layout.columns} />
        {layout.series.map(({ form, line }, index) =>
          form === undefined ? <path key={index} className={styles.line} d={line} /> : undefined,
        )}
        {layout.series.map(({ form, points }, index) =>
          form === undefined
            ? undefined
            : points.map(({ x, y, error }, at) => (
                <g key={`${index} ${at}`}>
                  {error && (
                    <path
                      className={styles.error}
                      d={`M${x} ${error.top}V${error.bottom}M${x - END} ${error.top}H${x + END}M${x - END} ${error.bottom}H${x + END}`}
                    />
                  )}
                  <Mark form={form} x={x} y={y} />
                </g>
              )),
        )}
        {layout.keys.map(({ form, x, y, label }) => (
          <g key={label.text}>
            {form === undefined ? (
              <line className={styles.line} x1={x - 2 * HALF} x2={x + 2 * HALF} y1={y} y2={y} />
            ) : (
              <Mark form={form} x={x} y={y} />
            )}
            <Text label={label} className={axes.text} />
          </g>
        ))}
      </Frame>
    </Titled>
  );
}

interface MarkProps {
  readonly form: NonNullable<Form>;
  readonly x: number;
  readonly y: number;
}

/** A filled disc, a hollow square, a hollow triangle, a hollow diamond, and again. */
function Mark({ form, x, y }: MarkProps): ReactElement {
  const styles = useStyles();
  switch (form % 4) {
    case 0:
      return <circle className={styles.mark} cx={x} cy={y} r={HALF - 2} />;
    case 1:
      return <rect className={styles.hollow} x={x - HALF} y={y - HALF} width={2 * HALF} height={2 * HALF} />;
    case 2:
      return (
        <path
          className={styles.hollow}
          d={`M${x} ${y - HALF - 1}L${x + HALF + 1} ${y + HALF}L${x - HALF - 1} ${y + HALF}Z`}
        />
      );
    default:
      return (
        <path
          className={styles.hollow}
          d={`M${x} ${y - HALF - 1}L${x + HALF + 1} ${y}L${x} ${y + HALF + 1}L${x - HALF - 1} ${y}Z`}
        />
      );
  }
}
