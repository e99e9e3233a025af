import type { ReactElement } from "react";
import { useFirstOfMany } from "../../components/first-of-many";
import { dollars, percentInColumn } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { tradesExtract } from "./extracts";
import { Figures } from "./figures-list";
import { TakeAway } from "./take-away";
import { TradeRow } from "./trade-row";
import type { AccountTrading, TradeLine, Trading } from "./trading";

interface TradesSectionProps {
  readonly trading: Trading;
  /** What else bound or rounded the trades. */
  readonly remarks: readonly string[];
  readonly file: string | undefined;
  readonly say: (sentence: string) => void;
}

/** The trades by account, each with its reason, and what they add up to. */
export function TradesSection({ trading, remarks, file, say }: TradesSectionProps): ReactElement {
  const layout = useLayout();
  const { accounts } = trading;
  const several = accounts.length > 1;
  return (
    <section className={layout.card} aria-labelledby="keel-trades">
      <h3 className={layout.subheading} id="keel-trades">
        Trades
      </h3>
      {accounts.map((account) => (
        <Account key={account.account} account={account} several={several} />
      ))}
      <Totals trading={trading} />
      {remarks.map((remark) => (
        <p key={remark} className={layout.small}>
          {remark}
        </p>
      ))}
      <TakeAway what="the trades" rows={tradesExtract(trading).rows} file={file} say={say} />
    </section>
  );
}

/** Of many trades, the largest come first. */
const largest = { weight: ({ amount }: TradeLine) => Math.abs(amount), which: "largest" };

function Account({ account, several }: { readonly account: AccountTrading; readonly several: boolean }): ReactElement {
  const layout = useLayout();
  const { trades, net } = account;
  const { shown, list, rest } = useFirstOfMany(trades, "trade", largest);
  const name = account.account === "" ? "No account named" : account.account;
  return (
    <div>
      {(several || account.account !== "") && <h4 className={layout.subheading}>{name}</h4>}
      {trades.length === 0 && <p className={layout.text}>Nothing to trade here.</p>}
      <ul className={layout.rows} aria-label={several ? `Trades in ${name}` : "Trades"} ref={list}>
        {shown.map((trade, index) => (
          <TradeRow key={index} fund={trade.fund} action={actionOf(trade)} of={trades.length}>
            {percentInColumn(trade.before)} of the total now, {percentInColumn(trade.after)} after.
            <br />
            {trade.why}
          </TradeRow>
        ))}
      </ul>
      {rest}
      {several && net !== 0 && (
        <p className={layout.text}>
          {net > 0
            ? `The purchases in this account take ${dollars(net)} more than its sales give.`
            : `The sales in this account give ${dollars(-net)} more than its purchases take.`}{" "}
          Keel took the whole list for one account. If money can’t move between these accounts, keep a list for each.
        </p>
      )}
    </div>
  );
}

function Totals({ trading }: { readonly trading: Trading }): ReactElement {
  const { sold, bought, cash, left } = trading;
  const rows: readonly (readonly [string, number])[] = [
    ...(sold === 0 ? [] : [["Sells", sold] as const]),
    ...(bought === 0 ? [] : [["Buys", bought] as const]),
    ...(cash === 0 ? [] : [[cash > 0 ? "Cash to invest" : "Cash to take out", Math.abs(cash)] as const]),
    ...(left === 0 && cash === 0 ? [] : [["Cash left", left] as const]),
  ];
  return <Figures figures={rows.map(([name, amount]) => [name, dollars(amount)])} />;
}

function actionOf({ amount }: TradeLine): string {
  return `${amount > 0 ? "Buy" : "Sell"} ${dollars(Math.abs(amount))}`;
}
