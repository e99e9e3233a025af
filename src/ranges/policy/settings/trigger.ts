import { succeeded, type Policy, type Setting } from "../../../engine";
import { map, unknown } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";
import { readBand, sayBand } from "./band";
import { readCadence, sayCadence } from "./look";

const SHOWN = {
  and: "and: on the dates, only outside the band",
  or: "or: on the dates, and whenever outside the band",
} as const;

/** A calendar rule and a threshold rule, joined: the one clause that says three settings. */
export const trigger = {
  label: "Trigger",
  known: "annual and 5/25, annual or 5%",
  forms: [],
  joined: [
    {
      // In either order.
      shape: /^(.+) (and|or) (.+)$/,
      read: ([, left = "", word = "", right = ""], typed) => {
        const look = readCadence(left) ?? readCadence(right);
        const band = readBand(readCadence(left) ? right : left, typed);
        if (!look || !band) return unknown(typed);
        return map(band, (read) => ({ look, band: read, trigger: word === "or" ? "or" : "and" }));
      },
    },
  ],
  cell: {
    forms: [{ shape: /^(and|or)$/, read: ([word]) => succeeded(word === "or" ? "or" : "and") }],
  },
  unset: { value: "and", shown: SHOWN.and },
  show: (value) => SHOWN[value],
} as const satisfies PolicySetting<"trigger">;

/** Says the look, the band and what joins them as one clause, where a policy gives all three. */
export function sayJoined({
  look,
  band,
  trigger: word,
}: Policy): { readonly text: string; readonly settings: readonly Setting[] } | undefined {
  if (!look || !band || !word) return undefined;
  return { text: `${sayCadence(look)} ${word} ${sayBand(band)}`, settings: ["look", "band", "trigger"] };
}

export const triggerInPlan = {
  say: (value) => value,
  help: "and: only on the dates. or: also whenever outside the band.",
  offers: { words: ["and", "or"], strict: true },
  inEveryPlan: true,
  matters: ({ look, volatileLook, band }) => (look ?? volatileLook) !== undefined && band !== undefined,
  question: {
    ask: "When do you act?",
    rare: true,
    kind: "buttons",
    choices: () => [
      {
        policy: { trigger: "and" },
        name: "Only on those dates",
        meaning: "Between them you leave everything alone.",
      },
      { policy: { trigger: "or" }, name: "Also whenever a fund is outside", meaning: "And on the dates in any case." },
    ],
  },
} as const satisfies SettingInPlan<"trigger">;
