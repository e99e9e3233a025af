import { percent } from "../../wording/figures";
import { NUMBER, rateInCell, rateOf, sayPercent } from "../amounts";
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
} as const satisfies SettingInPlan<"incomeRate">;
