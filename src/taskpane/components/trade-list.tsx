import type { ReactElement } from "react";
import { useFirstOfMany } from "./first-of-many";
import { dollars } from "./figures";
import { useLayout } from "./layout";

/** A buy (+) or sale (−) in dollars. */
export interface Trade {
  readonly fund: string;
  readonly amount: number;
}

/** Of many trades, the largest come first. */
const largest = { weight: ({ amount }: Trade) => Math.abs(amount), which: "largest" };

/** Lists what to buy and sell, fund by fund. */
export function TradeList({ trades }: { readonly trades: readonly Trade[] }): ReactElement {
  const layout = useLayout();
  const { shown, list, rest } = useFirstOfMany(trades, "trade", largest);
  if (trades.length === 0) return <p className={layout.text}>No trades needed.</p>;
  return (
    <>
      <ul className={layout.rows} aria-label="Trades" ref={list}>
        {shown.map(({ fund, amount }, index) => (
          <li key={index} className={layout.row} aria-setsize={trades.length}>
            <span className={layout.rowName}>{fund}</span>{" "}
            <span className={layout.rowFigure}>
              {amount > 0 ? "Buy" : "Sell"} {dollars(Math.abs(amount))}
            </span>
          </li>
        ))}
      </ul>
      {rest}
    </>
  );
}
