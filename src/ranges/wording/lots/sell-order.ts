import { isoDay } from "../../dates";

export const SELL_ORDER_HEADER: readonly string[] = ["Lot", "Shares", "Amount", "Gain", "Tax"];

/** A lot by its day of purchase, and by its row where the day alone doesn't tell it. */
export function lotWords(acquired: number | undefined, row: number, isAlone: boolean): string {
  if (acquired === undefined) return `row ${row + 1}`;
  return isAlone ? isoDay(acquired) : `${isoDay(acquired)}, row ${row + 1}`;
}
