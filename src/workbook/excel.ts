import type { Block, Description } from "../sheets";
import { apply, noSheet, type Progress } from "./excel-apply";
import { contentProperties, contentsWithCards, placeOf, placeProperties, rangeIfAny, rangeOf } from "./excel-contents";
import { listen } from "./excel-events";
import { openAsWorkbook } from "./excel-copy";
import { formulaFor, keelFormulas } from "./excel-formulas";
import { loadedVersion } from "./excel-health";
import { savesFiles, trustPrompt } from "./excel-platform";
import { codeOf, groups, inExcel, refusedGroup } from "./excel-run";
import { separators } from "./excel-separators";
import { deletesSheet, restore, takingBack, type Applying } from "./excel-undo";
import { WorkbookFailure, type Contents, type Receipt, type Selection, type Table, type Workbook } from "./host";

/** The longest selection that is read whole; of longer ones, such as whole columns, only the part with something in it. */
const longest = 10_000;

/** What can be taken back, the latest last: by the pane as by the ribbon, since both write into one workbook. */
const applied: { readonly receipt: Receipt; readonly applying: Applying }[] = [];

/** The workbook that is open in Excel. */
export function excelWorkbook(): Workbook {
  /** In milliseconds since 1970. */
  let lastCalculation: number | undefined;

  return {
    // Keel's own undo works in every Excel; from ExcelApi 1.20 on, Ctrl+Z takes an `apply` back in one step too.
    get host() {
      return { name: "Excel", undo: groups() ? "host" : "keel", savesFiles: savesFiles() } as const;
    },

    get trust() {
      return trustPrompt();
    },

    tables: () => inExcel(readTables),

    selection: () => inExcel(readSelection),

    read: (block) =>
      inExcel(async (context) => {
        const range = rangeIfAny(context, block).load(contentProperties);
        await context.sync();
        if (range.isNullObject) throw noSheet(block.sheet);
        const [contents] = await contentsWithCards(context, [range]);
        return contents as Contents;
      }),

    numberFormats: (block) =>
      inExcel(async (context) => {
        const range = rangeIfAny(context, block).load("numberFormat");
        await context.sync();
        if (range.isNullObject) throw noSheet(block.sheet);
        return range.numberFormat as string[][];
      }),

    apply: async (description, { replace = false } = {}) => {
      const outcome = await applyWhole(description, replace);
      if ("filled" in outcome) return { outcome: "blocked", filled: outcome.filled };
      const receipt = Symbol(description.title);
      applied.push({ receipt, applying: outcome });
      return { outcome: "applied", receipt };
    },

    undo: async (receipt) => {
      const last = applied.at(-1);
      if (last?.receipt !== receipt) return false;
      const earlier = applied.slice(0, -1).map(({ applying }) => applying);
      if (!(await takeBack(last.applying, earlier))) return false;
      applied.pop();
      return true;
    },

    show: (block) => inExcel((context) => show(context, block)),

    formulaFor: (cell) => inExcel((context) => formulaFor(context, cell)),

    keelFormulas: () => inExcel(keelFormulas),

    separators: () => inExcel(separators),

    openCopy: openAsWorkbook,

    health: () => {
      const functions = loadedVersion();
      return Promise.resolve({
        ...(functions === undefined ? {} : { functions }),
        ...(lastCalculation === undefined ? {} : { lastCalculation }),
      });
    },

    onChange: (listener) =>
      listen(
        ({ workbook: { worksheets } }, happen) => [
          worksheets.onChanged.add(happen),
          worksheets.onCalculated.add(() => {
            lastCalculation = Date.now();
            return happen();
          }),
        ],
        listener,
      ),

    onSelectionChange: (listener) =>
      listen(
        ({ workbook: { worksheets } }, happen) => [
          worksheets.onSelectionChanged.add(happen),
          // Another sheet has another selection, and Excel doesn't say so by itself.
          worksheets.onActivated.add(happen),
        ],
        listener,
      ),
  };
}

/**
 * Carries a description out whole, or takes back what was written of it. The clean-up is a batch of its own: it may
 * delete a sheet, which Excel refuses as a part of one undo step.
 */
async function applyWhole(
  description: Description,
  replace: boolean,
): Promise<Applying | { readonly filled: readonly Block[] }> {
  const progress: Progress = {};
  try {
    return await inExcel((context) => apply(context, description, replace, progress), { oneStep: true });
  } catch (failure) {
    if (progress.begun) await cleanUp(progress.begun, failure);
    if (refusedGroup(failure)) return applyWhole(description, replace);
    throw failure;
  }
}

/** Takes back what a batch did before it failed, which Excel keeps. */
async function cleanUp(begun: Pick<Applying, "steps" | "done">, failure: unknown): Promise<void> {
  try {
    await inExcel((context) => restoreAll(context, begun, []));
  } catch (second) {
    throw new WorkbookFailure("Excel stopped partway. Press Ctrl+Z to take back what was written.", "refused", {
      cause: new AggregateError([failure, second]),
    });
  }
}

/** Gives back what was there before an `apply`. Returns false, and does nothing, if somebody has changed what it wrote. */
async function takeBack(applying: Applying, earlier: readonly Applying[]): Promise<boolean> {
  const progress = { begun: false };
  try {
    return await inExcel((context) => takeBackUnchanged(context, applying, earlier, progress), {
      oneStep: !deletesSheet(applying),
    });
  } catch (failure) {
    if (!refusedGroup(failure)) throw failure;
    if (!progress.begun) return takeBack(applying, earlier);
    // Part of it may have been given back, and would pass for somebody's change.
    await inExcel((context) => restoreAll(context, applying, earlier));
    return true;
  }
}

/** Two syncs. */
async function takeBackUnchanged(
  context: Excel.RequestContext,
  applying: Applying,
  earlier: readonly Applying[],
  progress: { begun: boolean },
): Promise<boolean> {
  const { isChanged, giveBack } = takingBack(context, applying, earlier);
  try {
    await context.sync();
  } catch (cause) {
    // Something that would be given back is gone.
    if (codeOf(cause) === "ItemNotFound") return false;
    throw cause;
  }
  if (isChanged()) return false;
  progress.begun = true;
  giveBack();
  await context.sync();
  return true;
}

/** Gives back what was there before an `apply`, whatever is there of it now. Two syncs. */
async function restoreAll(
  context: Excel.RequestContext,
  applying: Pick<Applying, "steps" | "done">,
  earlier: readonly Applying[],
): Promise<void> {
  const { giveBack } = restore(context, applying, earlier);
  await context.sync();
  giveBack();
  await context.sync();
}

async function show(context: Excel.RequestContext, block: Block): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(block.sheet).load("name,visibility");
  await context.sync();
  if (sheet.isNullObject) throw noSheet(block.sheet);
  if (sheet.visibility !== "Visible") {
    const words = `The sheet ${sheet.name} is hidden. Right-click a sheet tab at the bottom, choose Unhide, then try again.`;
    throw new WorkbookFailure(words, "refused");
  }
  sheet.activate();
  rangeOf(context, block).select();
  await context.sync();
}

/** Properties of a table that tell how much of its range is header row and body. */
const tableProperties = "name,showHeaders,showTotals";

async function readTables(context: Excel.RequestContext): Promise<Table[]> {
  const tables = context.workbook.tables.load(`${items(tableProperties)},items/worksheet/position`);
  await context.sync();
  const found = tables.items
    .filter(isReadable)
    .map((table) => ({ table, range: bodyOf(table).load(contentProperties) }));
  await context.sync();
  const contents = await contentsWithCards(
    context,
    found.map(({ range }) => range),
  );
  return found
    .map(({ table }, index) => ({
      position: table.worksheet.position,
      name: table.name,
      ...(contents[index] as Contents),
    }))
    .sort(
      (one, other) =>
        one.position - other.position || one.block.row - other.block.row || one.block.column - other.block.column,
    )
    .map(({ name, block, values, formulas }) => ({ name, block, values, formulas }));
}

async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const selected = context.workbook.getSelectedRange().load(placeProperties);
  const tables = selected.getTables(false).load(items(tableProperties));
  await context.sync();
  const block = placeOf(selected);
  const single = block.height === 1 && block.width === 1;
  const under = tables.items.find(isReadable);
  const body = under && bodyOf(under).load(contentProperties);
  const around =
    block.height > longest
      ? selected.getUsedRangeOrNullObject(true)
      : single
        ? selected.getSurroundingRegion()
        : selected;
  around.load(contentProperties);
  // The first cell stands for a selection with nothing in it.
  const corner = selected.getCell(0, 0).load(contentProperties);
  await context.sync();
  const region = around.isNullObject ? corner : around;
  const [filled, inTable] = (await contentsWithCards(context, body ? [region, body] : [region])) as [
    Contents,
    Contents?,
  ];
  const table = under && inTable ? { name: under.name, ...inTable } : undefined;
  if (table && single) return { block, table, around: contentsOnly(table) };
  return table ? { block, table, around: filled } : { block, around: filled };
}

function contentsOnly({ block, values, formulas }: Table): Contents {
  return { block, values, formulas };
}

/** Columns are found by their names, so a table whose header row is hidden is left out. */
function isReadable(table: Excel.Table): boolean {
  return table.showHeaders;
}

/** Header row and body. A total row would be taken for one more fund. */
function bodyOf(table: Excel.Table): Excel.Range {
  return table.showTotals ? table.getRange().getResizedRange(-1, 0) : table.getRange();
}

/** Names properties of a collection's items. */
function items(properties: string): string {
  return properties
    .split(",")
    .map((property) => `items/${property}`)
    .join(",");
}
