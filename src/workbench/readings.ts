import {
  CellValueType,
  CommandType,
  ICommandService,
  isFormulaId,
  isFormulaString,
  ObjectMatrix,
  type ICellData,
  type Injector,
  type Nullable,
} from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { CellValue } from "../workbook";
import { SheetReading, type SheetSource } from "./sheet-reading";

/** What the sheets of a grid hold, each read once and kept until the grid carries out another change of whatever kind. */
export class Readings {
  static readonly #ofGrid = new WeakMap<Injector, Readings>();

  readonly #formulas: FormulaDataModel;
  readonly #lexer: LexerTreeBuilder;
  readonly #kept = new Map<string, SheetReading>();

  /** The readings of a grid, which all who read it share. */
  static of(injector: Injector): Readings {
    const readings = Readings.#ofGrid.get(injector) ?? new Readings(injector);
    Readings.#ofGrid.set(injector, readings);
    return readings;
  }

  private constructor(injector: Injector) {
    this.#formulas = injector.get(FormulaDataModel);
    this.#lexer = injector.get(LexerTreeBuilder);
    injector.get(ICommandService).onCommandExecuted(({ type }) => {
      if (type === CommandType.MUTATION) this.#kept.clear();
    });
  }

  sheet(book: FWorkbook, sheet: FWorksheet): SheetReading {
    const key = `${book.getId()} ${sheet.getSheetId()}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const reading = new SheetReading(this.#source(book, sheet));
    this.#kept.set(key, reading);
    return reading;
  }

  /** What the results that spill over a sheet's cells show there; such a result isn't in the cells that it covers. */
  spilled(book: FWorkbook, sheet: FWorksheet): SpilledCells {
    return this.#formulas.getArrayFormulaCellData()[book.getId()]?.[sheet.getSheetId()];
  }

  #source(book: FWorkbook, sheet: FWorksheet): SheetSource {
    const matrix = sheet.getSheet().getCellMatrix();
    const spilled = this.spilled(book, sheet);
    const formulaAt = this.#formulasIn(matrix);
    return {
      name: sheet.getSheetName(),
      rows: sheet.getMaxRows(),
      columns: sheet.getMaxColumns(),
      forEachCell: (give) => {
        matrix.forValue((row, column, cell) => {
          if (cell) give(row, column, shownBy(cell, spilled?.[row]?.[column]), formulaAt(row, column, cell));
        });
        new ObjectMatrix(spilled ?? {}).forValue((row, column, cell) => {
          if (!matrix.getValue(row, column)) give(row, column, shownBy(undefined, cell), "");
        });
      },
    };
  }

  /**
   * Reads the formulas of a sheet. A formula that was filled down is kept in its first cell only, and the others have its
   * id: the first cells are looked up once, because Univer itself would search the whole sheet for each of the others.
   */
  #formulasIn(matrix: ObjectMatrix<Nullable<ICellData>>): (row: number, column: number, cell: ICellData) => string {
    const first = new Map<string, { readonly row: number; readonly column: number; readonly formula: string }>();
    matrix.forValue((row, column, cell) => {
      const { formula, id } = formulaOf(cell);
      if (formula !== "" && id !== "" && !first.has(id)) first.set(id, { row, column, formula });
    });
    return (row, column, cell) => {
      const { formula, id } = formulaOf(cell);
      if (formula !== "" || id === "") return formula;
      const origin = first.get(id);
      if (!origin) return "";
      return this.#lexer.moveFormulaRefOffset(origin.formula, column - origin.column, row - origin.row);
    };
  }
}

/** The formula that a cell holds and the id of the one that was filled down to it; "" for none. */
function formulaOf(cell: Nullable<ICellData>): { readonly formula: string; readonly id: string } {
  const { f, si } = cell ?? {};
  return { formula: f && isFormulaString(f) ? f : "", id: si && isFormulaId(si) ? si : "" };
}

type SpilledCells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> | undefined;

/** What a cell shows, given what it holds and what a result spills over it; "" for an empty one. */
export function shownBy(own: Nullable<ICellData>, spilled: Nullable<ICellData>): CellValue {
  return plain(own) ?? plain(spilled) ?? "";
}

/** The value of a cell as Univer keeps it; undefined if it holds none. */
function plain(cell: Nullable<ICellData>): CellValue | undefined {
  if (!cell) return undefined;
  // A text with line breaks or formats inside is kept as a small document that ends with \r\n.
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (cell.v === undefined || cell.v === null) return undefined;
  if (cell.t === CellValueType.BOOLEAN) return cell.v === true || Number(cell.v) === 1;
  if (cell.t === CellValueType.NUMBER) return Number(cell.v);
  return cell.v;
}
