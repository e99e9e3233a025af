import { succeeded } from "../../../engine";
import { money } from "../../wording/figures";
import { amountInCell, amountOf, map, NUMBER } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const gains = {
  label: "Gains",
  known: "gains none, gains up to $2,000, gains allowed",
  forms: [
    { shape: /^gains none$/, read: () => succeeded("none") },
    { shape: /^gains allowed$/, read: () => succeeded("allowed") },
    {
      shape: new RegExp(`^gains up to ${NUMBER}$`),
      read: ([, amount = ""], typed) => map(amountOf(amount, typed), (upTo) => ({ upTo })),
    },
  ],
  cell: { word: "gains", number: (number, found) => map(amountInCell(number, found), (upTo) => ({ upTo })) },
  unset: { value: "none", shown: "none" },
  show: (value) => (typeof value === "string" ? value : `up to ${money(value.upTo)}`),
} as const satisfies PolicySetting<"gains">;

export const gainsInPlan = {
  say: (value) => (typeof value === "string" ? value : `up to ${money(value.upTo)}`),
  help: "Taxable gains allowed: none, allowed, or up to $2,000.",
} as const satisfies SettingInPlan<"gains">;
