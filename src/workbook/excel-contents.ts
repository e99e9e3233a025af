import type { Block } from "../sheets";
import type { CellValue, Contents } from "./host";

/** The properties of a range that its place is made of; load these before `placeOf`. */
export const placeProperties = "rowIndex,columnIndex,rowCount,columnCount,worksheet/name";
/** The properties of a range that its contents are made of; load these before `contentsOf`. */
export const contentProperties = `${placeProperties},values,formulas`;

/** Finds a block's range. If the sheet is missing, a null object. */
export function rangeIfAny(context: Excel.RequestContext, block: Block): Excel.Range {
  return inSheet(context.workbook.worksheets.getItemOrNullObject(block.sheet), block);
}

/** Finds a block's range on a sheet that is known to be there. */
export function rangeOf(context: Excel.RequestContext, block: Block): Excel.Range {
  return inSheet(context.workbook.worksheets.getItem(block.sheet), block);
}

function inSheet(sheet: Excel.Worksheet, block: Block): Excel.Range {
  return sheet.getRangeByIndexes(block.row, block.column, block.height, block.width);
}

/** Reads where a loaded range is. */
export function placeOf(range: Excel.Range): Block {
  return {
    sheet: range.worksheet.name,
    row: range.rowIndex,
    column: range.columnIndex,
    height: range.rowCount,
    width: range.columnCount,
  };
}

/** Reads what a loaded range holds. */
export function contentsOf(range: Excel.Range): Contents {
  const values = range.values as CellValue[][];
  return { block: placeOf(range), values, formulas: formulasIn(values, range.formulas as CellValue[][]) };
}

/**
 * Keeps the formulas only. Excel gives a cell without a formula its value in their place; a text such as "=1+1" stands
 * there too, and is told from a formula by being the cell's value as well.
 */
function formulasIn(
  values: readonly (readonly CellValue[])[],
  formulas: readonly (readonly CellValue[])[],
): string[][] {
  return formulas.map((row, rowIndex) =>
    row.map((formula, columnIndex) =>
      typeof formula === "string" && formula.startsWith("=") && formula !== values[rowIndex]?.[columnIndex]
        ? formula
        : "",
    ),
  );
}

/** The smallest block around the filled cells of a block, as a list of one; an empty list if none is filled. */
export function filledIn({ block, values, formulas }: Contents): Block[] {
  const filled = values.flatMap((row, rowIndex) =>
    row.flatMap((value, columnIndex) =>
      value !== "" || formulas[rowIndex]?.[columnIndex] !== "" ? [{ row: rowIndex, column: columnIndex }] : [],
    ),
  );
  if (filled.length === 0) return [];
  const rows = filled.map((cell) => cell.row);
  const columns = filled.map((cell) => cell.column);
  // Reduced and not spread: a claim can have more cells than a call has room for arguments.
  const least = (numbers: number[]): number => numbers.reduce((one, other) => Math.min(one, other));
  const most = (numbers: number[]): number => numbers.reduce((one, other) => Math.max(one, other));
  return [
    {
      sheet: block.sheet,
      row: block.row + least(rows),
      column: block.column + least(columns),
      height: most(rows) - least(rows) + 1,
      width: most(columns) - least(columns) + 1,
    },
  ];
}
