import type { Description, Step, Validation, Value } from "./description";
import { typedCall } from "./keel-spelling";
import { dollarPatterns } from "./money-pattern";
import { address, localAddress, type Block } from "./place";
import { dayFormat } from "./plan-policy";

/** How the numbers of a cell are shown: `number` as they are; a text, which is `plain`, has nothing to show otherwise. */
export type EstimateKind = "money" | "percent" | "day" | "number" | "plain";

/** What a function's argument is given. */
export type EstimateArgument =
  /** A cell of its own, which the owner may change. */
  | {
      readonly label: string;
      readonly value: Value;
      /** What gives the value from cells of the workbook, as a formula without its `=`; absent for one that was typed. */
      readonly from?: string | undefined;
      readonly shows: EstimateKind;
      readonly allow: Validation["allow"];
      /** Beside the selected cell. */
      readonly prompt: string;
    }
  /** Rows below their headings, which are shown above the answer. */
  | { readonly title: string; readonly columns: readonly EstimateColumn[] }
  /** What stands elsewhere in the workbook, as a formula refers to it; or a call. */
  | { readonly reference: string }
  /** Left out. */
  | undefined;

/** A column of rows that an answer is about: each cell a value, or what gives it from a cell of the workbook. */
export interface EstimateColumn {
  readonly heading: string;
  readonly shows: EstimateKind;
  readonly cells: readonly (Value | { readonly from: string })[];
}

/** Cells of a result, their rows and columns from 0 within it. */
export type EstimateCells = Pick<Block, "row" | "column" | "height" | "width">;

/** An answer to keep: one function's call over cells that say what it was asked. */
export interface TaxEstimate {
  readonly title: string;
  readonly note: string;
  /** Without its namespace. */
  readonly function: string;
  /** In the function's order. */
  readonly arguments: readonly EstimateArgument[];
  /** What the function answers now: it takes so much room, and its columns are as wide. */
  readonly result: readonly (readonly unknown[])[];
  readonly formats: readonly (EstimateCells & { readonly kind: EstimateKind })[];
}

/** The first row of labels, below the title and the note. */
const FIRST_ROW = 3;
/** Columns are as wide as what they show, within these bounds. In characters. */
const NARROWEST = 14;
const WIDEST = 70;
/** An amount of millions with its cents. */
const FIGURE_WIDTH = 16;

const PATTERNS: Readonly<Record<EstimateKind, string | undefined>> = {
  money: dollarPatterns.either,
  percent: "0.0#%",
  day: dayFormat,
  number: undefined,
  plain: undefined,
};

/** All cells that are written, from the title to the end of the result. */
export function taxEstimatePlace(estimate: TaxEstimate, sheet: string): Block {
  const { height, width } = sizeOf(estimate.result);
  const { top, tables } = rowsOf(estimate.arguments);
  const widest = Math.max(2, width, ...tables.map(({ table }) => table.columns.length));
  return { sheet, row: 0, column: 0, height: top + height, width: widest };
}

function sizeOf(result: TaxEstimate["result"]): { readonly height: number; readonly width: number } {
  return { height: result.length, width: result[0]?.length ?? 1 };
}

type OwnCell = Extract<EstimateArgument, { readonly label: string }>;
type OwnTable = Extract<EstimateArgument, { readonly columns: unknown }>;

function hasCell(argument: EstimateArgument): argument is OwnCell {
  return argument !== undefined && "label" in argument;
}

function isTable(argument: EstimateArgument): argument is OwnTable {
  return argument !== undefined && "columns" in argument;
}

/** How many rows of cells a table has below its headings. */
function heightOf({ columns }: OwnTable): number {
  return Math.max(0, ...columns.map(({ cells }) => cells.length));
}

/** From which rows on everything stands: cells below each other, then each table below its title, then the result. */
function rowsOf(given: TaxEstimate["arguments"]): {
  readonly inputs: readonly OwnCell[];
  readonly tables: readonly { readonly table: OwnTable; readonly row: number }[];
  readonly top: number;
} {
  const inputs = given.filter(hasCell);
  let top = FIRST_ROW + inputs.length + (inputs.length === 0 ? 0 : 1);
  const tables = given.filter(isTable).map((table) => {
    const row = top;
    // Its title, its headings, and a blank row behind it.
    top += heightOf(table) + 3;
    return { table, row };
  });
  return { inputs, tables, top };
}

/**
 * Describes an answer on a sheet of its own: a title, a cell for each thing that was asked, which its owner may change,
 * and below them the live formula with what it gives, the last on the sheet, because it may grow.
 */
export function taxEstimate(
  estimate: TaxEstimate,
  { sheet, namespace }: { readonly sheet: string; readonly namespace: string },
): Description {
  const cell = (row: number, column: number, height = 1, width = 1): Block => ({ sheet, row, column, height, width });
  const { inputs, tables, top } = rowsOf(estimate.arguments);
  const placeOf = new Map<EstimateArgument, Block>([
    ...inputs.map((input, index) => [input, cell(FIRST_ROW + index, 1)] as const),
    ...tables.map(({ table, row }) => [table, cell(row + 1, 0, heightOf(table) + 1, table.columns.length)] as const),
  ]);
  const said = estimate.arguments.map((argument) => {
    if (argument === undefined) return "";
    return "reference" in argument ? argument.reference : localAddress(placeOf.get(argument) as Block, true);
  });
  // Arguments that are left out at the end aren't written: commas that nothing follows look like a mistake.
  while (said.at(-1) === "") said.pop();
  const { height, width } = sizeOf(estimate.result);
  const all = taxEstimatePlace(estimate, sheet);
  return {
    title: `Insert ${estimate.title} in ${address(cell(0, 0))}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: cell(0, 0), values: [[estimate.title]] },
      { do: "style", block: cell(0, 0), style: "title" },
      { do: "write values", block: cell(1, 0), values: [[estimate.note]] },
      { do: "style", block: cell(1, 0), style: "note" },
      ...inputs.flatMap((input) => inputSteps(input, placeOf.get(input) as Block)),
      ...tables.flatMap(({ table }) => tableSteps(table, placeOf.get(table) as Block)),
      {
        do: "write formula",
        block: cell(top, 0, height, width),
        formula: `=${typedCall(namespace, estimate.function, ...said)}`,
      },
      ...(height > 1 ? headingSteps(cell(top, 0, 1, width), (column) => holdsFigures(estimate, column)) : []),
      ...estimate.formats.flatMap(({ row, column, kind, ...size }): Step[] => {
        const format = PATTERNS[kind];
        return format === undefined
          ? []
          : [{ do: "format numbers", block: { sheet, row: top + row, column, ...size }, format }];
      }),
      ...Array.from({ length: all.width }, (_, column): Step => ({
        do: "set width",
        block: cell(0, column),
        characters: charactersOf(estimate, column),
      })),
      { do: "select", block: cell(top, 0) },
    ],
  };
}

/** Headings stand over what is below them: on the right over figures and days, on the left over words. */
function headingSteps(row: Block, isOfFigures: (column: number) => boolean): readonly Step[] {
  const steps: Extract<Step, { readonly do: "style" }>[] = [];
  for (let column = 0; column < row.width; column++) {
    const style = isOfFigures(column) ? "figure heading" : "heading";
    const last = steps.at(-1);
    if (last?.style === style) {
      steps[steps.length - 1] = { ...last, block: { ...last.block, width: last.block.width + 1 } };
    } else steps.push({ do: "style", block: { ...row, column: row.column + column, width: 1 }, style });
  }
  return steps;
}

/** Whether a column of the result is of figures, or is shown as such below its heading; blank cells say nothing. */
function holdsFigures({ result, formats }: TaxEstimate, column: number): boolean {
  const below = result.slice(1).map((row) => row[column]);
  if (below.some((cell) => typeof cell === "number")) return true;
  return (
    below.every((cell) => cell === "" || cell === null || cell === undefined) &&
    formats.some(
      ({ column: from, width, row, height, kind }) =>
        kind !== "plain" && from <= column && column < from + width && row + height > 1,
    )
  );
}

/** Labels and headings are bold. */
const BOLD = 1.15;

/** How wide a column is that shows its part of the result, of the labels and of tables. */
function charactersOf({ result, arguments: given }: TaxEstimate, column: number): number {
  const tables = given.filter(isTable).flatMap(({ columns }) => columns[column] ?? []);
  const bold = [
    ...(column === 0 ? given.filter(hasCell).map(({ label }) => label) : []),
    ...(result.length > 1 ? [result[0]?.[column]] : []),
    ...tables.map(({ heading }) => heading),
  ];
  const shown = [...result.map((row) => row[column]), ...tables.flatMap(({ cells }) => cells)];
  const lengths = (texts: readonly unknown[], times: number): readonly number[] =>
    texts.flatMap((text) => (typeof text === "string" ? [Math.ceil(text.length * times) + 2] : []));
  const figures = shown.some((cell) => cell !== undefined && typeof cell !== "string") ? FIGURE_WIDTH : NARROWEST;
  return Math.min(WIDEST, Math.max(figures, ...lengths(bold, BOLD), ...lengths(shown, 1)));
}

/** The title above a table, its headings, and its cells: those that stand elsewhere as formulas. */
function tableSteps({ title, columns }: OwnTable, block: Block): readonly Step[] {
  const { sheet, row } = block;
  const cell = (down: number, column: number, height = 1, width = 1): Block => ({
    ...{ sheet, row: row + down, column, height, width },
  });
  return [
    { do: "write values", block: cell(-1, 0), values: [[title]] },
    { do: "style", block: cell(-1, 0), style: "label" },
    { do: "write values", block: cell(0, 0, 1, columns.length), values: [columns.map(({ heading }) => heading)] },
    ...headingSteps(cell(0, 0, 1, columns.length), (column) => {
      const { shows, cells } = columns[column] as EstimateColumn;
      return shows !== "plain" || cells.some((content) => typeof content === "number");
    }),
    ...columns.flatMap(({ shows, cells }, column): Step[] => {
      const format = PATTERNS[shows];
      return [
        ...(format === undefined
          ? []
          : [{ do: "format numbers", block: cell(1, column, block.height - 1), format } as const]),
        ...cells.map((content, down): Step => {
          const place = cell(down + 1, column);
          return typeof content === "object"
            ? { do: "write formula", block: place, formula: `=${content.from}` }
            : { do: "write values", block: place, values: [[content]] };
        }),
      ];
    }),
  ];
}

function inputSteps({ label, value, from, shows, allow, prompt }: OwnCell, block: Block): readonly Step[] {
  const format = PATTERNS[shows];
  const beside: Block = { ...block, column: block.column - 1 };
  return [
    { do: "write values", block: beside, values: [[label]] },
    { do: "style", block: beside, style: "label" },
    ...(format === undefined ? [] : [{ do: "format numbers", block, format } as const]),
    from === undefined
      ? { do: "write values", block, values: [[value]] }
      : { do: "write formula", block, formula: `=${from}` },
    { do: "style", block, style: "input" },
    { do: "validate", block, allow, prompt: { title: label, text: prompt } },
  ];
}
