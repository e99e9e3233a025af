import {
  CellValueType,
  isFormulaId,
  isFormulaString,
  type ICellData,
  type IRange,
  type Nullable,
  ObjectMatrix,
} from "@univerjs/core";
import type { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Value } from "../sheets";
import type { Cell, SheetSource } from "./sheet-reading";

/** What the results that spill over a sheet's cells show there; such a result isn't in the cells that it covers. */
export type SpilledCells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> | undefined;

/** The formula that was filled down from a cell. */
interface Origin {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The cells of one sheet of the grid: what they hold themselves, under what results spill over them. */
export class SheetCells implements SheetSource {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly #sheet: FWorksheet;
  readonly #spilled: () => SpilledCells;
  readonly #lexer: LexerTreeBuilder;
  /**
   * A formula that was filled down is kept in its first cell only, and the others have its id: the first cells are
   * looked up once, because Univer itself would search the whole sheet for each of the others.
   */
  readonly #origins = new Map<string, Origin>();
  /** The ids of the formulas that were filled down, by their first cells. */
  readonly #begun = new Map<string, string>();

  constructor(sheet: FWorksheet, spilled: () => SpilledCells, lexer: LexerTreeBuilder) {
    this.name = sheet.getSheetName();
    this.rows = sheet.getMaxRows();
    this.columns = sheet.getMaxColumns();
    this.#sheet = sheet;
    this.#spilled = spilled;
    this.#lexer = lexer;
    this.#matrix.forValue((row, column, cell) => {
      const { formula, id } = formulaOf(cell);
      if (formula === "" || id === "" || this.#origins.has(id)) return;
      this.#origins.set(id, { row, column, formula });
      this.#begun.set(`${row},${column}`, id);
    });
  }

  forEachCell(give: (row: number, column: number, cell: Cell) => void): void {
    const matrix = this.#matrix;
    const spilled = this.#spilled();
    matrix.forValue((row, column, own) => {
      if (own) give(row, column, this.#cell(row, column, own, spilled?.[row]?.[column]));
    });
    new ObjectMatrix(spilled ?? {}).forValue((row, column, over) => {
      if (!matrix.getValue(row, column)) give(row, column, this.#cell(row, column, undefined, over));
    });
  }

  cellAt(row: number, column: number): Cell {
    return this.#cell(row, column, this.#matrix.getValue(row, column), this.#spilled()?.[row]?.[column]);
  }

  /** Whether a formula that was filled down is another one in its first cell: the cells below have changed with it. */
  changedForOthers(row: number, column: number): boolean {
    const { formula, id } = formulaOf(this.#matrix.getValue(row, column));
    const began = this.#begun.get(`${row},${column}`);
    if (began !== undefined) return id !== began || formula !== this.#origins.get(began)?.formula;
    return formula !== "" && id !== "" && !this.#origins.has(id);
  }

  get #matrix(): ObjectMatrix<Nullable<ICellData>> {
    return this.#sheet.getSheet().getCellMatrix();
  }

  #cell(row: number, column: number, own: Nullable<ICellData>, over: Nullable<ICellData>): Cell {
    return { value: shownBy(own, over), formula: this.#formula(row, column, own) };
  }

  #formula(row: number, column: number, own: Nullable<ICellData>): string {
    const { formula, id } = formulaOf(own);
    if (formula !== "" || id === "") return formula;
    const origin = this.#origins.get(id);
    if (!origin) return "";
    return this.#lexer.moveFormulaRefOffset(origin.formula, column - origin.column, row - origin.row);
  }
}

/** The formula that a cell holds and the id of the one that was filled down to it; "" for none. */
function formulaOf(cell: Nullable<ICellData>): { readonly formula: string; readonly id: string } {
  const { f, si } = cell ?? {};
  return { formula: f && isFormulaString(f) ? f : "", id: si && isFormulaId(si) ? si : "" };
}

/** The cells of a range. */
export function* cellsIn({ startRow, endRow, startColumn, endColumn }: IRange): Iterable<readonly [number, number]> {
  for (let row = startRow; row <= endRow; row += 1) {
    for (let column = startColumn; column <= endColumn; column += 1) yield [row, column];
  }
}

/** What a cell shows, given what it holds and what a result spills over it; "" for an empty one. */
export function shownBy(own: Nullable<ICellData>, over: Nullable<ICellData>): Value {
  return plain(own) ?? plain(over) ?? "";
}

/** The value of a cell as Univer keeps it; undefined if it holds none. */
function plain(cell: Nullable<ICellData>): Value | undefined {
  if (!cell) return undefined;
  // A text with line breaks or formats inside is kept as a small document that ends with \r\n.
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (cell.v === undefined || cell.v === null) return undefined;
  if (cell.t === CellValueType.BOOLEAN) return cell.v === true || Number(cell.v) === 1;
  if (cell.t === CellValueType.NUMBER) return Number(cell.v);
  return cell.v;
}
