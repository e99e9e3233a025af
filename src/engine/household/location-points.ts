/** How good a place a class has in each kind of account: only differences count, and a higher number is a better place. */
export interface LocationPoints {
  readonly deferred: number;
  readonly Roth: number;
  readonly HSA: number;
  readonly taxable: number;
}

/** What a class counts as when its place is looked for. */
export type LocationClass =
  "municipal bonds" | "bonds" | "real assets" | "small, value or emerging" | "stocks" | "other";

const points = (deferred: number, taxFree: number, taxable: number): LocationPoints => ({
  deferred,
  Roth: taxFree,
  HSA: taxFree,
  taxable,
});

/**
 * The places of classes, by convention: what pays interest or much income is sheltered, what is hoped to grow most is
 * where growth isn't taxed, and other stocks keep their low rates in taxable accounts. US and international stocks are
 * deliberately equal. Sources: Bogleheads wiki, "Tax-efficient fund placement"; White Coat Investor, "Asset location";
 * Oblivious Investor, "Asset location".
 */
export const USUAL_LOCATION: Readonly<Record<LocationClass, LocationPoints>> = {
  "municipal bonds": points(0, 0, 3),
  bonds: points(3, 0, 0),
  "real assets": points(2, 2, 0),
  "small, value or emerging": points(1, 3, 1),
  stocks: points(1, 2, 2),
  other: points(1, 1, 1),
};

/** What the name of a class says that it is, the telling words first: emerging market bonds are bonds. */
const WORDS: readonly (readonly [is: LocationClass, says: RegExp])[] = [
  ["municipal bonds", /\bmuni(cipal)?s?\b/],
  ["bonds", /\bbonds?\b|\btips\b|\btreasur(y|ies)\b|\bfixed[- ]income\b|\bstable[- ]value\b|\bhigh[- ]yield\b/],
  ["real assets", /\breal[- ]estate\b|\breits?\b|\bcommodit(y|ies)\b|\bgold\b/],
  ["small, value or emerging", /\bsmall\b|\bvalue\b|\bemerging\b/],
  // "US cash" is no stock.
  ["other", /\bcash\b|\bmoney[- ]market\b/],
  [
    "stocks",
    /\bstocks?\b|\bequit(y|ies)\b|\bshares\b|\bus\b|\bu\.s\.?|\busa\b|\bdomestic\b|\binternational\b|\bint'?l\b|\bforeign\b|\bnon-us\b|\bdeveloped\b|\bglobal\b|\bworld\b|\b(large|mid)([- ]cap)?\b|\bgrowth\b|\bblend\b|\btotal (stock )?market\b|\bs ?& ?p\b/,
  ],
];

/** What a class counts as by its name. */
export function locationClassOf(name: string): LocationClass {
  const words = name.toLowerCase();
  return WORDS.find(([, says]) => says.test(words))?.[0] ?? "other";
}
