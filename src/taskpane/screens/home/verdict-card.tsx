import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { dayInWords } from "../../standing/day";
import type { ListStanding } from "../../standing/list-standing";
import { percentInColumn } from "../../components/figures";
import { ActIcon, FineIcon } from "../../components/icons";
import { useLayout } from "../../components/layout";
import { TroubleWords } from "../../components/trouble-words";
import type { ScreenProps } from "../screen";
import { verdictOf, type Verdict } from "./verdict";

const useStyles = makeStyles({
  verdict: { borderLeftWidth: "6px" },
  fine: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  act: { borderLeftColor: tokens.colorStatusWarningForeground3 },
  title: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  icon: { display: "flex", flexShrink: 0 },
  fineText: { color: tokens.colorStatusSuccessForeground1 },
  actText: { color: tokens.colorStatusWarningForeground3 },
  total: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: "tabular-nums",
  },
  figure: { fontWeight: tokens.fontWeightSemibold, marginLeft: "auto" },
});

interface VerdictCardProps extends Pick<ScreenProps, "workbook" | "say"> {
  readonly standing: ListStanding;
  /** What is judged. */
  readonly thing: "fund" | "class";
  /** Leads to the wizard, where there is no plan yet. */
  readonly setUp?: () => void;
  /** Leads to the trades; absent where none can be named. */
  readonly seeTrades?: () => void;
  /** A household's, which knows of its accounts; a list's follows from how it stands. */
  readonly verdict?: Verdict;
  /** What is said below the verdict. */
  readonly children?: ReactNode;
}

/** The one card: the verdict in words, colour and sign, the total drift, the next look, and what to do next. */
export function VerdictCard(props: VerdictCardProps): ReactElement {
  const { standing, thing, setUp, seeTrades, workbook, say, children } = props;
  const layout = useLayout();
  const styles = useStyles();
  const verdict = props.verdict ?? verdictOf(standing, thing);
  const { acting, nextLook } = standing;
  // What would be traded of classes as a whole is nobody's trade.
  const see = props.verdict || (acting.ok && acting.effect.made > 0) ? seeTrades : undefined;
  return (
    <section
      className={mergeClasses(layout.card, styles.verdict, verdict.act ? styles.act : styles.fine)}
      aria-label="Am I fine?"
    >
      <div className={styles.title}>
        <span className={mergeClasses(styles.icon, verdict.act ? styles.actText : styles.fineText)}>
          {verdict.act ? <ActIcon /> : <FineIcon />}
        </span>
        <h2 className={layout.heading}>{verdict.headline}</h2>
      </div>
      <p className={layout.text}>{verdict.because}</p>
      {children}
      {!props.verdict && !acting.ok && <TroubleWords trouble={acting.trouble} workbook={workbook} say={say} />}
      <div className={mergeClasses(layout.text, styles.total)}>
        <span>Total drift</span>
        <span className={styles.figure}>{percentInColumn(standing.totalDrift)}</span>
        <span className={layout.small}>The share of your money that has to move to be back on target.</span>
      </div>
      {nextLook !== undefined && (
        <div className={mergeClasses(layout.text, styles.total)}>
          <span>Next look</span>
          <span className={styles.figure}>{dayInWords(nextLook)}</span>
        </div>
      )}
      {(see ?? setUp) && (
        <div className={layout.buttons}>
          {see && (
            <Button appearance="primary" onClick={see}>
              See the trades
            </Button>
          )}
          {setUp && (
            <Button appearance={see ? "secondary" : "primary"} onClick={setUp}>
              Set up a plan
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
