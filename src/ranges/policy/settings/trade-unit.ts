import { succeeded } from "../../../engine";
import type { PolicySetting, SettingInPlan } from "../setting";

export const tradeUnit = {
  label: "Trade unit",
  known: "whole shares, fractional, whole percent, whole dollars",
  forms: [
    { shape: /^whole shares?$/, read: () => succeeded("whole shares") },
    { shape: /^fractional(?: shares)?$/, read: () => succeeded("fractional") },
    { shape: /^whole percents?$/, read: () => succeeded("whole percent") },
    { shape: /^whole dollars?$/, read: () => succeeded("whole dollars") },
    { shape: /^(?:whole )?cents$/, read: () => succeeded("cents") },
  ],
  unset: { value: "cents", shown: "cents" },
  show: (value) => value,
  phrase: (value) =>
    value === "cents"
      ? undefined
      : `trade in ${value === "fractional" ? "fractions of shares" : value === "whole percent" ? "whole percents" : value}`,
} as const satisfies PolicySetting<"tradeUnit">;

export const tradeUnitInPlan = {
  say: (value) => value,
  help: "What trades are rounded to. Blank: cents.",
  offers: { words: ["cents", "whole dollars", "whole percent"], strict: false },
} as const satisfies SettingInPlan<"tradeUnit">;
