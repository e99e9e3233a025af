import { percent } from "../../wording/figures";
import { NUMBER, rateInCell, rateOf, sayPercent } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const cost = {
  label: "Cost",
  known: "cost 0.1%",
  forms: [{ shape: new RegExp(`^cost ${NUMBER} ?%$`), read: ([, rate = ""], typed) => rateOf(rate, typed) }],
  cell: { word: "cost", nothing: /^none$/i, number: rateInCell },
  unset: { shown: "none" },
  show: (value) => `${percent(value)} of each trade`,
} as const satisfies PolicySetting<"cost">;

export const costInPlan = {
  say: sayPercent,
  help: "What a trade costs of its amount, such as 0.1%.",
} as const satisfies SettingInPlan<"cost">;
