import { isoDay } from "../../dates";
import { quoted } from "../quote";

export const HARVEST_HEADER: readonly string[] = [
  ...["Account", "Fund", "Acquired", "Shares", "Worth", "Basis", "Loss", "Term"],
  ...["Tax saved", "Wash sale", "Buy again from"],
];

export const NO_LOSSES = "No losses to take";
export const NO_TAX_INSIDE = "No tax inside retirement accounts";

export function termWord(isLongTerm: boolean): string {
  return isLongTerm ? "Long-term" : "Short-term";
}

/** `Clear`, or which purchase would make it a wash sale. */
export function washWords(bought: number | undefined, account: string): string {
  return bought === undefined ? "Clear" : `Wash sale: bought ${isoDay(bought)} in ${quoted(account)}`;
}
