import { overlap, type Block } from "../../../sheets";
import type { Contents, Workbook } from "../../../workbook";
import { readInside } from "../../holdings/read-inside";

/** Lists the filled cells among `claimed` blocks as runs down a column. */
export function filledIn(contents: Contents, claimed: readonly Block[]): readonly Block[] {
  const { block, values, formulas } = contents;
  const runs: Block[] = [];
  for (let column = 0; column < block.width; column += 1) {
    let run: Block | undefined;
    for (let row = 0; row < block.height; row += 1) {
      const cell: Block = {
        sheet: block.sheet,
        row: block.row + row,
        column: block.column + column,
        height: 1,
        width: 1,
      };
      const filled = (values[row]?.[column] ?? "") !== "" || (formulas[row]?.[column] ?? "") !== "";
      if (!filled || !claimed.some((claim) => overlap(claim, cell))) {
        run = undefined;
      } else if (run) {
        run = { ...run, height: run.height + 1 };
        runs[runs.length - 1] = run;
      } else {
        run = cell;
        runs.push(run);
      }
    }
  }
  return runs;
}

/** How many places to the right are tried. */
const TRIES = 12;

/**
 * Finds the first column from which `all` could be written without touching a filled cell, with a blank column before
 * it. Undefined if there is none near, or the sheet ends first.
 */
export async function freeColumn(workbook: Workbook, all: Block): Promise<number | undefined> {
  let column = all.column;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const area: Block = { ...all, column: column - 1, width: all.width + 1 };
    const contents = await readInside(workbook, area);
    if (!contents) return undefined;
    const filled = filledIn(contents, [area]);
    if (filled.length === 0) return column;
    column = Math.max(...filled.map((run) => run.column)) + 2;
  }
  return undefined;
}
