import type { Block } from "../sheets";
import { apply, noSheet } from "./excel-apply";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeIfAny, rangeOf } from "./excel-contents";
import { listen } from "./excel-events";
import { openAsWorkbook } from "./excel-copy";
import { formulaFor, keelFormulas } from "./excel-formulas";
import { loadedVersion } from "./excel-health";
import { codeOf, inExcel, supports } from "./excel-run";
import { takingBack, type Applying } from "./excel-undo";
import {
  WorkbookFailure,
  type Applied,
  type Contents,
  type Receipt,
  type Selection,
  type Table,
  type Workbook,
} from "./host";

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
    host: { name: "Excel", undo: supports("1.20") ? "host" : "keel" },

    tables: () => inExcel(readTables),

    selection: () => inExcel(readSelection),

    read: (block) =>
      inExcel(async (context) => {
        const range = rangeIfAny(context, block).load(contentProperties);
        await context.sync();
        if (range.isNullObject) throw noSheet(block.sheet);
        return contentsOf(range);
      }),

    apply: (description, { replace = false } = {}) =>
      inExcel<Applied>(
        async (context) => {
          const outcome = await apply(context, description, replace);
          if ("filled" in outcome) return { outcome: "blocked", filled: outcome.filled };
          const receipt = Symbol(description.title);
          applied.push({ receipt, applying: outcome });
          return { outcome: "applied", receipt };
        },
        { oneStep: true },
      ),

    undo: (receipt) =>
      inExcel(
        async (context) => {
          const last = applied.at(-1);
          if (last?.receipt !== receipt) return false;
          const earlier = applied.slice(0, -1).map(({ applying }) => applying);
          if (!(await takeBack(context, last.applying, earlier))) return false;
          applied.pop();
          return true;
        },
        { oneStep: true },
      ),

    show: (block) => inExcel((context) => show(context, block)),

    formulaFor: (cell) => inExcel((context) => formulaFor(context, cell)),

    keelFormulas: () => inExcel(keelFormulas),

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

/** Gives back what was there before an `apply`, unless somebody has changed what it wrote. Two syncs. */
async function takeBack(
  context: Excel.RequestContext,
  applying: Applying,
  earlier: readonly Applying[],
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
  giveBack();
  await context.sync();
  return true;
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
  return found
    .map(({ table, range }) => ({ position: table.worksheet.position, name: table.name, ...contentsOf(range) }))
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
  const table = under && body ? { name: under.name, ...contentsOf(body) } : undefined;
  const region = table && single ? contentsOnly(table) : contentsOf(around.isNullObject ? corner : around);
  return table ? { block, table, around: region } : { block, around: region };
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
