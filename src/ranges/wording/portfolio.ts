import { list, percentOf } from "./figures";
import { quoted } from "./quote";

/** The headings of FRONTIER, and what a fund without a heading is called in them. */
export function frontierHeader(names: readonly string[]): readonly string[] {
  return ["Volatility", "Return", ...names.map((name, fund) => (name === "" ? `Fund ${fund + 1}` : name))];
}

/** A fund's mean return a year, and how far it may be from the one that the past was drawn from. */
export interface PastMean {
  readonly fund: string;
  readonly mean: number;
  readonly error: number;
}

/** More funds than this are not listed. */
const MOST_FUNDS = 8;

export function pastMeansSentence(means: readonly PastMean[]): string {
  const shown = means
    .slice(0, MOST_FUNDS)
    .map(({ fund, mean, error }) => `${quoted(fund)} ${percentOf(mean)} ± ${percentOf(error)}`);
  const more = means.length - shown.length;
  const all = list(more > 0 ? [...shown, `${more} more`] : shown);
  return `An estimate: mean returns a year with their standard errors are ${all}. Means of the past are weak guesses of what will come.`;
}
