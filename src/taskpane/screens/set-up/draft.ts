import { defaultChoices } from "../../../sheets";
import type { Whereabouts } from "../../holdings/list";
import type { Plan } from "../../holdings/plan";
import { typedDollars } from "../../look/figures";

export type StepName = "holdings" | "rule" | "preview" | "done";

/** What the owner has chosen and typed so far, as it stands in the fields. */
export interface Draft {
  readonly step: StepName;
  /** The list that is being set up; the pane stays with it while the wizard is open. */
  readonly list?: Whereabouts;
  /** The policy text of one of the offered bands, or "own". */
  readonly band: string;
  readonly ownPolicy: string;
  readonly cash: string;
  /** Where to write, if neither right beside the list nor where Keel's columns stand already. */
  readonly firstColumn: number | undefined;
  readonly inserted?: Inserted;
}

export interface Inserted {
  /** Addresses on the list's sheet. */
  readonly cells: string;
  readonly inputs: { readonly cash: string; readonly policy: string };
  readonly state: "there" | "taken back" | "not to be taken back";
}

/** The bands that the wizard offers: policy text, name, what it means. */
export const offeredBands: readonly { readonly policy: string; readonly name: string; readonly meaning: string }[] = [
  {
    policy: defaultChoices.policy,
    name: "5/25 (the usual choice)",
    meaning: "Act when a fund is 5 points from its target, or a quarter of the target if that is less.",
  },
  { policy: "5pp", name: "5 points", meaning: "A target of 30% may go from 25% to 35%." },
  { policy: "20% relative", name: "20% of the target", meaning: "A target of 30% may go from 24% to 36%." },
];

export const freshDraft: Draft = {
  step: "holdings",
  band: defaultChoices.policy,
  ownPolicy: "",
  cash: "",
  firstColumn: undefined,
};

/** Starts on a list. If Keel's columns stand beside it, what they say now is what the owner begins with. */
export function draftFor(list: Whereabouts, plan: Plan | undefined): Draft {
  const start = withList(freshDraft, list);
  if (!plan) return start;
  const policy = String(plan.policy);
  const offered = offeredBands.some((band) => band.policy === policy);
  return {
    ...start,
    band: offered ? policy : "own",
    ownPolicy: offered ? "" : policy,
    cash: plan.cash === 0 || plan.cash === "" ? "" : String(plan.cash),
  };
}

/** Goes on with another list: the rule and the cash stay as they were typed. */
export function withList(draft: Draft, list: Whereabouts): Draft {
  return { ...draft, list: whereaboutsOf(list), firstColumn: undefined };
}

function whereaboutsOf({ block, table }: Whereabouts): Whereabouts {
  return { block, ...(table === undefined ? {} : { table }) };
}

/** The policy text that the draft stands for. */
export function policyOf(draft: Draft): string {
  return draft.band === "own" ? draft.ownPolicy.trim() : draft.band;
}

/** The dollars that the draft stands for; undefined while the field can't be read. */
export function cashOf(draft: Draft): number | undefined {
  return typedDollars(draft.cash);
}
