import { succeeded, type Policy } from "../../engine";
import {
  compareKinds,
  nameOfPolicy,
  readPolicy,
  sameSetting,
  type MixReturns,
  type Note,
  type Read,
} from "../../ranges";
import { readPathQuestion } from "./backtest";
import { followEach, gridOf, type Followed } from "./compare";
import { cellsOfReturns, type EvidenceQuestion } from "./question";

/** What a rule came to, for whoever compares rules. */
export interface RuleOutcome extends Followed {
  /** How often it was rebalanced, by the year. */
  readonly tradesAYear: number;
}

/** The usual rules beside the owner's own, on the same returns and with the same costs. */
export interface RulesPicture {
  readonly mix: MixReturns;
  /** How long the returns are. */
  readonly years: number;
  readonly own: RuleOutcome;
  readonly never: RuleOutcome;
  /** COMPARE's rules: an entry for each interval between looks, most often first, with the rule of each band, in one order. */
  readonly grid: readonly (readonly RuleOutcome[])[];
  /** The rule of the grid that has the owner's looks and band, if one has. */
  readonly same: RuleOutcome | undefined;
  /** The rule to hold the owner's against; undefined where there is none. */
  readonly beside: Beside | undefined;
  /** The least and the most of all these rules, never left out. */
  readonly span: { readonly maxDrawdown: Span; readonly growth: Span | undefined };
  /** What each column of COMPARE holds below its heading. */
  readonly kinds: readonly ("plain" | "money" | "percent" | "day")[];
  readonly notes: readonly Note[];
}

/** A rule with the owner's band and other looks; or, where the grid has not that band, the one that strays most like it. */
interface Beside {
  readonly by: "band" | "drift";
  readonly rule: RuleOutcome;
}

type Span = readonly [least: number, most: number];

/** Follows the rules of COMPARE's grid and the owner's own through past returns. */
export async function rulesPicture(question: EvidenceQuestion): Promise<Read<RulesPicture>> {
  const returns = await cellsOfReturns(question);
  if (!returns.ok) return returns;
  const given = readPolicy(question.policy);
  if (!given.ok) return given;
  const { targets, start, contribution } = question;
  const read = readPathQuestion(returns.value, targets, [[start]], [[contribution]], undefined, undefined);
  if (!read.ok) return read;
  const { mix } = read.value;
  const { columns, periodsPerYear } = mix.series;
  const { policy } = given.value;
  const costs = {
    ...(policy.cost && { cost: policy.cost }),
    ...(policy.fee !== undefined && { fee: policy.fee }),
  };
  const years = (columns[0]?.length ?? 0) / periodsPerYear;
  const followed = followEach(
    [{ name: nameOfPolicy(policy), policy, row: undefined }, ...gridOf(periodsPerYear, costs)],
    read.value,
  );
  if (!followed.ok) return followed;
  // The owner's comes first, never last.
  const [own, ...others] = followed.value.map((one): RuleOutcome => ({
    ...one,
    tradesAYear: one.statistics.rebalances / years,
  })) as [RuleOutcome, ...RuleOutcome[]];
  const never = others.pop() as RuleOutcome;
  const grid = byLooks(others);
  const all = [own, ...others];
  const growths = all.flatMap(({ statistics: { growth } }) => growth ?? []);
  return succeeded({
    ...{ mix, years, own, never, grid },
    same: others.find(({ policy: other }) => hasLooksOf(other, policy) && hasBandOf(other, policy)),
    beside: besideOf(own, grid),
    span: {
      maxDrawdown: spanOf(all.map(({ statistics }) => statistics.maxDrawdown)),
      growth: growths.length === all.length ? spanOf(growths) : undefined,
    },
    kinds: compareKinds(followed.value, mix)[1] ?? [],
    notes: [...given.value.notes, ...mix.notes],
  });
}

/** The rules of one interval after the other, as the grid has them. */
function byLooks(rules: readonly RuleOutcome[]): readonly (readonly RuleOutcome[])[] {
  const rows: RuleOutcome[][] = [];
  for (const rule of rules) {
    const last = rows.at(-1);
    if (last?.[0] && sameSetting("look", last[0].policy, rule.policy)) last.push(rule);
    else rows.push([rule]);
  }
  return rows;
}

function hasLooksOf(one: Policy, other: Policy): boolean {
  return sameSetting("look", one, other) && sameSetting("volatileLook", one, other);
}

/** Whether two policies trade on the same drift, and back as far. Without a band there is nothing to join to the looks. */
function hasBandOf(one: Policy, other: Policy): boolean {
  const isJoined = one.band === undefined || one.look === undefined || other.look === undefined;
  return (
    sameSetting("band", one, other) &&
    sameSetting("destination", one, other) &&
    (isJoined || sameSetting("trigger", one, other))
  );
}

/** Of the rules with the owner's band the one that looks most often and comes to something else; else the one that strays most like it. */
function besideOf(own: RuleOutcome, grid: RulesPicture["grid"]): Beside | undefined {
  const { policy, drift } = own;
  const others = grid.flat().filter((other) => !comesToTheSame(other, own));
  const moves = (policy.look ?? policy.volatileLook ?? policy.band) !== undefined;
  const sameBand = moves ? others.find(({ policy: other }) => hasBandOf(other, policy)) : undefined;
  if (sameBand) return { by: "band", rule: sameBand };
  const [nearest] = others.sort((one, other) => Math.abs(one.drift - drift) - Math.abs(other.drift - drift));
  return nearest && { by: "drift", rule: nearest };
}

/** Whether two rules trade as often and stray as far: a band that is watched any day is looked at with each row all the same. */
function comesToTheSame(one: RuleOutcome, other: RuleOutcome): boolean {
  return one.statistics.rebalances === other.statistics.rebalances && Math.abs(one.drift - other.drift) < 1e-12;
}

function spanOf(figures: readonly number[]): Span {
  return [Math.min(...figures), Math.max(...figures)];
}
