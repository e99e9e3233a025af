import type { SafeDate } from "../../../engine";
import { isoDay } from "../../dates";
import { quoted } from "../quote";

export const SAFE_DATES_HEADER: readonly string[] = ["Date", "What", "Fund", "Why"];

export const NO_DATES = "Nothing to wait for";

const WHAT: Readonly<Record<SafeDate["what"], string>> = {
  "next look": "Next look",
  "sell without roundtrip": "Sell without a roundtrip",
  "buy after block": "Buy after a block",
  "buy again": "Buy again without a wash sale",
  "buy after sale": "Buy again without a wash sale",
  "window ends": "Last day of the wash-sale window",
  "take loss": "Take losses without a wash sale",
};

export function safeDateWords({ what }: SafeDate): string {
  return WHAT[what];
}

/** Why a day counts. */
export function safeDateReason(date: SafeDate): string {
  switch (date.what) {
    case "next look":
      return "Your policy's calendar.";
    case "sell without roundtrip":
      return `Bought ${isoDay(date.since)}${inAccount(date.account)}; a sale within 30 days is a roundtrip (Fidelity).`;
    case "buy after block":
      return `A second roundtrip${inAccount(date.account)} on ${isoDay(date.since)} blocks purchases for 85 days (Fidelity).`;
    case "buy again":
      return `Sold at a loss on ${isoDay(date.sold)}; in any account, payroll and reinvested dividends included (IRC 1091).`;
    case "buy after sale":
      return `Sold on ${isoDay(date.sold)}, maybe at a loss: the table has no shares to tell; in any account, payroll and reinvested dividends included (IRC 1091).`;
    case "window ends":
      return `Sold at a loss on ${isoDay(date.sold)}; a purchase up to this day disallows it (IRC 1091).`;
    case "take loss":
      return `Bought ${isoDay(date.bought)}; a loss taken within 30 days is disallowed (IRC 1091).`;
  }
}

function inAccount(account: string): string {
  return account === "" ? "" : ` in ${quoted(account)}`;
}
