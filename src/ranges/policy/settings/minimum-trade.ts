import { centsFromDollars, dollars } from "../../../engine";
import { tidyText } from "../../numbers";
import { typedDollars } from "../../typed-dollars";
import {
  amountOrShareInCell,
  amountOrShareOf,
  NUMBER,
  rateOf,
  sayAmountOrShare,
  sayPercent,
  showAmountOrShare,
} from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const minimumTrade = {
  label: "Minimum trade",
  alsoLabelled: /^min(imum)?( trade)?$/,
  known: "min $100",
  forms: [
    {
      shape: new RegExp(`^min(?:imum)?(?: trade)? ${NUMBER} ?(%)?$`),
      read: ([, amount = "", sign], typed) => amountOrShareOf(amount, sign, typed),
    },
  ],
  cell: { word: "min", nothing: /^none$/i, number: amountOrShareInCell, takesDigits: true },
  unset: { shown: "none" },
  show: showAmountOrShare,
  phrase: (value) => `leave out trades below ${showAmountOrShare(value)}`,
} as const satisfies PolicySetting<"minimumTrade">;

export const minimumTradeInPlan = {
  say: sayAmountOrShare,
  help: "Smaller trades are left out: $100 or 0.5%. Blank: none.",
  inEveryPlan: true,
  question: {
    ask: "Leave out trades smaller than",
    rare: true,
    kind: "text",
    hint: "Dollars such as 100, or 0.5% of the total. Leave empty for none.",
    // Here 0.75 is 75 cents: unlike a cell, the question says that digits alone are dollars.
    read: (typed) => {
      const amount = typedDollars(typed);
      if (amount !== undefined) {
        if (amount < 0) return undefined;
        return amount === 0 ? {} : { minimumTrade: { amount: centsFromDollars(amount) } };
      }
      const number = new RegExp(`^${NUMBER} ?%$`).exec(tidyText(typed))?.[1];
      const share = number === undefined ? undefined : rateOf(number, typed);
      return share?.ok ? { minimumTrade: { share: share.value } } : undefined;
    },
    type: ({ minimumTrade: given }) => {
      if (given === undefined) return "";
      if ("share" in given) return sayPercent(given.share);
      const decimals = given.amount % 100 === 0 ? 0 : 2;
      return dollars(given.amount).toLocaleString("en-US", { minimumFractionDigits: decimals });
    },
    unread: "Type an amount such as 100, or a percent such as 0.5%.",
  },
} as const satisfies SettingInPlan<"minimumTrade">;
