import { percent } from "../../wording/figures";
import { fractionOf, map, NUMBER, sayPercent, unknown } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";
import { cadenceInSentence, readCadence, sayCadence, showCadence } from "./look";

export const volatileLook = {
  label: "Volatile look",
  known: "monthly when volatility > 20%",
  forms: [
    {
      shape: new RegExp(`^(.+) when volatility(?: is)? (?:>|above|over) ?${NUMBER} ?%$`),
      read: ([, look = "", level = ""], typed) => {
        const cadence = readCadence(look);
        return cadence ? map(fractionOf(level, typed, 10), (above) => ({ cadence, above })) : unknown(typed);
      },
    },
  ],
  cell: { nothing: /^none$/i },
  unset: { shown: "none" },
  show: ({ cadence, above }) => `${showCadence(cadence)} while volatility is above ${percent(above)}`,
  phrase: ({ cadence, above }) => `look ${cadenceInSentence(cadence)} while volatility is above ${percent(above)}`,
} as const satisfies PolicySetting<"volatileLook">;

export const volatileLookInPlan = {
  say: ({ cadence, above }) => `${sayCadence(cadence)} when volatility > ${sayPercent(above)}`,
  help: "In restless markets: monthly when volatility > 20%.",
} as const satisfies SettingInPlan<"volatileLook">;
