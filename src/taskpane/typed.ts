import type { Correction } from "../lists";
import type { Block } from "../sheets";
import type { Receipt } from "../workbook";
import { noEvidenceTyped, type TypedEvidence } from "./screens/evidence/typed-evidence";
import { nothingBroughtIn, type BringIn } from "./screens/bring-in/state";
import { freshDraft, type Draft } from "./screens/set-up/draft";
import { usualWishes, type Wishes } from "./screens/share/facts";
import { noTaxQuestion, type TypedTaxes } from "./screens/taxes/typed-taxes";
import type { TypedChecklist } from "./screens/plan/typed-checklist";
import type { TypedLog } from "./screens/plan/typed-log";

/**
 * All that the owner has typed and chosen and that isn't in the workbook: kept by the pane, so that it outlives each
 * screen, and emptied as a whole when another workbook takes this one's place, so that none of it shows up there.
 */
export interface Typed {
  /** The files that are being brought in, and what was answered about them. */
  readonly bringIn: BringIn;
  /** The wizard's fields. */
  readonly draft: Draft;
  /** Columns that the owner chose for a list. */
  readonly corrections: readonly Correction[];
  /** What is asked about taxes, and the answers that were put into the workbook. */
  readonly taxes: TypedTaxes;
  /** What an adviser copy shall say. */
  readonly wishes: Wishes;
  /** The log's form; undefined until something is typed there. */
  readonly log: TypedLog | undefined;
  /** Where the owner is in the checklist of trades; undefined until it is opened. */
  readonly checklist: TypedChecklist | undefined;
  /** What a paycheck puts in, as it was typed. */
  readonly paycheck: string;
  /** What inserting formulas about paychecks can be taken back with, and the list's name; undefined once it was. */
  readonly paychecksPut: { readonly list: string; readonly receipt: Receipt; readonly cells: Block } | undefined;
  /** The frequent-trading rule that the owner's fund company has; "" where it has none. */
  readonly tradingRule: string;
  /** What putting values after trading into a list can be taken back with, and the list's name; undefined once it was. */
  readonly valuesPut: { readonly list: string; readonly receipt: Receipt } | undefined;
  /** Rows below a list that its owner has decided on: their address, and what takes their inclusion back, or that they are left out. */
  readonly below: { readonly list: string; readonly rows: string; readonly included: Receipt | undefined } | undefined;
  /** What was chosen and typed about the past. */
  readonly evidence: TypedEvidence;
}

export const nothingTyped: Typed = {
  bringIn: nothingBroughtIn,
  draft: freshDraft,
  corrections: [],
  taxes: noTaxQuestion,
  wishes: usualWishes,
  log: undefined,
  checklist: undefined,
  paycheck: "",
  paychecksPut: undefined,
  tradingRule: "fidelity",
  valuesPut: undefined,
  below: undefined,
  evidence: noEvidenceTyped,
};
