import { claims, sheetOf, type Block, type Description, type Step, type Value } from "../sheets";
import { contentProperties, contentsOf, placeOf, placeProperties, rangeOf } from "./excel-contents";
import { entry } from "./excel-entry";
import { cellStylesOf } from "./excel-cell-style";
import { supports } from "./excel-run";
import { validationOf, type FormerValidation } from "./excel-validation";
import type { Contents } from "./host";

/** What a workbook held and looked like before a description was carried out, so that it can be given back exactly. */
export interface Snapshot {
  readonly cells: readonly SnapshotCells[];
  readonly styles: readonly { readonly block: Block; readonly styles: Excel.SettableCellProperties[][] }[];
  readonly validations: readonly FormerValidation[];
  readonly widths: readonly { readonly block: Block; readonly points: number }[];
  /** What a name stood for; undefined if nobody had it. */
  readonly names: readonly { readonly name: string; readonly formula: string | undefined }[];
  /** For each flag, the rules with the same formula that were there already. They are replaced, not doubled. */
  readonly flags: readonly { readonly block: Block; readonly formula: string; readonly ids: readonly string[] }[];
  /** Tables that are there already among those that the description names. `block` includes a total row. */
  readonly tables: readonly { readonly name: string; readonly block: Block; readonly totals: boolean }[];
  /** Charts that are there already under the names of new ones. They are replaced. */
  readonly charts: readonly { readonly sheet: string; readonly name: string; readonly id: string }[];
}

export interface SnapshotCells {
  readonly block: Block;
  /** As they must be entered to come back: formulas, values, and texts that stay texts. Undefined where only formats change. */
  readonly entries?: readonly (readonly Value[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** What is read before a description is carried out: after one sync all but what takes a second one. */
export interface Remembering {
  /** What the blocks hold that will be written to. */
  readonly claimed: () => readonly Contents[];
  readonly tables: () => Snapshot["tables"];
  /** Names of the tables that share a cell with the place of a step. */
  readonly tablesUnder: (step: Step) => readonly string[];
  /** All of it. Takes one more sync if results spill over what will be written, or if cells have different rules. */
  readonly snapshot: () => Promise<Snapshot>;
}

/** Queues the reading of what a description is going to change, on sheets that are there. */
export function remember(
  context: Excel.RequestContext,
  description: Description,
  isThere: (sheet: string) => boolean,
): Remembering {
  const spills = supports("1.12");
  const { workbook } = context;
  const steps = description.steps.filter((step) => isThere(sheetOf(step) ?? ""));
  const blocks = (...kinds: readonly Step["do"][]): Block[] =>
    distinct(steps.flatMap((step) => (kinds.includes(step.do) && "block" in step ? [step.block] : [])));
  const named = (kind: Step["do"]): string[] => [
    ...new Set(description.steps.flatMap((step) => (step.do === kind && "name" in step ? [step.name] : []))),
  ];

  const properties = `${contentProperties},numberFormat,valueTypes${spills ? ",hasSpill" : ""}`;
  const read = (block: Block): FormerRange => ({ block, range: rangeOf(context, block).load(properties) });
  const claimed = distinct(claims({ ...description, steps })).map(read);
  // Of the cells that a table takes in, Excel changes those in the header row, and only these.
  const cells = [...claimed, ...blocks("add table", "resize table").map(headerRow).map(read)];
  const formats = blocks("format numbers").map((block) => ({
    block,
    range: rangeOf(context, block).load("numberFormat"),
  }));
  const styles = blocks("style", "add table")
    .filter(({ height, width }) => height * width <= mostLooks)
    .map((block) => ({ block, read: cellStylesOf(rangeOf(context, block)) }));
  const validations = blocks("validate").map((block) => validationOf(rangeOf(context, block)));
  const widths = distinct(blocks("set width").flatMap(columns)).map((block) => ({
    block,
    format: rangeOf(context, block).format.load("columnWidth"),
  }));
  const names = named("name block").map((name) => ({
    name,
    item: workbook.names.getItemOrNullObject(name).load("formula"),
  }));
  const flags = steps.flatMap((step) =>
    step.do === "flag"
      ? [{ block: step.block, formula: step.formula, formats: rulesOn(rangeOf(context, step.block)) }]
      : [],
  );
  const tables = [...named("add table"), ...named("resize table")].map((name) => {
    const table = workbook.tables.getItemOrNullObject(name).load("name,showTotals");
    return { table, range: table.getRange().load(placeProperties) };
  });
  const under = new Map(
    steps.flatMap((step) =>
      step.do === "add table" || step.do === "resize table"
        ? [[step as Step, rangeOf(context, step.block).getTables(false).load("items/name")] as const]
        : [],
    ),
  );
  const charts = steps.flatMap((step) =>
    step.do === "chart"
      ? [{ sheet: step.at.sheet, chart: chartIfAny(context, step.at.sheet, step.name).load("id,name") }]
      : [],
  );

  const tablesThere = (): Snapshot["tables"] =>
    tables.flatMap(({ table, range }) =>
      table.isNullObject ? [] : [{ name: table.name, block: placeOf(range), totals: table.showTotals }],
    );
  return {
    claimed: () => claimed.map(({ range }) => contentsOf(range)),
    tables: tablesThere,
    tablesUnder: (step) => under.get(step)?.items.map(({ name }) => name) ?? [],
    snapshot: async () => {
      const parents = cells.flatMap(({ range }) => (spills ? spillParents(range) : []));
      const apart = validations.flatMap(({ cells: each }) => each());
      if (parents.length > 0 || apart.length > 0) await context.sync();
      const spilled = new Set(
        parents.flatMap(({ cell, sheet, row, column }) =>
          cell.isNullObject || (cell.rowIndex === row && cell.columnIndex === column) ? [] : [key(sheet, row, column)],
        ),
      );
      return {
        cells: [
          ...cells.map(({ block, range }) => ({
            block,
            entries: entriesOf(range, spilled),
            numberFormats: range.numberFormat as string[][],
          })),
          ...formats.map(({ block, range }) => ({ block, numberFormats: range.numberFormat as string[][] })),
        ],
        styles: styles.map(({ block, read: looksThere }) => ({ block, styles: looksThere() })),
        validations: validations.flatMap(({ read: rules }) => rules()),
        widths: widths.map(({ block, format }) => ({ block, points: format.columnWidth })),
        names: names.map(({ name, item }) => ({
          name,
          formula: item.isNullObject ? undefined : String(item.formula),
        })),
        flags: flags.map(({ block, formula, formats }) => ({
          block,
          formula,
          ids: formats.items.filter((format) => hasFormula(format, formula)).map(({ id }) => id),
        })),
        tables: tablesThere(),
        charts: charts.flatMap(({ sheet, chart }) =>
          chart.isNullObject ? [] : [{ sheet, name: chart.name, id: chart.id }],
        ),
      };
    },
  };
}

/**
 * How a cell looks takes some 600 letters to say, and Excel on the web answers with 5 MB at most. After the undo of a
 * larger table its cells keep the table's colours.
 */
const mostLooks = 5000;

interface FormerRange {
  readonly block: Block;
  readonly range: Excel.Range;
}

/** Finds a chart by its name. If it or its sheet is missing, a null object. */
export function chartIfAny(context: Excel.RequestContext, sheet: string, name: string): Excel.Chart {
  return context.workbook.worksheets.getItemOrNullObject(sheet).charts.getItemOrNullObject(name);
}

/** Queues the reading of the conditional formats that a range has a part in. */
export function rulesOn(range: Excel.Range): Excel.ConditionalFormatCollection {
  return range.conditionalFormats.load("items/id,items/customOrNullObject/rule/formula");
}

/** Tells whether a loaded conditional format is a formula's, and this formula's. */
export function hasFormula({ customOrNullObject: custom }: Excel.ConditionalFormat, formula: string): boolean {
  return !custom.isNullObject && custom.rule.formula === formula;
}

/** The header row of a table's block. */
export function headerRow(block: Block): Block {
  return { ...block, height: 1 };
}

/** Queues the question which cell spills over each filled cell, for a range that may have spilled cells. */
function spillParents(
  range: Excel.Range,
): { readonly cell: Excel.Range; readonly sheet: string; readonly row: number; readonly column: number }[] {
  // False if no cell is spilled, null if some are.
  if ((range.hasSpill as boolean | null) === false) return [];
  const { block, values } = contentsOf(range);
  return values.flatMap((cells, down) =>
    cells.flatMap((value, across) =>
      value === ""
        ? []
        : [
            {
              cell: range.getCell(down, across).getSpillParentOrNullObject().load("rowIndex,columnIndex"),
              sheet: block.sheet,
              row: block.row + down,
              column: block.column + across,
            },
          ],
    ),
  );
}

/** A spilled cell is empty by itself: entered again, its value would be in the way of the formula that fills it. */
function entriesOf(range: Excel.Range, spilled: ReadonlySet<string>): Value[][] {
  const { block, values, formulas } = contentsOf(range);
  return values.map((cells, down) =>
    cells.map((value, across) => {
      if (spilled.has(key(block.sheet, block.row + down, block.column + across))) return "";
      const formula = formulas[down]?.[across];
      if (formula) return formula;
      const type: string | undefined = range.valueTypes[down]?.[across];
      return type === "Error" ? value : entry(value, false);
    }),
  );
}

function columns(block: Block): Block[] {
  return Array.from({ length: block.width }, (_, across) => ({
    ...block,
    row: 0,
    height: 1,
    column: block.column + across,
    width: 1,
  }));
}

function distinct(blocks: readonly Block[]): Block[] {
  return [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()];
}

function key(sheet: string, row: number, column: number): string {
  return `${row} ${column} ${sheet}`;
}
