import type { RaiseLimit } from "../../engine";
import { isoDay } from "../dates";
import type { Problem } from "../problem";
import { money, type Places } from "./figures";

/** What can be wrong with a household's tables, beyond what is read of any table of holdings. */
export type PlanProblem = Extract<
  Problem,
  {
    readonly code:
      | "target without a class"
      | "lock for a class"
      | "unknown lock"
      | "acquired later"
      | "fund classes differ"
      | "income rate needed"
      | "whole percents in a household"
      | "empty household"
      | "two kinds of class bands"
      | "account cannot raise"
      | "account cannot place"
      | "no sells, but account pays out"
      | "no plan found";
  }
>;

/** Says what is wrong with a household's tables: what was found, and what to do. */
export function householdProblemSentence(problem: PlanProblem, places: Places): string {
  const { cell, rows } = places;
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
    case "whole percents in a household":
      return 'The policy says "whole percent", which is how a plan\'s own page wants one account. Leave it out here, and give the balances after these trades to KEEL.ELECTIONS.';
    case "empty household":
      return `${problem.argument}: no account holds money, and there is no cash to invest. Type what each fund is worth, or a cash flow.`;
    case "two kinds of class bands":
      return `${cell(problem.at)}: ${problem.class} has a band of its own, but the policy's band looks at all classes at once. Keep one of the two.`;
    case "account cannot raise": {
      const { account, asked, most, because } = problem;
      return `${account}: ${money(asked)} is to be taken out, but only ${money(most)} may be sold, ${RAISE_LIMITS[because]}`;
    }
    case "account cannot place":
      return `${problem.account}: ${money(problem.amount)} to invest, but no fund there may be bought. List one with the value 0, take its lock away, or leave the money out.`;
    case "no sells, but account pays out":
      return `The policy says "no sells", but ${money(problem.asked)} is to be taken out of ${problem.account}, which needs a sale. Take "no sells" out of the policy for this.`;
    case "no plan found":
      return "No plan was found within the work limit. Leave out the minimum trade or whole shares, or combine small lots.";
  }
}

const RAISE_LIMITS: Readonly<Record<RaiseLimit, string>> = {
  "no sells": 'because the policy says "no sells". Take out less, or take that out of the policy for this.',
  locks: "because locks hold back the rest. Take out less, or take the locks away.",
  "wash sale":
    "because the wash-sale rule holds back the rest, which would be sold at a loss. Take out less, or wait until 30 days after the last purchase.",
  holdings: "which is all there is. Take out that much or less.",
};
