import { address, type Block, type Description, type Step, type Style } from "../sheets";
import { rangeOf } from "./excel-contents";
import type { Former } from "./excel-former";
import { entry } from "./excel-entry";

/** What a description added that undo has to find again. */
export interface Added {
  readonly sheets: readonly string[];
  readonly tables: readonly { readonly name: string; readonly block: Block }[];
}

/** What a workbook has already, where the steps of a description ask for it. */
export interface Existing {
  /** Names of sheets and tables, in lower case, as Excel compares them. */
  readonly sheets: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly flags: Former["flags"];
  /** Whether a cell has the number format `@`, which takes everything as text. */
  readonly isText: (sheet: string, row: number, column: number) => boolean;
}

/** Queues a description's steps, in order. Nothing reaches Excel before the next sync. */
export function queue(context: Excel.RequestContext, description: Description, existing: Existing): Added {
  const added = {
    sheets: [] as string[],
    tables: [] as { name: string; block: Block }[],
  };
  const has = {
    sheets: new Set(existing.sheets),
    tables: new Set(existing.tables),
    names: new Set(existing.names),
  };
  /** What the steps so far have set, the latest first. */
  const formats: { block: Block; format: string }[] = [];
  const isText = (sheet: string, row: number, column: number): boolean => {
    const latest = formats.find(({ block }) => covers(block, sheet, row, column));
    return latest ? latest.format === "@" : existing.isText(sheet, row, column);
  };

  for (const { block, ids } of existing.flags) {
    for (const id of ids) rangeOf(context, block).conditionalFormats.getItem(id).delete();
  }
  const carryOut = (step: Step): void => {
    switch (step.do) {
      case "add sheet":
        if (has.sheets.has(step.name.toLowerCase())) return;
        context.workbook.worksheets.add(step.name);
        has.sheets.add(step.name.toLowerCase());
        added.sheets.push(step.name);
        return;
      case "write values": {
        const { sheet, row, column } = step.block;
        rangeOf(context, step.block).values = step.values.map((cells, down) =>
          cells.map((value, across) => entry(value, isText(sheet, row + down, column + across))),
        );
        return;
      }
      case "write formula": {
        // What the result will cover must be empty, else it can't spill.
        const covered = rangeOf(context, step.block);
        covered.clear("Contents");
        covered.getCell(0, 0).formulas = [[step.formula]];
        return;
      }
      case "add table": {
        if (has.tables.has(step.name.toLowerCase())) return;
        const table = context.workbook.worksheets
          .getItem(step.block.sheet)
          .tables.add(rangeOf(context, step.block), true);
        table.name = step.name;
        has.tables.add(step.name.toLowerCase());
        added.tables.push({ name: step.name, block: step.block });
        return;
      }
      case "name block": {
        const { names } = context.workbook;
        if (has.names.has(step.name.toLowerCase())) names.getItem(step.name).formula = `=${address(step.block, true)}`;
        else names.add(step.name, rangeOf(context, step.block));
        has.names.add(step.name.toLowerCase());
        return;
      }
      case "format numbers":
        rangeOf(context, step.block).numberFormat = filledWith(step.block, step.format);
        formats.unshift(step);
        return;
      case "style":
        dress(rangeOf(context, step.block).format, step.style);
        return;
      case "flag":
        flag(rangeOf(context, step.block), step.formula, step.look);
        return;
      case "set width":
        rangeOf(context, step.block).format.columnWidth = points(step.characters);
        return;
      case "select":
        context.workbook.worksheets.getItem(step.block.sheet).activate();
        rangeOf(context, step.block).select();
        return;
    }
  };
  description.steps.forEach(carryOut);
  return added;
}

function covers(block: Block, sheet: string, row: number, column: number): boolean {
  return (
    block.sheet.toLowerCase() === sheet.toLowerCase() &&
    block.row <= row &&
    row < block.row + block.height &&
    block.column <= column &&
    column < block.column + block.width
  );
}

/** A block's worth of one value. */
export function filledWith<T>({ height, width }: Block, value: T): T[][] {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => value));
}

/**
 * The width in points of so many characters: a digit of Excel's default font (Calibri 11) is 7 pixels wide at 96 dots an
 * inch, the edges take 5, and a pixel is 0.75 points (ECMA-376 Part 1, 18.3.1.13, `col` width). So Excel's standard
 * 8.43 characters are 64 pixels, or 48 points. In other fonts a column comes out a little wider or narrower.
 */
export function points(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75;
}

const colours = {
  input: "#0000FF",
  inputCell: "#FFF9E5",
  note: "#616161",
  act: { background: "#FFE8CC", text: "#8A3707" },
  fine: { background: "#DFF3E3", text: "#0E5A1F" },
};

function dress({ font, fill }: Excel.RangeFormat, style: Style): void {
  switch (style) {
    case "title":
      font.bold = true;
      font.size = 14;
      return;
    case "heading":
      font.bold = true;
      return;
    case "input":
      font.color = colours.input;
      fill.color = colours.inputCell;
      return;
    case "note":
      font.italic = true;
      font.color = colours.note;
      return;
  }
}

function flag(range: Excel.Range, formula: string, look: "act" | "fine"): void {
  const format = range.conditionalFormats.add("Custom");
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = colours[look].background;
  format.custom.format.font.color = colours[look].text;
}
