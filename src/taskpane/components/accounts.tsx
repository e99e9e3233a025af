import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { money } from "../../ranges";
import type { Household } from "../../lists";
import { useFirstOfMany } from "./first-of-many";
import { count } from "./figures";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  accounts: { margin: 0, padding: 0, listStyleType: "none" },
  account: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
  },
  name: { flexGrow: 1, flexBasis: "8rem", minWidth: 0, overflowWrap: "anywhere" },
  figure: { marginLeft: "auto", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

/** The accounts of a household with their totals. */
export function Accounts({ household: { accounts } }: { readonly household: Household }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { shown, list, rest } = useFirstOfMany(accounts, "account");
  return (
    <>
      <ul className={styles.accounts} aria-label="Your accounts" ref={list}>
        {shown.map(({ name, total, holdings }, index) => (
          <li key={index} className={styles.account}>
            <span className={styles.name}>
              {name} <span className={layout.small}>({count(holdings, "holding")})</span>
            </span>
            <span className={styles.figure}>{money(total)}</span>
          </li>
        ))}
      </ul>
      {rest}
    </>
  );
}
