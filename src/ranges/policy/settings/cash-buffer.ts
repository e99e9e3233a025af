import { amountOrShareInCell, amountOrShareOf, NUMBER, sayAmountOrShare, showAmountOrShare } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

export const cashBuffer = {
  label: "Cash buffer",
  known: "keep $500",
  forms: [
    {
      shape: new RegExp(`^keep ${NUMBER} ?(%)?$`),
      read: ([, amount = "", sign], typed) => amountOrShareOf(amount, sign, typed),
    },
  ],
  cell: { word: "keep", nothing: /^none$/i, number: amountOrShareInCell, takesDigits: true },
  unset: { shown: "none" },
  show: showAmountOrShare,
  phrase: (value) => `keep ${showAmountOrShare(value)} in cash when money comes in`,
} as const satisfies PolicySetting<"cashBuffer">;

export const cashBufferInPlan = {
  say: sayAmountOrShare,
  help: "What of new money stays in cash: $500 or 1%.",
} as const satisfies SettingInPlan<"cashBuffer">;
