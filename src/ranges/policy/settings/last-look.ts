import { succeeded } from "../../../engine";
import { failed, type Read } from "../../problem";
import { isoDay, parseDay } from "../../dates";
import type { PolicySetting, SettingInPlan } from "../setting";

function dayIn(text: string, typed: string): Read<number> {
  const day = parseDay(text);
  return day === undefined ? failed({ code: "bad date", found: typed }) : succeeded(day);
}

export const lastLook = {
  label: "Last look",
  alsoLabelled: /^last$/,
  known: "last 2026-01-05",
  forms: [{ shape: /^last (.+)$/, read: ([, day = ""]) => dayIn(day, day) }],
  cell: { word: "last", number: (number, found) => dayIn(String(number), found) },
  unset: { shown: "not given" },
  show: isoDay,
} as const satisfies PolicySetting<"lastLook">;

export const lastLookInPlan = {
  say: isoDay,
  help: "When you last looked, such as 2026-01-05. Blank: never.",
  inEveryPlan: true,
  isDay: true,
  question: {
    ask: "When did you last look?",
    rare: true,
    kind: "day",
    hint: "Whether you traded or not. Leave empty if you don’t know.",
    read: (typed) => {
      if (typed === "") return {};
      const day = parseDay(typed);
      return day === undefined ? undefined : { lastLook: day };
    },
    type: ({ lastLook: day }) => (day === undefined ? "" : isoDay(day)),
    unread: "Type a date with year, month and day.",
    tooLate: "That day is still to come.",
  },
} as const satisfies SettingInPlan<"lastLook">;
