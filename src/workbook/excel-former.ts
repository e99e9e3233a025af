import { claims, type Block, type Description, type Value } from "../sheets";
import { contentProperties, contentsOf, rangeOf } from "./excel-contents";
import { entry } from "./excel-entry";
import { supports } from "./excel-run";

/** What cells held and looked like before a description was carried out, so that it can be given back exactly. */
export interface Former {
  readonly cells: readonly FormerCells[];
  readonly looks: readonly { readonly block: Block; readonly looks: Excel.SettableCellProperties[][] }[];
  readonly widths: readonly { readonly block: Block; readonly points: number }[];
  /** What a name stood for; undefined if nobody had it. */
  readonly names: readonly { readonly name: string; readonly formula: string | undefined }[];
  /** For each flag, the rules with the same formula that were there already. They are replaced, not doubled. */
  readonly flags: readonly { readonly block: Block; readonly formula: string; readonly ids: readonly string[] }[];
}

export interface FormerCells {
  readonly block: Block;
  /** As they must be entered to come back: formulas, values, and texts that stay texts. */
  readonly entries: readonly (readonly Value[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** What of a cell's look the styles change. */
const looked: Excel.CellPropertiesLoadOptions = {
  format: { fill: { color: true, pattern: true }, font: { bold: true, italic: true, color: true, size: true } },
};

/**
 * Queues the reading of what a description is going to change, on sheets that are there. Call what it returns after the
 * next sync; it may need one more.
 */
export function remember(
  context: Excel.RequestContext,
  description: Description,
  isThere: (sheet: string) => boolean,
): () => Promise<Former> {
  const spills = supports("1.12");
  const { steps } = description;
  const blocks = (...kinds: readonly string[]): Block[] =>
    steps.flatMap((step) =>
      kinds.includes(step.do) && "block" in step && isThere(step.block.sheet) ? [step.block] : [],
    );

  const properties = `${contentProperties},numberFormat,valueTypes${spills ? ",hasSpill" : ""}`;
  const cells = distinct([
    ...claims(description).filter(({ sheet }) => isThere(sheet)),
    ...blocks("format numbers", "add table"),
  ]).map((block) => ({ block, range: rangeOf(context, block).load(properties) }));
  const looks = distinct(blocks("style", "add table")).map((block) => ({
    block,
    found: rangeOf(context, block).getCellProperties(looked),
  }));
  const widths = distinct(blocks("set width").flatMap(columns)).map((block) => ({
    block,
    format: rangeOf(context, block).format.load("columnWidth"),
  }));
  const names = steps.flatMap((step) =>
    step.do === "name block"
      ? [{ name: step.name, item: context.workbook.names.getItemOrNullObject(step.name).load("formula") }]
      : [],
  );
  const flags = steps.flatMap((step) =>
    step.do === "flag" && isThere(step.block.sheet)
      ? [{ block: step.block, formula: step.formula, formats: rulesOn(context, step.block) }]
      : [],
  );

  return async () => {
    const parents = cells.flatMap(({ range }) => (spills ? spillParents(range) : []));
    if (parents.length > 0) await context.sync();
    const spilled = new Set(
      parents.flatMap(({ cell, sheet, row, column }) =>
        cell.isNullObject || (cell.rowIndex === row && cell.columnIndex === column) ? [] : [key(sheet, row, column)],
      ),
    );
    return {
      cells: cells.map(({ block, range }) => ({
        block,
        entries: entriesOf(range, spilled),
        numberFormats: range.numberFormat as string[][],
      })),
      looks: looks.map(({ block, found }) => ({ block, looks: found.value.map((row) => row.map(settable)) })),
      widths: widths.map(({ block, format }) => ({ block, points: format.columnWidth })),
      names: names.map(({ name, item }) => ({
        name,
        formula: item.isNullObject ? undefined : String(item.formula),
      })),
      flags: flags.map(({ block, formula, formats }) => ({
        block,
        formula,
        ids: formats.items.filter((format) => hasFormula(format, formula)).map(({ id }) => id),
      })),
    };
  };
}

/** Queues the reading of the conditional formats that a block has a part in. */
export function rulesOn(context: Excel.RequestContext, block: Block): Excel.ConditionalFormatCollection {
  return rangeOf(context, block).conditionalFormats.load("items/id,items/customOrNullObject/rule/formula");
}

/** Tells whether a loaded conditional format is a formula's, and this formula's. */
export function hasFormula({ customOrNullObject: custom }: Excel.ConditionalFormat, formula: string): boolean {
  return !custom.isNullObject && custom.rule.formula === formula;
}

/** Queues the question which cell spills over each filled cell, for a range that may have spilled cells. */
function spillParents(
  range: Excel.Range,
): { readonly cell: Excel.Range; readonly sheet: string; readonly row: number; readonly column: number }[] {
  // False if no cell is spilled, null if some are.
  if ((range.hasSpill as boolean | null) === false) return [];
  const { block, values } = contentsOf(range);
  return values.flatMap((cells, down) =>
    cells.flatMap((value, across) =>
      value === ""
        ? []
        : [
            {
              cell: range.getCell(down, across).getSpillParentOrNullObject().load("rowIndex,columnIndex"),
              sheet: block.sheet,
              row: block.row + down,
              column: block.column + across,
            },
          ],
    ),
  );
}

/** A spilled cell is empty by itself: entered again, its value would be in the way of the formula that fills it. */
function entriesOf(range: Excel.Range, spilled: ReadonlySet<string>): Value[][] {
  const { block, values, formulas } = contentsOf(range);
  return values.map((cells, down) =>
    cells.map((value, across) => {
      if (spilled.has(key(block.sheet, block.row + down, block.column + across))) return "";
      const formula = formulas[down]?.[across];
      if (formula) return formula;
      const type: string | undefined = range.valueTypes[down]?.[across];
      return type === "Error" ? value : entry(value, false);
    }),
  );
}

/** No fill is told by its pattern; its colour then reads white, and given back it would paint the gridlines over. */
function settable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, font } = format ?? {};
  const color = fill?.color;
  const pattern: string | undefined = fill?.pattern;
  const { bold, italic, size, color: ink } = font ?? {};
  return {
    format: {
      fill: pattern === "None" || color === undefined ? { pattern: "None" } : { color },
      font: {
        ...(bold === undefined ? {} : { bold }),
        ...(italic === undefined ? {} : { italic }),
        ...(size === undefined ? {} : { size }),
        ...(ink === undefined ? {} : { color: ink }),
      },
    },
  };
}

function columns(block: Block): Block[] {
  return Array.from({ length: block.width }, (_, across) => ({
    ...block,
    row: 0,
    height: 1,
    column: block.column + across,
    width: 1,
  }));
}

function distinct(blocks: readonly Block[]): Block[] {
  return [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()];
}

function key(sheet: string, row: number, column: number): string {
  return `${row} ${column} ${sheet}`;
}
