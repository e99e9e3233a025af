import { percent } from "../../wording/figures";
import { NUMBER, rateInCell, rateOf, sayPercent, typedRate } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const gainsRate = {
  label: "Gains tax rate",
  shortLabel: "Gains rate",
  alsoLabelled: /^gains tax( rate)?$/,
  sharedLabel: "Tax rates",
  known: "gains rate 15%",
  forms: [{ shape: new RegExp(`^gains rate ${NUMBER} ?%$`), read: ([, rate = ""], typed) => rateOf(rate, typed) }],
  cell: { word: "gains rate", number: rateInCell },
  unset: { shown: "not given" },
  show: percent,
} as const satisfies PolicySetting<"gainsRate">;

export const gainsRateInPlan = {
  say: sayPercent,
  help: "Your tax rate on gains, such as 15%.",
  question: {
    ask: "Your tax rate on long-term gains",
    rare: false,
    where: ["taxable account"],
    kind: "text",
    hint: "For gains of more than a year. One rate alone counts for both; with neither, no tax is shown.",
    read: (typed) => {
      if (typed.trim() === "") return {};
      const rate = typedRate(typed);
      return rate && { gainsRate: rate };
    },
    type: ({ gainsRate: given }) => (given === undefined ? "" : sayPercent(given)),
    unread: "Type a percent such as 15%.",
  },
} as const satisfies SettingInPlan<"gainsRate">;
