import type { Policy } from "../../../engine";
import {
  blockOf,
  columnOf,
  decisionsOf,
  nameOf,
  returnsTable,
  rowRulesOf,
  shownAs,
  type HouseholdSight,
  type Plan,
  type ReadyList,
} from "../../../lists";
import type { EvidenceQuestion, SeriesName } from "../../../operations";
import { guessClass, type AssetClass, type Cells } from "../../../ranges";
import { address, defaultChoices, type Block, type EvidenceSource } from "../../../sheets";
import { householdDecisions } from "../../standing/household-standing";
import type { ListStanding } from "../../standing/list-standing";

/** A fund, or a class of a household, that has a target. */
export interface Asset {
  readonly name: string;
  /** A fraction. */
  readonly target: number;
  /** The cell of its target. */
  readonly cell: Block;
  /** What its name tells that it is. */
  readonly guess: SeriesName | undefined;
}

/** Whose evidence it is: the targets and the rule in the workbook. */
export interface Subject {
  /** What its owner calls the list. */
  readonly name: string;
  readonly sheet: string;
  readonly thing: "fund" | "class";
  readonly assets: readonly Asset[];
  /** Dollars held, by the row of the column of targets, from 0. */
  readonly held: ReadonlyMap<number, number>;
  /** The first row of that column, on its sheet. */
  readonly firstTarget: number;
  /** Dollars, all together. */
  readonly worth: number;
  readonly rule: Policy;
  /** As the functions take it, and as a formula refers to it. */
  readonly policy: Cells;
  readonly policyReference: string;
  /** Where the rule stands; undefined where it is Keel's usual one. */
  readonly policyCells: Block | undefined;
  /** Whether single funds have locks or bands of their own. */
  readonly hasRowRules: boolean;
  /** The workbook's own returns, and the targets in the order of their columns. */
  readonly own: { readonly returns: Cells; readonly targets: Cells; readonly targetsAt: Block } | undefined;
}

const SERIES: Readonly<Partial<Record<AssetClass, SeriesName>>> = {
  "US stocks": "stocks",
  "International stocks": "stocks",
  Bonds: "bonds",
  Cash: "bills",
};

function guessed(texts: readonly string[]): SeriesName | undefined {
  const found = guessClass(texts);
  return found && SERIES[found];
}

/** A list's funds with a target, and its rule. */
export function subjectOf(
  list: ReadyList,
  plan: Plan | undefined,
  standing: ListStanding,
  returns: Cells | undefined,
): Subject {
  const targets = blockOf(list, list.columns.target);
  const textsOf = (row: number): readonly string[] =>
    [list.tickers, list.columns.fund].flatMap((column) =>
      column === undefined ? [] : [shownAs(list.cells[list.firstRow + row]?.[column])],
    );
  const { policy } = decisionsOf(plan);
  return {
    name: nameOf(list),
    sheet: list.block.sheet,
    thing: "fund",
    assets: standing.funds
      .filter(({ target }) => target > 0)
      .map(({ name, target, row }) => ({
        ...{ name, target, guess: guessed(textsOf(row)) },
        cell: { ...targets, row: targets.row + row, height: 1 },
      })),
    firstTarget: targets.row,
    held: new Map(standing.funds.map(({ row, value }) => [row, value / 100])),
    worth: worthOf(standing),
    rule: standing.rule.policy,
    policy,
    policyReference: plan ? (plan.sheet?.policyTable ?? address(plan.policyCells, true)) : `"${defaultChoices.policy}"`,
    policyCells: plan?.policyCells,
    hasRowRules: rowRulesOf(list) !== undefined && standing.funds.some(({ lock, ownBand }) => lock ?? ownBand),
    own: returns && { returns, targets: columnOf(list, list.columns.target), targetsAt: targets },
  };
}

/** A household's classes with a target, and its rule; undefined where it has no targets. */
export function householdSubjectOf(sight: HouseholdSight, standing: ListStanding): Subject | undefined {
  const decisions = householdDecisions(sight);
  const { list, targets, plan, returns } = sight;
  if (!decisions || !targets) return undefined;
  const { weights } = targets;
  return {
    name: nameOf(list),
    sheet: list.block.sheet,
    thing: "class",
    assets: standing.funds
      .filter(({ target }) => target > 0)
      .map(({ name, target, row }) => ({
        ...{ name, target, guess: guessed([name]) },
        cell: { ...weights, row: weights.row + row, height: 1 },
      })),
    firstTarget: weights.row,
    held: new Map(standing.funds.map(({ row, value }) => [row, value / 100])),
    worth: worthOf(standing),
    rule: standing.rule.policy,
    policy: decisions.policy,
    policyReference: plan ? plan.policyTable : `"${defaultChoices.policy}"`,
    policyCells: plan?.policyCells,
    hasRowRules: standing.funds.some(({ ownBand }) => ownBand === true),
    own: returns && { returns, targets: targets.cells.weights, targetsAt: weights },
  };
}

function worthOf({ funds }: ListStanding): number {
  return funds.reduce((sum, { value }) => sum + value, 0) / 100;
}

/** What the owner chose about the past: which series a fund or class stands for, by its name, and whose returns are asked. */
export interface PastChosen {
  readonly series: Readonly<Record<string, SeriesName>> | undefined;
  readonly own: boolean;
}

/** Which built-in series an asset stands for: as its owner said, else as its name tells. */
export function seriesOf({ name, guess }: Asset, { series }: PastChosen): SeriesName | undefined {
  return series?.[name] ?? guess;
}

/** What the assets come to as the built-in series. */
export interface MappedMix {
  /** The series with a target, in their usual order, and the assets that each is made of. */
  readonly parts: readonly {
    readonly series: SeriesName;
    readonly target: number;
    readonly assets: readonly Asset[];
  }[];
  /** The assets that stand for none so far. */
  readonly unclear: readonly Asset[];
}

const ALL: readonly SeriesName[] = ["stocks", "bonds", "bills"];

export function mappedMix({ assets: all }: Subject, chosen: PastChosen): MappedMix {
  const parts = ALL.map((series) => {
    const assets = all.filter((asset) => seriesOf(asset, chosen) === series);
    return { series, assets, target: assets.reduce((sum, { target }) => sum + target, 0) };
  });
  return {
    parts: parts.filter(({ assets }) => assets.length > 0),
    unclear: all.filter((asset) => seriesOf(asset, chosen) === undefined),
  };
}

/** What is asked of the past, and what formulas of the same are about. */
export interface AskedPast {
  readonly question: EvidenceQuestion;
  readonly source: EvidenceSource;
  readonly isOwn: boolean;
}

/** What is asked: of the owner's returns, or of the built-in months; undefined while it isn't plain what some assets are. */
export function askedPast(subject: Subject, chosen: PastChosen, start: number): AskedPast | undefined {
  const { policy, own, name, policyReference } = subject;
  const money = { start, contribution: 0 };
  const about = { listName: name, policy: policyReference };
  if (own && chosen.own) {
    return {
      question: { returns: { own: own.returns }, targets: own.targets, policy, ...money },
      source: { ...about, past: { table: returnsTable, targets: own.targetsAt } },
      isOwn: true,
    };
  }
  const { parts, unclear } = mappedMix(subject, chosen);
  if (unclear.length > 0 || parts.length === 0) return undefined;
  return {
    question: {
      returns: { builtIn: parts.map(({ series }) => series) },
      targets: parts.map(({ target }) => [target]),
      policy,
      ...money,
    },
    source: {
      ...about,
      past: { builtIn: parts.map(({ series, assets }) => ({ series, targets: assets.map(({ cell }) => cell) })) },
    },
    isOwn: false,
  };
}
