import type { LossSale } from "../../../engine";
import { isoDay } from "../../dates";
import { quoted } from "../quote";

export const WASH_SALES_HEADER: readonly string[] = [
  ...["Account", "Fund", "Sold", "Loss", "Disallowed", "Allowed", "Replacement", "New basis", "Status"],
];

export const NO_LOSS_SALES = "No sales at a loss";

/** `40 bought 2025-07-01 in Taxable`. */
export function replacementWords(shares: string, day: number, account: string): string {
  return `${shares} bought ${isoDay(day)} in ${quoted(account)}`;
}

/** Whether a purchase may still change what is allowed; and where no ruling names the account that replaces. */
export function washStatusWords({ windowEnd }: LossSale, asOf: number, isPlan: boolean): string {
  const state = asOf > windowEnd ? "final" : `open until ${isoDay(windowEnd)}`;
  return isPlan ? `${state}; not named by Rev. Rul. 2008-5` : state;
}
