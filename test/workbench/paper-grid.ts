import {
  CellValueType,
  CommandType,
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type Injector,
  ObjectMatrix,
} from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";

/** In place of a package of Univer's: each of its commands with its name for an id. */
export const onlyNames = new Proxy({}, { get: (_, name) => ({ id: String(name) }) });

const [unit, id] = ["book", "sheet"];

/** What of Univer the readings of a sheet ask: one sheet with cells, and one result that spills down from D1 over columns. */
export class PaperGrid {
  readonly matrix = new ObjectMatrix<ICellData>();
  /** How often it was asked what spills over cells. */
  asked = 0;
  #listeners: ((command: ICommandInfo) => void)[] = [];
  #cells: Record<string, Record<string, object>> = { [unit]: {} };
  #ranges: Record<string, Record<string, object>> = { [unit]: {} };

  readonly sheet = {
    getSheetId: () => id,
    getSheetName: () => "Plan",
    getMaxRows: () => 1000,
    getMaxColumns: () => 20,
    getRange: () => ({}),
    getSheet: () => ({ getCellMatrix: () => this.matrix, getCellRaw: () => null }),
  } as unknown as FWorksheet;

  readonly book = { getId: () => unit, getSheets: () => [this.sheet] } as unknown as FWorkbook;

  readonly injector = {
    get: (wanted: unknown) => {
      if (wanted === FormulaDataModel) {
        return {
          getArrayFormulaCellData: () => {
            this.asked += 1;
            return this.#cells;
          },
          getArrayFormulaRange: () => this.#ranges,
        };
      }
      if (wanted === ICommandService) return { onCommandExecuted: (listener: never) => this.#listen(listener) };
      if (wanted === LexerTreeBuilder) return {};
      throw new Error("The readings ask for something else.");
    },
  } as unknown as Injector;

  /** Has another result spill, as a calculation does: Univer makes its objects anew. */
  spill(rows: readonly (readonly number[])[]): void {
    const cells = new ObjectMatrix<ICellData>();
    rows.forEach((values, row) =>
      values.forEach((v, column) => cells.setValue(row, 3 + column, { v, t: CellValueType.NUMBER })),
    );
    const range = { startRow: 0, endRow: rows.length - 1, startColumn: 3, endColumn: 2 + (rows[0]?.length ?? 0) };
    this.#cells[unit] = { [id]: cells.getMatrix() };
    this.#ranges[unit] = { [id]: { 0: { 3: range } } };
    this.tell("formula.mutation.set-array-formula-data");
  }

  write(row: number, column: number, v: number): void {
    this.matrix.setValue(row, column, { v, t: CellValueType.NUMBER });
    this.tell("SetRangeValuesMutation", { cellValue: { [row]: { [column]: { v } } } });
  }

  tell(command: string, params: object = {}): void {
    for (const listener of this.#listeners) {
      listener({ id: command, type: CommandType.MUTATION, params: { unitId: unit, subUnitId: id, ...params } });
    }
  }

  #listen(listener: (command: ICommandInfo) => void): { readonly dispose: () => void } {
    this.#listeners.push(listener);
    return { dispose: () => (this.#listeners = this.#listeners.filter((one) => one !== listener)) };
  }
}
