import type { CellValue, Contents, Workbook } from "../../workbook";
import type { Whereabouts } from "../list";
import { isBlankRow } from "../rows";
import { readIfThere } from "../read-inside";

/** So far above and below a list its title and its small print are looked for, and over so many blank rows. */
const FAR = 20;
const MOST_BLANK = 2;

/**
 * The cells of a list with the lines of text above and below it, which say whose account it is and of which day.
 * Undefined if the list is gone.
 */
export async function cellsAround(workbook: Workbook, list: Whereabouts): Promise<Contents["values"] | undefined> {
  const { block, values } = (await theListNow(workbook, list)) ?? {};
  if (!block || !values) return undefined;
  const first = Math.max(0, block.row - FAR);
  const read = async (row: number, height: number): Promise<Contents["values"]> =>
    height === 0 ? [] : ((await readIfThere(workbook, { ...block, row, height }))?.values ?? []);
  const above = await read(first, block.row - first);
  const below = await read(block.row + block.height, FAR);
  return [...[...lines([...above].reverse())].reverse(), ...values, ...lines(below)];
}

async function theListNow(workbook: Workbook, { table, block }: Whereabouts): Promise<Contents | undefined> {
  if (table === undefined) return readIfThere(workbook, block);
  return (await workbook.tables()).find(({ name }) => name === table);
}

/** The lines of text that rows begin with, blank ones between them. */
function lines(rows: Contents["values"]): Contents["values"] {
  let end = 0;
  for (let row = 0; row - end <= MOST_BLANK && row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (isBlankRow(cells)) continue;
    if (!isLine(cells)) break;
    end = row + 1;
  }
  return rows.slice(0, end);
}

/** Whether a row is text alone: a line, or a label and what it labels. */
function isLine(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length <= 2 && filled.every((cell) => typeof cell === "string");
}
