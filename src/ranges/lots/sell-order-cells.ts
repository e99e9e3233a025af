import { decimalOf, dollars, type Lot, type SellOrder } from "../../engine";
import type { ResultCells } from "../results";
import { lotWords, SELL_ORDER_HEADER } from "../wording/lots/sell-order";

/** Lays the lots to sell out, one a row. */
export function sellOrderCells(lots: readonly Lot[], { sales }: SellOrder): ResultCells {
  const byRow = new Map(lots.map((lot) => [lot.row, lot]));
  const isAlone = (acquired: number | undefined): boolean =>
    lots.filter((lot) => lot.acquired === acquired).length === 1;
  return [
    SELL_ORDER_HEADER,
    ...sales.map(({ row, shares, amount, gain, tax }) => {
      const acquired = byRow.get(row)?.acquired;
      const name = lotWords(acquired, row, isAlone(acquired));
      return [name, decimalOf(shares).toNumber(), dollars(amount), dollars(gain), dollars(tax)];
    }),
  ];
}
