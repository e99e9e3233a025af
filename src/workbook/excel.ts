import { apply, noSheet } from "./excel-apply";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeIfAny } from "./excel-contents";
import { listen } from "./excel-events";
import { inExcel, supports } from "./excel-run";
import { changedSince, restore, type Applying } from "./excel-undo";
import type { Applied, Contents, Selection, Table, Workbook } from "./host";

/** The longest selection that is read whole; of longer ones, such as whole columns, only the part with something in it. */
const longest = 10_000;

/** The workbook that is open in Excel. */
export function excelWorkbook(): Workbook {
  /** What can be taken back, the latest last. */
  const applied: Applying[] = [];

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
          applied.push(outcome);
          return { outcome: "applied" };
        },
        { oneStep: true },
      ),

    undo: () =>
      inExcel(
        async (context) => {
          const last = applied.at(-1);
          if (!last || (await changedSince(context, last))) return false;
          await restore(context, last);
          await context.sync();
          applied.pop();
          return true;
        },
        { oneStep: true },
      ),

    onChange: (listener) =>
      listen(
        ({ workbook: { worksheets } }, happen) => [
          worksheets.onChanged.add(happen),
          worksheets.onCalculated.add(happen),
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
