import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactElement } from "react";
import { useFirstOfMany } from "../components/first-of-many";
import { percent } from "../components/figures";
import { useLayout } from "../components/layout";
import { isBounded, moveInWords, weightPlace, weightReach, type WeightMove } from "./weight-scale";

const forced = "@media (forced-colors: active)";

const useStyles = makeStyles({
  funds: { margin: 0, padding: 0, listStyleType: "none" },
  fund: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
  },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  figures: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  chart: {
    display: "block",
    width: "100%",
    height: "2rem",
    margin: `${tokens.spacingVerticalXXS} 0`,
    overflow: "hidden",
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  key: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  sign: { display: "block", width: "1.5rem", height: "0.75rem", flexShrink: 0 },
  // In forced colours the browser leaves drawings alone, so they take the system's colours here.
  band: { fill: tokens.colorNeutralBackground5, [forced]: { fill: "Canvas" } },
  edge: { stroke: tokens.colorNeutralStrokeAccessible, strokeDasharray: "2 2", [forced]: { stroke: "GrayText" } },
  // Before is an outline and after is solid, so that nobody needs the colour to tell them apart.
  before: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: "1.5",
    [forced]: { fill: "Canvas", stroke: "CanvasText" },
  },
  after: { fill: tokens.colorBrandForeground1, [forced]: { fill: "Highlight" } },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: "2", [forced]: { stroke: "CanvasText" } },
});

/** Of many funds, those come first that move most. */
const mostMoved = { weight: ({ before, after }: WeightMove) => Math.abs(after - before), which: "that move most" };

interface BeforeAfterBarsProps {
  readonly funds: readonly WeightMove[];
  /** What each of them is. */
  readonly thing?: "fund" | "class";
}

/**
 * Draws, fund by fund or class by class, the weight before (outlined) and after (solid), the target (a line) and the band (shaded), all on
 * one scale. The figures stand beside each bar as text, so the drawing is hidden from screen readers.
 */
export function BeforeAfterBars({ funds, thing = "fund" }: BeforeAfterBarsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { shown, list, rest } = useFirstOfMany(funds, thing, mostMoved);
  const reach = weightReach(funds);
  const at = (weight: number): string => `${weightPlace(weight, reach)}%`;
  return (
    <div>
      <ul className={styles.legend} aria-hidden="true">
        <li className={styles.key}>
          <svg className={styles.sign}>
            <rect className={styles.before} x="1" y="2" width="90%" height="70%" />
          </svg>
          Now
        </li>
        <li className={styles.key}>
          <svg className={styles.sign}>
            <rect className={styles.after} x="1" y="2" width="90%" height="70%" />
          </svg>
          After
        </li>
        <li className={styles.key}>
          <svg className={styles.sign}>
            <line className={styles.target} x1="50%" x2="50%" y1="0" y2="100%" />
          </svg>
          Target
        </li>
        {funds.some(isBounded) && (
          <li className={styles.key}>
            <svg className={styles.sign}>
              <rect className={styles.band} x="1" width="90%" height="100%" />
              <line className={styles.edge} x1="1" x2="1" y1="0" y2="100%" />
              <line className={styles.edge} x1="92%" x2="92%" y1="0" y2="100%" />
            </svg>
            Band
          </li>
        )}
      </ul>
      <ul className={styles.funds} aria-label={`Each ${thing} now and after`} ref={list}>
        {shown.map((fund, index) => (
          <li key={index} className={styles.fund} aria-setsize={funds.length}>
            <div className={styles.name}>{fund.name}</div>
            <svg className={styles.chart} aria-hidden="true" focusable="false">
              {isBounded(fund) && (
                <>
                  <rect
                    className={styles.band}
                    x={at(fund.lowest)}
                    width={`${weightPlace(fund.highest, reach) - weightPlace(fund.lowest, reach)}%`}
                    height="100%"
                  />
                  <line className={styles.edge} x1={at(fund.lowest)} x2={at(fund.lowest)} y1="0" y2="100%" />
                  <line className={styles.edge} x1={at(fund.highest)} x2={at(fund.highest)} y1="0" y2="100%" />
                </>
              )}
              <rect className={styles.before} x="0" width={at(fund.before)} y="14%" height="28%" />
              <rect className={styles.after} x="0" width={at(fund.after)} y="56%" height="30%" />
              <line className={styles.target} x1={at(fund.target)} x2={at(fund.target)} y1="0" y2="100%" />
            </svg>
            <div className={mergeClasses(layout.small, styles.figures)}>{moveInWords(fund, percent)}</div>
          </li>
        ))}
      </ul>
      {rest}
    </div>
  );
}
