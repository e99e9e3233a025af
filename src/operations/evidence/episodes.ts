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
import { seriesNames } from "./question";

/** What a mix is made of, and which past returns it is looked at in. */
export interface Past {
  readonly series: ReturnSeries;
  readonly targets: Float64Array;
  readonly names: readonly string[];
  readonly source?: string;
  /** How many falls are told at most. */
  readonly most: number;
  readonly notes: readonly Note[];
}

export interface DecidedEpisodes extends Decided, EpisodesQuestion {
  readonly episodes: readonly Episode[];
}

/** The rule of who gives none. */
const USUAL_POLICY = "annual and 5/25";
const MOST_BUILT_IN = 10;
const MOST_OWN = 5;

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
  if (assets.length > seriesNames.length) {
    return failed(
      told(
        `Targets has ${assets.length} rows, but the built-in months are of ${seriesNames.length} assets: stocks, bonds and bills. Give targets for these, in that order, or returns of your own.`,
      ),
    );
  }
  const names = seriesNames.slice(0, assets.length);
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

/** What falls are looked for in, and the rule that is followed through them. */
interface EpisodesQuestion {
  readonly past: Past;
  readonly policy: Policy;
  readonly notes: readonly Note[];
}

/** Reads which falls are asked for. */
export async function readEpisodesQuestion(...given: EpisodesArguments): Promise<Read<EpisodesQuestion>> {
  const [targets, policy, returns] = given;
  const rule = readPolicy(isLeftOut(policy) ? [[USUAL_POLICY]] : policy);
  if (!rule.ok) return rule;
  const past = await readPast(targets, returns);
  if (!past.ok) return past;
  return succeeded({
    past: past.value,
    policy: rule.value.policy,
    notes: [...rule.value.notes, ...past.value.notes],
  });
}

/** Finds the falls that are asked for, and follows the rule through them. */
export function findEpisodes({ past, policy }: EpisodesQuestion): ReturnType<typeof episodesOf> {
  const { series, targets, most } = past;
  return episodesOf({ series, targets, policy, most });
}

/** What EPISODES does. */
export const episodes: Work<EpisodesArguments, DecidedEpisodes> = {
  holds: ({ past }) => episodeKinds(past.series),
  decide: async (...given) => {
    const question = await readEpisodesQuestion(...given);
    if (!question.ok) return question;
    const found = findEpisodes(question.value);
    return found.ok ? succeeded({ ...question.value, episodes: found.value }) : refused(found.problem);
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
