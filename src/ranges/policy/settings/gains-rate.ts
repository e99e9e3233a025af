import { percent } from "../../wording/figures";
import { NUMBER, rateInCell, rateOf, sayPercent } from "../amounts";
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
} as const satisfies SettingInPlan<"gainsRate">;
