import { quoted } from "../../ranges";
import { nameOf, type Outdated, type OutdatedHousehold, type UntoldTrade, type Whereabouts } from "../../lists";
import { count, dollars } from "../components/figures";
import { dayInWords } from "../standing/day";

export const outdatedHeadline = "These values are from before your trades";

/** Says which trades a list doesn't show yet. */
export function outdatedSentence(list: Whereabouts, { day, funds, trades }: Outdated): string {
  const logged = `You logged ${count(trades, "trade")} on ${dayInWords(day)}`;
  if (funds.length === trades) return `${logged}, and ${nameOf(list)} still holds the values from before.`;
  const which = funds.length === 1 ? "one fund" : count(funds.length, "fund");
  return `${logged}, and for ${which} ${nameOf(list)} still holds what was there before.`;
}

/** Says which trades a household's list doesn't show yet. */
export function outdatedHouseholdSentence(list: Whereabouts, { day, trades, rows }: OutdatedHousehold): string {
  const logged = `You logged ${count(trades, "trade")} on ${dayInWords(day)}, and`;
  if (rows.length === 0) return `${logged} ${nameOf(list)} doesn’t show ${trades === 1 ? "it" : "them"} yet.`;
  return `${logged} in ${count(rows.length, "row")} ${nameOf(list)} still holds the values from before.`;
}

/** Says why a trade can't be put in, and what to do. */
export function untoldInWords({ account, fund, amount, because }: UntoldTrade): string {
  const money = dollars(Math.abs(amount));
  switch (because) {
    case "lots":
      return `Your log doesn’t say which lots of ${quoted(fund)} in ${quoted(account)} were sold for ${money}. Type what is left of them, with its cost and shares, or bring in your broker’s new file.`;
    case "new lot":
      return `${quoted(fund)} in ${quoted(account)}: the ${money} that you bought is a lot of its own, with a cost and a day. Add a row for it, or bring in your broker’s new file.`;
    case "cash":
      return amount > 0
        ? `In ${quoted(account)} the trades leave ${money} in cash, for which the list has no row. Add one.`
        : `In ${quoted(account)} the trades took ${money} more than your log says was there. Type the values that the account’s page shows.`;
  }
}
