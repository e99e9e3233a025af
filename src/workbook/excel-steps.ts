import {
  address,
  cellStyles,
  columnPoints,
  filledWith,
  sheetOf,
  within,
  type Block,
  type Description,
  type Step,
} from "../sheets";
import { addChart } from "./excel-chart";
import { rangeOf } from "./excel-contents";
import type { Snapshot } from "./excel-snapshot";
import { entry } from "./excel-entry";
import { dress, flag } from "./excel-cell-style";
import { supports } from "./excel-run";
import { validate } from "./excel-validation";

/** What a description added that undo has to find again. */
export interface Added {
  readonly sheets: readonly string[];
  readonly tables: readonly { readonly name: string; readonly block: Block }[];
  /** Tables that were there before, with what they cover now. */
  readonly resized: readonly { readonly name: string; readonly block: Block }[];
}

/** What a workbook has already, where the steps of a description ask for it. */
export interface Existing {
  /** Names of sheets and tables, in lower case, as Excel compares them. */
  readonly sheets: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Names of the tables with a total row, in lower case. */
  readonly totalled: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly flags: Snapshot["flags"];
  readonly charts: Snapshot["charts"];
  /** Whether a cell has the number format `@`, which takes everything as text. */
  readonly isText: (sheet: string, row: number, column: number) => boolean;
}

/** Queues a description's steps, in order. Nothing reaches Excel before the next sync. */
export function queue(context: Excel.RequestContext, description: Description, existing: Existing): Added {
  const added = {
    sheets: [] as string[],
    tables: [] as { name: string; block: Block }[],
    resized: [] as { name: string; block: Block }[],
  };
  const has = {
    sheets: new Set(existing.sheets),
    tables: new Set(existing.tables),
    names: new Set(existing.names),
  };
  /** What the steps so far have set, the latest first. */
  const formats: { block: Block; format: string }[] = [];
  const isText = (sheet: string, row: number, column: number): boolean => {
    const latest = formats.find(({ block }) => within(block, { sheet, row, column }));
    return latest ? latest.format === "@" : existing.isText(sheet, row, column);
  };

  /** What a table covers. A total row belongs to it for Excel; for a description it doesn't. */
  const whole = ({ name, block }: { readonly name: string; readonly block: Block }): Block =>
    existing.totalled.has(name.toLowerCase()) ? { ...block, height: block.height + 1 } : block;
  for (const { block, ids } of existing.flags) {
    for (const id of ids) rangeOf(context, block).conditionalFormats.getItem(id).delete();
  }
  for (const { sheet, name } of existing.charts) {
    context.workbook.worksheets.getItem(sheet).charts.getItem(name).delete();
  }
  const carryOut = (step: Step): void => {
    switch (step.do) {
      case "add sheet":
        if (has.sheets.has(step.name.toLowerCase())) return;
        context.workbook.worksheets.add(step.name);
        has.sheets.add(step.name.toLowerCase());
        added.sheets.push(step.name);
        return;
      case "write values": {
        const { sheet, row, column } = step.block;
        rangeOf(context, step.block).values = step.values.map((cells, down) =>
          cells.map((value, across) => entry(value, isText(sheet, row + down, column + across))),
        );
        return;
      }
      case "write formula": {
        // What the result will cover must be empty, else it can't spill.
        const covered = rangeOf(context, step.block);
        covered.clear("Contents");
        covered.getCell(0, 0).formulas = [[step.formula]];
        return;
      }
      case "add table": {
        if (has.tables.has(step.name.toLowerCase())) {
          // Excel widens a table over headings that are written right beside it, as the words beside a Policy table are:
          // a table that was there before is put back to its own cells, or formulas would read those words as settings.
          if (supports("1.13")) context.workbook.tables.getItem(step.name).resize(rangeOf(context, whole(step)));
          return;
        }
        const table = context.workbook.worksheets
          .getItem(step.block.sheet)
          .tables.add(rangeOf(context, step.block), true);
        table.name = step.name;
        has.tables.add(step.name.toLowerCase());
        added.tables.push({ name: step.name, block: step.block });
        return;
      }
      case "resize table": {
        const block = whole(step);
        context.workbook.tables.getItem(step.name).resize(rangeOf(context, block));
        const sameName = ({ name }: { readonly name: string }): boolean =>
          name.toLowerCase() === step.name.toLowerCase();
        const table = [...added.tables, ...added.resized].find(sameName);
        if (table) table.block = block;
        else added.resized.push({ name: step.name, block });
        return;
      }
      case "name block": {
        const { names } = context.workbook;
        if (has.names.has(step.name.toLowerCase())) names.getItem(step.name).formula = `=${address(step.block, true)}`;
        else names.add(step.name, rangeOf(context, step.block));
        has.names.add(step.name.toLowerCase());
        return;
      }
      case "format numbers":
        rangeOf(context, step.block).numberFormat = filledWith(step.block, step.format);
        formats.unshift(step);
        return;
      case "style":
        dress(rangeOf(context, step.block).format, cellStyles[step.style]);
        return;
      case "flag":
        flag(rangeOf(context, step.block), step.formula, step.style);
        return;
      case "validate":
        validate(rangeOf(context, step.block), step);
        return;
      case "chart":
        addChart(context, step);
        return;
      case "set width":
        rangeOf(context, step.block).format.columnWidth = columnPoints(step.characters);
        return;
      case "select":
        context.workbook.worksheets.getItem(step.block.sheet).activate();
        rangeOf(context, step.block).select();
        return;
    }
  };
  tablesLater(description.steps).forEach(carryOut);
  return added;
}

/**
 * Moves the adding of tables behind the values that are written after it, up to the next formula, which may speak of
 * the table. Excel's AutoCorrect reaches into what add-ins do (office-js issue 6745): a value beside a table would make
 * the table take it in.
 */
function tablesLater(steps: readonly Step[]): readonly Step[] {
  const ordered: Step[] = [];
  let waiting: Step[] = [];
  for (const step of steps) {
    if (step.do === "add table") {
      waiting.push(step);
      continue;
    }
    if (step.do === "write formula" || step.do === "resize table") {
      ordered.push(...waiting);
      waiting = [];
    }
    ordered.push(step);
  }
  return [...ordered, ...waiting];
}

/** The sheets that a step needs to be there: its own, and those that a chart shows. */
export function sheetsOf(step: Step): readonly string[] {
  const sheet = sheetOf(step);
  if (sheet === undefined) return [];
  if (step.do !== "chart") return [sheet];
  return [...new Set([sheet, step.categories.sheet, ...step.series.map(({ values }) => values.sheet)])];
}
