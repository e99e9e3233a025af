import { bands } from "../operations";
import { isTotalRow, recogniseColumns } from "../ranges";
import { localAddress, type Block } from "../sheets";
import type { CellValue, Contents, Table } from "../workbook";
import { shownAs } from "./list";

type Column = readonly (readonly [CellValue])[];

/** Targets by class, as cells of the workbook have them: one row a class. */
export interface ClassTargets {
  readonly classes: Block;
  readonly weights: Block;
  /** Bands of single classes, if a column says any. */
  readonly bands?: Block;
  /** Given if they are whole columns of a table, which has its header row in `block`. */
  readonly columns?: ClassTargetColumns & { readonly block: Block };
  readonly cells: { readonly classes: Column; readonly weights: Column; readonly bands?: Column };
  /** Headings and rows as PLAN takes them, whatever else they say: location points, say. */
  readonly whole: { readonly block: Block; readonly cells: Contents["values"] };
}

/** Columns of a table, by their headings. */
export interface ClassTargetColumns {
  readonly table: string;
  readonly class: string;
  readonly weight: string;
  readonly band?: string;
}

/**
 * Reads cells as targets by class: a column of classes and one of targets (or of weights that add up to 100 %) below a
 * header, without funds and values. Undefined for anything else, a list of funds too.
 */
export function classTargetsIn(contents: Contents | Table): ClassTargets | undefined {
  const { block, values } = contents;
  const { headerRow } = recogniseColumns(values);
  // What headings say: what columns hold could be taken for values, as years or returns beside each class.
  const { columns } = recogniseColumns(values.slice(0, headerRow + 1));
  const { "asset class": named, fund, ticker, value, account, band } = columns;
  if (headerRow < 0 || named === undefined) return undefined;
  if ([fund, ticker, value, account].some((one) => one !== undefined)) return undefined;
  const table = "name" in contents ? contents.name : undefined;
  let end = values.length;
  const isBlank = (row: number): boolean => values[row]?.[named] === "";
  if (table === undefined)
    while (end > headerRow + 1 && (isBlank(end - 1) || isTotalRow(values[end - 1] ?? []))) end -= 1;
  const height = end - headerRow - 1;
  if (height < 1) return undefined;
  const columnAt = (column: number): Column =>
    values.slice(headerRow + 1, end).map((row): [CellValue] => [row[column] ?? ""]);
  const weight =
    columns.target ??
    (values[headerRow] ?? []).findIndex((_, column) => column !== named && column !== band && isMix(columnAt(column)));
  if (weight < 0) return undefined;
  const blockAt = (column: number): Block => ({
    ...block,
    row: block.row + headerRow + 1,
    column: block.column + column,
    height,
    width: 1,
  });
  const heading = (column: number): string => shownAs(values[headerRow]?.[column]);
  return {
    classes: blockAt(named),
    weights: blockAt(weight),
    ...(band !== undefined && { bands: blockAt(band) }),
    ...(table !== undefined && headerRow === 0
      ? {
          columns: {
            ...{ table, block, class: heading(named), weight: heading(weight) },
            ...(band !== undefined && { band: heading(band) }),
          },
        }
      : {}),
    cells: {
      ...{ classes: columnAt(named), weights: columnAt(weight) },
      ...(band !== undefined && { bands: columnAt(band) }),
    },
    whole: {
      block: { ...block, row: block.row + headerRow, height: height + 1 },
      cells: values.slice(headerRow, end),
    },
  };
}

/** Whether a column's numbers add up to 100 % as the functions count. */
function isMix(cells: Column): boolean {
  return cells.some(([cell]) => typeof cell === "number" && cell > 0) && bands.answer(cells, null).ok;
}

/** Where targets by class stand, as its owner calls it: a table's name, or the cells. */
export function placeOf({ columns, weights }: ClassTargets): string {
  return columns?.table ?? localAddress(weights);
}
