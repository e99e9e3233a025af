import { claims, filledWith, sameBlock, within, type Block, type Description } from "../sheets";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeIfAny, rangeOf } from "./excel-contents";
import { chartIfAny, hasFormula, headerRow, rulesOn, type Snapshot } from "./excel-snapshot";
import { supports } from "./excel-run";
import { sheetsOf, type Added } from "./excel-steps";
import { revalidate } from "./excel-validation";
import type { CellValue, Contents } from "./host";

/** One `apply`, with all that is needed to take it back. */
export interface Applying extends Added {
  readonly description: Description;
  readonly snapshot: Snapshot;
  /** What the blocks that it changes held right afterwards. */
  readonly written: readonly Contents[];
}

/** The blocks whose contents a description changes: those it writes, and header rows, in which Excel fills gaps. */
export function changedBlocks(description: Description, { tables, resized }: Added): readonly Block[] {
  return [...claims(description), ...[...tables, ...resized].map(({ block }) => headerRow(block))];
}

/** Queues the question whether somebody has changed what an `apply` wrote. Call what it returns after the next sync. */
export function changedSince(context: Excel.RequestContext, applying: Applying): () => boolean {
  const { description, written } = applying;
  const results = description.steps.flatMap((step) => (step.do === "write formula" ? [step.block] : []));
  const knowsSpills = supports("1.12");

  const there = context.workbook.worksheets.load("items/name");
  const cells = written.map(({ block }) => rangeIfAny(context, block).load(contentProperties));
  const spills = results.map((block) =>
    knowsSpills
      ? rangeIfAny(context, block).getCell(0, 0).getSpillingToRangeOrNullObject().load(placeProperties)
      : undefined,
  );
  const tables = [...applying.tables, ...applying.resized].map(({ name, block }) => ({
    block,
    table: context.workbook.tables.getItemOrNullObject(name).getRange().load(placeProperties),
  }));
  const sheets = applying.sheets.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return sheet.getUsedRangeOrNullObject(true).load(contentProperties);
  });

  return () => {
    const names = new Set(there.items.map(({ name }) => name.toLowerCase()));
    if (description.steps.flatMap(sheetsOf).some((name) => !names.has(name.toLowerCase()))) return true;
    if (tables.some(({ table, block }) => table.isNullObject || !sameBlock(placeOf(table), block))) return true;

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
  };
}

/**
 * Gives back what was there before an `apply`, finished or broken off: queues the reading of what is there now. Call what
 * it returns after the next sync; it queues the changes.
 */
export function restore(context: Excel.RequestContext, applying: Omit<Applying, "written">): () => void {
  const { snapshot, description } = applying;
  const goes = new Set(applying.sheets.map((name) => name.toLowerCase()));
  const stays = ({ sheet }: { readonly sheet: string }): boolean => !goes.has(sheet.toLowerCase());

  // What stands on an added sheet goes with it.
  const added = applying.tables
    .filter(({ block }) => stays(block))
    .map(({ name }) => context.workbook.tables.getItemOrNullObject(name).load("name"));
  const tables = snapshot.tables.map(({ name, block }) => ({
    block,
    table: context.workbook.tables.getItemOrNullObject(name).load("name"),
  }));
  const charts = description.steps.flatMap((step) =>
    step.do === "chart" && stays(step.at) ? [chartIfAny(context, step.at.sheet, step.name).load("id")] : [],
  );
  const sheets = applying.sheets.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load("name"));
  // A rule that took the place of an equal one stays.
  const flags = snapshot.flags
    .filter(({ ids }) => ids.length === 0)
    .map(({ block, formula }) => ({ formula, formats: rulesOn(rangeIfAny(context, block)) }));
  const names = snapshot.names.map(({ name, formula }) => ({
    formula,
    item: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));

  return () => {
    for (const { formats, formula } of flags) {
      for (const format of formats.items) if (hasFormula(format, formula)) format.delete();
    }
    for (const chart of charts) {
      // After a batch that was broken off early, the chart may be the former one still.
      if (!chart.isNullObject && snapshot.charts.every(({ id }) => id !== chart.id)) chart.delete();
    }
    /** Gives tables their former extents: before cells are cleared that they reach over, and after cells are filled that they may reach for. */
    const resize = (): void => {
      if (!supports("1.13")) return;
      for (const { table, block } of tables) if (!table.isNullObject) table.resize(rangeOf(context, block));
    };
    resize();
    // Deleting a table would clear its cells, whoever filled them.
    for (const table of added) if (!table.isNullObject) table.convertToRange();
    for (const { item, formula } of names) {
      if (item.isNullObject) continue;
      if (formula === undefined) item.delete();
      else item.formula = formula;
    }
    for (const { block, entries, numberFormats } of snapshot.cells) {
      const range = rangeOf(context, block);
      if (entries) {
        // Under the format @ a formula would be taken as text, so the formats come back last.
        range.numberFormat = filledWith(block, "General");
        range.formulas = entries.map((row) => [...row]);
      }
      range.numberFormat = numberFormats.map((row) => [...row]);
    }
    resize();
    for (const { block, styles } of snapshot.styles) rangeOf(context, block).setCellProperties(styles);
    for (const validation of snapshot.validations) revalidate(rangeOf(context, validation.block), validation);
    for (const { block, points } of snapshot.widths) rangeOf(context, block).format.columnWidth = points;
    for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  };
}

/** What a cell holds by itself: its formula, or its value. */
function held(contents: Contents | undefined, row: number, column: number): CellValue {
  return contents?.formulas[row]?.[column] || (contents?.values[row]?.[column] ?? "");
}

/** Where one cell is. */
type Cell = Pick<Block, "sheet" | "row" | "column">;

function startsAt(block: Block, { row, column }: Cell): boolean {
  return block.row === row && block.column === column;
}
