import { LEAST_FALL, succeeded, type Episode, type Policy } from "../../engine";
import { episodeKinds, monthsOrRows, refused, type Note, type Read } from "../../ranges";
import { findEpisodes, readEpisodesQuestion, type Past } from "./episodes";
import { seriesNames, type EvidenceQuestion } from "./question";

/** A fall, with what it would have meant to its owner. */
export interface ToldEpisode extends Episode {
  /** In months, or in rows where these have no dates. */
  readonly down: number;
  /** Undefined where the mix has not come back. */
  readonly upAgain: number | undefined;
  /** Dollars that would have been gone at the bottom, not below 0. */
  readonly lost: { readonly rule: number; readonly never: number };
}

/** The deepest falls of the owner's mix, and what the rule would have done in them. */
export interface CrashPicture {
  readonly past: Past;
  readonly policy: Policy;
  /** What the owner's money comes to, dollars. */
  readonly worth: number;
  /** The falls, oldest first, and the deepest of them; or none, with the deepest there is and its dollars. */
  readonly found:
    | { readonly is: "falls"; readonly episodes: readonly ToldEpisode[]; readonly deepest: ToldEpisode }
    | { readonly is: "none"; readonly deepest: number; readonly lost: number };
  /** What a fall has to be at least, a fraction. */
  readonly least: number;
  /** What each column of EPISODES holds below its heading. */
  readonly kinds: readonly ("plain" | "percent" | "day")[];
  readonly notes: readonly Note[];
}

/** Finds the deepest falls of a mix, and what they would have made of so many dollars. */
export async function crashPicture(
  { returns, targets, policy }: EvidenceQuestion,
  worth: number,
): Promise<Read<CrashPicture>> {
  const question =
    "own" in returns
      ? await readEpisodesQuestion(targets, policy, returns.own)
      : await readEpisodesQuestion(inOrder(returns.builtIn, targets), policy);
  if (!question.ok) return question;
  const { past, notes } = question.value;
  const kinds = episodeKinds(past.series)[1] ?? [];
  const about = { past, worth, policy: question.value.policy, kinds, notes, least: LEAST_FALL };
  const found = findEpisodes(question.value);
  if (!found.ok) {
    const { problem } = found;
    if (problem.code !== "no deep fall") return refused(problem);
    const { deepest } = problem;
    return succeeded({ ...about, found: { is: "none", deepest, lost: Math.max(0, -deepest * worth) } });
  }
  const episodes = found.value.map((episode): ToldEpisode => {
    const { from, bottom, back, ruleFall, neverFall } = episode;
    return {
      ...episode,
      down: monthsOrRows(bottom - from, past.series),
      upAgain: back === undefined ? undefined : monthsOrRows(back - bottom, past.series),
      lost: { rule: Math.max(0, -ruleFall * worth), never: Math.max(0, -neverFall * worth) },
    };
  });
  const deepest = episodes.reduce((least, episode) => (episode.fall < least.fall ? episode : least));
  return succeeded({ ...about, found: { is: "falls", episodes, deepest } });
}

/** Targets of some built-in series as EPISODES takes them: one for each of the series, in their order. */
function inOrder(
  builtIn: readonly (typeof seriesNames)[number][],
  targets: EvidenceQuestion["targets"],
): EvidenceQuestion["targets"] {
  return seriesNames.map((name) => targets[builtIn.indexOf(name)] ?? [0]);
}
