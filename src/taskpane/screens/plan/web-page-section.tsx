import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement, type ReactNode } from "react";
import type { Plan } from "../../../lists";
import { useFirstOfMany } from "../../components/first-of-many";
import { dollars } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { balancesExtract, electionsExtract, exchangesExtract, type Extract } from "./extracts";
import { TakeAway } from "./take-away";
import type { Trading } from "./trading";
import { problemSentence } from "../../words/trouble-sentence";
import type { FundExchange, FundPercent } from "./web-page";

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
  readonly trading: Trading;
  readonly plan: Plan | undefined;
  /** The name of a file for one of the parts. */
  readonly fileFor: (part: string) => string | undefined;
  readonly say: (sentence: string) => void;
}

/** The same decision in the three ways that plans' web pages ask for it. */
export function WebPageSection({ trading, plan, fileFor, say }: WebPageSectionProps): ReactElement {
  const layout = useLayout();
  const { accounts, any } = trading;
  const several = accounts.length > 1;
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
          {accounts.map(({ account, exchanges, trouble, fewest, trades, net }) => (
            <Fragment key={account}>
              {several && trades.length > 0 && <h5 className={layout.subheading}>{account || "No account named"}</h5>}
              {trouble && <p className={layout.text}>{problemSentence(trouble)}</p>}
              {exchanges.length > 0 && <Exchanges exchanges={exchanges} />}
              {net !== 0 && trouble === undefined && <p className={layout.small}>{netCashWords(net)}</p>}
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
          purpose="For a page that asks what percent of your balance each fund is to be. Look for “rebalance”, “reallocate” or “conform to target”. The page trades all funds at once, so leave the exchanges out."
          extract={balancesExtract(trading)}
          what="the percents of your balance"
          file={fileFor("balances")}
          say={say}
        >
          {accounts.map(({ account, balances }) => balances && <Percents key={account} percents={balances} />)}
        </Part>
      )}

      <Part
        title="New contributions"
        purpose={`For the money of each new paycheck. Look for “contribution elections” or “future investments”. These are your targets in whole percents${trading.course.locked ? ", without the funds that may not be bought" : ""}, and they add up to 100. Type them once; change them only if your targets change.`}
        extract={electionsExtract(trading)}
        what="the contribution percents"
        file={fileFor("contributions")}
        say={say}
      >
        {accounts.map(({ account, elections }) => (
          <Fragment key={account}>
            {several && <h5 className={layout.subheading}>{account || "No account named"}</h5>}
            {elections ? <Percents percents={elections} /> : <p className={layout.text}>No fund here has a target.</p>}
          </Fragment>
        ))}
      </Part>

      {any && !anyBalances && !several && (
        <p className={layout.small}>
          Does your plan’s page ask what percent of your balance each fund is to be? {wholePercentWords(plan)}, and Keel
          works out those percents too.
        </p>
      )}
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

function wholePercentWords(plan: Plan | undefined): string {
  if (!plan) return "Set up a plan, give its Policy table a row Trade unit that says “whole percent”";
  if (plan.policyCells.width > 1) return "Give your rule (the Policy table) a row Trade unit that says “whole percent”";
  return "Add “whole percent” to your rule";
}

/** Where a plan's page takes fund-to-fund lines. With cash alone there are none: each line is a purchase or a sale. */
function exchangesPurpose({ bought, sold }: Trading): string {
  if (sold === 0) {
    return "For cash that lies in the account. Look for “buy” or “invest cash”, and type one line at a time.";
  }
  if (bought === 0) return "For cash that you take out. Look for “sell” or “withdraw”, and type one line at a time.";
  return "For money that is in the plan already. Look for “exchange”, “transfer” or “move money between funds”, and type one line at a time: the amount, or the percent of the fund it comes from.";
}

function netCashWords(net: number): string {
  return net > 0
    ? `Net cash: ${dollars(net)} of new money goes in. It is the line from Cash.`
    : `Net cash: ${dollars(-net)} is taken out. It is the line to Cash.`;
}
