import {
  PathGround,
  pathOf,
  statisticsOf,
  succeeded,
  type Path,
  type PathStatistics,
  type Policy,
  type RiskFree,
} from "../../engine";
import {
  evidenceFacts,
  pathCells,
  pathKinds,
  readMixReturns,
  readPathMoney,
  readPolicy,
  readRiskFree,
  refused,
  statisticCells,
  statisticKinds,
  type Argument,
  type MixReturns,
  type PathMoney,
  type Read,
} from "../../ranges";
import type { Work } from "../later";
import { remembering } from "../memo";
import type { Decided } from "../operation";
import type { PathArguments } from "./arguments";

/** What a rule is followed through, as it was read. */
export interface PathQuestion {
  readonly mix: MixReturns;
  readonly money: PathMoney;
  /** A rate a period, or one for each; undefined where none is given. */
  readonly riskFree: RiskFree | undefined;
}

/** Reads what a rule is followed through. */
export function readPathQuestion(
  returns: Argument,
  targets: Argument,
  start: Argument,
  contribution: Argument,
  periodsPerYear: Argument,
  riskFree: Argument,
): Read<PathQuestion> {
  const mix = readMixReturns(returns, targets, periodsPerYear);
  if (!mix.ok) return mix;
  const money = readPathMoney(start, contribution);
  if (!money.ok) return money;
  const rate = readRiskFree(riskFree, mix.value, mix.value.height);
  if (!rate.ok) return rate;
  return succeeded({ mix: mix.value, money: money.value, riskFree: rate.value });
}

export interface DecidedPath extends Decided, PathQuestion {
  readonly policy: Policy;
  readonly path: Path;
  readonly statistics: PathStatistics;
}

function decidePath(
  ...[returns, targets, policy, start, contribution, periods, riskFree]: PathArguments
): Read<DecidedPath> {
  const rule = readPolicy(policy);
  if (!rule.ok) return rule;
  const question = readPathQuestion(returns, targets, start, contribution, periods, riskFree);
  if (!question.ok) return question;
  const { mix, money } = question.value;
  const ground = new PathGround(mix.series, mix.targets);
  const path = pathOf(ground, { policy: rule.value.policy, ...money });
  if (!path.ok) return refused(path.problem);
  return succeeded({
    ...question.value,
    policy: rule.value.policy,
    path: path.value,
    statistics: statisticsOf(path.value, ground, question.value.riskFree ?? 0),
    notes: [...rule.value.notes, ...mix.notes],
  });
}

/** BACKTEST and BACKTESTPATH of the same cells are two views of one path. */
const decide = remembering((...given: PathArguments) => Promise.resolve(decidePath(...given)));

type PathWork = Work<PathArguments, DecidedPath>;

const explain: PathWork["explain"] = ({ mix, policy, statistics: { ranOut } }) => ({
  read: evidenceFacts(mix, policy),
  steps: [
    { fact: "formula", formula: "path" },
    { fact: "formula", formula: "path figures" },
  ],
  bound: [...(ranOut === undefined ? [] : [{ fact: "ran out", period: ranOut + 1 } as const]), { fact: "no promise" }],
  rounded: [{ fact: "in doubles" }],
});

/** What BACKTEST does. */
export const backtest: PathWork = {
  holds: ({ statistics, mix }) => statisticKinds(statistics, mix),
  decide,
  show: ({ statistics, mix, riskFree }) => statisticCells(statistics, mix, riskFree !== undefined),
  explain,
};

/** What BACKTESTPATH does. */
export const backtestPath: PathWork = {
  holds: ({ mix }) => pathKinds(mix),
  decide,
  show: ({ path, money, mix }) => pathCells(path, money, mix),
  explain,
};
