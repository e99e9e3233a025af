const SIDES = { [-1]: "Under", 0: "In band", 1: "Over" } as const;

/** Where a row stands against its band, as cells say it. */
export type SideWord = (typeof SIDES)[keyof typeof SIDES];

/** Says where a row stands against its band: −1 below it, 0 in it, 1 above it. */
export function sideWord(side: -1 | 0 | 1): SideWord {
  return SIDES[side];
}
