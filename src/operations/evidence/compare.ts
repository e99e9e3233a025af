import { PathGround, pathOf, standardGrid, statisticsOf, succeeded } from "../../engine";
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

export interface DecidedComparison extends Decided, PathQuestion {
  readonly compared: readonly Compared[];
}

function decide(
  ...[returns, targets, policies, start, contribution, periods, riskFree]: CompareArguments
): Read<DecidedComparison> {
  const given = readPolicies(policies);
  if (!given.ok) return given;
  const question = readPathQuestion(returns, targets, start, contribution, periods, riskFree);
  if (!question.ok) return question;
  const { mix, money, riskFree: rate } = question.value;
  const ground = new PathGround(mix.series, mix.targets);
  const compared: Compared[] = [];
  for (const each of given.value.policies ?? gridOf(mix.series.periodsPerYear)) {
    const path = pathOf(ground, { policy: each.policy, ...money });
    if (!path.ok) return refused(path.problem, each.row === undefined ? undefined : `Policies, row ${each.row + 1}`);
    compared.push({ ...each, statistics: statisticsOf(path.value, ground, rate ?? 0) });
  }
  return succeeded({ ...question.value, compared, notes: [...given.value.notes, ...mix.notes] });
}

function gridOf(periodsPerYear: number): readonly NamedPolicy[] {
  return standardGrid(periodsPerYear).map((policy) => ({ name: nameOfPolicy(policy), policy, row: undefined }));
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
