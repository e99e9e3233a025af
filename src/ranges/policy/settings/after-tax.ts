import { succeeded } from "../../../engine";
import type { PolicySetting, SettingInPlan } from "../setting";

export const afterTax = {
  label: "After tax",
  known: "after tax",
  forms: [{ shape: /^after[- ]tax$/, read: () => succeeded(true) }],
  cell: {
    forms: [{ shape: /^(yes|true)$/, read: () => succeeded(true) }],
    nothing: /^(no|false)$/i,
  },
  unset: { value: false, shown: "no" },
  show: (value) => (value ? "yes" : "no"),
  phrase: (value) => (value ? "weigh money after tax" : undefined),
} as const satisfies PolicySetting<"afterTax">;

export const afterTaxInPlan = {
  say: (value) => (value ? "yes" : "no"),
  clause: (value) => (value ? "after tax" : ""),
  help: "yes: money in a 401(k) or IRA counts only what the income tax rate leaves of it.",
  offers: { words: ["no", "yes"], strict: true },
  question: {
    ask: "Shall money count what is left of it after tax?",
    rare: true,
    where: ["deferred beside others"],
    kind: "buttons",
    choices: () => [
      { policy: {}, name: "No, dollar for dollar", meaning: "The usual answer." },
      {
        policy: { afterTax: true },
        name: "Yes",
        meaning: "Money in a 401(k) or traditional IRA counts less by your tax rate on income.",
      },
    ],
  },
} as const satisfies SettingInPlan<"afterTax">;
