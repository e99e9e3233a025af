/** What STATUS calls a fund's place: within its band, above its highest or below its lowest weight. */
export const statusWords = { inBand: "In band", over: "Over", under: "Under" } as const;

export type StatusWord = (typeof statusWords)[keyof typeof statusWords];

const SIDES = { [-1]: statusWords.under, 0: statusWords.inBand, 1: statusWords.over } as const;

/** Says where a row stands against its band: −1 below it, 0 in it, 1 above it. */
export function sideWord(side: -1 | 0 | 1): StatusWord {
  return SIDES[side];
}
