import { cashLabel, placesFor, policyLabel, type Block, type Places, type Source } from "../../sheets";
import type { CellValue, Contents, Workbook } from "../../workbook";
import { readInside } from "./read-inside";

/** Keel's own columns beside a list: where they stand and what the owner's two cells say now. */
export interface Plan {
  readonly places: Places;
  readonly cash: CellValue;
  readonly policy: CellValue;
}

/** How far to the right of a list its plan is looked for, in columns. */
const REACH = 24;

/** Finds a list's plan: Keel's columns to the right of it. */
export async function findPlan(workbook: Workbook, source: Source): Promise<Plan | undefined> {
  const { all } = placesFor(source);
  // Near the sheet's last column there is no room to look far.
  const contents = (await readInside(workbook, { ...all, width: REACH })) ?? (await readInside(workbook, all));
  return contents && planIn(contents, source);
}

function planIn(contents: Contents, source: Source): Plan | undefined {
  const width = contents.block.width;
  for (let column = 0; column + 6 <= width; column += 1) {
    const places = placesFor(source, { firstColumn: contents.block.column + column });
    const at = (block: Block): CellValue =>
      contents.values[block.row - contents.block.row]?.[block.column - contents.block.column] ?? "";
    const formula = contents.formulas[places.drift.row - contents.block.row]?.[column] ?? "";
    const labels = { ...places.labels, row: places.labels.row + 1 };
    // Excel shows an add-in's function under a stored name while the add-in is not loaded.
    if (/KEEL\w*[._]DRIFT\(/i.test(formula) && at(places.labels) === cashLabel && at(labels) === policyLabel) {
      return { places, cash: at(places.cash), policy: at(places.policy) };
    }
  }
  return undefined;
}
