import { errorKind } from "../ranges";
import type { Block, Value } from "../sheets";
import type { Card, CellValue, Contents } from "./host";

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

/** Contents with an error's word where a cell shows a card. */
export interface PlainContents extends Contents {
  readonly values: readonly (readonly Value[])[];
}

/** Reads what a loaded range holds. */
export function contentsOf(range: Excel.Range): PlainContents {
  const values = range.values as Value[][];
  return { block: placeOf(range), values, formulas: formulasIn(values, range.formulas as Value[][]) };
}

/**
 * Reads what loaded ranges hold, cards among it: Excel gives `#VALUE!` for the value of one of its Stocks, and the card's
 * own words for its text. Only ranges with an error in them are asked, which takes a sync more.
 */
export async function contentsWithCards(
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
): Promise<readonly Contents[]> {
  const found = ranges.map(contentsOf);
  const asked = new Set(found.flatMap(({ values }, index) => (values.some((row) => row.some(isFault)) ? [index] : [])));
  if (asked.size === 0) return found;
  for (const index of asked) ranges[index]?.load("text");
  await context.sync();
  return found.map((contents, index) => (asked.has(index) ? withCards(contents, ranges[index]?.text ?? []) : contents));
}

function withCards(contents: PlainContents, texts: readonly (readonly string[])[]): Contents {
  return {
    ...contents,
    values: contents.values.map((row, down) =>
      row.map((value, across) => (isFault(value) ? (cardOf(texts[down]?.[across] ?? "") ?? value) : value)),
    ),
  };
}

/** Whether a value is an error's word. */
export function isFault(value: CellValue): boolean {
  return typeof value === "string" && errorKind(value) === "fault";
}

/** The card that shows a text; undefined where the text is an error's, whatever the language: those begin with #. */
export function cardOf(text: string): Card | undefined {
  return text === "" || text.startsWith("#") ? undefined : { type: "Entity", basicValue: "#VALUE!", text };
}

/**
 * Keeps the formulas only. Excel gives a cell without a formula its value in their place; a text such as "=1+1" stands
 * there too, and is told from a formula by being the cell's value as well.
 */
function formulasIn(values: readonly (readonly Value[])[], formulas: readonly (readonly Value[])[]): string[][] {
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
