import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { dollars, inShares } from "../../components/figures";
import { useFirstOfMany } from "../../components/first-of-many";
import { WarningIcon } from "../../components/icons";
import { useLayout } from "../../components/layout";
import type { Extract } from "./extracts";
import { actionOf, cautionWords, lotWords, partWords, quietAccounts, taxWords } from "./household-words";
import type { HouseholdAccount, HouseholdLine, HouseholdTrading } from "./household-trading";
import { TakeAway } from "./take-away";
import { TradeRow } from "./trade-row";

const useStyles = makeStyles({
  warning: {
    display: "flex",
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    "& > svg": { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  },
});

interface HouseholdTradesProps {
  readonly trading: HouseholdTrading;
  readonly rows: Extract["rows"];
  readonly file: string | undefined;
  readonly say: (sentence: string) => void;
}

/** The trades inside each account, sales first, each with its reason and what it means for the tax return. */
export function HouseholdTrades({ trading, rows, file, say }: HouseholdTradesProps): ReactElement {
  const layout = useLayout();
  const { accounts } = trading;
  const quiet = accounts.filter(({ lines }) => lines.length === 0).map(({ account }) => account);
  return (
    <section className={layout.card} aria-labelledby="keel-trades">
      <h3 className={layout.subheading} id="keel-trades">
        {accounts.length > 1 ? "Trades, account by account" : "Trades"}
      </h3>
      {accounts.map((account) => account.lines.length > 0 && <Account key={account.account} account={account} />)}
      {quiet.length > 0 && <p className={layout.small}>{quietAccounts(quiet)}</p>}
      {accounts.length > 1 && (
        <p className={layout.small}>Each account’s trades pay for themselves: no money moves between accounts.</p>
      )}
      <TakeAway what="the trades" rows={rows} file={file} say={say} />
    </section>
  );
}

function Account({ account: { account, lines } }: { readonly account: HouseholdAccount }): ReactElement {
  const layout = useLayout();
  const { shown, list, rest } = useFirstOfMany(lines, "trade");
  return (
    <div>
      <h4 className={layout.subheading}>{account}</h4>
      <ul className={layout.rows} aria-label={`Trades in ${account}`} ref={list}>
        {shown.map((line) => (
          <Line key={line.index} line={line} of={lines.length} />
        ))}
      </ul>
      {rest}
    </div>
  );
}

function Line({ line, of }: { readonly line: HouseholdLine; readonly of: number }): ReactElement {
  const styles = useStyles();
  const { fund, amount, shares, lot, taxed, why, cautions } = line;
  return (
    <TradeRow
      fund={fund}
      action={`${actionOf(line)} ${dollars(Math.abs(amount))}`}
      of={of}
      warnings={cautions.map((caution) => (
        <p key={caution.code} className={styles.warning}>
          <WarningIcon />
          <span>{cautionWords(caution)}</span>
        </p>
      ))}
    >
      {why}
      {shares !== undefined && shares !== 0 && ` ${inShares(shares)} shares.`}
      {lot && ` ${lotWords(lot)}`}
      {taxed && (
        <>
          <br />
          {taxWords(taxed)}
        </>
      )}
      <br />
      {partWords(line)}
    </TradeRow>
  );
}
