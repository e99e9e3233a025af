import { succeeded } from "../../../engine";
import type { PolicySetting, SettingInPlan } from "../setting";

export const relocate = {
  label: "Relocate",
  known: "relocate",
  forms: [{ shape: /^relocate$/, read: () => succeeded(true) }],
  cell: {
    forms: [{ shape: /^(yes|true)$/, read: () => succeeded(true) }],
    nothing: /^(no|false)$/i,
  },
  unset: { value: false, shown: "no" },
  show: (value) => (value ? "yes" : "no"),
} as const satisfies PolicySetting<"relocate">;

export const relocateInPlan = {
  say: (value) => (value ? "yes" : "no"),
  clause: (value) => (value ? "relocate" : ""),
  help: "yes: also trade to hold each fund in a better account.",
  offers: { words: ["no", "yes"], strict: true },
  question: {
    ask: "May it also trade just to hold each class where it is best placed?",
    rare: true,
    where: ["several kinds of account"],
    kind: "buttons",
    choices: () => [
      {
        policy: {},
        name: "No",
        meaning: "The usual answer. Of plans that are otherwise equal the better placed one is taken.",
      },
      {
        policy: { relocate: true },
        name: "Yes",
        meaning: "Bonds may move to a 401(k), say, though every class is in its band.",
      },
    ],
  },
} as const satisfies SettingInPlan<"relocate">;
