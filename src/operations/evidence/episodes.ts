import {
  builtInSeries,
  episodesOf,
  fractionsOf,
  succeeded,
  type Episode,
  type Policy,
  type ReturnSeries,
} from "../../engine";
import {
  asHeading,
  builtInSource,
  episodeCells,
  episodeKinds,
  failed,
  isLeftOut,
  readMixReturns,
  readPolicy,
  readTargets,
  refused,
  returnsFact,
  told,
  type Argument,
  type Note,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import { builtInReturns } from "./history";
import type { EpisodesArguments } from "./arguments";

/** What a mix is made of, and which past returns it is looked at in. */
interface Past {
  readonly series: ReturnSeries;
  readonly targets: Float64Array;
  readonly names: readonly string[];
  readonly source?: string;
  /** How many falls are told at most. */
  readonly most: number;
  readonly notes: readonly Note[];
}

export interface DecidedEpisodes extends Decided {
  readonly past: Past;
  readonly policy: Policy;
  readonly episodes: readonly Episode[];
}

/** The rule of who gives none. */
const USUAL_POLICY = "annual and 5/25";
const MOST_BUILT_IN = 10;
const MOST_OWN = 5;
/** What the targets are of, in order, where no returns are given. */
const BUILT_IN = ["stocks", "bonds", "bills"] as const;

async function readPast(targets: Argument, returns: Argument): Promise<Read<Past>> {
  if (!isLeftOut(returns)) {
    const mix = readMixReturns(returns, targets);
    return mix.ok ? succeeded({ ...mix.value, most: MOST_OWN }) : mix;
  }
  const mix = readTargets(targets);
  if (!mix.ok) return mix;
  const { rows, headerRows } = mix.value.columns;
  const fractions = fractionsOf(mix.value.targets);
  const places = Array.from({ length: rows }, (_, row) => row).filter((row) => !headerRows.has(row));
  // Blank cells below the targets are no assets.
  const last = places.reduce((found, row, index) => (fractions[row] === 0 ? found : index), -1);
  const assets = places.slice(0, last + 1);
  if (assets.length > BUILT_IN.length) {
    return failed(
      told(
        `Targets has ${assets.length} rows, but the built-in months are of ${BUILT_IN.length} assets: stocks, bonds and bills. Give targets for these, in that order, or returns of your own.`,
      ),
    );
  }
  const names = BUILT_IN.slice(0, assets.length);
  const { monthly } = await builtInReturns();
  return succeeded({
    series: builtInSeries(monthly, names),
    targets: Float64Array.from(assets, (row) => fractions[row] as number),
    names: names.map(asHeading),
    source: builtInSource("monthly"),
    most: MOST_BUILT_IN,
    notes: mix.value.notes,
  });
}

/** What EPISODES does. */
export const episodes: Work<EpisodesArguments, DecidedEpisodes> = {
  holds: ({ past }) => episodeKinds(past.series),
  decide: async (targets, policy, returns) => {
    const rule = readPolicy(isLeftOut(policy) ? [[USUAL_POLICY]] : policy);
    if (!rule.ok) return rule;
    const past = await readPast(targets, returns);
    if (!past.ok) return past;
    const { series, targets: fractions, most } = past.value;
    const found = episodesOf({ series, targets: fractions, policy: rule.value.policy, most });
    if (!found.ok) return refused(found.problem);
    return succeeded({
      past: past.value,
      policy: rule.value.policy,
      episodes: found.value,
      notes: [...rule.value.notes, ...past.value.notes],
    });
  },
  show: ({ episodes: found, past }) => episodeCells(found, past.series),
  explain: ({ past: { series, names, source }, policy }) => ({
    read: [returnsFact(series, names, source), { fact: "rule", policy }],
    steps: [
      { fact: "formula", formula: "episodes" },
      { fact: "formula", formula: "path" },
    ],
    bound: [{ fact: "no promise" }],
    rounded: [{ fact: "in doubles" }],
  }),
};
