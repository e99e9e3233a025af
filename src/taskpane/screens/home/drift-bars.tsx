import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import type { Fund } from "../../standing/list-standing";
import { useFirstOfMany } from "../../components/first-of-many";
import { percent, percentInColumn, points } from "../../components/figures";
import { OverIcon, UnderIcon } from "../../components/icons";
import { useLayout } from "../../components/layout";

const useStyles = makeStyles({
  funds: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: "none" },
  fund: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
  },
  line: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { flexGrow: 1, flexBasis: "8rem", minWidth: 0, overflowWrap: "anywhere" },
  figure: { marginLeft: "auto", fontVariantNumeric: "tabular-nums", textAlign: "right" },
  signal: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusWarningForeground3 },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  chart: { display: "block", width: "100%", height: "1.25rem", margin: `${tokens.spacingVerticalXXS} 0` },
  // In forced colours the browser leaves drawings alone, so they take the system's colours here.
  band: {
    fill: tokens.colorNeutralStroke2,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  edge: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: "1.5",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  target: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "2",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  bar: {
    fill: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  barOut: {
    fill: tokens.colorStatusWarningForeground3,
    "@media (forced-colors: active)": { fill: "Highlight" },
  },
});

/** Of many funds, those come first that are furthest from their targets. */
const furthest = { weight: ({ drift }: Fund) => Math.abs(drift), which: "furthest from target" };

interface DriftBarsProps {
  readonly funds: readonly Fund[];
  /** Whether the rule looks at all funds together, so that none has a band of its own. */
  readonly together: boolean;
  /** What the bars are of. */
  readonly thing?: "fund" | "class";
}

/** Draws one bar a fund from its target to where it is now, with the band's edges; all bars share one scale. */
export function DriftBars({ funds, together, thing = "fund" }: DriftBarsProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { shown, list, rest } = useFirstOfMany(funds, thing, furthest);
  // In points from the target, the same to both sides, so that the target is the middle of every bar.
  const reach = funds.reduce((most, fund) => {
    const band = isNarrow(fund) ? Math.max(fund.highest - fund.target, fund.target - fund.lowest) : 0;
    return Math.max(most, Math.abs(fund.drift), band);
  }, 0.01);
  const across = scaleLinear().domain([-reach, reach]).range([2, 98]).clamp(true);

  return (
    <div>
      <p className={layout.small}>
        {together
          ? `Bars show how far each ${thing} is from its target. Your rule looks at all of them together.`
          : `Bars show how far each ${thing} is from its target; the marks beside them are the band.`}
      </p>
      <ul className={styles.funds} ref={list}>
        {shown.map((fund) => (
          <li key={fund.row} className={styles.fund} aria-setsize={funds.length}>
            <div className={styles.line}>
              <span className={styles.name}>{fund.name}</span>
              <span className={mergeClasses(styles.figure, fund.side !== 0 && styles.signal)}>
                {!together && <Signal fund={fund} />} {points(fund.drift)} points
              </span>
            </div>
            <svg className={styles.chart} aria-hidden="true" focusable="false">
              <Band fund={fund} across={across} styles={styles} />
              <rect
                className={fund.side === 0 ? styles.bar : styles.barOut}
                x={`${Math.min(across(0), across(fund.drift))}%`}
                width={`${Math.abs(across(fund.drift) - across(0))}%`}
                y="30%"
                height="40%"
              />
              <line className={styles.target} x1="50%" x2="50%" y1="0" y2="100%" />
            </svg>
            <div className={mergeClasses(styles.line, styles.detail)}>
              <span>
                {percentInColumn(fund.weight)} now, target {percent(fund.target)}
              </span>
              <span className={styles.figure}>
                {fund.highest > fund.lowest
                  ? `band ${percent(fund.lowest)} to ${percent(fund.highest)}`
                  : !together && "no band"}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {rest}
    </div>
  );
}

function Signal({ fund }: { readonly fund: Fund }): ReactElement {
  if (fund.side > 0)
    return (
      <>
        <OverIcon /> Over
      </>
    );
  if (fund.side < 0)
    return (
      <>
        <UnderIcon /> Under
      </>
    );
  return <>In band</>;
}

interface BandProps {
  readonly fund: Fund;
  readonly across: (points: number) => number;
  readonly styles: ReturnType<typeof useStyles>;
}

function Band({ fund, across, styles }: BandProps): ReactElement {
  const left = across(fund.lowest - fund.target);
  const right = across(fund.highest - fund.target);
  return (
    <>
      <rect className={styles.band} x={`${left}%`} width={`${right - left}%`} y="15%" height="70%" />
      <line className={styles.edge} x1={`${left}%`} x2={`${left}%`} y1="15%" y2="85%" />
      <line className={styles.edge} x1={`${right}%`} x2={`${right}%`} y1="15%" y2="85%" />
    </>
  );
}

/** A band from 0 to 100 % would make every bar too small to see. */
function isNarrow(fund: Fund): boolean {
  return fund.highest - fund.lowest < 0.5;
}
