import type { Fund } from "../standing/list-standing";
import { fundsInWords } from "./funds-in-words";

/** How many funds are named before the rest is only counted. */
const NAMED = 3;

/** What a list's column Lock keeps from being traded, a sentence for each way. */
export function locksInWords(funds: readonly Pick<Fund, "name" | "lock">[]): readonly string[] {
  const ways = { hold: "Neither bought nor sold", "no buy": "Not bought", "no sell": "Not sold" };
  return (["hold", "no buy", "no sell"] as const).flatMap((lock) => {
    const names = funds.filter((fund) => fund.lock === lock).map(({ name }) => name);
    return names.length === 0 ? [] : [`${ways[lock]}, by the list’s column Lock: ${fundsInWords(names, NAMED)}.`];
  });
}

/** What is said of single funds: what is locked, and which have a band of their own. */
export function rowRulesInWords(funds: readonly Pick<Fund, "name" | "lock" | "ownBand">[]): readonly string[] {
  const banded = funds.filter(({ ownBand }) => ownBand === true).map(({ name }) => name);
  const has = banded.length === 1 ? "has a band of its own" : "have bands of their own";
  return [
    ...locksInWords(funds),
    ...(banded.length === 0 ? [] : [`${fundsInWords(banded, NAMED)} ${has}, in place of the rule’s.`]),
  ];
}
