import { nameOf, type Outdated, type ReadyList } from "../../lists";
import { count } from "../components/figures";
import { dayInWords } from "../standing/day";

export const outdatedHeadline = "These values are from before your trades";

/** Says which trades a list doesn't show yet. */
export function outdatedSentence(list: ReadyList, { day, funds, trades }: Outdated): string {
  const logged = `You logged ${count(trades, "trade")} on ${dayInWords(day)}`;
  if (funds.length === trades) return `${logged}, and ${nameOf(list)} still holds the values from before.`;
  const which = funds.length === 1 ? "one fund" : count(funds.length, "fund");
  return `${logged}, and for ${which} ${nameOf(list)} still holds what was there before.`;
}
