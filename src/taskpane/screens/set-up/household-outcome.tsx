import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { DecidedPlan } from "../../../operations";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { accountsInWords, offGoalInWords, type AccountTrades } from "./household-outcome-words";

const useStyles = makeStyles({
  account: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
});

/** What a household's plan would trade account by account, and what stays off its goal. */
export function HouseholdOutcome({ decided }: { readonly decided: DecidedPlan }): ReactElement {
  const layout = useLayout();
  const off = offGoalInWords(decided);
  return (
    <>
      {accountsInWords(decided).map((each) => (
        <OfAccount key={each.account} {...each} />
      ))}
      {off.map((words) => (
        <p key={words} className={layout.text}>
          {words}
        </p>
      ))}
    </>
  );
}

/** Of many trades, the largest come first. */
const largest = { weight: ({ size }: AccountTrades["trades"][number]) => size, which: "largest" };

function OfAccount({ account, trades }: AccountTrades): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { shown, list, rest } = useFirstOfMany(trades, "trade", largest);
  return (
    <div>
      <h4 className={styles.account}>{account}</h4>
      <ul className={layout.rows} aria-label={`Trades in ${account}`} ref={list}>
        {shown.map(({ fund, words }, index) => (
          <li key={index} className={layout.row} aria-setsize={trades.length}>
            <span className={layout.rowName}>{fund}</span> <span className={layout.rowFigure}>{words}</span>
          </li>
        ))}
      </ul>
      {rest}
    </div>
  );
}
