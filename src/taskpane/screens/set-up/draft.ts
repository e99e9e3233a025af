import type { Block } from "../../../sheets";
import type { Receipt } from "../../../workbook";
import type { Policy } from "../../../engine";
import { type MixName, type Plan, shownAs, type Sight, type Whereabouts } from "../../../lists";
import {
  answersOf,
  inOrder,
  policyCells,
  policyOfText,
  rowsOfAnswers,
  textOfPolicy,
  usualAnswers,
  type RuleAnswers,
} from "./rule";
import {
  isoDay,
  readPolicy,
  typedDollars,
  writePolicy,
  writePolicyRows,
  type AssetClass,
  type Cells,
} from "../../../ranges";
import type { PolicyRow } from "../../../sheets";

export const stepNames = ["funds", "targets", "rule", "preview", "done"] as const;
export type StepName = (typeof stepNames)[number];

/** What the owner has chosen and typed so far, as it stands in the fields. Whatever was typed stays, on every way round. */
export interface Draft {
  readonly step: StepName;
  /** The list that is being set up; the pane stays with it while the wizard is open. */
  readonly list?: Whereabouts;
  /** Of one account with targets by class: whether these count, or each fund gets its own; undefined until it is said. */
  readonly targetsFor: "fund" | "class" | undefined;
  /** Whether plain cells shall become a table. */
  readonly makeTable: boolean;
  readonly targets: TargetsDraft;
  readonly rule: RuleDraft;
  readonly cash: string;
  /** The plan's sheet as it was typed; undefined where Keel's proposal stands. */
  readonly sheet: string | undefined;
  readonly inserted?: Inserted;
}

/** Where targets come from: typed by the owner, or worked out from a mix. */
export type TargetsBy = "own" | MixName;

export interface TargetsDraft {
  readonly by: TargetsBy;
  readonly age: string;
  readonly retireAge: string;
  /** The mixes as the owner changed them: percents as typed, by class. */
  readonly mixes: Readonly<Partial<Record<MixName, Readonly<Partial<Record<AssetClass, string>>>>>>;
  /** The classes that the owner chose, by fund; "" is none. */
  readonly classes: Readonly<Record<string, AssetClass | "">>;
  /** Targets as typed, by fund, apart for each way to set them. */
  readonly typed: Readonly<Partial<Record<TargetsBy, Readonly<Record<string, string>>>>>;
  /** Whether classes get bands of their own, and points for where they are best placed; as typed, by class and heading. */
  readonly bands: boolean;
  readonly points: boolean;
  readonly more: Readonly<Record<string, Readonly<Partial<Record<MoreHeading, string>>>>>;
}

/** What a table of targets may say of each class beside its target. */
export const pointHeadings = ["Deferred", "Roth", "HSA", "Taxable"] as const;
export type MoreHeading = "Band" | (typeof pointHeadings)[number];

export interface RuleDraft extends RuleAnswers {
  /** Whether the rule is what `text` says, and not the answers. */
  readonly inOwnWords: boolean;
  readonly text: string;
  /** Whether the rarer questions are shown. */
  readonly more: boolean;
  /** When the plan that is there says that its owner last looked, as Excel counts days. */
  readonly lookThere: number | undefined;
}

/** What a press of Insert wrote. */
export interface JustWritten {
  /** Takes it back. */
  readonly receipt: Receipt;
  /** What was written where, a line each. */
  readonly lines: readonly string[];
  /** The cell of the plan that says Yes or No. */
  readonly act: Block;
  readonly sheet: string;
}

export interface Inserted extends JustWritten {
  /** What the plan is about: the funds of one list, or a household's classes. */
  readonly of: "list" | "household";
  /** The list as it was before, for when the plan is taken back. */
  readonly before: Whereabouts;
  readonly state: "there" | "being taken back" | "taken back" | "not to be taken back";
}

export const freshDraft: Draft = {
  step: "funds",
  targetsFor: undefined,
  makeTable: true,
  targets: {
    by: "own",
    age: "",
    retireAge: "65",
    mixes: {},
    classes: {},
    typed: {},
    bands: false,
    points: false,
    more: {},
  },
  rule: { ...usualAnswers, inOwnWords: false, text: "", more: false, lookThere: undefined },
  cash: "",
  sheet: undefined,
};

/** Whether what was inserted has been taken back, and the last step says so. */
export function isTakenBack({ step, inserted }: Draft): boolean {
  return step === "done" && inserted?.state === "taken back";
}

/** The draft once what was inserted is in another state. */
export function withInsertion(draft: Draft, state: Inserted["state"]): Draft {
  const { inserted } = draft;
  if (!inserted) return draft;
  return {
    ...draft,
    inserted: { ...inserted, state },
    ...(state === "taken back" ? { list: inserted.before } : {}),
  };
}

/** Starts on a list. If a plan of Keel's is there, what it says now is what the owner begins with. */
export function draftFor(
  list: Whereabouts,
  plan: (Pick<Plan, "policy"> & { readonly cash?: Plan["cash"] }) | undefined,
): Draft {
  const start = withList(freshDraft, list);
  if (!plan) return start;
  const read = readPolicy(plan.policy);
  const started: Draft = {
    ...(read.ok
      ? withRule(start, read.value.policy)
      : { ...start, rule: { ...start.rule, inOwnWords: true, text: textOfPolicy(plan.policy) } }),
    cash: plan.cash === 0 || plan.cash === undefined ? "" : shownAs(plan.cash),
  };
  return withLookThere(started, plan);
}

/** Starts on what is in sight: a list, or a household, or the one account that it is. */
export function draftOfSight(sight: Exclude<Sight, { found: "nothing" }>): Draft {
  const plan = sight.found === "cells" ? undefined : sight.plan;
  return draftFor(sight.found === "household" ? (sight.account?.list ?? sight.list) : sight.list, plan);
}

/** The draft with another rule: as answers to the questions where these can say it, else in words. */
export function withRule(draft: Draft, policy: Policy): Draft {
  const answers = answersOf(policy);
  return {
    ...draft,
    rule: answers
      ? { ...draft.rule, ...answers, inOwnWords: false }
      : { ...draft.rule, inOwnWords: true, text: writePolicy(policy) },
  };
}

/** Follows a look that was logged in the plan meanwhile: an older date in the fields must not replace it. */
export function withLookThere(draft: Draft, plan: Pick<Plan, "policy"> | undefined): Draft {
  const read = plan && readPolicy(plan.policy);
  const lookThere = read?.ok ? read.value.policy.lastLook : undefined;
  if (lookThere === draft.rule.lookThere) return draft;
  const { typed } = draft.rule;
  const follows = lookThere === undefined ? typed : { ...typed, lastLook: isoDay(lookThere) };
  return { ...draft, rule: { ...draft.rule, lookThere, typed: follows } };
}

/** Goes on with another list: the rule and the cash stay as they were typed. */
export function withList(draft: Draft, { block, table }: Whereabouts): Draft {
  return {
    ...draft,
    list: { block, ...(table === undefined ? {} : { table }) },
    targetsFor: undefined,
    sheet: undefined,
  };
}

/** The policy that the draft stands for, as the Policy table will hold it; what can't be read stays as it was typed. */
export function policyOf({ rule }: Pick<Draft, "rule">): Cells {
  if (!rule.inOwnWords) return policyCells(rowsOfAnswers(rule));
  const policy = policyOfText(rule.text);
  return policy ? policyCells(writePolicyRows(policy)) : [[rule.text]];
}

/** The rows of the Policy table that the draft stands for. */
export function settingsFor({ rule }: Draft): readonly PolicyRow[] {
  return inOrder(rule.inOwnWords ? writePolicyRows(policyOfText(rule.text) ?? {}) : rowsOfAnswers(rule));
}

/** The dollars that the draft stands for; undefined while the field can't be read. */
export function cashOf(draft: Pick<Draft, "cash">): number | undefined {
  return typedDollars(draft.cash);
}
