import type { Plan } from "../../../lists";
import { dollars } from "../../components/figures";
import type { TradesByAccount } from "./trading";

/** Where a plan's page takes fund-to-fund lines. With cash alone there are none: each line is a purchase or a sale. */
export function exchangesPurpose({ bought, sold }: Pick<TradesByAccount, "bought" | "sold">): string {
  if (sold === 0) {
    return "For cash that lies in the account. Look for “buy” or “invest cash”, and type one line at a time.";
  }
  if (bought === 0) return "For cash that you take out. Look for “sell” or “withdraw”, and type one line at a time.";
  return "For money that is in the plan already. Look for “exchange”, “transfer” or “move money between funds”, and type one line at a time: the amount, or the percent of the fund it comes from.";
}

/** Where a plan's page takes percents of the balance. */
export function balancesPurpose(isRounded: boolean): string {
  const purpose =
    "For a page that asks what percent of your balance each fund is to be. Look for “rebalance”, “reallocate” or “conform to target”. The page trades all funds at once, so leave the exchanges out.";
  return isRounded
    ? `${purpose} The percents are rounded: the page may trade a little more or less than above.`
    : purpose;
}

/** What the percents of new money are where each fund has a target. */
export function contributionsPurpose(isLocked: boolean): string {
  return `For the money of each new paycheck. Look for “contribution elections” or “future investments”. These are your targets in whole percents${isLocked ? ", without the funds that may not be bought" : ""}, and they add up to 100. Type them once; change them only if your targets change.`;
}

/** How a list's rule comes to have whole percents of the balance. */
export function wholePercentWords(plan: Plan | undefined): string {
  return `Does your plan’s page ask what percent of your balance each fund is to be? ${howTo(plan)}, and Keel works out those percents too.`;
}

function howTo(plan: Plan | undefined): string {
  if (!plan) return "Set up a plan, give its Policy table a row Trade unit that says “whole percent”";
  if (plan.policyCells.width > 1) return "Give your rule (the Policy table) a row Trade unit that says “whole percent”";
  return "Add “whole percent” to your rule";
}

/** What more goes into an account's funds than comes out of them, or less. `ownCash` is what the account's cash gives. */
export function netCashWords(net: number, ownCash: number): string {
  if (net < 0) {
    return ownCash < 0
      ? `Net cash: ${dollars(-net)} becomes cash. It is the line to Cash.`
      : `Net cash: ${dollars(-net)} is taken out. It is the line to Cash.`;
  }
  if (ownCash <= 0) return `Net cash: ${dollars(net)} of new money goes in. It is the line from Cash.`;
  return net > ownCash
    ? `Net cash: ${dollars(net)} goes in, ${dollars(ownCash)} of it the account’s own cash. It is the line from Cash.`
    : `Net cash: ${dollars(net)} of the account’s own cash goes in. It is the line from Cash.`;
}
