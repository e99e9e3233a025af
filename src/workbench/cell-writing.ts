import { ICommandService, ObjectMatrix, type ICellData } from "@univerjs/core";
import { SetRangeValuesCommand, type ISetRangeValuesCommandParams } from "@univerjs/sheets";
import type { Block } from "../sheets";
import { cellData, type GridCells } from "./cells";

/**
 * Cells of one sheet that wait to be written by one command. At each command Univer goes through all cells of the workbook
 * to find its formulas: in a list of 5,000 rows a hundred formulas that are written one by one take seconds.
 */
export class CellWriting {
  #sheet: string | undefined;
  #waiting = new ObjectMatrix<ICellData>();

  constructor(private readonly cells: GridCells) {}

  /** Writes into a block what `cellAt` says of each of its cells, counted within the block, over what waits there. */
  put(block: Block, cellAt: (row: number, column: number) => ICellData): void {
    this.#go(block);
    for (let row = 0; row < block.height; row += 1) {
      for (let column = 0; column < block.width; column += 1) {
        this.#waiting.setValue(block.row + row, block.column + column, cellAt(row, column));
      }
    }
  }

  /** Empties a block. Cells that are empty already are left alone, because Univer measures each row that is written to. */
  empty(block: Block): void {
    this.#go(block);
    for (const filled of this.cells.filledIn(block)) this.put(filled, () => cellData(""));
    const { row: top, column: left } = block;
    for (let row = top; row < top + block.height; row += 1) {
      for (let column = left; column < left + block.width; column += 1) {
        if (this.#waiting.getValue(row, column)) this.#waiting.setValue(row, column, cellData(""));
      }
    }
  }

  /** Has what waits written. */
  finish(): void {
    const sheet = this.#sheet;
    if (sheet === undefined || this.#waiting.getLength() === 0) return;
    const written: ISetRangeValuesCommandParams = {
      unitId: this.cells.book.getId(),
      subUnitId: this.cells.sheet(sheet).getSheetId(),
      range: this.#waiting.getStartEndScope(),
      value: this.#waiting.getMatrix(),
    };
    this.#sheet = undefined;
    this.#waiting = new ObjectMatrix();
    if (!this.cells.injector.get(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, written))
      throw new Error("The grid did not take the cells.");
  }

  /** Goes to a block; what waits for another sheet is written before. Throws if there is no such place in the workbook. */
  #go(block: Block): void {
    this.cells.range(block);
    if (this.#sheet !== undefined && this.#sheet !== block.sheet) this.finish();
    this.#sheet = block.sheet;
  }
}
