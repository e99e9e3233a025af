import { masked, type AdviserFacts } from "../../../sheets";
import { count, inWords } from "../../components/figures";

/** How many account numbers are named before the rest is only counted. */
const NAMED = 4;

/** Says, a line each, what an adviser will see in a copy. */
export function contentsOf(facts: AdviserFacts): readonly string[] {
  const { holdings, trades, policy } = facts;
  const columns = ["value", "target", "weight", "drift", "status"];
  const traded = holdings.filter(({ trade }) => trade !== 0).length;
  return [
    `${count(holdings.length, "holding")}, each with ${inWords(columns)}`,
    `Your rule: ${policy.sentence}`,
    trades
      ? traded === 0
        ? "That there is nothing to trade now"
        : `${count(traded, "trade")}, and what you hold after ${traded === 1 ? "it" : "them"}`
      : "No trades",
    "A chart of weights and targets",
    "Totals and checks as Excel formulas, so that your adviser can follow the arithmetic",
    "Today’s date, where the figures come from, and what is not counted",
  ];
}

/** Says how account numbers will be shown. */
export function maskingOf(facts: AdviserFacts): string {
  const texts = [
    facts.title,
    facts.owner,
    facts.sheet,
    facts.list,
    ...facts.holdings.flatMap(({ account, fund, ticker }) => [account ?? "", fund, ticker ?? ""]),
    ...facts.notes,
  ];
  const hidden = [...new Set(texts.filter((text) => masked(text) !== text).map(masked))];
  if (hidden.length === 0)
    return "Keel found nothing that looks like an account number, five digits or more, so all names are shown as they are.";
  return `What looks like an account number is masked: ${inWords(hidden, NAMED)}. All other names are shown as they are.`;
}
