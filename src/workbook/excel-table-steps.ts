import { address, sameBlock, sameName, topLeft, type Block, type Step, type StepOf } from "../sheets";
import { rememberStyles, restoreStyles, type RememberedStyles } from "./excel-cell-style";
import { placeOf, placeProperties, rangeOf } from "./excel-contents";
import { supports } from "./excel-run";
import { isAddedSheet, type Kind, type Restoring, type Undoing } from "./excel-kind";
import { restoreCells, type Reading, type RememberedCells, type There } from "./excel-there";
import { WorkbookFailure } from "./host";

type TableStep = StepOf<"add table"> | StepOf<"resize table">;

/** What was there of a table and in its place. */
interface RememberedTable {
  /** The table of that name. `block` includes a total row. */
  readonly table?: { readonly name: string; readonly block: Block; readonly totals: boolean };
  /** Names of the tables that share a cell with the step's block. */
  readonly under: readonly string[];
  /** Of the cells that a table takes in, Excel changes those in the header row, and only these. */
  readonly header: RememberedCells | undefined;
}

interface RememberedPlace extends RememberedTable {
  /** How the cells looked: a table leaves its colours behind when it becomes plain cells again. */
  readonly styles: RememberedStyles | undefined;
}

/** A table that is there already, under the same name and in the same place, is used as it is; any other is in the way. */
export const addTable: Kind<StepOf<"add table">, RememberedPlace> = {
  check: {
    against: (step, remembered, tables) => {
      const there = extentSoFar(step, remembered, tables);
      if (there && !sameBlock(there, step.block)) {
        const words = `There is a table called ${step.name} already, in ${address(there)}. Rename it, then try again.`;
        throw new WorkbookFailure(words, "refused");
      }
      insistOnRoom(step, remembered);
      tables.set(step.name.toLowerCase(), step.block);
    },
  },
  remember(there, step) {
    const table = readTable(there, step);
    const styles = rememberStyles(there, step.block);
    return { more: () => table.more?.() ?? false, read: () => ({ ...table.read(), styles: styles.read() }) };
  },
  do({ context, done }, step, remembered) {
    const { name, block } = step;
    const { tables, worksheets } = context.workbook;
    if (remembered.table || done.extents.has(name.toLowerCase())) {
      // Values that the description wrote beside the table may have made it grow: Excel's AutoCorrect takes them in.
      if (supports("1.13")) tables.getItem(name).resize(rangeOf(context, withTotals(block, remembered)));
      return;
    }
    const table = worksheets.getItem(block.sheet).tables.add(rangeOf(context, block), true);
    table.name = name;
    done.made.add(step);
    done.extents.set(name.toLowerCase(), block);
    done.changed.push(headerRow(block));
  },
  restore(undoing, step, remembered) {
    const { context, done } = undoing;
    const extent = restoreExtent(undoing, step, remembered);
    // A table on a sheet that goes away is deleted with it.
    const made = done.made.has(step) && !isAddedSheet(done, step.block.sheet);
    const table = made ? context.workbook.tables.getItemOrNullObject(step.name).load("name") : undefined;
    return {
      ...extent,
      takeAway: () => {
        extent.takeAway?.();
        // Deleting a table would clear its cells, whoever filled them.
        if (table && !table.isNullObject) table.convertToRange();
      },
      finish: () => {
        extent.finish?.();
        restoreStyles(context, remembered.styles);
      },
    };
  },
};

/** Gives a table another extent from the same first cell. */
export const resizeTable: Kind<StepOf<"resize table">, RememberedTable> = {
  check: {
    needs: ["1.13", "change the size of a table"],
    against: (step, remembered, tables) => {
      const { name, block } = step;
      const there = extentSoFar(step, remembered, tables);
      if (!there) throw new WorkbookFailure(`There is no table called ${name} anymore.`, "lost");
      if (!sameBlock(topLeft(there), topLeft(block))) {
        const words = `The table ${name} has moved to ${address(there)}. Select it and try again.`;
        throw new WorkbookFailure(words, "lost");
      }
      if (remembered.table?.totals && there.height !== block.height) {
        const words = `The table ${name} has a total row. On the Table Design tab clear Total Row, then try again.`;
        throw new WorkbookFailure(words, "refused");
      }
      insistOnRoom(step, remembered);
      tables.set(name.toLowerCase(), block);
    },
  },
  remember: readTable,
  do({ context, done }, { name, block }, remembered) {
    const extent = withTotals(block, remembered);
    context.workbook.tables.getItem(name).resize(rangeOf(context, extent));
    done.extents.set(name.toLowerCase(), extent);
    done.changed.push(headerRow(extent));
  },
  restore: restoreExtent,
};

function readTable(there: There, { name, block }: TableStep): Reading<RememberedTable> {
  const table = there.context.workbook.tables.getItemOrNullObject(name).load("name,showTotals");
  const range = table.getRange().load(placeProperties);
  const under = there.range(block)?.getTables(false).load("items/name");
  const header = there.cells(headerRow(block));
  return {
    more: () => header.more?.() ?? false,
    read: () => ({
      ...(table.isNullObject ? {} : { table: { name: table.name, block: placeOf(range), totals: table.showTotals } }),
      under: under?.items.map((each) => each.name) ?? [],
      header: header.read(),
    }),
  };
}

/**
 * Gives a table that was there its former extent, twice: before its cells are cleared, which then are outside of it, and
 * after all cells have their contents back, because Excel's AutoCorrect takes in what is written below or beside a table.
 */
function restoreExtent({ context, done }: Undoing, { name }: TableStep, remembered: RememberedTable): Restoring {
  const { tables } = context.workbook;
  const expected = done.extents.get(name.toLowerCase());
  const range = expected && tables.getItemOrNullObject(name).getRange().load(placeProperties);
  const { table: former, header } = remembered;
  const table = former && supports("1.13") ? tables.getItemOrNullObject(former.name).load("name") : undefined;
  const resize = (): void => {
    if (table && former && !table.isNullObject) table.resize(rangeOf(context, former.block));
  };
  return {
    isChanged: () =>
      range !== undefined && expected !== undefined && (range.isNullObject || !sameBlock(placeOf(range), expected)),
    takeAway: resize,
    giveBack: () => restoreCells(context, header),
    finish: resize,
  };
}

/** What a table covers before a step, without a total row, which belongs to it for Excel and not for a description. */
function extentSoFar(
  { name }: TableStep,
  { table }: RememberedTable,
  tables: ReadonlyMap<string, Block>,
): Block | undefined {
  const there = table && (table.totals ? { ...table.block, height: table.block.height - 1 } : table.block);
  return tables.get(name.toLowerCase()) ?? there;
}

/** A block with the total row that its table has below it. */
function withTotals(block: Block, { table }: RememberedTable): Block {
  return table?.totals ? { ...block, height: block.height + 1 } : block;
}

function insistOnRoom({ name, block }: TableStep, { under }: RememberedTable): void {
  const inTheWay = under.find((other) => !sameName(other, name));
  if (inTheWay === undefined) return;
  const words = `${address(block)} would overlap the table ${inTheWay}. Move that table, then try again.`;
  throw new WorkbookFailure(words, "refused");
}

/** The header row of a table's block. */
function headerRow(block: Block): Block {
  return { ...block, height: 1 };
}

/**
 * Moves the adding of tables behind the values that are written after it, up to the next formula, which may speak of
 * the table. Excel's AutoCorrect reaches into what add-ins do (office-js issue 6745): a value beside a table would make
 * the table take it in.
 */
export function tablesLater<T extends { readonly step: Step }>(all: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  let waiting: T[] = [];
  for (const each of all) {
    if (each.step.do === "add table") {
      waiting.push(each);
      continue;
    }
    if (each.step.do === "write formula" || each.step.do === "resize table") {
      ordered.push(...waiting);
      waiting = [];
    }
    ordered.push(each);
  }
  return [...ordered, ...waiting];
}
