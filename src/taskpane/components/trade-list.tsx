import type { ReactElement } from "react";
import { dollars } from "./figures";
import { useLayout } from "./layout";

/** A buy (+) or sale (−) in dollars. */
export interface Trade {
  readonly fund: string;
  readonly amount: number;
}

/** Lists what to buy and sell, fund by fund. */
export function TradeList({ trades }: { readonly trades: readonly Trade[] }): ReactElement {
  const layout = useLayout();
  if (trades.length === 0) return <p className={layout.text}>No trades needed.</p>;
  return (
    <ul className={layout.rows} aria-label="Trades">
      {trades.map(({ fund, amount }, index) => (
        <li key={index} className={layout.row}>
          <span className={layout.rowName}>{fund}</span>{" "}
          <span className={layout.rowFigure}>
            {amount > 0 ? "Buy" : "Sell"} {dollars(Math.abs(amount))}
          </span>
        </li>
      ))}
    </ul>
  );
}
