import type { Way } from "./checklist-steps";

/** Where the owner is in the checklist of trades, and for which list. */
export interface TypedChecklist {
  readonly list: string;
  readonly open: boolean;
  /** How the plan's page takes the trades; undefined for the first way that there is. */
  readonly way?: Way;
  /** The step that is shown, from 0; one past the last is the end. */
  readonly at: number;
  /** The keys of the steps that are ticked. */
  readonly done: readonly string[];
}

/** What was typed about a list; nothing yet for another one. */
export function checklistAbout(typed: TypedChecklist | undefined, list: string): TypedChecklist {
  return typed?.list === list ? typed : { list, open: false, at: 0, done: [] };
}
