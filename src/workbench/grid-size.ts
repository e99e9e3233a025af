import type { Block, Flag, Sheet } from "../sheets";
import { roomBelow, sheetSize } from "./dimensions";

/** How much room a sheet has beyond its last filled cell at least. */
const margin = { rows: roomBelow, columns: 26 };

/** How many rows and columns the grid gives a sheet. */
export function gridSize({ cells }: Pick<Sheet, "cells">): Pick<Block, "height" | "width"> {
  let rows = 0;
  let columns = 0;
  for (const { row, column } of cells) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return {
    height: Math.max(sheetSize.rowCount, rows + margin.rows),
    width: Math.max(sheetSize.columnCount, columns + margin.columns),
  };
}

/** As many cells as a block may have that lies beyond the grid, where nobody sees it. */
const mostUnseen = 10_000;

/**
 * A block as far as it lies on its sheet's grid: Univer goes through each cell of some of them. `bookFromGrid` lets a rule
 * that ends with the grid go on to the sheet's end. One beyond the grid stays, so that it is saved again.
 */
export function shownOf<T extends { readonly block: Block }>(each: T, size: Pick<Block, "height" | "width">): T[] {
  const { block } = each;
  if (block.row >= size.height || block.column >= size.width) {
    return block.height * block.width > mostUnseen ? [] : [each];
  }
  const height = Math.min(block.height, size.height - block.row);
  const width = Math.min(block.width, size.width - block.column);
  return [{ ...each, block: { ...block, height, width } }];
}

/** What a sheet has where its grid doesn't reach: it is kept beside the grid, and saved again. */
export interface Beyond {
  readonly merged: readonly Block[];
  readonly flags: readonly Flag[];
  readonly validations: Sheet["validations"];
}

/** What of a sheet `shownOf` leaves out of its grid; undefined where that is nothing. */
export function beyondGrid({ cells, merged, flags, validations }: Sheet): Beyond | undefined {
  const size = gridSize({ cells });
  const unseen = <T extends { readonly block: Block }>(all: readonly T[]): readonly T[] =>
    all.filter((each) => shownOf(each, size).length === 0);
  const beyond: Beyond = {
    merged: unseen(merged.map((block) => ({ block }))).map(({ block }) => block),
    flags: unseen(flags),
    validations: unseen(validations),
  };
  return beyond.merged.length + beyond.flags.length + beyond.validations.length > 0 ? beyond : undefined;
}
