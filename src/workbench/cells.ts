import { CellValueType, type ICellData, type Injector, type IRange, ObjectMatrix } from "@univerjs/core";
import { ErrorType, FormulaDataModel } from "@univerjs/engine-formula";
import type { FRange, FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { address, localAddress, sameName, within, type Block, type Value } from "../sheets";
import { WorkbookFailure, type CellFormula, type Contents, type Table } from "../workbook";
import type { GridCell } from "./problems";
import { Readings } from "./readings";
import { shownBy } from "./sheet-cells";
import type { SheetReading } from "./sheet-reading";

/** Reads the grid: cells with their raw values, spilled results, tables and filled regions. */
export class GridCells {
  readonly #formulas: FormulaDataModel;
  readonly #readings: Readings;

  constructor(
    readonly book: FWorkbook,
    readonly injector: Injector,
  ) {
    this.#formulas = injector.get(FormulaDataModel);
    this.#readings = Readings.of(injector);
  }

  sheetIfAny(name: string): FWorksheet | undefined {
    return this.book.getSheets().find((sheet) => sameName(sheet.getSheetName(), name));
  }

  sheet(name: string): FWorksheet {
    const sheet = this.sheetIfAny(name);
    if (!sheet) throw new WorkbookFailure(`There is no sheet called ${name} anymore.`, "lost");
    return sheet;
  }

  range(block: Block): FRange {
    const sheet = this.sheet(block.sheet);
    const rows = sheet.getMaxRows();
    const columns = sheet.getMaxColumns();
    const fits = block.row + block.height <= rows && block.column + block.width <= columns;
    if (!fits || block.row < 0 || block.column < 0) {
      const end = localAddress({ ...block, row: rows - 1, column: columns - 1, height: 1, width: 1 });
      throw new WorkbookFailure(`${address(block)} is outside of the sheet, which ends at ${end}.`, "refused");
    }
    return sheet.getRange(block.row, block.column, block.height, block.width);
  }

  contents(block: Block): Contents {
    this.range(block);
    return this.#reading(this.sheet(block.sheet)).contents(block);
  }

  /** How each cell of a block shows numbers; General where its style doesn't say. */
  numberFormats(block: Block): readonly (readonly string[])[] {
    const formats = this.range(block).getNumberFormats();
    return formats.map((cells) => cells.map((format) => (format === "" ? "General" : format)));
  }

  /** Selects a block and brings it into sight. */
  show(block: Block): void {
    const sheet = this.sheet(block.sheet);
    if (sheet.isSheetHidden()) {
      throw new WorkbookFailure(`The sheet ${sheet.getSheetName()} is hidden. Unhide it, then try again.`, "refused");
    }
    const range = this.range(block);
    this.book.setActiveSheet(sheet);
    range.activate();
    sheet.scrollToCell(block.row, block.column);
  }

  /** The tables of a sheet, from the top and from the left. */
  tablesOf(sheet: FWorksheet): readonly Table[] {
    return sheet
      .getSubTableInfos()
      .map(({ name, range }) => ({ name, ...this.contents(blockOf(sheet, range)) }))
      .sort((one, other) => one.block.row - other.block.row || one.block.column - other.block.column);
  }

  tables(): readonly Table[] {
    return this.book.getSheets().flatMap((sheet) => this.tablesOf(sheet));
  }

  /** The filled region around a cell: it grows while a cell beside it, or at its corners, is filled. */
  region(cell: Block): Block {
    return this.#reading(this.sheet(cell.sheet)).region(cell);
  }

  /** The smallest block around the filled cells of a block, as a list of one; an empty list if none is filled. */
  filledIn(block: Block): readonly Block[] {
    const sheet = this.sheetIfAny(block.sheet);
    if (!sheet) return [];
    const reading = this.#reading(sheet);
    let filled: Block | undefined;
    for (let row = block.row; row < block.row + block.height; row++) {
      for (let column = block.column; column < block.column + block.width; column++) {
        if (!reading.isFilled(row, column)) continue;
        filled = around(filled ?? { sheet: block.sheet, row, column, height: 1, width: 1 }, row, column);
      }
    }
    return filled ? [filled] : [];
  }

  /** The cell whose formula fills a cell: the cell itself, or the one whose result spills over it. */
  filler(cell: Block): GridCell {
    const sheet = this.sheet(cell.sheet);
    const found = this.spills(sheet).find(({ block }) => within(block, cell));
    const { row, column } = found ?? cell;
    return { sheetId: sheet.getSheetId(), row, column };
  }

  /** The formula that fills a cell, with what the formula's own cell shows; undefined for a cell that no formula fills. */
  formulaFor(cell: Block): CellFormula | undefined {
    const sheet = this.sheet(cell.sheet);
    const { row, column } = this.filler(cell);
    const formula = this.range({ ...cell, row, column, height: 1, width: 1 }).getFormula();
    return formula === "" ? undefined : this.#formulaAt(sheet, row, column, formula);
  }

  /** Every formula of a sheet, from the top and from the left. */
  formulasOf(sheet: FWorksheet): readonly CellFormula[] {
    return this.#reading(sheet).formulas();
  }

  /** The formula of a cell itself, not one whose result spills over it; "" for none. */
  formulaIn(sheet: FWorksheet, row: number, column: number): string {
    return this.#reading(sheet).formula(row, column);
  }

  /** The results of a sheet that fill more cells than their own: where the formula stands, and what it fills. */
  spills(sheet: FWorksheet): readonly { readonly row: number; readonly column: number; readonly block: Block }[] {
    const found: { row: number; column: number; block: Block }[] = [];
    const ranges = this.#formulas.getArrayFormulaRange()[this.book.getId()]?.[sheet.getSheetId()] ?? {};
    new ObjectMatrix<IRange>(ranges).forValue((row, column, range) => {
      found.push({ row, column, block: blockOf(sheet, range) });
    });
    return found;
  }

  #formulaAt(sheet: FWorksheet, row: number, column: number, formula: string): CellFormula {
    const cell = { sheet: sheet.getSheetName(), row, column, height: 1, width: 1 };
    return { cell, formula, shows: this.value(sheet, row, column) };
  }

  /** What a cell shows; "" for an empty one. */
  value(sheet: FWorksheet, row: number, column: number): Value {
    const spilled = this.#readings.spilled(this.book, sheet)?.[row]?.[column];
    return shownBy(sheet.getSheet().getCellRaw(row, column), spilled);
  }

  /** Whether a cell shows an error. */
  showsError(sheet: FWorksheet, row: number, column: number): boolean {
    return errors.has(this.value(sheet, row, column));
  }

  #reading(sheet: FWorksheet): SheetReading {
    return this.#readings.sheet(this.book, sheet);
  }
}

/** The errors that a formula can give. Typed by hand, the same words are a text. */
export const errors: ReadonlySet<unknown> = new Set(Object.values(ErrorType));

export function blockOf(sheet: FWorksheet, { startRow, endRow, startColumn, endColumn }: IRange): Block {
  return {
    sheet: sheet.getSheetName(),
    row: startRow,
    column: startColumn,
    height: endRow - startRow + 1,
    width: endColumn - startColumn + 1,
  };
}

/** A cell with nothing left of what it held. Without a type, Univer would read a text as if it were typed. */
export function cellData(value: Value): ICellData {
  const empty = { v: null, t: null, f: null, si: null, p: null };
  if (value === "") return empty;
  if (typeof value === "number") return { ...empty, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...empty, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...empty, v: value, t: CellValueType.STRING };
}

/** A block grown to take in a cell below or beside it. */
function around(block: Block, row: number, column: number): Block {
  const top = Math.min(block.row, row);
  const left = Math.min(block.column, column);
  const height = Math.max(block.row + block.height, row + 1) - top;
  const width = Math.max(block.column + block.width, column + 1) - left;
  return { sheet: block.sheet, row: top, column: left, height, width };
}
