import { percent } from "../../wording/figures";
import { NUMBER, rateInCell, rateOf, sayPercent, typedRate } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const incomeRate = {
  label: "Income tax rate",
  shortLabel: "Income",
  alsoLabelled: /^income( tax)?( rate)?$/,
  sharedLabel: "Tax rates",
  known: "income 22%",
  forms: [{ shape: new RegExp(`^income ${NUMBER} ?%$`), read: ([, rate = ""], typed) => rateOf(rate, typed) }],
  cell: { word: "income", number: rateInCell },
  unset: { shown: "not given" },
  show: percent,
} as const satisfies PolicySetting<"incomeRate">;

export const incomeRateInPlan = {
  say: sayPercent,
  help: "Your tax rate on income, such as 22%.",
  question: {
    ask: "Your tax rate on income",
    rare: false,
    where: ["taxable account", "deferred beside others"],
    kind: "text",
    hint: "For gains of a year or less, and for money that is taxed when it is paid out. Leave empty if you don’t know.",
    read: (typed) => {
      if (typed.trim() === "") return {};
      const rate = typedRate(typed);
      return rate && { incomeRate: rate };
    },
    type: ({ incomeRate: given }) => (given === undefined ? "" : sayPercent(given)),
    unread: "Type a percent such as 22%.",
  },
} as const satisfies SettingInPlan<"incomeRate">;
