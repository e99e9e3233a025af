import { WorkbookFailure, type Contents, type Workbook } from "../workbook";
import type { Block } from "../sheets";

/** Reads a block; undefined where the sheet ends before it does. */
export async function readInside(workbook: Workbook, block: Block): Promise<Contents | undefined> {
  try {
    return await workbook.read(block);
  } catch (failure) {
    if (failure instanceof WorkbookFailure && failure.reason === "refused") return undefined;
    throw failure;
  }
}

/** Reads a block; undefined where its sheet is gone or ends before it does. */
export async function readIfThere(workbook: Workbook, block: Block): Promise<Contents | undefined> {
  try {
    return await readInside(workbook, block);
  } catch (failure) {
    if (failure instanceof WorkbookFailure && failure.reason === "lost") return undefined;
    throw failure;
  }
}
