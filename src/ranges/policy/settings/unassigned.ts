import { succeeded } from "../../../engine";
import type { PolicySetting, SettingInPlan } from "../setting";

export const unassigned = {
  label: "Unassigned",
  known: "unassigned sell, hold or stop",
  forms: [
    { shape: /^unassigned sell$/, read: () => succeeded("sell") },
    { shape: /^unassigned hold$/, read: () => succeeded("hold") },
    { shape: /^unassigned stop$/, read: () => succeeded("stop") },
  ],
  cell: { word: "unassigned" },
  // What holds without it depends on the function.
  unset: { shown: "sell in row functions, stop in the household plan" },
  show: (value) => value,
  phrase: (value) =>
    ({
      sell: "sell what has no target",
      hold: "leave alone what has no target",
      stop: "stop if money has no target",
    })[value],
} as const satisfies PolicySetting<"unassigned">;

export const unassignedInPlan = {
  say: (value) => value,
  help: "Money without a target: sell it, hold it, or stop.",
  offers: { words: ["sell", "hold", "stop"], strict: false },
} as const satisfies SettingInPlan<"unassigned">;
