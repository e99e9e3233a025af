import type { Description, Step, Validation, Value } from "./description";
import { typedCall } from "./keel-spelling";
import { dollarPatterns } from "./money-pattern";
import { address, localAddress, type Block } from "./place";
import { dayFormat } from "./plan-policy";

/** How the numbers of a cell are shown; a text has nothing to show otherwise. */
export type EstimateKind = "money" | "percent" | "day" | "plain";

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
  /** What stands elsewhere in the workbook, as a formula refers to it; or a call. */
  | { readonly reference: string }
  /** Left out. */
  | undefined;

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
  plain: undefined,
};

/** All cells that are written, from the title to the end of the result. */
export function taxEstimatePlace({ arguments: given, result }: TaxEstimate, sheet: string): Block {
  const own = given.filter(hasCell).length;
  const { height, width } = sizeOf(result);
  return { sheet, row: 0, column: 0, height: resultRow(own) + height, width: Math.max(2, width) };
}

function sizeOf(result: TaxEstimate["result"]): { readonly height: number; readonly width: number } {
  return { height: result.length, width: result[0]?.length ?? 1 };
}

function resultRow(inputs: number): number {
  return FIRST_ROW + inputs + (inputs === 0 ? 0 : 1);
}

type OwnCell = Extract<EstimateArgument, { readonly label: string }>;

function hasCell(argument: EstimateArgument): argument is OwnCell {
  return argument !== undefined && "label" in argument;
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
  const inputs = estimate.arguments.filter(hasCell);
  const placeOf = new Map(inputs.map((input, index) => [input, cell(FIRST_ROW + index, 1)]));
  const said = estimate.arguments.map((argument) => {
    if (argument === undefined) return "";
    return hasCell(argument) ? localAddress(placeOf.get(argument) as Block, true) : argument.reference;
  });
  // Arguments that are left out at the end aren't written: commas that nothing follows look like a mistake.
  while (said.at(-1) === "") said.pop();
  const top = resultRow(inputs.length);
  const { height, width } = sizeOf(estimate.result);
  const columns = Array.from({ length: Math.max(2, width) }, (_, column) => column);
  return {
    title: `Insert ${estimate.title} in ${address(cell(0, 0))}`,
    steps: [
      { do: "add sheet", name: sheet },
      { do: "write values", block: cell(0, 0), values: [[estimate.title]] },
      { do: "style", block: cell(0, 0), style: "title" },
      { do: "write values", block: cell(1, 0), values: [[estimate.note]] },
      { do: "style", block: cell(1, 0), style: "note" },
      ...inputs.flatMap((input) => inputSteps(input, placeOf.get(input) as Block)),
      {
        do: "write formula",
        block: cell(top, 0, height, width),
        formula: `=${typedCall(namespace, estimate.function, ...said)}`,
      },
      ...(height > 1 ? [{ do: "style", block: cell(top, 0, 1, width), style: "heading" } as const] : []),
      ...estimate.formats.flatMap(({ row, column, kind, ...size }): Step[] => {
        const format = PATTERNS[kind];
        return format === undefined
          ? []
          : [{ do: "format numbers", block: { sheet, row: top + row, column, ...size }, format }];
      }),
      ...columns.map((column): Step => ({
        do: "set width",
        block: cell(0, column),
        characters: charactersOf(estimate.result, column, column === 0 ? inputs.map(({ label }) => label) : []),
      })),
      { do: "select", block: cell(top, 0) },
    ],
  };
}

/** How wide a column is that shows a column of the result, and these labels. */
function charactersOf(result: TaxEstimate["result"], column: number, labels: readonly string[]): number {
  const shown = result.map((row) => row[column]);
  const texts = [...labels, ...shown].flatMap((cell) => (typeof cell === "string" ? [cell.length + 2] : []));
  const figures = shown.some((cell) => typeof cell === "number") ? FIGURE_WIDTH : NARROWEST;
  return Math.min(WIDEST, Math.max(figures, ...texts));
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
