import type { Offered } from "./rule";

/** One answer: the words of the policy, what it is called, and what it means. */
export interface Choice {
  readonly policy: string;
  readonly name: string;
  readonly meaning?: string;
}

export const looks: readonly Choice[] = [
  { policy: "annual", name: "Once a year" },
  { policy: "semiannual", name: "Twice a year" },
  { policy: "quarterly", name: "Every quarter" },
  { policy: "monthly", name: "Every month" },
  { policy: "", name: "Any day" },
];

export const bands: readonly Choice[] = [
  {
    policy: "5/25",
    name: "5/25 (the usual choice)",
    meaning: "5 points, or a quarter of its target if that is less.",
  },
  { policy: "5pp", name: "5 points", meaning: "A target of 30% may go from 25% to 35%." },
  { policy: "20% relative", name: "20% of the target", meaning: "A target of 30% may go from 24% to 36%." },
  { policy: "", name: "No band", meaning: "Every fund goes back to its target each time you look." },
];

export const triggers: readonly Choice[] = [
  { policy: "and", name: "Only on those dates", meaning: "Between them you leave everything alone." },
  { policy: "or", name: "Also whenever a fund is outside", meaning: "And on the dates in any case." },
];

export const destinations: readonly Choice[] = [
  { policy: "to target", name: "All the way to the target" },
  { policy: "to halfway", name: "Halfway", meaning: "The middle between the target and the edge of the band." },
  { policy: "to edge", name: "Just inside the band", meaning: "The smallest trades." },
];

export const sales: readonly Choice[] = [
  { policy: "allowed", name: "Yes, sell and buy" },
  { policy: "no sells", name: "No, only place new money", meaning: "Nothing is ever sold." },
];

export const offered: Offered = {
  looks: looks.map(({ policy }) => policy),
  bands: bands.map(({ policy }) => policy),
  destinations: destinations.map(({ policy }) => policy),
};
