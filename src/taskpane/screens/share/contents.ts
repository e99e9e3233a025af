import { masked, type AdviserFacts, type CopyPlan, type HouseholdCopyFacts } from "../../../sheets";
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

/** Says, a line each, what an adviser will see in a copy of a household. */
export function householdContentsOf(facts: HouseholdCopyFacts): readonly string[] {
  const { accounts, classes, holdings, plan, policy } = facts;
  const held = holdings.filter(({ value }) => value !== 0).length;
  const offers = holdings.length - held;
  return [
    `${count(classes.length, "class")}: what is in each now, its target, band and drift${plan ? ", and what is in it after the trades" : ""}`,
    `${count(accounts.length, "account")} with ${inWords(["type", "total", "cash flow"])}, and what each holds of each class`,
    plan ? tradesInWords(plan) : "No trades",
    `Your rule: ${policy.sentence}`,
    `A sheet with ${count(held, "holding")}${offers > 0 ? ` and ${count(offers, "fund")} that your accounts offer` : ""}`,
    plan
      ? "A certificate: each rule that the trades keep as an Excel formula that says TRUE without Keel"
      : "A certificate: how your accounts stand, as Excel formulas that say TRUE without Keel",
    "Tax rates, today’s date, what mixed funds are counted as, and what is not known",
  ];
}

function tradesInWords({ trades, offGoal }: CopyPlan): string {
  const off = offGoal.length === 0 ? "" : `, and what keeps ${count(offGoal.length, "class")} off its goal`;
  return trades.length === 0
    ? `That there is nothing to trade now${off}`
    : `${count(trades.length, "trade")} by account, each with gain, tax and reason${off}`;
}

/** Says how account numbers will be shown. */
export function maskingOf(facts: AdviserFacts): string {
  return maskingIn(
    [],
    [...textsOf(facts), ...facts.holdings.flatMap(({ account, fund, ticker }) => [account ?? "", fund, ticker ?? ""])],
  );
}

/** The same of a household's copy; `numbered` are accounts whose numbers the list's reader has masked in their names. */
export function householdMaskingOf(facts: HouseholdCopyFacts, numbered: readonly string[]): string {
  return maskingIn(numbered, [
    ...textsOf(facts),
    ...facts.accounts.flatMap(({ name, type }) => [name, type ?? ""]),
    ...facts.classes.map(({ name }) => name),
    ...facts.holdings.flatMap(({ fund, ticker }) => [fund, ticker ?? ""]),
  ]);
}

function textsOf({
  title,
  owner,
  sheet,
  list,
  notes,
}: Pick<AdviserFacts, "title" | "owner" | "sheet" | "list" | "notes">): readonly string[] {
  return [title, owner, sheet, list, ...notes];
}

function maskingIn(numbered: readonly string[], texts: readonly string[]): string {
  const hidden = [...new Set([...numbered, ...texts.filter((text) => masked(text) !== text).map(masked)])];
  if (hidden.length === 0)
    return "Keel found nothing that looks like an account number, five digits or more, so all names are shown as they are.";
  return `What looks like an account number is masked: ${inWords(hidden, NAMED)}. All other names are shown as they are.`;
}
