// What the pane's pictures of evidence are drawn of: the records of the functions, and what they don't tell along the way.
import {
  outcomeIn,
  PathGround,
  pathOf,
  statisticsOf,
  stretchesOf,
  succeeded,
  type Policy,
  type Stretch,
  type StretchOutcome,
} from "../../engine";
import { refused, statisticKinds, type MixReturns, type Note, type PathMoney, type Read } from "../../ranges";
import { backtest } from "./backtest";
import { followed, type FollowedRule } from "./followed";
import { cellsOfReturns, type EvidenceQuestion } from "./question";

export { crashPicture } from "./crash-picture";
export { futurePicture } from "./future-picture";
export { frontierPicture } from "./frontier-picture";
export { movingPicture } from "./moving-picture";
export { rulesPicture } from "./rules-picture";

/** What a rule would have done, beside never rebalancing. */
export interface PathPicture {
  readonly mix: MixReturns;
  readonly money: PathMoney;
  readonly policy: Policy;
  readonly rule: FollowedRule;
  readonly never: FollowedRule;
  /** What became of both, stretch by stretch. */
  readonly stretches: readonly (Stretch & { readonly rule: StretchOutcome; readonly never: StretchOutcome })[];
  /** What each of BACKTEST's figures is: dollars, a fraction. */
  readonly kinds: readonly ("plain" | "money" | "percent" | "day")[];
  readonly notes: readonly Note[];
}

/** Follows a rule, and never rebalancing with the same costs, through past returns. */
export async function pathPicture(question: EvidenceQuestion): Promise<Read<PathPicture>> {
  const returns = await cellsOfReturns(question);
  if (!returns.ok) return returns;
  const { targets, policy, start, contribution } = question;
  const decided = await backtest.decide(returns.value, targets, policy, [[start]], [[contribution]]);
  if (!decided.ok) return decided;
  const { mix, money, notes } = decided.value;
  const ground = new PathGround(mix.series, mix.targets);
  const passive = pathOf(ground, { policy: withoutTrading(decided.value.policy), ...money });
  if (!passive.ok) return refused(passive.problem);
  const rule = followed(decided.value.path, decided.value.statistics);
  const never = followed(passive.value, statisticsOf(passive.value, ground, 0));
  return succeeded({
    ...{ mix, money, policy: decided.value.policy, rule, never, notes },
    kinds: statisticKinds(rule.statistics, mix)
      .slice(1)
      .map(([, kind = "plain"]) => kind),
    stretches: stretchesOf(mix.series).map((stretch) => ({
      ...stretch,
      rule: outcomeIn(stretch, rule.path, rule.falls),
      never: outcomeIn(stretch, never.path, never.falls),
    })),
  });
}

/** A policy that never trades of itself, and pays and places contributions as this one does. */
function withoutTrading({ cost, fee, minimumTrade, sells }: Policy): Policy {
  return {
    ...(cost && { cost }),
    ...(fee !== undefined && { fee }),
    ...(minimumTrade && { minimumTrade }),
    ...(sells && { sells }),
  };
}
