import type { DecidedPlan } from "../../../operations";
import type { ClassRow, MoneyTable } from "../../charts";
import { restOfClasses } from "./household-words";

/** How a household's money lies before its plan and after it, by class and account. Dollars. */
export function moneyTableOf(decided: DecidedPlan): MoneyTable {
  const { range, plan } = decided;
  const standings = decided.classes();
  const shown = decided
    .accounts()
    .map((outcome, index) => ({ outcome, name: range.accountNames[index] ?? "" }))
    // A menu alone: nothing is there, and nothing comes.
    .filter(({ outcome }) => outcome.before !== 0 || outcome.after !== 0);
  const classes = standings.classes.map(({ band, ...share }, place): ClassRow => ({
    name: range.household.classes[place] ?? "",
    ...share,
    cells: shown.map(({ outcome }) => {
      const change = outcome.classes[place];
      return { before: inDollars(change?.before), after: inDollars(change?.after) };
    }),
    ...(band && { band: { lowest: band.lowest, highest: band.highest } }),
  }));
  const { before, after } = plan.unlisted;
  const rest: ClassRow = {
    ...{ name: restOfClasses, ...standings.unlisted, target: 0, isRest: true },
    cells: shown.map(({ outcome: { unlisted } }) => ({
      before: inDollars(unlisted.before),
      after: inDollars(unlisted.after),
    })),
  };
  return {
    accounts: shown.map(({ outcome, name }) => ({ name, before: outcome.before / 100, after: outcome.after / 100 })),
    classes: before.isZero() && after.isZero() ? classes : [...classes, rest],
  };
}

function inDollars(cents: DecidedPlan["plan"]["unlisted"]["before"] | undefined): number {
  return (cents?.toNumber() ?? 0) / 100;
}
