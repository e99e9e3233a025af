import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { useFirstOfMany } from "../../components/first-of-many";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { balancesExtract, electionsExtract, exchangesExtract, type Extract } from "./extracts";
import { TakeAway } from "./take-away";
import type { TradesByAccount } from "./trading";
import { problemSentence } from "../../words/trouble-sentence";
import type { FundExchange, FundPercent } from "./web-page";
import { balancesPurpose, exchangesPurpose, netCashWords } from "./web-page-words";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  exchange: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    ":first-child": { borderTop: "none" },
  },
  amount: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

interface WebPageSectionProps {
  /** The accounts whose pages are told. */
  readonly trading: TradesByAccount;
  /** Whether each account is named, be it only one. */
  readonly named: boolean;
  /** What the percents of new money are, and what asks for more than that, above them. */
  readonly contributions: { readonly purpose: string; readonly question?: ReactNode };
  /** How to have percents of the balance too, where there are none. */
  readonly moreWays?: string;
  /** The name of a file for one of the parts. */
  readonly fileFor: (part: string) => string | undefined;
  readonly say: (sentence: string) => void;
}

/** The same decision in the three ways that plans' web pages ask for it. */
export function WebPageSection(props: WebPageSectionProps): ReactElement {
  const { trading, named, contributions, moreWays, fileFor, say } = props;
  const layout = useLayout();
  const { accounts, any } = trading;
  const anyBalances = accounts.some(({ balances }) => balances !== undefined);
  return (
    <section className={layout.card} aria-labelledby="keel-web-page">
      <h3 className={layout.subheading} id="keel-web-page">
        As your plan’s web page wants them
      </h3>
      <p className={layout.small}>
        Plans ask in different ways. Use the parts that your plan’s page has; the names differ a little.
      </p>

      {any && (
        <Part
          title="Exchanges"
          purpose={exchangesPurpose(trading)}
          extract={exchangesExtract(trading)}
          what="the exchanges"
          file={fileFor("exchanges")}
          say={say}
        >
          {accounts.map(({ account, exchanges, trouble, fewest, trades, net, ownCash }) => (
            <Fragment key={account}>
              {named && trades.length > 0 && <h5 className={layout.subheading}>{account || "No account named"}</h5>}
              {trouble && <p className={layout.text}>{problemSentence(trouble)}</p>}
              {exchanges.length > 0 && <Exchanges exchanges={exchanges} />}
              {net !== 0 && trouble === undefined && <p className={layout.small}>{netCashWords(net, ownCash)}</p>}
              {!fewest && trouble === undefined && (
                <p className={layout.small}>With so many trades, there may be a way with fewer exchanges.</p>
              )}
            </Fragment>
          ))}
        </Part>
      )}

      {anyBalances && (
        <Part
          title="Percents of your balance"
          purpose={balancesPurpose(accounts.some(({ balancesRounded }) => balancesRounded === true))}
          extract={balancesExtract(trading)}
          what="the percents of your balance"
          file={fileFor("balances")}
          say={say}
        >
          {accounts.map(
            ({ account, balances }) =>
              balances && (
                <Fragment key={account}>
                  {named && <h5 className={layout.subheading}>{account || "No account named"}</h5>}
                  <Percents percents={balances} />
                </Fragment>
              ),
          )}
        </Part>
      )}

      <Part
        title="New contributions"
        purpose={contributions.purpose}
        extract={electionsExtract(trading)}
        what="the contribution percents"
        file={fileFor("contributions")}
        say={say}
      >
        {contributions.question}
        {accounts.map(({ account, elections, noElections }) => (
          <Fragment key={account}>
            {named && <h5 className={layout.subheading}>{account || "No account named"}</h5>}
            {elections ? (
              <Percents percents={elections} />
            ) : (
              <p className={layout.text}>{noElections ? problemSentence(noElections) : "No fund here has a target."}</p>
            )}
          </Fragment>
        ))}
      </Part>

      {any && !anyBalances && moreWays !== undefined && <p className={layout.small}>{moreWays}</p>}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  /** What it is for, and where a plan's page asks for it. */
  readonly purpose: string;
  readonly extract: Extract;
  readonly what: string;
  readonly file: string | undefined;
  readonly say: (sentence: string) => void;
  readonly children: ReactNode;
}

function Part({ title, purpose, extract, what, file, say, children }: PartProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h4 className={layout.subheading}>{title}</h4>
      <p className={layout.small}>{purpose}</p>
      {children}
      {extract.rows.length > 1 && <TakeAway what={what} rows={extract.rows} file={file} say={say} />}
    </div>
  );
}

/** The exchanges in the order in which they are to be typed. */
function Exchanges({ exchanges }: { readonly exchanges: readonly FundExchange[] }): ReactElement {
  const layout = useLayout();
  const { shown, list, rest } = useFirstOfMany(exchanges, "exchange");
  return (
    <>
      <ol className={layout.rows} ref={list}>
        {shown.map((exchange, index) => (
          <ExchangeLine key={index} exchange={exchange} of={exchanges.length} />
        ))}
      </ol>
      {rest}
    </>
  );
}

/** One line to type: from, to, how much. */
function ExchangeLine({ exchange, of }: { readonly exchange: FundExchange; readonly of: number }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { from, to, amount, percentOfFrom } = exchange;
  return (
    <li className={styles.exchange} aria-setsize={of}>
      <span className={layout.unseen}>From </span>
      {from} <span aria-hidden="true">→</span>
      <span className={layout.unseen}> to </span> {to}
      <br />
      <span className={styles.amount}>{dollars(amount)}</span> ·{" "}
      {percentOfFrom === 100 ? `all of ${from}` : `${percentOfFrom.toFixed(2)}% of ${from}`}
    </li>
  );
}

/** Of many funds, those come first that have the most. */
const heaviest = { weight: ({ percent }: FundPercent) => percent, which: "with the most" };

export function Percents({ percents }: { readonly percents: readonly FundPercent[] }): ReactElement {
  const layout = useLayout();
  const { shown, list, rest } = useFirstOfMany(percents, "fund", heaviest);
  const total = percents.reduce((sum, { percent }) => sum + percent, 0);
  return (
    <>
      <table className={layout.table}>
        <thead>
          <tr>
            <th scope="col">Fund</th>
            <th scope="col">Percent</th>
          </tr>
        </thead>
        <tbody ref={list}>
          {shown.map(({ fund, percent }, index) => (
            <tr key={index}>
              <th scope="row">{fund}</th>
              <td>{percent}%</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Total</th>
            <td>{total}%</td>
          </tr>
        </tbody>
      </table>
      {rest}
    </>
  );
}
