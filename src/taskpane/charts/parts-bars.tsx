import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { BarsFigure } from "./bars-figure";
import { forced } from "./colours";

/** A whole and what it is made of. Amounts are not negative. */
export interface PartsRow {
  /** "" where there is only one row. */
  readonly name: string;
  /** As many as the parts have names. */
  readonly amounts: readonly number[];
  /** What is read beside it. */
  readonly figure: string;
}

interface PartsBarsProps {
  /** Up to three, in the order in which they are drawn. */
  readonly parts: readonly string[];
  readonly rows: readonly PartsRow[];
  /** What it shows, for those who can't see it. */
  readonly words: string;
}

const useStyles = makeStyles({
  // Parts differ in their pattern as well as in their colour: solid, striped, empty.
  solid: { fill: tokens.colorBrandForeground1, [forced]: { fill: "Highlight" } },
  outlined: {
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: "1",
    [forced]: { stroke: "CanvasText" },
  },
  empty: { fill: tokens.colorNeutralBackground1, [forced]: { fill: "Canvas" } },
  stripe: { stroke: tokens.colorNeutralForeground2, strokeWidth: "1.5", [forced]: { stroke: "CanvasText" } },
});

/** Draws what wholes are made of: a bar each, on one scale, whose parts stand side by side. */
export function PartsBars({ parts, rows, words }: PartsBarsProps): ReactElement {
  const styles = useStyles();
  const stripes = `${useId()}stripes`;
  const looks = [
    { className: styles.solid },
    { className: styles.outlined, fill: `url(#${stripes})` },
    { className: mergeClasses(styles.outlined, styles.empty) },
  ] as const;
  const reach = Math.max(Number.MIN_VALUE, ...rows.map(({ amounts }) => sum(amounts)));
  return (
    <BarsFigure
      words={words}
      keys={parts.map((name, part) => ({
        name,
        sign: <rect x="1" y="1" width="90%" height="80%" {...looks[part]} />,
      }))}
      rows={rows.map(({ name, amounts, figure }) => ({
        ...{ key: name, name, figure },
        bar: amounts.map((amount, part) => (
          <rect
            key={parts[part]}
            {...looks[part]}
            x={`${(100 * sum(amounts.slice(0, part))) / reach}%`}
            y="5%"
            width={`${(100 * amount) / reach}%`}
            height="90%"
          />
        )),
      }))}
    >
      <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
        <defs>
          <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect className={styles.empty} width="6" height="6" />
            <path className={styles.stripe} d="M-1 1 1 -1M-1 7 7 -1M5 7 7 5" />
          </pattern>
        </defs>
      </svg>
    </BarsFigure>
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
