import { money } from "../../wording/figures";
import { amountInCell, amountOf, NUMBER } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const fee = {
  label: "Fee",
  known: "fee $4.95",
  forms: [{ shape: new RegExp(`^fee ${NUMBER}$`), read: ([, amount = ""], typed) => amountOf(amount, typed) }],
  cell: { word: "fee", nothing: /^none$/i, number: amountInCell },
  unset: { shown: "none" },
  show: (value) => `${money(value)} a trade`,
} as const satisfies PolicySetting<"fee">;

export const feeInPlan = {
  say: money,
  help: "What each trade costs, such as $4.95.",
} as const satisfies SettingInPlan<"fee">;
