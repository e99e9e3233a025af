import type { SafeDate } from "../../../engine";
import { count } from "../../components/figures";
import { dayInWords } from "../../standing/day";

/** What stands in a calendar on a day: `VXUS may be bought again`. */
export function dateTitle(date: SafeDate): string {
  switch (date.what) {
    case "next look":
      return "Look at your portfolio";
    case "sell without roundtrip":
      return `${date.fund} may be sold again${inAccount(date.account)}`;
    case "buy after block":
      return `${date.fund} may be bought again${inAccount(date.account)}`;
    case "buy again":
    case "buy after sale":
      return `${date.fund} may be bought again in any account`;
    case "window ends":
      return `Last day on which buying ${date.fund} undoes its loss`;
    case "take loss":
      return `A loss in ${date.fund} may be taken`;
  }
}

/** Why, with the rule. */
export function dateReason(date: SafeDate): string {
  switch (date.what) {
    case "next look":
      return "By the calendar of your rule.";
    case "sell without roundtrip":
      return `Bought on ${dayInWords(date.since)}. A sale within 30 days is a roundtrip, by Fidelity’s rule on frequent trading.`;
    case "buy after block":
      return `The second roundtrip within 90 days, on ${dayInWords(date.since)}, blocks purchases for 85 days, by Fidelity’s rule on frequent trading.`;
    case "buy again":
      return `Sold at a loss on ${dayInWords(date.sold)}. A purchase sooner, reinvested dividends and your spouse’s and retirement accounts included, undoes that loss (IRC 1091).`;
    case "buy after sale":
      return `Sold on ${dayInWords(date.sold)}. If that was at a loss, a purchase sooner, reinvested dividends and your spouse’s and retirement accounts included, undoes it (IRC 1091).`;
    case "window ends":
      return `Sold at a loss on ${dayInWords(date.sold)}; the 30 days after it count, in all accounts (IRC 1091).`;
    case "take loss":
      return `Bought on ${dayInWords(date.bought)}. A loss in other shares of it that is taken within 30 days is a wash sale (IRC 1091).`;
  }
}

function inAccount(account: string): string {
  return account === "" ? "" : ` in ${account}`;
}

/** What is under the title in a calendar, for whoever finds it there a month later. */
export function dateNote(date: SafeDate): string {
  return `${dateReason(date)} From Keel: rules and dates, no advice.`;
}

/** How many there are: `3 dates ahead, the next on December 9, 2026.` */
export function datesHeadline(dates: readonly SafeDate[]): string {
  const [first] = dates;
  if (first === undefined) return "There is nothing to wait for.";
  const next = dayInWords(first.day);
  return dates.length === 1 ? `One date ahead, ${next}.` : `${count(dates.length, "date")} ahead, the next on ${next}.`;
}

/** What the dates were worked out from. */
export function datesSource(trades: string | undefined, lots: string | undefined, policy: boolean): string {
  const from = [
    ...(trades === undefined ? [] : [`the trades in ${trades}`]),
    ...(lots === undefined ? [] : [`the lots in ${lots}`]),
    ...(policy ? ["your rule"] : []),
  ];
  return `Worked out from ${new Intl.ListFormat("en-US").format(from)}.`;
}

export const CALENDAR_NAME = "Keel dates";
