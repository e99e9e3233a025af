import type { Block } from "../sheets";
import { WorkbookFailure, type CellFormula, type Workbook } from "../workbook";
import type { Whereabouts } from "./list";
import { readIfThere } from "./read-inside";

/** Whether a list that was found once is still in the workbook, which may have become another one. */
export async function listIsStillThere(workbook: Workbook, { table, block }: Whereabouts): Promise<boolean> {
  // Asked for its tables, a workbook that can't be read now says so: that is another thing than a list that is gone.
  const tables = await workbook.tables();
  if (table !== undefined) return tables.some(({ name }) => name === table);
  const contents = await readIfThere(workbook, block);
  return contents?.values.some((row) => row.some((cell) => cell !== "")) === true;
}

/** Whether a plan is still on its sheet. `cell` held one of its formulas; the owner may have moved it on the sheet. */
export async function planIsStillThere(workbook: Workbook, cell: Block): Promise<boolean> {
  if (await formulaIfThere(workbook, cell)) return true;
  return (await workbook.keelFormulas()).some(({ cell: { sheet } }) => sheet === cell.sheet);
}

/** Whether the workbook has a sheet of that name. */
export async function sheetIsThere(workbook: Workbook, sheet: string): Promise<boolean> {
  return (await readIfThere(workbook, { sheet, row: 0, column: 0, height: 1, width: 1 })) !== undefined;
}

async function formulaIfThere(workbook: Workbook, cell: Block): Promise<CellFormula | undefined> {
  try {
    return await workbook.formulaFor(cell);
  } catch (failure) {
    if (failure instanceof WorkbookFailure && (failure.reason === "lost" || failure.reason === "refused"))
      return undefined;
    throw failure;
  }
}
