import { isoDay } from "../dates";
import type { CellProblem } from "../problem";
import type { Places } from "./figures";

/** What can be wrong with a household's tables, beyond what is read of any table of holdings. */
export type HouseholdProblem = Extract<
  CellProblem,
  {
    readonly code:
      | "target without a class"
      | "lock for a class"
      | "unknown lock"
      | "acquired later"
      | "fund classes differ"
      | "income rate needed"
      | "whole percents of a household"
      | "empty household"
      | "two kinds of class bands";
  }
>;

/** Says what is wrong with a household's tables: account, row, what was found, and what to do. */
export function householdProblemSentence(problem: HouseholdProblem, { cell, rows }: Places): string {
  switch (problem.code) {
    case "target without a class":
      return `${cell(problem.at)}: the row has a weight but no class. Type its class, or leave the row out of the range.`;
    case "lock for a class":
      return `${cell(problem.at)}: "${problem.found}" would lock a whole class. Type a band such as 3% or 5/25 here, and locks in the Lock column of the holdings.`;
    case "unknown lock":
      return `${cell(problem.at)}: "${problem.found}" is no lock of ${problem.fund} in ${problem.account}. Type hold, no buy or no sell, or leave the cell empty.`;
    case "acquired later":
      return `${cell(problem.at)}: ${problem.fund} in ${problem.account} was bought on ${isoDay(problem.found)}, after the day asked about, ${isoDay(problem.today)}. Correct one of the two days.`;
    case "fund classes differ":
      return `${cell(problem.at)}: ${problem.fund} in ${problem.account} is in other classes here than in ${rows([problem.first], problem.at.argument)}. Type the same in both.`;
    case "income rate needed":
      return `Policy: "after tax" needs your tax rate on income to tell what the money in ${problem.account} counts. Add it, such as income 22%, or type the account's share in a column Counts as.`;
    case "whole percents of a household":
      return 'The policy says "whole percent", which is how a plan\'s own page wants one account. Leave it out here, and give the balances after these trades to KEEL.ELECTIONS.';
    case "empty household":
      return `${problem.argument}: no account holds money, and there is no cash to invest. Type what each fund is worth, or a cash flow.`;
    case "two kinds of class bands":
      return `${cell(problem.at)}: ${problem.class} has a band of its own, but the policy's band looks at all classes at once. Keep one of the two.`;
  }
}
