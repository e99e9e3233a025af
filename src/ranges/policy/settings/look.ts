import { succeeded, type Cadence } from "../../../engine";
import { unknown } from "../amounts";
import type { Form, PolicySetting, SettingInPlan } from "../setting";

/** The intervals that have a word of their own: the word, how it may be said, and how a sentence says it. */
const NAMED: readonly {
  readonly word: string;
  readonly said: RegExp;
  readonly inSentence: string;
  readonly cadence: Cadence;
}[] = [
  {
    word: "annual",
    said: /^(annual(ly)?|yearly|every year|once a year)$/,
    inSentence: "once a year",
    cadence: { every: 12, unit: "months" },
  },
  {
    word: "semiannual",
    said: /^(semi-?annual(ly)?|half-yearly)$/,
    inSentence: "twice a year",
    cadence: { every: 6, unit: "months" },
  },
  {
    word: "quarterly",
    said: /^(quarterly|every quarter)$/,
    inSentence: "every quarter",
    cadence: { every: 3, unit: "months" },
  },
  {
    word: "monthly",
    said: /^(monthly|every month)$/,
    inSentence: "every month",
    cadence: { every: 1, unit: "months" },
  },
  { word: "weekly", said: /^(weekly|every week)$/, inSentence: "every week", cadence: { every: 7, unit: "days" } },
  { word: "daily", said: /^(daily|every day)$/, inSentence: "every day", cadence: { every: 1, unit: "days" } },
];

const COUNTED: Readonly<Record<string, Cadence>> = {
  day: { every: 1, unit: "days" },
  week: { every: 7, unit: "days" },
  month: { every: 1, unit: "months" },
  quarter: { every: 3, unit: "months" },
  year: { every: 12, unit: "months" },
};

/** Looking less often than once in a hundred years is not looking. */
const MOST_PERIODS = 1200;

const FORMS: readonly Form<Cadence>[] = [
  ...NAMED.map(({ said, cadence }): Form<Cadence> => ({ shape: said, read: () => succeeded(cadence) })),
  {
    shape: /^every (\d+) (day|week|month|quarter|year)s?$/,
    read: ([, number, word = ""], typed) => {
      const count = Number(number);
      const unit = COUNTED[word];
      if (!unit || count < 1 || count > MOST_PERIODS) return unknown(typed);
      return succeeded({ every: unit.every * count, unit: unit.unit });
    },
  },
];

/** Reads an interval, in lower case; undefined if it is none. */
export function readCadence(words: string): Cadence | undefined {
  for (const { shape, read } of FORMS) {
    const parts = shape.exec(words);
    const cadence = parts && read(parts, words);
    if (cadence?.ok) return cadence.value;
  }
  return undefined;
}

function namedAs({ every, unit }: Cadence): (typeof NAMED)[number] | undefined {
  return NAMED.find(({ cadence }) => cadence.every === every && cadence.unit === unit);
}

/** Shows an interval: `annual`, `every 18 months`. */
export function showCadence(cadence: Cadence): string {
  return namedAs(cadence)?.word ?? `every ${cadence.every} ${cadence.unit}`;
}

/** Says an interval so that it is read back the same: one of very many months in quarters or years. */
export function sayCadence(cadence: Cadence): string {
  const { every, unit } = cadence;
  if (every <= MOST_PERIODS) return showCadence(cadence);
  const [word, each] =
    Object.entries(COUNTED).find(
      ([, one]) => one.unit === unit && every % one.every === 0 && every / one.every <= MOST_PERIODS,
    ) ?? [];
  return each ? `every ${every / each.every} ${word ?? ""}s` : showCadence(cadence);
}

/** An interval in the policy's sentence: `once a year`. */
export function cadenceInSentence(cadence: Cadence): string {
  return namedAs(cadence)?.inSentence ?? showCadence(cadence);
}

/** An interval as the reason for a rebalance: `Annual look`, `Look every 18 months`. */
export function lookAsReason(cadence: Cadence): string {
  const word = namedAs(cadence)?.word;
  return word === undefined ? `Look ${showCadence(cadence)}` : `${word.charAt(0).toUpperCase()}${word.slice(1)} look`;
}

export const look = {
  label: "Look",
  alsoLabelled: /^(calendar|frequency)$/,
  known: "annual, quarterly, every 18 months",
  forms: FORMS,
  cell: { nothing: /^none$/i },
  unset: { shown: "no calendar" },
  show: showCadence,
} as const satisfies PolicySetting<"look">;

export const lookInPlan = {
  say: sayCadence,
  help: "How often to look. Blank: any day.",
  offers: { words: ["annual", "semiannual", "quarterly", "monthly", "weekly"], strict: false },
  inEveryPlan: true,
  question: {
    ask: "How often do you want to look?",
    rare: false,
    kind: "list",
    choices: () => [
      { policy: { look: { every: 12, unit: "months" } }, name: "Once a year" },
      { policy: { look: { every: 6, unit: "months" } }, name: "Twice a year" },
      { policy: { look: { every: 3, unit: "months" } }, name: "Every quarter" },
      { policy: { look: { every: 1, unit: "months" } }, name: "Every month" },
      { policy: {}, name: "Any day" },
    ],
  },
} as const satisfies SettingInPlan<"look">;
