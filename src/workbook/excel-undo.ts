import { sheetsOf, within, type Block } from "../sheets";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeIfAny } from "./excel-contents";
import { supports } from "./excel-run";
import type { Carried, Done } from "./excel-kind";
import type { CellValue, Contents } from "./host";

/** One `apply`, with all that is needed to take it back. */
export interface Applying {
  readonly steps: readonly Carried[];
  readonly done: Done;
  /** What the blocks that it changes held right afterwards. */
  readonly written: readonly Contents[];
}

/** What is read before an `apply` is taken back, to be used after the next sync. */
export interface TakingBack {
  /** Whether somebody has changed what it wrote. */
  readonly isChanged: () => boolean;
  /** Queues giving back what was there before. */
  readonly giveBack: () => void;
}

/** Queues the question whether somebody has changed what an `apply` wrote. */
export function takingBack(
  context: Excel.RequestContext,
  applying: Applying,
  earlier: readonly Applying[],
): TakingBack {
  const isChanged = changedSince(context, applying);
  const parts = restore(context, applying, earlier);
  return { isChanged: () => isChanged() || parts.isChanged(), giveBack: parts.giveBack };
}

/**
 * Queues the reading of what is there now of what an `apply`, finished or broken off, has done. Its steps are taken back
 * from the last to the first; those of the `earlier` ones stay.
 */
export function restore(
  context: Excel.RequestContext,
  { steps, done }: Pick<Applying, "steps" | "done">,
  earlier: readonly Applying[],
): TakingBack {
  const staying = earlier.flatMap((each) => each.steps.map(({ step }) => step));
  const parts = [...steps].reverse().map((step) => step.restore({ context, done, earlier: staying }));
  return {
    isChanged: () => parts.some((part) => part.isChanged?.()),
    giveBack: () => {
      for (const part of parts) part.takeAway?.();
      for (const part of parts) part.giveBack?.();
      for (const part of parts) part.finish?.();
    },
  };
}

/** Whether taking an `apply` back deletes a sheet. */
export function deletesSheet({ done }: Pick<Applying, "done">): boolean {
  return [...done.made].some((step) => step.do === "add sheet");
}

/** Queues the question whether cells that an `apply` wrote hold something else, or whether their sheets are gone. */
function changedSince(context: Excel.RequestContext, { steps, done, written }: Applying): () => boolean {
  const { results } = done;
  const knowsSpills = supports("1.12");

  const there = context.workbook.worksheets.load("items/name");
  const cells = written.map(({ block }) => rangeIfAny(context, block).load(contentProperties));
  const spills = results.map((block) =>
    knowsSpills
      ? rangeIfAny(context, block).getCell(0, 0).getSpillingToRangeOrNullObject().load(placeProperties)
      : undefined,
  );

  return () => {
    const names = new Set(there.items.map(({ name }) => name.toLowerCase()));
    if (steps.flatMap(({ step }) => sheetsOf(step)).some((name) => !names.has(name.toLowerCase()))) return true;

    // A formula's result comes and goes by itself: beside the formula, only what isn't its result can be the user's.
    const covers = results.map((block, index) => {
      const spill = spills[index];
      return { block, spill: !spill ? block : spill.isNullObject ? undefined : placeOf(spill) };
    });
    return cells.map(contentsOf).some((now, index) =>
      now.values.some((cellsInRow, down) =>
        cellsInRow.some((_, across) => {
          const cell = { sheet: now.block.sheet, row: now.block.row + down, column: now.block.column + across };
          const content = held(now, down, across);
          const cover = covers.find(({ block }) => within(block, cell) && !isFirst(block, cell));
          if (cover) return content !== "" && !(cover.spill && within(cover.spill, cell));
          return content !== held(written[index], down, across);
        }),
      ),
    );
  };
}

/** What a cell holds by itself: its formula, or its value. */
function held(contents: Contents | undefined, row: number, column: number): CellValue {
  return contents?.formulas[row]?.[column] || (contents?.values[row]?.[column] ?? "");
}

/** Whether a cell is the first of a block, where its formula stands. */
function isFirst(block: Block, { row, column }: Pick<Block, "row" | "column">): boolean {
  return block.row === row && block.column === column;
}
