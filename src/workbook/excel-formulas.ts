import { isKeelFormula, sameBlock, topLeft, type Block, type Value } from "../sheets";
import { noSheet } from "./excel-apply";
import {
  contentProperties,
  contentsOf,
  placeOf,
  placeProperties,
  rangeIfAny,
  rangeOf,
  type PlainContents,
} from "./excel-contents";
import { supports, tooMuch } from "./excel-run";
import { WorkbookFailure, type CellFormula } from "./host";

/** Finds the formula that fills a cell: its own, or the one that spills over it, where Excel tells of spills. One sync. */
export async function formulaFor(context: Excel.RequestContext, cell: Block): Promise<CellFormula | undefined> {
  const properties = `${contentProperties},formulasLocal`;
  const range = rangeIfAny(context, topLeft(cell)).load(properties);
  const parent = supports("1.12") ? range.getSpillParentOrNullObject().load(properties) : undefined;
  await context.sync();
  if (range.isNullObject) throw noSheet(cell.sheet);
  // The parent comes first: were the spilled cell to tell its parent's formula, it would not be its own.
  return (parent && !parent.isNullObject ? withLocal(parent) : undefined) ?? withLocal(range);
}

/** The formula of a loaded cell, with its form in the owner's language where that is another one. */
function withLocal(range: Excel.Range): CellFormula | undefined {
  const [found] = formulasOf(contentsOf(range));
  const local: unknown = range.formulasLocal[0]?.[0];
  return found && typeof local === "string" && local.startsWith("=") && local !== found.formula
    ? { ...found, local }
    : found;
}

/** Finds every formula that calls Keel, on hidden and protected sheets too. Two syncs: the sheets, then what is in them. */
export async function keelFormulas(context: Excel.RequestContext): Promise<CellFormula[]> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject().load(contentProperties));
  try {
    await context.sync();
  } catch (cause) {
    if (!tooMuch(cause)) throw cause;
    throw new WorkbookFailure("This workbook is too large to look through all at once.", "refused", { cause });
  }
  const found = used
    .flatMap((range) => (range.isNullObject ? [] : formulasOf(contentsOf(range))))
    .filter(({ formula }) => isKeelFormula(formula));
  return withoutSpilled(context, found);
}

/**
 * Leaves out cells that only show another cell's result. Not observed in a running Excel: that such a cell tells its
 * value as its formula, as documented for cells without one; were it to tell its parent's formula, entering that there
 * would stand in the parent's way. So cells that repeat a formula are asked, which takes one more sync.
 */
async function withoutSpilled(context: Excel.RequestContext, found: readonly CellFormula[]): Promise<CellFormula[]> {
  const first = new Map<string, CellFormula>();
  const asked = found.flatMap((each) => {
    const key = `${each.cell.sheet} ${each.formula}`;
    if (first.has(key)) return [each];
    first.set(key, each);
    return [];
  });
  if (asked.length === 0 || !supports("1.12")) return [...found];
  const parents = asked.map((each) => ({
    each,
    parent: rangeOf(context, each.cell).getSpillParentOrNullObject().load(placeProperties),
  }));
  await context.sync();
  const spilled = new Set(
    parents.flatMap(({ each, parent }) => (parent.isNullObject || sameBlock(placeOf(parent), each.cell) ? [] : [each])),
  );
  return found.filter((each) => !spilled.has(each));
}

/** The formulas in some cells, rows first. */
function formulasOf({ block, values, formulas }: PlainContents): CellFormula[] {
  const shown = (down: number, across: number): Value => values[down]?.[across] ?? "";
  return formulas.flatMap((cells, down) =>
    cells.flatMap((formula, across) =>
      formula === ""
        ? []
        : [
            {
              cell: { sheet: block.sheet, row: block.row + down, column: block.column + across, height: 1, width: 1 },
              formula,
              shows: shown(down, across),
            },
          ],
    ),
  );
}
