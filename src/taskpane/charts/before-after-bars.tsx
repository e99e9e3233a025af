import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactElement } from "react";
import { useFirstOfMany } from "../components/first-of-many";
import { percent } from "../components/figures";
import { useLayout } from "../components/layout";
import { MovedWeight, NowAndAfterLegend } from "./now-and-after";
import { isBounded, moveInWords, weightReach, type WeightMove } from "./weight-scale";

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
  legend: { marginBottom: tokens.spacingVerticalS },
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
  return (
    <div>
      <NowAndAfterLegend banded={funds.some(isBounded)} className={styles.legend} />
      <ul className={styles.funds} aria-label={`Each ${thing} now and after`} ref={list}>
        {shown.map((fund, index) => (
          <li key={index} className={styles.fund} aria-setsize={funds.length}>
            <div className={styles.name}>{fund.name}</div>
            <svg className={styles.chart} aria-hidden="true" focusable="false">
              <MovedWeight move={fund} reach={reach} />
            </svg>
            <div className={mergeClasses(layout.small, styles.figures)}>{moveInWords(fund, percent)}</div>
          </li>
        ))}
      </ul>
      {rest}
    </div>
  );
}
