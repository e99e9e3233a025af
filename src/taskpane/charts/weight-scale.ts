/** How one fund's weight moves: fractions of the total. `lowest` and `highest` are the edges of its band. */
export interface WeightMove {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly target: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The largest weight that bars have to show, a little rounded up: all weights and targets, and the edges of bands that
 * end somewhere. At least 0.05, so that an empty list has a scale; at most 1.
 */
export function weightReach(funds: readonly WeightMove[]): number {
  const most = funds.reduce(
    (so, fund) => Math.max(so, fund.before, fund.after, fund.target, isBounded(fund) ? fund.highest : 0),
    0.05,
  );
  return Math.min(1, Math.ceil(most * 20) / 20);
}

/** Where a weight stands on a bar, in percent of the bar's width; a weight beyond the end stands at the end. */
export function weightPlace(weight: number, reach: number): number {
  return Math.min(100, Math.max(0, (weight / reach) * 100));
}

/** Whether a band says anything: one from 0 to 100 % allows all. */
export function isBounded({ lowest, highest }: WeightMove): boolean {
  return highest > lowest && (lowest > 0 || highest < 1);
}

/** Says a fund's move and its band: `44% now, 50% after; target 50%, band 45% to 55%`. */
export function moveInWords(fund: WeightMove, percent: (fraction: number) => string): string {
  const band = isBounded(fund) ? `, band ${percent(fund.lowest)} to ${percent(fund.highest)}` : "";
  return `${percent(fund.before)} now, ${percent(fund.after)} after; target ${percent(fund.target)}${band}`;
}
