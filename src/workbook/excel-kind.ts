import { sameName, within, type Block, type Step, type StepOf } from "../sheets";
import type { Reading, There } from "./excel-there";

/**
 * How Excel carries out one kind of step and takes it back, in four parts, of which none can be left out. `Remembered`
 * is what the kind keeps of what was there before.
 *
 * A whole description takes two syncs, whatever its size: all steps `remember`, sync, all steps `do`, sync. Taking it
 * back is two as well: all steps `restore`, sync, what they returned is called, sync. So no part may sync by itself.
 */
export interface Kind<S extends Step, Remembered> {
  readonly check: Check<S, Remembered>;
  /** Queues the reading of what the step will change. */
  remember(there: There, step: S): Reading<Remembered>;
  /** Queues the step, and writes down in `writing.done` what taking it back has to know. */
  do(writing: Writing, step: S, remembered: Remembered): void;
  /** Queues the reading of what is there now, for giving back what was there before. */
  restore(undoing: Undoing, step: S, remembered: Remembered): Restoring;
}

/** A step together with what was there before it. */
export interface Carried {
  readonly step: Step;
  /** Refuses, before anything is written, what doesn't fit with what is there. */
  check(tables: Map<string, Block>): void;
  do(writing: Writing): void;
  restore(undoing: Undoing): Restoring;
}

/** Queues the reading that a step needs. */
export function begin<S extends Step, Remembered>(entry: Kind<S, Remembered>, there: There, step: S): Reading<Carried> {
  const reading = entry.remember(there, step);
  return {
    more: () => reading.more?.() ?? false,
    read: () => {
      const remembered = reading.read();
      return {
        step,
        check: (tables) => entry.check.against?.(step, remembered, tables),
        do: (writing) => entry.do(writing, step, remembered),
        restore: (undoing) => entry.restore(undoing, step, remembered),
      };
    },
  };
}

/** An entry of the record of kinds, which says what it remembers: `do` and `restore` get what `remember` reads. */
export function kind<Name extends Step["do"], Remembered>(
  entry: Kind<StepOf<Name>, Remembered>,
): Kind<StepOf<Name>, unknown> {
  return entry;
}

/** What is refused before anything is written, because Excel would stop halfway or do something else. */
export interface Check<S, Remembered> {
  /** The version of Excel's interface that the step needs beyond the oldest one in which Keel runs, and what for. */
  readonly needs?: readonly [version: string, wish: string];
  /** Refuses a step that can't be right, whatever is there. */
  alone?(step: S): void;
  /** Refuses a step that doesn't fit with what is there. `tables` are the extents that the steps before it make, by name in lower case. */
  against?(step: S, remembered: Remembered, tables: Map<string, Block>): void;
}

/** For a step that Excel never refuses on a sheet that is there and not protected. */
export const nothingToCheck: Check<Step, unknown> = {};

/** For a step that changes nothing that was there. */
export const nothingToRemember: Reading<undefined> = { read: () => undefined };

/** What the steps that are queued have done so far, as far as taking them back has to know it. */
export interface Done {
  /** The steps that added a sheet or a table; the others found theirs there. */
  readonly made: Set<Step>;
  /** What the tables that were added or resized cover, total rows included, by name in lower case. */
  readonly extents: Map<string, Block>;
  /** The blocks whose contents have changed. */
  readonly changed: Block[];
  /** Where formulas stand, each with the cells that its result will cover. */
  readonly results: Block[];
}

/** A description while its steps are queued. */
export interface Writing {
  readonly context: Excel.RequestContext;
  readonly done: Done;
  /** Number formats that the steps so far have set, the latest first. */
  readonly formats: { readonly block: Block; readonly format: string }[];
  /** Flags and charts that steps so far have replaced, by their ids: two steps may find the same one, which can be deleted once. */
  readonly deleted: Set<string>;
}

/** A description while it is taken back. */
export interface Undoing {
  readonly context: Excel.RequestContext;
  readonly done: Done;
  /** The steps that Keel carried out earlier and that still stand, the latest last. */
  readonly earlier: readonly Step[];
}

/** How one step is taken back. Each part is called for all steps, the last step first, before the next part is. */
export interface Restoring {
  /** Whether the user has gone on with what the step added, so that it must stay. */
  isChanged?(): boolean;
  /** Takes away what the step added over cells: they can be filled only then. */
  takeAway?(): void;
  /** Gives cells back their contents and number formats. */
  giveBack?(): void;
  /** Does what must wait for the contents of all cells. */
  finish?(): void;
}

/** For a step that leaves nothing behind. */
export const nothingToRestore: Restoring = {};

/** Whether a sheet was added by the description itself: deleting it takes all that is on it away. */
export function isAddedSheet({ made }: Done, sheet: string): boolean {
  return [...made].some((step) => step.do === "add sheet" && sameName(step.name, sheet));
}

/** The format that the steps so far have set for a cell; undefined if they have set none. */
export function formatSoFar({ formats }: Writing, cell: Pick<Block, "sheet" | "row" | "column">): string | undefined {
  return formats.find(({ block }) => within(block, cell))?.format;
}
