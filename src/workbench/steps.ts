import type { ICellData } from "@univerjs/core";
import {
  address,
  cellStyles,
  columnPixels,
  filledWith,
  sameName,
  sheetOf,
  topLeft,
  type Block,
  type Description,
  type Step,
  type Style,
} from "../sheets";
import { WorkbookFailure } from "../workbook";
import { univerStyleOf } from "./univer-styles";
import { cellData, type GridCells } from "./cells";
import { drawChart } from "./charts";
import { sheetSize } from "./dimensions";
import { addFlag, removeFlags } from "./flags";
import { forUniver } from "./formula-spelling";
import { addTable, checkResize, resizeTable } from "./tables";
import { validate } from "./validations";

/** Refuses, before anything is written, what could not be carried out to the end. */
export function check(cells: GridCells, { steps }: Description): void {
  const added = steps.flatMap((step) => (step.do === "add sheet" ? [step.name] : []));
  for (const step of steps) {
    const sheet = sheetOf(step);
    if (sheet !== undefined && !added.some((name) => sameName(name, sheet))) cells.sheet(sheet);
    if (step.do === "resize table" && !isAdded(steps, step.name)) checkResize(cells, step.name, step.block);
    if (step.do !== "write values") continue;
    const { block, values } = step;
    if (values.length === block.height && values.every((row) => row.length === block.width)) continue;
    throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
  }
}

/** Whether a description makes a table of that name itself. */
function isAdded(steps: readonly Step[], table: string): boolean {
  return steps.some((step) => step.do === "add table" && sameName(step.name, table));
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

/** Carries a description's steps out. Throws at the first that can't be done, and leaves what is done by then. */
export async function carryOut(cells: GridCells, { steps }: Description): Promise<void> {
  removeFlags(cells, steps);
  for (const step of steps) if (step.do !== "flag") await carryOutStep(cells, step);
  // Of two flags the first is the stronger; to Univer it is the one that was added last.
  for (const step of [...steps].reverse()) if (step.do === "flag") addFlag(cells, step);
}

async function carryOutStep(cells: GridCells, step: Exclude<Step, { do: "flag" }>): Promise<void> {
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
    case "resize table":
      return resizeTable(cells, step.name, step.block);
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
    case "validate":
      validate(cells, step.block, step);
      return;
    case "chart":
      return drawChart(cells, step);
    case "set width":
      cells.sheet(step.block.sheet).setColumnWidths(step.block.column, step.block.width, columnPixels(step.characters));
      return;
    case "select":
      cells.book.setActiveSheet(cells.sheet(step.block.sheet));
      cells.range(step.block).activate();
      return;
  }
}

/** Adds a style to what cells look like already. */
function dress(cells: GridCells, block: Block, style: Style): void {
  const sheet = cells.sheet(block.sheet).getSheet();
  const styled = { s: univerStyleOf(cellStyles[style]) };
  const dressed = filledWith(block, styled).map((row, down) =>
    row.map((cell, across): ICellData => {
      const formula = sheet.getCellRaw(block.row + down, block.column + across);
      // Univer takes a cell with a style alone for one whose formula is gone.
      return formula?.f || formula?.si ? { ...formula, ...cell } : cell;
    }),
  );
  cells.range(block).setValues(dressed);
}
