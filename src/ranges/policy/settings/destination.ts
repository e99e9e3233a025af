import { succeeded, type Destination } from "../../../engine";
import { digits, fractionOf, map, NUMBER, pointsInCell, showPoints } from "../amounts";
import type { PolicySetting, SettingInPlan } from "../setting";

/** Where a trade goes to, in words: `to the target`. */
export function destinationWords(destination: Destination): string {
  switch (destination.kind) {
    case "target":
      return "to the target";
    case "halfway":
      return "to halfway between the target and the band edge";
    case "edge":
      return "to the edge of the band";
    case "points":
      return `to ${showPoints(destination.from)} from the target, never beyond the edge`;
  }
}

export const destination = {
  label: "Destination",
  known: "to target, to halfway, to edge, to 1.75pp",
  forms: [
    { shape: /^(?:to )?target$/, read: () => succeeded({ kind: "target" }) },
    { shape: /^(?:to )?half-?way$/, read: () => succeeded({ kind: "halfway" }) },
    { shape: /^(?:to )?(?:the )?edge$/, read: () => succeeded({ kind: "edge" }) },
    {
      shape: new RegExp(`^to ${NUMBER} ?(?:%|pp|points?)$`),
      read: ([, from = ""], typed) => map(fractionOf(from, typed, 1), (read) => ({ kind: "points", from: read })),
    },
  ],
  cell: {
    word: "to",
    number: (number, found) => map(pointsInCell(number, found), (from) => ({ kind: "points", from })),
  },
  unset: { value: { kind: "target" }, shown: destinationWords({ kind: "target" }) },
  show: destinationWords,
} as const satisfies PolicySetting<"destination">;

export const destinationInPlan = {
  say: (value) => (value.kind === "points" ? `to ${digits(value.from)}pp` : `to ${value.kind}`),
  help: "How far to trade back.",
  offers: { words: ["to target", "to halfway", "to edge"], strict: false },
  inEveryPlan: true,
  matters: ({ band }) => band !== undefined,
  question: {
    ask: "When a fund has drifted, how far do you go back?",
    rare: true,
    kind: "buttons",
    choices: () => [
      { policy: { destination: { kind: "target" } }, name: "All the way to the target" },
      {
        policy: { destination: { kind: "halfway" } },
        name: "Halfway",
        meaning: "The middle between the target and the edge of the band.",
      },
      { policy: { destination: { kind: "edge" } }, name: "Just inside the band", meaning: "The smallest trades." },
    ],
  },
} as const satisfies SettingInPlan<"destination">;
