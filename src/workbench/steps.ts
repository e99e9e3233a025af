import { address, overlap, type Block, type Description, type Step, type Style } from "../sheets";
import { WorkbookFailure } from "../workbook";
import { cellData, sameName, type GridCells } from "./cells";

/** A new sheet's size. Univer's sheets end where they are told to. */
export const sheetSize = { rowCount: 1000, columnCount: 52 };

/** Refuses, before anything is written, what could not be carried out to the end. */
export function check(cells: GridCells, { steps }: Description): void {
  const added = steps.flatMap((step) => (step.do === "add sheet" ? [step.name] : []));
  for (const step of steps) {
    if (step.do === "add sheet") continue;
    if (!added.some((name) => sameName(name, step.block.sheet))) cells.sheet(step.block.sheet);
    if (step.do !== "write values") continue;
    const { block, values } = step;
    if (values.length === block.height && values.every((row) => row.length === block.width)) continue;
    throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
  }
}

/** Refuses to give a name that means something else already. */
export function checkNames(cells: GridCells, { steps }: Description): void {
  for (const step of steps) {
    const taken = step.do === "name block" && cells.book.getDefinedName(step.name);
    if (!taken) continue;
    throw new WorkbookFailure(
      `The name ${step.name} is used in this workbook already, for ${taken.getFormulaOrRefString()}. Rename it or delete it, then try again.`,
      "refused",
    );
  }
}

/** Carries a description's steps out, in order. Throws at the first that can't be done, and leaves what is done by then. */
export async function carryOut(cells: GridCells, { steps }: Description): Promise<void> {
  removeFlags(cells, steps);
  for (const step of steps) await carryOutStep(cells, step);
}

async function carryOutStep(cells: GridCells, step: Step): Promise<void> {
  switch (step.do) {
    case "add sheet":
      if (!cells.sheetIfAny(step.name)) cells.book.insertSheet(step.name, { sheet: sheetSize });
      return;
    case "write values":
      cells.range(step.block).setValues(step.values.map((row) => row.map(cellData)));
      return;
    case "write formula":
      // What the result will cover must be empty, else it can't spill.
      cells.range(step.block).setValues(filledWith(step.block, cellData("")));
      cells.range(topLeft(step.block)).setValue({ ...cellData(""), f: forUniver(step.formula) });
      return;
    case "add table":
      return addTable(cells, step.name, step.block);
    case "name block":
      cells.book.deleteDefinedName(step.name);
      cells.book.insertDefinedName(step.name, address(step.block, true));
      return;
    case "format numbers":
      cells.range(step.block).setNumberFormat(step.format);
      return;
    case "style":
      dress(cells, step.block, step.style);
      return;
    case "flag":
      flag(cells, step);
      return;
    case "set width":
      cells.sheet(step.block.sheet).setColumnWidths(step.block.column, step.block.width, pixels(step.characters));
      return;
    case "select":
      cells.book.setActiveSheet(cells.sheet(step.block.sheet));
      cells.range(step.block).activate();
      return;
  }
}

async function addTable(cells: GridCells, name: string, block: Block): Promise<void> {
  const { startRow, endRow, startColumn, endColumn } = cells.range(block).getRange();
  const place = address(block);
  const tables = cells.tables();
  const namesake = tables.find((table) => sameName(table.name, name));
  // Carried out again, a description finds its own table.
  if (namesake && sameName(address(namesake.block), place)) return;
  if (namesake) {
    throw new WorkbookFailure(`There is a table called ${name} already, in ${address(namesake.block)}.`, "refused");
  }
  const inTheWay = tables.find((table) => overlap(table.block, block));
  if (inTheWay) {
    const words = `${place} would overlap the table ${inTheWay.name} in ${address(inTheWay.block)}.`;
    throw new WorkbookFailure(words, "refused");
  }
  const added = await cells.sheet(block.sheet).addTable(name, { startRow, endRow, startColumn, endColumn });
  if (!added) {
    const words = `The workbench can't call a table ${name}: a sheet has that name, or it has a blank or looks like a cell.`;
    throw new WorkbookFailure(words, "refused");
  }
}

const colours = {
  input: "#0000ff",
  inputCell: "#fff9e5",
  note: "#616161",
  act: { background: "#ffe8cc", text: "#8a3707" },
  fine: { background: "#dff3e3", text: "#0e5a1f" },
};

function dress(cells: GridCells, block: Block, style: Style): void {
  const range = cells.range(block);
  switch (style) {
    case "title":
      range.setFontWeight("bold").setFontSize(14);
      // Univer draws a table's name above the table, a little higher than a row: a title two rows above stays free of it.
      range.setVerticalAlignment("top");
      cells.sheet(block.sheet).setRowHeights(block.row, block.height, titleHeight);
      return;
    case "heading":
      range.setFontWeight("bold");
      return;
    case "input":
      range.setFontColor(colours.input).setBackground(colours.inputCell);
      return;
    case "note":
      range.setFontStyle("italic").setFontColor(colours.note);
      return;
  }
}

/** In pixels. */
const titleHeight = 32;

function flag(cells: GridCells, { block, formula, look }: Extract<Step, { do: "flag" }>): void {
  const sheet = cells.sheet(block.sheet);
  const rule = sheet
    .newConditionalFormattingRule()
    .whenFormulaSatisfied(formula)
    .setRanges([cells.range(block).getRange()])
    .setBackground(colours[look].background)
    .setFontColor(colours[look].text)
    .build();
  sheet.addConditionalFormattingRule(rule);
}

/** Takes away the flags of the blocks that will be flagged, so that carrying a description out again doesn't double them. */
function removeFlags(cells: GridCells, steps: readonly Step[]): void {
  for (const step of steps) {
    const sheet = step.do === "flag" ? cells.sheetIfAny(step.block.sheet) : undefined;
    if (step.do !== "flag" || !sheet) continue;
    const { startRow, endRow, startColumn, endColumn } = cells.range(step.block).getRange();
    for (const { cfId, ranges } of sheet.getConditionalFormattingRules()) {
      const same = ranges.every(
        (range) =>
          range.startRow === startRow &&
          range.endRow === endRow &&
          range.startColumn === startColumn &&
          range.endColumn === endColumn,
      );
      if (same) sheet.deleteConditionalFormattingRule(cfId);
    }
  }
}

function topLeft(block: Block): Block {
  return { ...block, height: 1, width: 1 };
}

function filledWith<T>({ height, width }: Block, value: T): T[][] {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => value));
}

/** Univer doesn't know Excel's short form for the same row of a table, `Holdings[@Value]`. */
function forUniver(formula: string): string {
  return formula.replace(
    /(\w)\[@(?:\[([^\]]+)\]|([^\]]+))\]/g,
    (_, table: string, bracketed: string | undefined, bare: string) => `${table}[[#This Row],[${bracketed ?? bare}]]`,
  );
}

/** Excel's rule for its default font: 7 pixels a digit, and 5 for the cell's edges. */
function pixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}
