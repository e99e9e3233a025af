import { averageDrift, PathGround, pathOf, standardGrid, statisticsOf, succeeded, type Policy } from "../../engine";
import {
  compareCells,
  compareKinds,
  evidenceFacts,
  nameOfPolicy,
  readPolicies,
  refused,
  type Compared,
  type NamedPolicy,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import type { Decided } from "../operation";
import { readPathQuestion, type PathQuestion } from "./backtest";
import type { CompareArguments } from "./arguments";

/** What a policy came to, and how far it strayed. */
export interface Followed extends Compared {
  /** The mean of half the sum of absolute drifts, a fraction of the money. */
  readonly drift: number;
}

export interface DecidedComparison extends Decided, PathQuestion {
  readonly compared: readonly Followed[];
}

/** Follows each of some policies through the same returns; refuses for the first that can't be followed. */
export function followEach(
  policies: readonly NamedPolicy[],
  { mix, money, riskFree }: PathQuestion,
): Read<readonly Followed[]> {
  const ground = new PathGround(mix.series, mix.targets);
  const followed: Followed[] = [];
  for (const each of policies) {
    const path = pathOf(ground, { policy: each.policy, ...money });
    if (!path.ok) return refused(path.problem, each.row === undefined ? undefined : `Policies, row ${each.row + 1}`);
    followed.push({
      ...each,
      statistics: statisticsOf(path.value, ground, riskFree ?? 0),
      drift: averageDrift(path.value, mix.targets),
    });
  }
  return succeeded(followed);
}

function decide(
  ...[returns, targets, policies, start, contribution, periods, riskFree]: CompareArguments
): Read<DecidedComparison> {
  const given = readPolicies(policies);
  if (!given.ok) return given;
  const question = readPathQuestion(returns, targets, start, contribution, periods, riskFree);
  if (!question.ok) return question;
  const { mix } = question.value;
  const compared = followEach(given.value.policies ?? gridOf(mix.series.periodsPerYear), question.value);
  if (!compared.ok) return compared;
  return succeeded({ ...question.value, compared: compared.value, notes: [...given.value.notes, ...mix.notes] });
}

/** The usual policies with their names, and with these costs. */
export function gridOf(periodsPerYear: number, costs: Pick<Policy, "cost" | "fee"> = {}): readonly NamedPolicy[] {
  return standardGrid(periodsPerYear, costs).map((policy) => ({
    ...{ name: nameOfPolicy(policy), policy },
    row: undefined,
  }));
}

/** What COMPARE does. */
export const compare: Work<CompareArguments, DecidedComparison> = {
  holds: ({ compared, mix }) => compareKinds(compared, mix),
  decide,
  show: ({ compared, mix, riskFree }) => compareCells(compared, mix, riskFree !== undefined),
  explain: ({ compared, mix }, at) => {
    // Below the headings each policy has its row.
    const asked = (at && compared[at.row - 1]) ?? compared[0];
    return {
      read: evidenceFacts(mix, asked?.policy ?? {}),
      steps: [
        { fact: "formula", formula: "path" },
        { fact: "formula", formula: "path figures" },
      ],
      bound: [{ fact: "no promise" }],
      rounded: [{ fact: "in doubles" }],
    };
  },
};
