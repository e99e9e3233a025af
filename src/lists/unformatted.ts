import type { Block, Description } from "../sheets";
import { WorkbookFailure, type CellValue, type Workbook } from "../workbook";

/** Figures of the owner's, one column, and the number format that they get where they have none. */
export interface OwnFigures {
  readonly block: Block;
  /** What its cells hold, or will hold, from the first row on. */
  readonly cells: readonly CellValue[];
  readonly format: string;
}

/** What a cell says of itself that nobody has given a number format. */
const NONE = "General";

/**
 * Describes number formats for those of the owner's figures that have none: of cells that hold numbers and that nobody has
 * given a format. `formats` are those that cells have now, as `formatsOf` reads them; none for cells that are not known.
 */
export function formatsWhereNone(
  { block, cells, format }: OwnFigures,
  formats: readonly string[],
): Description["steps"] {
  const bare = cells.map((cell, row) => typeof cell === "number" && formats[row] === NONE);
  return bare.flatMap((isBare, row) => {
    if (!isBare || bare[row - 1]) return [];
    const end = bare.indexOf(false, row);
    const height = (end < 0 ? bare.length : end) - row;
    return [{ do: "format numbers", block: { ...block, row: block.row + row, height }, format } as const];
  });
}

/** The number formats of a column's cells, from the first row on; none where its cells are gone. */
export async function formatsOf(workbook: Workbook, block: Block): Promise<readonly string[]> {
  try {
    return (await workbook.numberFormats(block)).map(([format = NONE]) => format);
  } catch (failure) {
    if (failure instanceof WorkbookFailure && (failure.reason === "lost" || failure.reason === "refused")) return [];
    throw failure;
  }
}
