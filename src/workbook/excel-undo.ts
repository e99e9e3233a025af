import { type Block, claims, type Description } from "../sheets";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeIfAny, rangeOf } from "./excel-contents";
import { hasFormula, rulesOn, type Former } from "./excel-former";
import { supports } from "./excel-run";
import { filledWith, type Added } from "./excel-steps";
import type { CellValue, Contents } from "./host";

/** One `apply`, with all that is needed to take it back. */
export interface Applying {
  readonly description: Description;
  readonly former: Former;
  readonly sheets: Added["sheets"];
  readonly tables: Added["tables"];
  /** What the written blocks held right afterwards. */
  readonly written: readonly Contents[];
}

/** Tells whether somebody has changed what an `apply` wrote. One sync. */
export async function changedSince(context: Excel.RequestContext, applying: Applying): Promise<boolean> {
  const { description, written } = applying;
  const results = description.steps.flatMap((step) => (step.do === "write formula" ? [step.block] : []));
  const knowsSpills = supports("1.12");

  const cells = written.map(({ block }) => rangeIfAny(context, block).load(contentProperties));
  const spills = results.map((block) =>
    knowsSpills
      ? rangeIfAny(context, block).getCell(0, 0).getSpillingToRangeOrNullObject().load(placeProperties)
      : undefined,
  );
  const tables = applying.tables.map(({ name, block }) => ({
    block,
    table: context.workbook.tables.getItemOrNullObject(name).getRange().load(placeProperties),
  }));
  const sheets = applying.sheets.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return sheet.getUsedRangeOrNullObject(true).load(contentProperties);
  });
  await context.sync();

  if (cells.some((range) => range.isNullObject)) return true;
  if (tables.some(({ table, block }) => table.isNullObject || !same(placeOf(table), block))) return true;

  // A formula's result comes and goes by itself: beside the formula, only what isn't its result can be the user's.
  const covers = results.map((block, index) => {
    const spill = spills[index];
    return { block, spill: !spill ? block : spill.isNullObject ? undefined : placeOf(spill) };
  });
  const changed = cells.map(contentsOf).some((now, index) =>
    now.values.some((cellsInRow, down) =>
      cellsInRow.some((_, across) => {
        const cell = { ...now.block, row: now.block.row + down, column: now.block.column + across };
        const content = held(now, down, across);
        const cover = covers.find(({ block }) => within(block, cell) && !startsAt(block, cell));
        if (cover) return content !== "" && !(cover.spill && within(cover.spill, cell));
        return content !== held(written[index], down, across);
      }),
    ),
  );
  if (changed) return true;

  const ours = claims(description);
  return sheets.some((used) => {
    if (used.isNullObject) return false;
    const now = contentsOf(used);
    return now.values.some((row, down) =>
      row.some(
        (value, across) =>
          value !== "" &&
          !ours.some((block) =>
            within(block, { ...now.block, row: now.block.row + down, column: now.block.column + across }),
          ),
      ),
    );
  });
}

/**
 * Gives back what was there before an `apply`, finished or broken off. Queues after one sync of its own; the caller
 * syncs last.
 */
export async function restore(context: Excel.RequestContext, applying: Omit<Applying, "written">): Promise<void> {
  const { former } = applying;
  const tables = applying.tables.map(({ name }) => context.workbook.tables.getItemOrNullObject(name).load("name"));
  const sheets = applying.sheets.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  // A rule that took the place of an equal one stays.
  const flags = former.flags
    .filter(({ ids }) => ids.length === 0)
    .map(({ block, formula }) => ({ formula, formats: rulesOn(context, block) }));
  const names = former.names.map(({ name, formula }) => ({
    formula,
    item: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));
  await context.sync();

  for (const { formats, formula } of flags) {
    for (const format of formats.items) if (hasFormula(format, formula)) format.delete();
  }
  for (const table of tables) if (!table.isNullObject) table.delete();
  for (const { item, formula } of names) {
    if (item.isNullObject) continue;
    if (formula === undefined) item.delete();
    else item.formula = formula;
  }
  for (const { block, entries, numberFormats } of former.cells) {
    const range = rangeOf(context, block);
    // Under the format @ a formula would be taken as text, so the formats come back last.
    range.numberFormat = filledWith(block, "General");
    range.formulas = entries.map((row) => [...row]);
    range.numberFormat = numberFormats.map((row) => [...row]);
  }
  for (const { block, looks } of former.looks) rangeOf(context, block).setCellProperties(looks);
  for (const { block, points } of former.widths) rangeOf(context, block).format.columnWidth = points;
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
}

/** What a cell holds by itself: its formula, or its value. */
function held(contents: Contents | undefined, row: number, column: number): CellValue {
  return contents?.formulas[row]?.[column] || (contents?.values[row]?.[column] ?? "");
}

/** Where one cell is. */
type Cell = Pick<Block, "sheet" | "row" | "column">;

function within(block: Block, { sheet, row, column }: Cell): boolean {
  return (
    block.sheet.toLowerCase() === sheet.toLowerCase() &&
    block.row <= row &&
    row < block.row + block.height &&
    block.column <= column &&
    column < block.column + block.width
  );
}

function startsAt(block: Block, { row, column }: Cell): boolean {
  return block.row === row && block.column === column;
}

function same(one: Block, other: Block): boolean {
  return (
    one.sheet.toLowerCase() === other.sheet.toLowerCase() &&
    one.row === other.row &&
    one.column === other.column &&
    one.height === other.height &&
    one.width === other.width
  );
}
