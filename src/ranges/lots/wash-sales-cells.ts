import { dollars, type LossSale, type ShareTrade } from "../../engine";
import type { ResultCell } from "../cells";
import type { ResultCells } from "../results";
import { NO_LOSS_SALES, replacementWords, WASH_SALES_HEADER, washStatusWords } from "../wording/lots/wash-sales";
import type { ShareTradesRange } from "./share-trades";

/** Lays sales at a loss out, a row for each purchase that replaces shares of them. */
export function washSalesCells(
  { trades, accounts, funds }: ShareTradesRange,
  sales: readonly LossSale[],
  asOf: number,
): ResultCells {
  const byRow = new Map(trades.map((trade) => [trade.row, trade]));
  const nameOf = (account: number): string => accounts[account]?.name ?? "";
  const rows = sales.flatMap((sale): (readonly ResultCell[])[] => {
    const { account, fund, day } = byRow.get(sale.row) as ShareTrade;
    const of = [nameOf(account), funds[fund] ?? "", day];
    const figures = [dollars(sale.loss), dollars(sale.allowed)] as const;
    if (sale.replacements.length === 0) {
      return [[...of, figures[0], 0, figures[1], "", "", washStatusWords(sale, asOf, false)]];
    }
    return sale.replacements.map(({ purchase, shares, disallowed, newBasis }, index) => {
      const bought = byRow.get(purchase) as ShareTrade;
      return [
        ...of,
        index === 0 ? figures[0] : "",
        dollars(disallowed),
        index === 0 ? figures[1] : "",
        replacementWords(shares.toString(), bought.day, nameOf(bought.account)),
        newBasis === undefined ? "" : dollars(newBasis),
        washStatusWords(sale, asOf, bought.kind === "plan"),
      ];
    });
  });
  const none: readonly ResultCell[] = [
    NO_LOSS_SALES,
    ...Array.from({ length: WASH_SALES_HEADER.length - 1 }, () => ""),
  ];
  return [WASH_SALES_HEADER, ...(rows.length > 0 ? rows : [none])];
}
