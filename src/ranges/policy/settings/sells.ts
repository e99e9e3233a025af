import { succeeded } from "../../../engine";
import type { PolicySetting, SettingInPlan } from "../setting";

export const sells = {
  label: "Sells",
  known: "no sells",
  forms: [
    { shape: /^no sells?$/, read: () => succeeded("none") },
    { shape: /^sells allowed$/, read: () => succeeded("allowed") },
  ],
  cell: {
    forms: [
      { shape: /^(no|none|not allowed|false)$/, read: () => succeeded("none") },
      { shape: /^(yes|allowed|true)$/, read: () => succeeded("allowed") },
    ],
    // Whoever ticks off Sells wants none.
    unticked: true,
  },
  unset: { value: "allowed", shown: "allowed" },
  show: (value) => (value === "none" ? "none: only cash is placed" : "allowed"),
  phrase: (value) => (value === "none" ? "never sell, only place cash" : undefined),
} as const satisfies PolicySetting<"sells">;

export const sellsInPlan = {
  say: (value) => (value === "none" ? "no sells" : "allowed"),
  clause: (value) => (value === "none" ? "no sells" : "sells allowed"),
  help: "no sells: only new money is placed.",
  offers: { words: ["allowed", "no sells"], strict: true },
  inEveryPlan: true,
  question: {
    ask: "May funds be sold?",
    rare: true,
    kind: "buttons",
    choices: () => [
      { policy: { sells: "allowed" }, name: "Yes, sell and buy" },
      { policy: { sells: "none" }, name: "No, only place new money", meaning: "Nothing is ever sold." },
    ],
  },
} as const satisfies SettingInPlan<"sells">;
