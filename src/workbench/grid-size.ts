import type { Block, Flag, Sheet } from "../sheets";
import { roomBelow, sheetSize } from "./dimensions";
import { sameAcrossRow } from "./row-rules";

/** How much room a sheet has beyond its last filled cell at least. */
const margin = { rows: roomBelow, columns: 26 };

/** Sizes that are known by their cells: a sheet of a million is asked for its size several times. */
const sizes = new WeakMap<Sheet["cells"], Pick<Block, "height" | "width">>();

/** How many rows and columns the grid gives a sheet. */
export function gridSize({ cells }: Pick<Sheet, "cells">): Pick<Block, "height" | "width"> {
  const size = sizes.get(cells) ?? sizeFor(cells);
  sizes.set(cells, size);
  return size;
}

function sizeFor(cells: Sheet["cells"]): Pick<Block, "height" | "width"> {
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

/**
 * For so many cells conditional formats may be worked out on all grids of a workbook together: Univer works each of them out
 * for each cell that it covers, and remembers that; `mendRowRules` has it done once a row where that says the same. A list
 * of 20,000 rows and six columns has room.
 */
export const mostFlagged = 125_000;

/** The conditional formats of a sheet, cut to its grid as `shownOf` cuts, and those that are not put on it. */
export interface DividedFlags {
  readonly shown: readonly Flag[];
  readonly beyond: readonly UnseenFlag[];
}

/** A conditional format that is kept beside the grid. */
export interface UnseenFlag extends Flag {
  /** How many of those on the grid are stronger: it comes after so many of them when they are saved together. */
  readonly after: number;
}

/** Divides the conditional formats of each sheet: into those that lie on its grid and find room there, and the others. */
export function dividedFlags(sheets: readonly Sheet[]): ReadonlyMap<Sheet, DividedFlags> {
  let room = mostFlagged;
  const divided = ({ cells, flags }: Sheet): DividedFlags => {
    const size = gridSize({ cells });
    const shown: Flag[] = [];
    const beyond: UnseenFlag[] = [];
    for (const flag of flags) {
      const [cut] = shownOf(flag, size);
      const area = cut ? cut.block.height * (sameAcrossRow(flag.formula) ? 1 : cut.block.width) : Infinity;
      if (!cut || area > room) {
        beyond.push({ ...flag, after: shown.length });
        continue;
      }
      room -= area;
      shown.push(cut);
    }
    return { shown, beyond };
  };
  return new Map(sheets.map((sheet) => [sheet, divided(sheet)]));
}

/** How many conditional formats lie on their sheet's grid and find no room there. */
export function flagsWithoutRoom(sheets: readonly Sheet[]): number {
  let without = 0;
  for (const [{ cells }, { beyond }] of dividedFlags(sheets)) {
    const size = gridSize({ cells });
    without += beyond.filter((flag) => shownOf(flag, size).length > 0).length;
  }
  return without;
}

/** All conditional formats of a sheet in their order, the strongest first: those on the grid and those beside it. */
export function togetherWith(unseen: readonly UnseenFlag[], shown: readonly Flag[]): readonly Flag[] {
  const together: Flag[] = [];
  let next = 0;
  for (const { after, ...flag } of unseen) {
    while (next < shown.length && next < after) together.push(...shown.slice(next, ++next));
    together.push(flag);
  }
  return [...together, ...shown.slice(next)];
}

/** What a sheet has where its grid doesn't reach: it is kept beside the grid, and saved again. */
export interface Beyond {
  readonly merged: readonly Block[];
  readonly flags: readonly UnseenFlag[];
  readonly validations: Sheet["validations"];
}

/** What of a sheet is left out of its grid; undefined where that is nothing. */
export function beyondGrid({ cells, merged, validations }: Sheet, flags: DividedFlags): Beyond | undefined {
  const size = gridSize({ cells });
  const unseen = <T extends { readonly block: Block }>(all: readonly T[]): readonly T[] =>
    all.filter((each) => shownOf(each, size).length === 0);
  const beyond: Beyond = {
    merged: unseen(merged.map((block) => ({ block }))).map(({ block }) => block),
    flags: flags.beyond,
    validations: unseen(validations),
  };
  return beyond.merged.length + beyond.flags.length + beyond.validations.length > 0 ? beyond : undefined;
}
