import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useLayout } from "../../components/layout";

const useStyles = makeStyles({
  trade: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  amount: { fontWeight: tokens.fontWeightSemibold },
});

interface TradeRowProps {
  readonly fund: string;
  /** What is done, and how much: `Sell $1,200.00`. */
  readonly action: string;
  /** Of how many rows. */
  readonly of: number;
  /** What there is to know of it, in small letters. */
  readonly children: ReactNode;
  /** What is to be minded at it. */
  readonly warnings?: ReactNode;
}

/** One trade of a list of trades: the fund, what is done with it, and why. */
export function TradeRow({ fund, action, of, children, warnings }: TradeRowProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <li className={styles.trade} aria-setsize={of}>
      <div className={styles.line}>
        <span className={layout.rowName}>{fund}</span>{" "}
        <span className={mergeClasses(layout.rowFigure, styles.amount)}>{action}</span>
      </div>
      <p className={layout.small}>{children}</p>
      {warnings}
    </li>
  );
}
