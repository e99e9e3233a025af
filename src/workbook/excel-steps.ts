import {
  address,
  cellStyles,
  columnPoints,
  filledWith,
  sameName,
  within,
  type Block,
  type Step,
  type StepOf,
} from "../sheets";
import { dress, flag, rememberStyles, restoreStyles, type RememberedStyles } from "./excel-cell-style";
import { addChart } from "./excel-chart";
import { contentProperties, contentsOf, rangeIfAny, rangeOf } from "./excel-contents";
import { entry } from "./excel-entry";
import {
  formatSoFar,
  isAddedSheet,
  kind,
  nothingToCheck,
  nothingToRemember,
  nothingToRestore,
  type Kind,
} from "./excel-kind";
import { setUpPage } from "./excel-page";
import { addTable, resizeTable } from "./excel-table-steps";
import { restoreCells, type RememberedCells } from "./excel-there";
import {
  checkValidation,
  rememberValidation,
  restoreValidation,
  validate,
  type RememberedValidation,
} from "./excel-validation";
import { supports } from "./excel-run";
import { WorkbookFailure } from "./host";

/** An entry for each kind of step. */
export type Kinds = { readonly [Name in Step["do"]]: Kind<StepOf<Name>, unknown> };

/** How Excel carries out each kind of step, and takes it back: a new kind is one entry here. */
export const kinds: Kinds = {
  "add sheet": kind<"add sheet", boolean>({
    check: nothingToCheck,
    remember: (there, { name }) => ({ read: () => there.hasSheet(name) }),
    do({ context, done }, step, wasThere) {
      if (wasThere || isAddedSheet(done, step.name)) return;
      context.workbook.worksheets.add(step.name);
      done.made.add(step);
    },
    restore({ context, done }, step) {
      if (!done.made.has(step)) return nothingToRestore;
      const sheet = context.workbook.worksheets.getItemOrNullObject(step.name).load("name");
      const used = sheet.getUsedRangeOrNullObject(true).load(contentProperties);
      return {
        isChanged: () => !used.isNullObject && holdsMoreThan(done.changed, used),
        // The last of all, because the sheet was added before anything was put on it.
        finish: () => {
          if (!sheet.isNullObject) sheet.delete();
        },
      };
    },
  }),
  "write values": kind<"write values", RememberedCells | undefined>({
    check: {
      alone: ({ block, values }) => {
        if (values.length === block.height && values.every((row) => row.length === block.width)) return;
        throw new WorkbookFailure(`The values for ${address(block)} have another height or width.`, "refused");
      },
    },
    remember: (there, { block }) => there.cells(block),
    do(writing, { block, values }, remembered) {
      const isText = (down: number, across: number): boolean => {
        const cell = { sheet: block.sheet, row: block.row + down, column: block.column + across };
        return (formatSoFar(writing, cell) ?? remembered?.numberFormats[down]?.[across]) === "@";
      };
      rangeOf(writing.context, block).values = values.map((cells, down) =>
        cells.map((value, across) => entry(value, isText(down, across))),
      );
      writing.done.changed.push(block);
    },
    restore: ({ context }, _, remembered) => ({ giveBack: () => restoreCells(context, remembered) }),
  }),
  "write formula": kind<"write formula", RememberedCells | undefined>({
    check: nothingToCheck,
    remember: (there, { block }) => there.cells(block),
    do({ context, done }, { block, formula }) {
      // What the result will cover must be empty, else it can't spill.
      const covered = rangeOf(context, block);
      covered.clear("Contents");
      covered.getCell(0, 0).formulas = [[formula]];
      done.changed.push(block);
      done.results.push(block);
    },
    restore: ({ context }, _, remembered) => ({ giveBack: () => restoreCells(context, remembered) }),
  }),
  "add table": addTable,
  "resize table": resizeTable,
  "format numbers": kind<"format numbers", string[][] | undefined>({
    check: nothingToCheck,
    remember: (there, { block }) => {
      const range = there.range(block)?.load("numberFormat");
      return { read: () => range?.numberFormat as string[][] | undefined };
    },
    do({ context, formats }, { block, format }) {
      rangeOf(context, block).numberFormat = filledWith(block, format);
      formats.unshift({ block, format });
    },
    restore: ({ context }, { block }, formats) => ({
      giveBack: () => {
        if (formats) rangeOf(context, block).numberFormat = formats;
      },
    }),
  }),
  style: kind<"style", RememberedStyles | undefined>({
    check: nothingToCheck,
    remember: (there, { block }) => rememberStyles(there, block),
    do: ({ context }, { block, style }) => dress(rangeOf(context, block).format, cellStyles[style]),
    restore: ({ context }, _, remembered) => ({ finish: () => restoreStyles(context, remembered) }),
  }),
  flag: kind<"flag", readonly string[] | undefined>({
    check: nothingToCheck,
    remember: (there, { block, formula }) => {
      const range = there.range(block);
      const rules = range && rulesOn(range);
      return { read: () => rules?.items.filter((rule) => hasFormula(rule, formula)).map(({ id }) => id) };
    },
    do({ context, deleted }, { block, formula, style }, equal = []) {
      if (!flagsAreSafe()) return;
      const range = rangeOf(context, block);
      // A description that is carried out again would double its flags.
      for (const id of equal) {
        if (!deleted.has(id)) range.conditionalFormats.getItem(id).delete();
        deleted.add(id);
      }
      flag(range, formula, style);
    },
    restore({ context }, { block, formula }, equal) {
      // The flag took the place of an equal one, or goes with the sheet that was added for it.
      if (!equal || equal.length > 0 || !flagsAreSafe()) return nothingToRestore;
      const rules = rulesOn(rangeIfAny(context, block));
      return {
        takeAway: () => {
          for (const rule of rules.items) if (hasFormula(rule, formula)) rule.delete();
        },
      };
    },
  }),
  validate: kind<"validate", readonly RememberedValidation[]>({
    check: { needs: ["1.8", "put words beside cells"], alone: checkValidation },
    remember: (there, { block, allow }) => rememberValidation(there, block, allow),
    do: ({ context }, step) => validate(rangeOf(context, step.block), step),
    restore: ({ context }, _, remembered) => ({
      finish: () => {
        for (const validation of remembered) restoreValidation(context, validation);
      },
    }),
  }),
  chart: kind<"chart", { readonly id: string } | undefined>({
    check: { needs: ["1.8", "draw the chart"] },
    remember: (there, { at, name }) => {
      const chart = there.hasSheet(at.sheet) ? chartIfAny(there.context, at.sheet, name).load("id,name") : undefined;
      return { read: () => (chart && !chart.isNullObject ? { id: chart.id } : undefined) };
    },
    do({ context, deleted }, step, namesake) {
      if (namesake && !deleted.has(namesake.id)) {
        context.workbook.worksheets.getItem(step.at.sheet).charts.getItem(step.name).delete();
        deleted.add(namesake.id);
      }
      addChart(context, step);
    },
    restore({ context, done, earlier }, { at, name }, namesake) {
      // Deleting the sheet that was added for the chart deletes the chart.
      if (isAddedSheet(done, at.sheet)) return nothingToRestore;
      const chart = chartIfAny(context, at.sheet, name).load("id");
      return {
        takeAway: () => {
          // After a batch that was broken off early, it may still be the one that was to be replaced.
          if (!chart.isNullObject && chart.id !== namesake?.id) chart.delete();
        },
        // Excel doesn't tell what a chart is made of, so that only one that Keel drew can be drawn again.
        finish: () => {
          const drawn = earlier.filter((step) => step.do === "chart").reverse();
          const before = drawn.find((each) => sameName(each.name, name) && sameName(each.at.sheet, at.sheet));
          if (namesake && before) addChart(context, before);
        },
      };
    },
  }),
  "set width": kind<"set width", readonly { readonly column: Block; readonly points: number }[]>({
    check: nothingToCheck,
    remember: (there, { block }) => {
      const columns = columnsOf(block).map((column) => ({
        column,
        format: there.range(column)?.format.load("columnWidth"),
      }));
      return {
        read: () => columns.flatMap(({ column, format }) => (format ? [{ column, points: format.columnWidth }] : [])),
      };
    },
    do({ context }, { block, characters }) {
      rangeOf(context, block).format.columnWidth = columnPoints(characters);
    },
    restore: ({ context }, _, widths) => ({
      finish: () => {
        for (const { column, points } of widths) rangeOf(context, column).format.columnWidth = points;
      },
    }),
  }),
  "set up page": kind<"set up page", undefined>({
    check: nothingToCheck,
    remember: () => nothingToRemember,
    do({ context, done }, step) {
      if (isAddedSheet(done, step.block.sheet)) setUpPage(context, step);
    },
    // It goes with the sheet that was added.
    restore: () => nothingToRestore,
  }),
  select: kind<"select", undefined>({
    check: nothingToCheck,
    remember: () => nothingToRemember,
    do({ context }, { block }) {
      context.workbook.worksheets.getItem(block.sheet).activate();
      rangeOf(context, block).select();
    },
    // What is selected is no part of the workbook's contents: taking it back would move the user.
    restore: () => nothingToRestore,
  }),
};

/**
 * Whether conditional formats may stand beside Keel's functions. Office LTSC 2021 can crash with both in a workbook
 * (office-js issue 5959, open); Excels of ExcelApi 1.15 and later are others. There a status keeps its word, without colors.
 */
function flagsAreSafe(): boolean {
  return supports("1.15");
}

/** Whether a loaded range has something in it outside of some blocks. */
function holdsMoreThan(blocks: readonly Block[], range: Excel.Range): boolean {
  const { block: place, values } = contentsOf(range);
  return values.some((row, down) =>
    row.some((value, across) => {
      const cell = { sheet: place.sheet, row: place.row + down, column: place.column + across };
      return value !== "" && !blocks.some((block) => within(block, cell));
    }),
  );
}

/** Finds a chart by its name. If it or its sheet is missing, a null object. */
function chartIfAny(context: Excel.RequestContext, sheet: string, name: string): Excel.Chart {
  return context.workbook.worksheets.getItemOrNullObject(sheet).charts.getItemOrNullObject(name);
}

/** Queues the reading of the conditional formats that a range has a part in. */
function rulesOn(range: Excel.Range): Excel.ConditionalFormatCollection {
  return range.conditionalFormats.load("items/id,items/customOrNullObject/rule/formula");
}

/** Tells whether a loaded conditional format is a formula's, and this formula's. */
function hasFormula({ customOrNullObject: custom }: Excel.ConditionalFormat, formula: string): boolean {
  return !custom.isNullObject && custom.rule.formula === formula;
}

/** A cell of each column of a block. */
function columnsOf(block: Block): Block[] {
  return Array.from({ length: block.width }, (_, across) => ({
    ...block,
    row: 0,
    height: 1,
    column: block.column + across,
    width: 1,
  }));
}
