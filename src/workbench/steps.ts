import type { ICellData } from "@univerjs/core";
import {
  address,
  cellStyles,
  claims,
  columnPixels,
  filledWith,
  printOf,
  sameName,
  sheetOf,
  topLeft,
  type Block,
  type Description,
  type Step,
  type StepOf,
  type Style,
} from "../sheets";
import { WorkbookFailure } from "../workbook";
import { univerStyleOf } from "./univer-styles";
import { CellWriting } from "./cell-writing";
import { cellData, type GridCells } from "./cells";
import { drawChart } from "./charts";
import { roomBelow, sheetSize } from "./dimensions";
import { addFlag, removeFlags } from "./flags";
import { forUniver } from "./formula-spelling";
import { remember } from "./following";
import { rememberedOn } from "./remembered";
import { addTable, checkResize, resizeTable } from "./tables";
import { validate } from "./validations";

/**
 * Says that Univer's command stack does a part of a step: `do` changes the grid through Univer's commands only, each of
 * which remembers what it replaces and knows how to take itself back, and `SteppedUndo.oneStep` makes one step of them.
 * A kind whose `do` goes around the commands can't say so: it needs a `remember` and a `restore` of its own.
 */
export const byUniver: unique symbol = Symbol("by Univer's command stack");

/** How the workbench carries out one kind of step and takes it back, in four parts, of which none can be left out. */
export interface Kind<S extends Step> {
  /** Refuses, before anything is written, what could not be carried out to the end; `steps` are those of the description. */
  check(cells: GridCells, step: S, steps: readonly Step[]): void;
  readonly remember: typeof byUniver;
  /**
   * Throws if the step can't be done. A kind that writes cells puts them into `writing`: what several steps write one after
   * another gets into the grid at once.
   */
  do(cells: GridCells, step: S, writing: CellWriting): void | Promise<void>;
  readonly restore: typeof byUniver;
}

/** An entry for each kind of step. */
export type Kinds = { readonly [Name in Step["do"]]: Kind<StepOf<Name>> };

/** For a step that the grid never refuses on a sheet that is there. */
const nothingToCheck = (): void => undefined;

/** How the workbench carries out each kind of step, and takes it back: a new kind is one entry here. */
const kinds: Kinds = {
  "add sheet": {
    check: nothingToCheck,
    remember: byUniver,
    do(cells, { name }) {
      if (!cells.sheetIfAny(name)) cells.book.insertSheet(name, { sheet: sheetSize });
    },
    restore: byUniver,
  },
  "write values": {
    check(_, { block, values }) {
      if (values.length === block.height && values.every((row) => row.length === block.width)) return;
      throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
    },
    remember: byUniver,
    do(_, { block, values }, writing) {
      writing.put(block, (row, column) => cellData(values[row]?.[column] ?? ""));
    },
    restore: byUniver,
  },
  "write formula": {
    check: nothingToCheck,
    remember: byUniver,
    do(_, { block, formula }, writing) {
      // What the result will cover must be empty, else it can't spill.
      writing.empty(block);
      writing.put(topLeft(block), () => ({ ...cellData(""), f: forUniver(formula) }));
    },
    restore: byUniver,
  },
  "add table": {
    check: nothingToCheck,
    remember: byUniver,
    do: (cells, { name, block }) => addTable(cells, name, block),
    restore: byUniver,
  },
  "resize table": {
    check(cells, { name, block }, steps) {
      if (!steps.some((step) => step.do === "add table" && sameName(step.name, name))) checkResize(cells, name, block);
    },
    remember: byUniver,
    do: (cells, { name, block }) => resizeTable(cells, name, block),
    restore: byUniver,
  },
  "format numbers": {
    check: nothingToCheck,
    remember: byUniver,
    do(cells, { block, format }) {
      cells.range(block).setNumberFormat(format);
    },
    restore: byUniver,
  },
  style: {
    check: nothingToCheck,
    remember: byUniver,
    do: (cells, { block, style }) => dress(cells, block, style),
    restore: byUniver,
  },
  flag: {
    check: nothingToCheck,
    remember: byUniver,
    do: addFlag,
    restore: byUniver,
  },
  validate: {
    check: nothingToCheck,
    remember: byUniver,
    do: (cells, step) => validate(cells, step.block, step),
    restore: byUniver,
  },
  chart: {
    check: nothingToCheck,
    remember: byUniver,
    do: drawChart,
    restore: byUniver,
  },
  "set width": {
    check: nothingToCheck,
    remember: byUniver,
    do(cells, { block, characters }) {
      cells.sheet(block.sheet).setColumnWidths(block.column, block.width, columnPixels(characters));
    },
    restore: byUniver,
  },
  "set up page": {
    check: nothingToCheck,
    remember: byUniver,
    do(cells, step) {
      const sheet = cells.sheet(step.block.sheet).getSheet();
      remember(cells.injector, sheet, { ...rememberedOn(sheet), print: printOf(step) });
    },
    restore: byUniver,
  },
  select: {
    check: nothingToCheck,
    remember: byUniver,
    do(cells, { block }) {
      cells.book.setActiveSheet(cells.sheet(block.sheet));
      cells.range(block).activate();
    },
    restore: byUniver,
  },
};

/** Refuses, before anything is written, what could not be carried out to the end. */
export function check(cells: GridCells, { steps }: Description): void {
  const added = steps.flatMap((step) => (step.do === "add sheet" ? [step.name] : []));
  for (const step of steps) {
    const sheet = sheetOf(step);
    if (sheet !== undefined && !added.some((name) => sameName(name, sheet))) cells.sheet(sheet);
    checkStep(cells, step.do, step, steps);
  }
}

function checkStep<Name extends Step["do"]>(
  cells: GridCells,
  name: Name,
  step: StepOf<Name>,
  steps: readonly Step[],
): void {
  kinds[name].check(cells, step, steps);
}

/** Carries a description's steps out. Throws at the first that can't be done, and leaves what is done by then. */
export async function carryOut(cells: GridCells, description: Description): Promise<void> {
  const steps = description.steps.filter((step) => !isForAddedSheet(step) || !cells.sheetIfAny(step.block.sheet));
  makeRoom(cells, description);
  removeFlags(cells, steps);
  const [flags, others] = [steps.filter((step) => step.do === "flag"), steps.filter((step) => step.do !== "flag")];
  const writing = new CellWriting(cells);
  // Of two flags the first is the stronger; to Univer it is the one that was added last.
  for (const step of [...others, ...flags.reverse()]) {
    if (!writers.has(step.do)) writing.finish();
    await carryOutStep(cells, step.do, step, writing);
    if (step.do === "add sheet") makeRoom(cells, description);
  }
  writing.finish();
}

/** Steps that wait in a `CellWriting`; before all others it is finished. */
const writers: ReadonlySet<Step["do"]> = new Set(["write values", "write formula"]);

/** Whether a step is only for a sheet that the description adds. */
function isForAddedSheet(step: Step): step is StepOf<"set up page"> {
  return step.do === "set up page";
}

/**
 * Gives the sheets that are there as many rows as a description writes to: a plan has a row a fund, and Univer's sheets
 * end where they are told to, Excel's where no list does.
 */
function makeRoom(cells: GridCells, description: Description): void {
  for (const { sheet: name, row, height } of claims(description)) {
    const sheet = cells.sheetIfAny(name);
    if (sheet && sheet.getMaxRows() < row + height) sheet.setRowCount(row + height + roomBelow);
  }
}

function carryOutStep<Name extends Step["do"]>(
  cells: GridCells,
  name: Name,
  step: StepOf<Name>,
  writing: CellWriting,
): void | Promise<void> {
  return kinds[name].do(cells, step, writing);
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
