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
} as const satisfies SettingInPlan<"relocate">;
