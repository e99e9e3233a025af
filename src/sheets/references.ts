import { afterPiece } from "./formula-pieces";
import { columnName, columnNumber, sheetInFormula } from "./place";

/** As many rows and columns as a file's sheet has. */
export const sheetEnd = { rows: 1_048_576, columns: 16_384 } as const;

/** One end of a reference on one axis: the row or column, counted from 0, and whether a $ fixes it. */
export interface ReferenceEnd {
  readonly at: number;
  readonly fixed: boolean;
}

/** From where to where a reference goes on one axis; both ends are the same where it is one row or column. */
export interface ReferenceSpan {
  readonly from: ReferenceEnd;
  readonly to: ReferenceEnd;
}

/** Cells that a formula reads. Whole columns have no `rows`, whole rows no `columns`. */
export interface CellReference {
  /** The sheet that it names, or the first and last of several, `Jan:Dec`; none where it means the formula's own. */
  readonly sheet?: string;
  readonly rows?: ReferenceSpan;
  readonly columns?: ReferenceSpan;
}

/** What a reference is replaced by: another one, or undefined for #REF!, because its cells are gone. */
export type ChangeReference = (reference: CellReference) => CellReference | undefined;

const plainName = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*`;
const prefix = String.raw`(?:('(?:[^']|'')+'|${plainName}(?::${plainName})?)!)?`;
const cell = String.raw`(\$?)([A-Z]{1,3})(\$?)(\d{1,7})`;
const shapes = [
  String.raw`${cell}(?::${cell})?`,
  String.raw`(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})`,
  String.raw`(\$?)(\d{1,7}):(\$?)(\d{1,7})`,
] as const;
/** Behind a reference no letter may follow, nor what makes a call or a sheet's name of it. */
const [cells, columns, rows] = shapes.map(
  (shape) => new RegExp(String.raw`${prefix}${shape}(?![\p{L}\p{N}_.(!\\])`, "iuy"),
);
const word = /[\p{L}\p{N}_.\\$]+!?/uy;

/** Changes the references to cells in a formula, and leaves all else as it is: texts, names, columns of tables, other workbooks. */
export function withReferences(formula: string, change: ChangeReference): string {
  let changed = "";
  for (let at = 0; at < formula.length;) {
    const found = referenceAt(formula, at);
    if (found) {
      const other = change(found.reference);
      const same = other === found.reference;
      changed += same ? formula.slice(at, found.end) : other ? textOf(other) : "#REF!";
      at = found.end;
      continue;
    }
    word.lastIndex = at;
    const end = word.exec(formula) ? word.lastIndex : afterPiece(formula, at);
    changed += formula.slice(at, end);
    at = end;
  }
  return changed;
}

function referenceAt(
  formula: string,
  at: number,
): { readonly reference: CellReference; readonly end: number } | undefined {
  // What follows these belongs to another workbook, or is a name of a sheet: [1]Plan!A1, '[Old.xlsx]Plan'!A1, Plan!Total.
  if (formula[at - 1] === "]" || formula[at - 1] === "!") return undefined;
  const matched = (shape: RegExp | undefined): RegExpExecArray | null => {
    if (!shape) return null;
    shape.lastIndex = at;
    return shape.exec(formula);
  };
  const found = matched(cells) ?? matched(columns) ?? matched(rows);
  if (!found) return undefined;
  const [text, name, ...parts] = found;
  if (name?.includes("[")) return undefined;
  const reference = referenceOf(parts);
  if (!reference || !onSheet(reference)) return undefined;
  const sheet = name?.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { reference: { ...(sheet !== undefined && { sheet }), ...reference }, end: at + text.length };
}

function referenceOf(parts: readonly (string | undefined)[]): CellReference | undefined {
  const end = (fixed = "", text = ""): ReferenceEnd => ({
    at: /^\d/.test(text) ? Number(text) - 1 : columnNumber(text),
    fixed: fixed !== "",
  });
  if (parts.length === 4) {
    const [fixed, first, otherFixed, last] = parts;
    const span = { from: end(fixed, first), to: end(otherFixed, last) };
    return /^\d/.test(first ?? "") ? { rows: span } : { columns: span };
  }
  const [fixedColumn, column, fixedRow, row, toFixedColumn, toColumn, toFixedRow, toRow] = parts;
  const [left, top] = [end(fixedColumn, column), end(fixedRow, row)];
  if (toColumn === undefined) return { rows: { from: top, to: top }, columns: { from: left, to: left } };
  return { rows: { from: top, to: end(toFixedRow, toRow) }, columns: { from: left, to: end(toFixedColumn, toColumn) } };
}

/** What lies beyond a sheet's cells, as XYZ2026, is a name. */
function onSheet({ rows: down, columns: across }: CellReference): boolean {
  const fits = (span: ReferenceSpan | undefined, count: number): boolean =>
    !span || [span.from.at, span.to.at].every((at) => at >= 0 && at < count);
  return fits(down, sheetEnd.rows) && fits(across, sheetEnd.columns);
}

function textOf({ sheet, rows: down, columns: across }: CellReference): string {
  const mark = ({ fixed }: ReferenceEnd): string => (fixed ? "$" : "");
  const corner = (column: ReferenceEnd | undefined, row: ReferenceEnd | undefined): string =>
    (column ? mark(column) + columnName(column.at) : "") + (row ? `${mark(row)}${row.at + 1}` : "");
  const first = corner(across?.from, down?.from);
  const last = corner(across?.to, down?.to);
  const place = first === last && down && across ? first : `${first}:${last}`;
  return sheet === undefined ? place : `${sheetInFormula(sheet)}!${place}`;
}
