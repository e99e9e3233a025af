import {
  columnName,
  localAddress,
  overlap,
  topLeft,
  within,
  type Block,
  type BookCell,
  type ErrorValue,
  type Sheet,
  type Value,
} from "../sheets";
import { storedFormula } from "./formulas";
import type { Links } from "./links";
import { usual } from "./measures";
import type { SharedStrings } from "./shared-strings";
import { cut, storedText } from "./stored-text";
import type { StylesPart } from "./styles-part";
import { escaped } from "./xml";

/** What all sheets of a file share while they are written. */
export interface Shared {
  readonly styles: StylesPart;
  readonly strings: SharedStrings;
  readonly links: Links;
  /** The ids of Keel's functions in the formulas so far. */
  readonly functions: Set<string>;
  /** Whether a formula so far is a dynamic array. */
  arrays: boolean;
}

/** As many characters as a cell can hold in Excel. */
const mostCharacters = 32767;
/** Errors that a file can hold in a cell. Newer ones (#SPILL!, #CALC!, …) Excel itself saves as #VALUE!. */
const errors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);
/** Excel's limit for a row, in points. */
const highest = 409.5;

/** A sheet's cells row by row, each row from left to right. Rows come in any order. */
export type Rows = ReadonlyMap<number, readonly BookCell[]>;

export function rowsOf({ cells }: Sheet): Rows {
  const rows = new Map<number, BookCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  for (const row of rows.values()) row.sort((one, other) => one.column - other.column);
  return rows;
}

/** Writes a sheet's rows with their cells, a row a piece. Source: ECMA-376 Part 1, 18.3.1.80 sheetData, 18.3.1.4 c. */
export function* cellParts(rows: Rows, sheet: Sheet, shared: Shared): Iterable<string> {
  const heights = new Map(sheet.heights.map((height) => [height.row, height]));
  const columns = new Map<number, string>();
  const nameOf = (column: number): string => {
    const name = columns.get(column) ?? columnName(column);
    columns.set(column, name);
    return name;
  };
  yield "<sheetData>";
  for (const row of [...new Set([...rows.keys(), ...heights.keys()])].sort((one, other) => one - other)) {
    const height = heights.get(row);
    const size = height ? sizePart(height) : "";
    let part = `<row r="${row + 1}"${size}>`;
    for (const cell of rows.get(row) ?? []) {
      part += cellPart(cell, `${nameOf(cell.column)}${row + 1}`, sheet, shared);
    }
    yield `${part}</row>`;
  }
  yield "</sheetData>";
}

function sizePart({ points, hidden }: Sheet["heights"][number]): string {
  // A hidden row of the usual height fits its texts by itself when it is shown again.
  const fixed = hidden && points === usual.rowPoints ? "" : ' customHeight="1"';
  return ` ht="${Math.min(points, highest)}"${fixed}${hidden ? ' hidden="1"' : ""}`;
}

function cellPart(cell: BookCell, address: string, sheet: Sheet, shared: Shared): string {
  const { value, formula } = cell;
  const stored =
    formula === undefined ? undefined : storedFormula(formula, { table: tableAt(sheet, cell), links: shared.links });
  // Excel refuses a file with a formula it can't read, so it is kept as the text that was typed.
  const content = formula !== undefined && !stored ? formula : value;
  // Text that begins so would become a formula when it is edited.
  const quoted = !stored && typeof content === "string" && /^[=+\-@]/.test(content);
  const look = shared.styles.cell(cell, quoted);
  const start = `<c r="${address}"${look > 0 ? ` s="${look}"` : ""}`;
  if (!stored) return `${start}${contentPart(content, shared.strings)}`;
  for (const id of stored.functions) shared.functions.add(id);
  const result = resultPart(value);
  if (!stored.array && !cell.spill) {
    return `${start}${result.type}><f>${escaped(storedText(stored.text))}</f>${result.content}</c>`;
  }
  shared.arrays = true;
  const place = localAddress(filled(cell, sheet));
  return `${start}${result.type} cm="1"><f t="array" ref="${place}">${escaped(storedText(stored.text))}</f>${result.content}</c>`;
}

/** The rest of a cell without a formula, after its address and look. */
function contentPart(value: Value | ErrorValue, strings: SharedStrings): string {
  if (value === "") return "/>";
  if (typeof value === "string") return ` t="s"><v>${strings.of(storedText(cut(value, mostCharacters)))}</v></c>`;
  const { type, content } = resultPart(value);
  return `${type}>${content}</c>`;
}

/** The type and the content of a cell that holds a number, a truth value, an error, or a formula's text. */
function resultPart(value: Value | ErrorValue): { readonly type: string; readonly content: string } {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { type: ' t="e"', content: "<v>#NUM!</v>" };
    return { type: "", content: `<v>${value}</v>` };
  }
  if (typeof value === "string") {
    return { type: ' t="str"', content: `<v>${escaped(storedText(cut(value, mostCharacters)))}</v>` };
  }
  if (typeof value === "boolean") return { type: ' t="b"', content: `<v>${value ? 1 : 0}</v>` };
  return { type: ' t="e"', content: `<v>${errors.has(value.error) ? value.error : "#VALUE!"}</v>` };
}

/** The cells that a formula's result fills. In a table only its own, since a result can't spill there. */
function filled({ row, column, spill = { height: 1, width: 1 } }: BookCell, sheet: Sheet): Block {
  const block: Block = { sheet: sheet.name, row, column, ...spill };
  return sheet.tables.some((table) => overlap(table.block, block)) ? topLeft(block) : block;
}

/** The name of the table whose body a cell is in. */
function tableAt(sheet: Sheet, cell: BookCell): string | undefined {
  return sheet.tables.find(({ block }) => cell.row > block.row && within(block, cell))?.name;
}
