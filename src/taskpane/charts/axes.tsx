import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode, RefObject } from "react";
import type { Label } from "./bar-layout";
import { colour, forced } from "./colours";

/** Inks of the charts that have axes. They are drawn on sheets too, where no Fluent theme gives colours. */
export const ink = colour(tokens.colorNeutralForeground1, "#242424");
export const paper = colour(tokens.colorNeutralBackground1, "#FFFFFF");
export const brand = colour(tokens.colorBrandForeground1, "#0B6E85");
export const grey = colour(tokens.colorNeutralForeground3, "#616161");

/** How the parts look that all charts with axes have. */
export const useAxesStyles = makeStyles({
  // In a place of a height of its own, on a sheet, the picture has what its title leaves of it.
  titled: { display: "flex", flexDirection: "column", height: "100%" },
  place: { display: "block", width: "100%", minWidth: 0, minHeight: 0, flexGrow: 1, overflow: "hidden" },
  svg: {
    display: "block",
    maxWidth: "100%",
    fontFamily: "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Roboto, 'Helvetica Neue', sans-serif",
    fontVariantNumeric: "tabular-nums",
    printColorAdjust: "exact",
  },
  title: { margin: 0, fontWeight: 600, fontSize: "0.75rem", lineHeight: "1.35", color: ink },
  text: { fill: ink, [forced]: { fill: "CanvasText" } },
  quiet: { fill: colour(tokens.colorNeutralForeground2, "#424242"), [forced]: { fill: "CanvasText" } },
  // Lines and marks run through labels: a rim in the colour of the paper keeps the letters readable.
  clear: {
    paintOrder: "stroke",
    stroke: paper,
    strokeWidth: "3px",
    strokeLinejoin: "round",
    [forced]: { stroke: "Canvas" },
  },
  grid: {
    stroke: colour(tokens.colorNeutralStroke2, "#E0E0E0"),
    [forced]: { stroke: "CanvasText", strokeOpacity: "0.35" },
  },
});

interface TitledProps {
  /** What stands above the picture. It is read as the picture's words are. */
  readonly title: string | undefined;
  readonly children: ReactNode;
}

/** A picture under its title, in all of the height that there is. */
export function Titled({ title, children }: TitledProps): ReactElement {
  const styles = useAxesStyles();
  return (
    <div className={styles.titled}>
      {title !== undefined && (
        <p className={styles.title} aria-hidden="true">
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

interface FrameProps {
  /** Pixels. */
  readonly layout: { readonly width: number; readonly height: number; readonly fontSize: number };
  /** What the picture shows, for those who can't see it. */
  readonly words: string;
  /** Where the room for it is measured. */
  readonly place: RefObject<HTMLDivElement>;
  readonly children: ReactNode;
}

/** A picture in the room that it has, as one image for those who hear it. */
export function Frame({ layout: { width, height, fontSize }, words, place, children }: FrameProps): ReactElement {
  const styles = useAxesStyles();
  return (
    <div className={styles.place} ref={place}>
      <svg
        className={styles.svg}
        role="img"
        aria-label={words}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        fontSize={fontSize}
        focusable="false"
      >
        {children}
      </svg>
    </div>
  );
}

/** A label where the layout has put it. */
export function Text({ label, className }: { readonly label: Label; readonly className: string }): ReactElement {
  return (
    <text className={className} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  );
}

interface GridProps {
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly rows: readonly { readonly y: number; readonly label: Label }[];
  readonly columns: readonly { readonly x: number; readonly label: Label }[];
}

/** The lines of the two axes' ticks, each with its label. Two of them may be rounded to one text. */
export function Grid({ plot, rows, columns }: GridProps): ReactElement {
  const { grid, quiet } = useAxesStyles();
  return (
    <>
      {rows.map(({ y, label }, index) => (
        <g key={index}>
          <line className={grid} x1={plot.x} x2={plot.x + plot.width} y1={y} y2={y} />
          <Text label={label} className={quiet} />
        </g>
      ))}
      {columns.map(({ x, label }, index) => (
        <g key={index}>
          <line className={grid} x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} />
          <Text label={label} className={quiet} />
        </g>
      ))}
    </>
  );
}
