import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { forced } from "./colours";
import { isBounded, weightPlace, type WeightMove } from "./weight-scale";

/** What is drawn of money or weights now and after. In forced colours the browser leaves drawings alone, so they take the system's colours here. */
const useMarks = makeStyles({
  band: { fill: tokens.colorNeutralBackground5, [forced]: { fill: "Canvas" } },
  edge: { stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: "2 2", [forced]: { stroke: "GrayText" } },
  // Now is an outline and after is solid, so that nobody needs the colour to tell them apart.
  now: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: "1.5",
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  after: { fill: tokens.colorBrandForeground1, [forced]: { fill: "Highlight" } },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: "2", [forced]: { stroke: "CanvasText" } },
});

const useLegend = makeStyles({
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  key: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  sign: { display: "block", width: "1.5rem", height: "0.75rem", flexShrink: 0 },
});

interface NowAndAfterLegendProps {
  /** Whether bands are drawn. */
  readonly banded: boolean;
  readonly className?: string;
}

/** Says what the marks are. Hidden from screen readers, as the drawings are. */
export function NowAndAfterLegend({ banded, className }: NowAndAfterLegendProps): ReactElement {
  const marks = useMarks();
  const styles = useLegend();
  const keys: readonly (readonly [word: string, sign: ReactElement])[] = [
    ["Now", <rect key="now" className={marks.now} x="1" y="2" width="90%" height="65%" />],
    ["After", <rect key="after" className={marks.after} x="1" y="2" width="90%" height="65%" />],
    ["Target", <line key="target" className={marks.target} x1="50%" x2="50%" y1="0" y2="100%" />],
    ...(banded ? [["Band", <Band key="band" from="1" to="92%" width="90%" />] as const] : []),
  ];
  return (
    <ul className={mergeClasses(styles.legend, className)} aria-hidden="true">
      {keys.map(([word, sign]) => (
        <li key={word} className={styles.key}>
          <svg className={styles.sign}>{sign}</svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Band({ from, to, width }: Readonly<Record<"from" | "to" | "width", string>>): ReactElement {
  const marks = useMarks();
  return (
    <>
      <rect className={marks.band} x={from} width={width} height="100%" />
      <line className={marks.edge} x1={from} x2={from} y1="0" y2="100%" />
      <line className={marks.edge} x1={to} x2={to} y1="0" y2="100%" />
    </>
  );
}

interface MovedBarsProps {
  readonly before: number;
  readonly after: number;
  /** What the whole width stands for. */
  readonly reach: number;
}

/** Two bars on one scale: outlined now, solid after. */
export function MovedBars({ before, after, reach }: MovedBarsProps): ReactElement {
  const marks = useMarks();
  return (
    <>
      <rect className={marks.now} x="0" width={placed(before, reach)} y="14%" height="28%" />
      <rect className={marks.after} x="0" width={placed(after, reach)} y="56%" height="30%" />
    </>
  );
}

interface MovedWeightProps {
  readonly move: WeightMove;
  readonly reach: number;
  /** Money that nothing is wanted of has no target. */
  readonly targeted?: boolean;
}

/** A weight now and after, its target (a line) and its band (shaded). */
export function MovedWeight({ move, reach, targeted = true }: MovedWeightProps): ReactElement {
  const marks = useMarks();
  const { lowest, highest, target } = move;
  const width = `${weightPlace(highest, reach) - weightPlace(lowest, reach)}%`;
  return (
    <>
      {isBounded(move) && <Band from={placed(lowest, reach)} to={placed(highest, reach)} width={width} />}
      <MovedBars {...move} reach={reach} />
      {targeted && (
        <line className={marks.target} x1={placed(target, reach)} x2={placed(target, reach)} y1="0" y2="100%" />
      )}
    </>
  );
}

function placed(amount: number, reach: number): string {
  return `${weightPlace(amount, reach)}%`;
}
